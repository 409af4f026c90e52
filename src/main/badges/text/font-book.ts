import type * as HarfBuzz from 'harfbuzzjs';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { drawsNothing, graphemes } from './clean.ts';
import { OutlineReader } from './outline.ts';
import { Typeface, type FontSource, type Weight } from './typeface.ts';

/** The fonts a badge may use, in order of preference. Knows which font can show which letter. */
export class FontBook {
  readonly #harfBuzz: typeof HarfBuzz;
  readonly #tools: { readonly buffer: HarfBuzz.Buffer; readonly reader: OutlineReader };
  readonly #typefaces: Typeface[] = [];

  private constructor(harfBuzz: typeof HarfBuzz) {
    this.#harfBuzz = harfBuzz;
    this.#tools = { buffer: new harfBuzz.Buffer(), reader: new OutlineReader(harfBuzz) };
  }

  /** Opens fonts. Fails with `font-missing` when none of them can show plain Latin letters and digits. */
  static async open(sources: readonly FontSource[]): Promise<Result<FontBook>> {
    // Loaded on first use: a WebAssembly module that a window without a badge does not need.
    const book = new FontBook(await import('harfbuzzjs'));
    for (const source of sources) book.add(source, (typeface) => typeface.covers(0x41));
    const usable = book.showable('Az09', 'bold') === 'Az09';
    return usable ? ok(book) : fail('font-missing', { fonts: book.#typefaces.length });
  }

  /** Adds a font behind the others if `isWanted` says so. A file that is no font covers nothing and does no harm. */
  add(source: FontSource, isWanted: (typeface: Typeface) => boolean): boolean {
    if (source.bytes.length === 0) return false;
    const typeface = new Typeface(this.#harfBuzz, source, this.#tools);
    if (!isWanted(typeface)) return false;
    this.#typefaces.push(typeface);
    return true;
  }

  /** The first typeface that shows all of a grapheme, the wished weight before others; null when none does. */
  typefaceFor(grapheme: string, weight: Weight): Typeface | null {
    let other: Typeface | null = null;
    for (const typeface of this.#typefaces) {
      if (!showsAll(typeface, grapheme)) continue;
      if (typeface.weight === weight) return typeface;
      other ??= typeface;
    }
    return other;
  }

  /** A text without the graphemes that no font can show; the same text when all can be shown. */
  showable(text: string, weight: Weight): string {
    return this.split(text, weight).shown;
  }

  /** Which part of a text can be shown, and the code points that miss a font. */
  split(text: string, weight: Weight): { readonly shown: string; readonly missing: readonly number[] } {
    let shown = '';
    const missing: number[] = [];
    for (const grapheme of graphemes(text)) {
      if (this.typefaceFor(grapheme, weight) !== null) shown += grapheme;
      else missing.push(...Array.from(grapheme, (character) => character.codePointAt(0) ?? 0));
    }
    return { shown: shown.replace(/ +/g, ' ').trim(), missing };
  }
}

/** Whether a typeface shows a grapheme as it is or taken apart (HarfBuzz composes and decomposes by itself). */
export function showsAll(typeface: Typeface, grapheme: string): boolean {
  const knows = (text: string): boolean => {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (!drawsNothing(codePoint) && !typeface.covers(codePoint)) return false;
    }
    return true;
  };
  return knows(grapheme) || knows(grapheme.normalize('NFD'));
}
