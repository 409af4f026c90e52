import { describe, expect, it } from 'vitest';
import { knownLanguages } from '../../../src/main/printing/encoders/index.ts';
import { judgedLanguages } from '../../judges/index.ts';
import { absent, cases, coverage, layouts, payloads } from './matrix.ts';

const cells = coverage();

/**
 * Languages × resolutions × payloads × layouts. The cells are judged in matrix-zpl.test.ts and matrix-others.test.ts; this
 * file holds that none is missing.
 */
describe('every language at every resolution on every layout', () => {
  it('has a judge for every language there is an encoder for', () => {
    expect(judgedLanguages).toEqual(expect.arrayContaining([...knownLanguages]));
  });

  it('is judged, refused by the size advisor, or missing for a written reason', () => {
    console.log(table());
    const unexplained = cells.filter(({ state, why }) => state === 'missing' && why === null);
    expect(
      unexplained.map(({ language, dpi, layout, bytes }) => `${language} ${dpi} ${layout} ${bytes}`),
    ).toEqual([]);
    // A reason that is none any more must go.
    expect(cells.filter(({ state, why }) => state !== 'missing' && why !== null)).toEqual([]);
    expect(cells.length).toBeGreaterThan(400);
  });

  it('is refused only where a symbol of three dots a module is larger than the label', () => {
    const refused = [
      ...new Set(
        cells
          .filter(({ state }) => state === 'refused')
          .map(({ dpi, layout, bytes }) => `${layout}, ${dpi} dpi, ${bytes} bytes`),
      ),
    ];
    expect(refused.toSorted()).toEqual(['50 × 25, 203 dpi, 400 bytes']);
    expect(cases.filter(({ layout, fits }) => layout === null && !fits)).toEqual([]);
  });

  it('has a reason for nothing that does not exist', () => {
    for (const { languages, layouts: named, why } of absent) {
      expect(why.length).toBeGreaterThan(20);
      for (const language of languages) expect(knownLanguages).toContain(language);
      for (const layout of named) expect(Object.keys(layouts)).toContain(layout);
    }
  });
});

/** One line a language and resolution: how many of the four payloads are judged on each layout. */
function table(): string {
  const names = Object.keys(layouts);
  const lines = [...new Set(cells.map(({ language, dpi }) => `${language} ${dpi}`))].map((head) => {
    const counts = names.map((name) => {
      const row = cells.filter((cell) => `${cell.language} ${cell.dpi}` === head && cell.layout === name);
      const judged = row.filter(({ state }) => state === 'judged').length;
      if (row.some(({ state }) => state === 'missing'))
        return row.some(({ why }) => why === null) ? '!!' : '–';
      return judged === payloads.length ? '4' : `${judged} (${payloads.length - judged} refused)`;
    });
    return [head, ...counts];
  });
  const widths = [0, ...names.keys()].map((_, at) =>
    Math.max(...[['', ...names], ...lines].map((line) => (line[at] ?? '').length)),
  );
  const pad = (line: readonly string[]): string =>
    line.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  ');
  const judged = cells.filter(({ state }) => state === 'judged').length;
  const reasons = absent.map(({ languages, why }) => `– ${languages.join(', ')}: ${why}`);
  return [pad(['', ...names]), ...lines.map(pad), `${judged} cells judged`, ...reasons].join('\n');
}
