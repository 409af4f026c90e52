import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../../shared/result.ts';
import type { Catalogue } from './catalogue.ts';
import { createFormats, type Formats } from './format.ts';
import { settingsSentence } from './settings-words.ts';
import { roleHint } from './role-hints.ts';
import { signInHint } from './sign-in-hints.ts';
import { directionOf, english, type Language, languageOf, loadCatalogue } from './languages.ts';
import type { FailureText } from './types.ts';

/** The language of the window: its sentences, its way of writing dates, its direction. */
export interface Words {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly text: Catalogue;
  readonly format: Formats;
}

const WordsContext = createContext<Words | null>(null);
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords outside of WordsProvider');
  return words;
}

/** A failure in words, looked up by its code, with its facts for people who read logs. */
export interface FailureWords {
  readonly text: FailureText;
  readonly details: { readonly label: string; readonly line: string };
}

/** The way from a failure to its words; what it gives fits the message component. */
export function useFailureWords(): (failure: Failure) => FailureWords {
  const { text, format } = useWords();
  return ({ code, facts }) => {
    const known = Object.entries(facts).filter(([, value]) => value !== null);
    const line = [code, ...known.map(([name, value]) => `${name}=${String(value)}`)].join(' · ');
    const words = text.failures[code];
    const hint = signInHint(facts);
    const role = roleHint(facts);
    const first =
      settingsSentence(facts, text.settings, format.number) ??
      (hint === null ? null : text.people.hints[hint]) ??
      rollSentence(code, facts, text.printers, format.number);
    // Says more than "your role does not cover them", so it stands in its place.
    const what = role === null ? words.what : text.roles[role];
    return {
      text: { ...words, what: first === null ? what : `${first} ${what}` },
      details: { label: text.shell.general.details, line },
    };
  };
}

/** English words at once, and those of the wanted language as soon as they are loaded; null while they load. */
export function useLoadedWords(locale: string, timeZone: string): Words | null {
  const language = languageOf(locale);
  const [loaded, setLoaded] = useState({ language: 'en' as Language, text: english });
  useEffect(() => {
    let isCurrent = true;
    void loadCatalogue(language).then((text) => {
      if (isCurrent) setLoaded({ language, text });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return useMemo(
    () => (loaded.language === language ? wordsOf(language, loaded.text, locale, timeZone) : null),
    [loaded, language, locale, timeZone],
  );
}

/** Which printer is running out of labels, and how many are left. */
function rollSentence(
  code: Failure['code'],
  { printer, left }: Failure['facts'],
  words: Catalogue['printers'],
  number: (value: number) => string,
): string | null {
  if (code !== 'labels-low' || typeof printer !== 'string' || typeof left !== 'number') return null;
  return words.low(printer, number(left));
}

/** Joins sentences and formats. */
export function wordsOf(language: Language, text: Catalogue, locale: string, timeZone: string): Words {
  // Dates in a language whose sentences we do not have would mix two languages in one line.
  const spoken = locale.toLowerCase().split(/[-_]/)[0] === language;
  const format = createFormats(spoken ? locale : language, timeZone);
  return { language, direction: directionOf(language), text, format };
}
