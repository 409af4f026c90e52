import type * as HarfBuzz from 'harfbuzzjs';
import type { Outline, OutlineReader } from './outline.ts';
import { rasterise, type Drawn } from './rasterise.ts';

export type Weight = 'regular' | 'bold';

/** A font file as it comes from disk. `index` picks a font of a collection (.ttc). */
export interface FontSource {
  readonly bytes: Uint8Array;
  readonly weight: Weight;
  readonly index?: number;
}

/** A glyph at its place; lengths in em, y upwards. */
export interface PlacedGlyph {
  readonly glyphId: number;
  readonly x: number;
  readonly y: number;
}

/** Part of a text in one script, direction and typeface. */
export interface ShapeRequest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isRtl: boolean;
  /** ISO 15924, e.g. `Arab`. */
  readonly script: string;
  /** BCP 47, e.g. `fa`: some letters have another form per language. */
  readonly language: string;
}

/** Glyph bitmaps kept per typeface before starting anew; a badge needs about 60. */
const keptBitmaps = 3000;

/** One font, ready to shape and draw. Made by `FontBook`. */
export class Typeface {
  readonly weight: Weight;
  readonly #harfBuzz: typeof HarfBuzz;
  readonly #font: HarfBuzz.Font;
  readonly #buffer: HarfBuzz.Buffer;
  readonly #reader: OutlineReader;
  readonly #unitsPerEm: number;
  readonly #covered = new Map<number, boolean>();
  readonly #outlines = new Map<number, Outline>();
  readonly #bitmaps = new Map<number, Drawn>();

  constructor(
    harfBuzz: typeof HarfBuzz,
    source: FontSource,
    tools: { readonly buffer: HarfBuzz.Buffer; readonly reader: OutlineReader },
  ) {
    const face = new harfBuzz.Face(new harfBuzz.Blob(source.bytes), source.index ?? 0);
    this.weight = source.weight;
    this.#harfBuzz = harfBuzz;
    this.#font = new harfBuzz.Font(face);
    this.#unitsPerEm = face.upem > 0 ? face.upem : 1000;
    this.#buffer = tools.buffer;
    this.#reader = tools.reader;
  }

  /** Whether the font has a glyph for a code point. */
  covers(codePoint: number): boolean {
    const known = this.#covered.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.#font.nominalGlyph(codePoint);
    const covered = glyph !== undefined && glyph !== 0;
    this.#covered.set(codePoint, covered);
    return covered;
  }

  /** Glyphs of a run from left to right, and how far the pen has moved, in em. */
  shape(request: ShapeRequest): { readonly glyphs: readonly PlacedGlyph[]; readonly advance: number } {
    const buffer = this.#buffer;
    buffer.reset();
    // The whole text goes along as context: letters join across runs.
    buffer.addText(request.text, request.start, request.end - request.start);
    buffer.setDirection(request.isRtl ? this.#harfBuzz.Direction.RTL : this.#harfBuzz.Direction.LTR);
    buffer.setScript(request.script);
    buffer.setLanguage(request.language);
    this.#harfBuzz.shape(this.#font, buffer);
    const infos = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const glyphs: PlacedGlyph[] = [];
    let [penX, penY] = [0, 0];
    for (const [at, info] of infos.entries()) {
      const position = positions[at];
      if (position === undefined) break;
      glyphs.push({
        glyphId: info.codepoint,
        x: (penX + position.xOffset) / this.#unitsPerEm,
        y: (penY + position.yOffset) / this.#unitsPerEm,
      });
      penX += position.xAdvance;
      penY += position.yAdvance;
    }
    return { glyphs, advance: penX / this.#unitsPerEm };
  }

  outline(glyphId: number): Outline {
    const known = this.#outlines.get(glyphId);
    if (known !== undefined) return known;
    const outline = this.#reader.read(this.#font, glyphId, this.#unitsPerEm);
    this.#outlines.set(glyphId, outline);
    return outline;
  }

  /** A glyph drawn with its origin on a dot, so that a letter looks the same wherever it stands. */
  bitmap(glyphId: number, emDots: number): Drawn {
    const key = emDots * 65_536 + glyphId;
    const known = this.#bitmaps.get(key);
    if (known !== undefined) return known;
    if (this.#bitmaps.size >= keptBitmaps) this.#bitmaps.clear();
    const drawn = rasterise([{ outline: this.outline(glyphId), x: 0, y: 0 }], emDots);
    this.#bitmaps.set(key, drawn);
    return drawn;
  }
}
