import createBidi from 'bidi-js';
import { graphemes } from './clean.ts';
import { showsAll, type FontBook } from './font-book.ts';
import { scriptOf } from './script.ts';
import type { Typeface, Weight } from './typeface.ts';

/** A stretch of text in one direction, script and typeface, to be shaped in one go. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly script: string;
  readonly typeface: Typeface;
}

export type Direction = 'ltr' | 'rtl';

const bidi = createBidi();

/** The direction of a text's first strong letter (UAX #9, P2 and P3). */
export function directionOf(text: string): Direction {
  const level = bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level ?? 0;
  return level % 2 === 1 ? 'rtl' : 'ltr';
}

/**
 * Cuts a line into runs, in the order in which they stand on paper from left to right (Unicode bidirectional
 * algorithm, UAX #9, rule L2). Graphemes that no font can show are left out; `showable` tells before.
 */
export function itemise(text: string, base: Direction, weight: Weight, book: FontBook): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, base);
  const runs: Run[] = [];
  let [start, script]: [number, string] = [0, 'Zyyy'];
  let previous: Typeface | null = null;
  for (const grapheme of graphemes(text)) {
    const end = start + grapheme.length;
    const own = scriptOf(grapheme);
    // Spaces and digits stay in the font of the letters before them.
    const stays: boolean =
      own === null && previous !== null && previous.weight === weight && showsAll(previous, grapheme);
    const typeface: Typeface | null = stays ? previous : book.typefaceFor(grapheme, weight);
    if (typeface !== null) {
      script = own ?? script;
      const level = levels[start] ?? 0;
      const last = runs.at(-1);
      if (
        last?.end === start &&
        last.level === level &&
        last.script === script &&
        last.typeface === typeface
      ) {
        runs[runs.length - 1] = { ...last, end };
      } else {
        runs.push({ start, end, level, script, typeface });
      }
      previous = typeface;
    }
    start = end;
  }
  return inVisualOrder(runs);
}

/** UAX #9, L2: from the highest level to the lowest odd one, reverse each sequence at that level or above. */
function inVisualOrder(runs: Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map((run) => run.level));
  for (let level = highest; level >= 1; level -= 1) {
    let from = 0;
    while (from < ordered.length) {
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? 0) >= level) to += 1;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = Math.max(to, from + 1);
    }
  }
  return ordered;
}
