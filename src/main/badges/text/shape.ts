import type { FontBook } from './font-book.ts';
import { itemise, type Direction } from './itemise.ts';
import { isJoined } from './script.ts';
import type { PlacedGlyph, Typeface, Weight } from './typeface.ts';

/** How a line is to be read. */
export interface TextManner {
  readonly weight: Weight;
  readonly base: Direction;
  /** BCP 47 language of the words around. */
  readonly language: string;
}

/** Glyphs of one run, placed on the line. */
export interface ShapedRun {
  readonly typeface: Typeface;
  readonly isJoined: boolean;
  readonly glyphs: readonly PlacedGlyph[];
}

/** A line of text with the em as unit: multiply by the em in dots. */
export interface ShapedLine {
  readonly runs: readonly ShapedRun[];
  readonly width: number;
  /** Highest and lowest ink from the baseline, upwards positive. */
  readonly top: number;
  readonly bottom: number;
}

const nothing: ShapedLine = { runs: [], width: 0, top: 0, bottom: 0 };
/** Lines kept: a fit asks for the same few lines again and again. Names are not kept for long. */
const keptLines = 60;

/** Turns text into placed glyphs. One shaper per font book. */
export class Shaper {
  readonly book: FontBook;
  readonly #lines = new Map<string, ShapedLine>();

  constructor(book: FontBook) {
    this.book = book;
  }

  /** Shapes one line; text that no font can show is left out. */
  line(text: string, manner: TextManner): ShapedLine {
    if (text === '') return nothing;
    const key = `${manner.weight} ${manner.base} ${manner.language} ${text}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    if (this.#lines.size >= keptLines) this.#lines.clear();
    const line = this.#shape(text, manner);
    this.#lines.set(key, line);
    return line;
  }

  #shape(text: string, manner: TextManner): ShapedLine {
    const runs: ShapedRun[] = [];
    let [pen, top, bottom] = [0, 0, 0];
    for (const run of itemise(text, manner.base, manner.weight, this.book)) {
      const shaped = run.typeface.shape({
        text,
        start: run.start,
        end: run.end,
        isRtl: run.level % 2 === 1,
        script: run.script,
        language: manner.language,
      });
      const glyphs = shaped.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + pen }));
      for (const glyph of glyphs) {
        const outline = run.typeface.outline(glyph.glyphId);
        top = Math.max(top, outline.top + glyph.y);
        bottom = Math.min(bottom, outline.bottom + glyph.y);
      }
      runs.push({ typeface: run.typeface, isJoined: isJoined(run.script), glyphs });
      pen += shaped.advance;
    }
    return { runs, width: pen, top, bottom };
  }
}
