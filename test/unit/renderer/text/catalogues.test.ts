import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../../../src/shared/failure-codes.ts';
import { languages, loadCatalogue, type Language } from '../../../../src/renderer/src/text/languages.ts';
import type { Catalogue } from '../../../../src/renderer/src/text/catalogue.ts';

const catalogues = new Map<Language, Catalogue>(
  await Promise.all(languages.map(async (language) => [language, await loadCatalogue(language)] as const)),
);
const english = catalogueOf('en');

function catalogueOf(language: Language): Catalogue {
  const catalogue = catalogues.get(language);
  if (catalogue === undefined) throw new Error(`${language} was not loaded`);
  return catalogue;
}

interface Leaf {
  readonly path: string;
  readonly sentences: readonly string[];
}

/** Every sentence with its path; functions are tried with names, dates and counts of all plural kinds. */
function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, sentences: [value] }];
  if (typeof value === 'function') return [{ path, sentences: sentencesOf(value as Sentence) }];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither sentence nor group`);
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

type Sentence = (...values: readonly (string | { n: number; text: string })[]) => string;

function sentencesOf(sentence: Sentence): readonly string[] {
  const counts = [0, 1, 2, 3, 11, 100].map((n) => ({ n, text: String(n) }));
  const names = ['§1', '§2', '§3'];
  return [...counts.map((count) => [count]), names].map((values) => {
    const made = sentence(...values);
    // A function that takes names shows all it takes, so no fact is lost in translation.
    return made.includes('undefined') || made.includes('[object') ? '' : made;
  });
}

/** Words that claim what we cannot know, or blame, or shout (peers' copy guidance; spec rule R10). */
const forbidden: Readonly<Record<Language, RegExp>> = {
  en: /\bsuccess|successful|\bplease\b|\binvalid\b|\bsorry\b|\boops\b|!/i,
  de: /erfolgreich|ungültig|\bbitte\b|leider|!/i,
  fr: /succès|invalide|veuillez|désolé|s’il vous plaît|!/i,
  es: /éxito|inválid|por favor|lo sentimos|¡/i,
  nl: /succes|ongeldig|alstublieft|helaas|!/i,
  ja: /成功|無効な|申し訳|！/,
  ar: /بنجاح|عذرًا|من فضلك|!/,
};

/** "Printed" in each language: never said of a badge that was sent or confirmed, for nobody has seen the paper. */
const printedWord: Readonly<Record<Language, RegExp>> = {
  en: /printed/i,
  de: /gedruckt/i,
  fr: /imprimé/i,
  es: /impres[ao]\b/i,
  nl: /geprint/i,
  ja: /印刷済み|印刷しました|印刷されました/,
  ar: /طُبع|تمت الطباعة/,
};

describe.each(languages)('%s', (language) => {
  const catalogue = catalogueOf(language);

  it.each(failureCodes)('says what happened, what it means and what to do: %s', (code) => {
    const { title, what, next } = catalogue.failures[code];
    for (const sentence of [title, what, next]) expect(sentence.trim().length).toBeGreaterThan(1);
    // A title is a headline, the rest are whole sentences.
    expect(title).not.toMatch(/[.。]$/);
    expect(what).toMatch(/[.。]$/);
    expect(next).toMatch(/[.。]$/);
  });

  it('has no sentence more and none less than English', () => {
    const paths = (one: Catalogue) =>
      leavesOf(one)
        .map(({ path }) => path)
        .sort();
    expect(paths(catalogue)).toEqual(paths(english));
  });

  it('leaves no sentence empty, whatever is put into it', () => {
    const empty = leavesOf(catalogue).filter(({ sentences }) =>
      sentences.some((sentence) => sentence.trim() === ''),
    );
    // A function made for a count or for names gets the other kind as well; one of the two must work.
    const broken = empty.filter(({ sentences }) => sentences.every((sentence) => sentence.trim() === ''));
    expect(broken).toEqual([]);
  });

  it('uses no word that claims, blames or shouts', () => {
    const found = leavesOf(catalogue).filter(({ sentences }) =>
      sentences.some((text) => forbidden[language].test(text)),
    );
    expect(found).toEqual([]);
  });

  it('never says "printed" of a badge that was only sent or confirmed', () => {
    const { print } = catalogue.finish;
    const { states } = catalogue.queue;
    const honest = [
      print.sending('§'),
      print.sent('§'),
      print.confirmed('§'),
      states.sending,
      states.sent,
      states.confirmed,
    ];
    for (const sentence of honest) expect(sentence).not.toMatch(printedWord[language]);
  });

  it('puts every given name and date into its sentence', () => {
    const missing = leavesOf(english)
      .filter(({ sentences }) => sentences.at(-1)?.includes('§1'))
      .filter(
        ({ path }) =>
          !leavesOf(catalogue)
            .find((leaf) => leaf.path === path)
            ?.sentences.at(-1)
            ?.includes('§1'),
      );
    expect(missing).toEqual([]);
  });
});

it.each(languages.filter((language) => language !== 'en'))('is translated, not copied: %s', (language) => {
  const written = ({ sentences }: Leaf) => sentences.filter((sentence) => sentence !== '').join('\n');
  const own = new Map(leavesOf(catalogueOf(language)).map((leaf) => [leaf.path, written(leaf)]));
  const same = leavesOf(english).filter((leaf) => own.get(leaf.path) === written(leaf));
  // "Badge Station", "PIN", "Online", "Scan", "Printer" and the like are the same word in several languages.
  expect(
    same.filter(
      (leaf) =>
        written(leaf)
          .split(/\s+/)
          .filter((word) => /^[a-z]/i.test(word)).length > 2,
    ),
  ).toEqual([]);
  expect(same.length).toBeLessThan(24);
});
