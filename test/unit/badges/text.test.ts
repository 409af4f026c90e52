import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PNG } from 'pngjs';
import { createBitmap, isBlack } from '../../../src/main/badges/page.ts';
import { drawLine } from '../../../src/main/badges/text/draw.ts';
import { FontBook } from '../../../src/main/badges/text/font-book.ts';
import { itemise } from '../../../src/main/badges/text/itemise.ts';
import { Shaper } from '../../../src/main/badges/text/shape.ts';
import type { FontSource, Typeface } from '../../../src/main/badges/text/typeface.ts';
import { fontDir, valueOf } from '../../fakes/badge-samples.ts';

const fixtures = new URL('../../fixtures/badges/', import.meta.url);

interface ShapedFixture {
  readonly lines: readonly {
    readonly font: string;
    readonly text: string;
    readonly script: string;
    readonly language: string;
    readonly isRtl: boolean;
    readonly glyphs: readonly (readonly [number, number, number])[];
    readonly advance: number;
  }[];
}

interface DrawnFixture {
  readonly glyphs: readonly {
    readonly font: string;
    readonly char: string;
    readonly size: number;
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly rows: readonly string[];
  }[];
}

function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, fixtures), 'utf8'));
}

const shaped = readFixture('hb-shape.json') as ShapedFixture;
const drawn = readFixture('freetype-mono.json') as DrawnFixture;

async function bookOf(...names: readonly string[]): Promise<FontBook> {
  const sources = names.map((name): FontSource => {
    const weight = name.endsWith('Bold') ? 'bold' : 'regular';
    return { bytes: readFileSync(`${fontDir}/${name}.ttf`), weight };
  });
  return valueOf(await FontBook.open(sources));
}

/** The typeface of one bundled font. Noto Sans stands first only where the font under test is Noto Sans itself. */
async function typefaceOf(name: string, letter: string): Promise<Typeface> {
  const book = await bookOf(...(name.startsWith('NotoSans-') ? [name] : ['NotoSans-Regular', name]));
  const found = book.typefaceFor(letter, name.endsWith('Bold') ? 'bold' : 'regular');
  if (found === null) throw new Error(`${name} does not show ${letter}`);
  return found;
}

describe('text', () => {
  // Nobody opens a font file to see whether "sorted, joined and kerned" is right: HarfBuzz's own tool says so.
  it.each(shaped.lines)('shapes $text as hb-shape does', async (line) => {
    const letter = Array.from(line.text)[0] ?? '';
    const typeface = await typefaceOf(line.font, letter);
    const text = { text: line.text, start: 0, end: line.text.length };
    const { script, language, isRtl } = line;
    const { glyphs, advance } = typeface.shape({ ...text, script, language, isRtl });
    const inThousandths = glyphs.map(({ glyphId, x, y }) => [
      glyphId,
      Math.round(x * 1000),
      Math.round(y * 1000),
    ]);
    expect(inThousandths).toEqual(line.glyphs);
    expect(Math.round(advance * 1000)).toBe(line.advance);
  });

  it.each([18, 27, 45, 96])(
    'draws letters of %i dots as FreeType does, but for a dot here and there',
    async (size) => {
      let [ink, different] = [0, 0];
      for (const glyph of drawn.glyphs.filter((each) => each.size === size)) {
        const typeface = await typefaceOf(glyph.font, glyph.char);
        const codePoint = glyph.char.codePointAt(0) ?? 0;
        const script = codePoint > 0x600 ? 'Arab' : codePoint > 0x590 ? 'Hebr' : 'Latn';
        // A letter alone, not turned by its neighbours: the nominal glyph that FreeType loads too.
        const run = { text: glyph.char, start: 0, end: 1, isRtl: false, script, language: 'und' };
        const [first] = typeface.shape(run).glyphs;
        const ours = typeface.bitmap(first?.glyphId ?? 0, size);
        for (let y = -size * 2; y < size * 2; y += 1) {
          for (let x = -size; x < size * 2; x += 1) {
            const byte = Number.parseInt(
              glyph.rows[y + glyph.top]?.slice(((x - glyph.left) >> 3) * 2)?.slice(0, 2) ?? '0',
              16,
            );
            const inside = x >= glyph.left && x < glyph.left + glyph.width;
            const theirs = inside && (byte & (0x80 >> ((x - glyph.left) & 7))) !== 0;
            if (theirs) ink += 1;
            if (isBlack(ours.bitmap, x - ours.left, y - ours.top) !== theirs) different += 1;
          }
        }
      }
      expect(ink).toBeGreaterThan(1000);
      // FreeType rounds outlines to 1/64 of a dot, so a dot whose centre lies on the edge may differ.
      expect(different / ink).toBeLessThan(0.025);
    },
  );

  describe('in several scripts', () => {
    let shaper: Shaper;
    beforeAll(async () => {
      shaper = new Shaper(
        await bookOf('NotoSans-Regular', 'NotoSans-Bold', 'NotoSansArabic-Bold', 'NotoSansHebrew-Bold'),
      );
    });

    it('draws an Arabic name like hb-view: joined, in the right order, marks in place', () => {
      const reference = PNG.sync.read(readFileSync(new URL('hb-view-arabic.png', fixtures)));
      const line = shaper.line('محمد عبد الرحمن', { weight: 'bold', base: 'rtl', language: 'ar' });
      const target = createBitmap(reference.width, reference.height);
      const clip = { left: 0, top: 0, width: reference.width, height: reference.height };
      // hb-view: 10 dots of margin, the font's ascender of 1374 units above the baseline.
      const baseline = 10 + Math.round(1.374 * 60);
      drawLine(target, line, { left: 10, baseline, emDots: 60, clip, ink: 'black' });
      let [ink, different] = [0, 0];
      for (let y = 0; y < reference.height; y += 1) {
        for (let x = 0; x < reference.width; x += 1) {
          const theirs = (reference.data[(y * reference.width + x) * 4] ?? 255) < 128;
          if (theirs) ink += 1;
          if (theirs !== isBlack(target, x, y)) different += 1;
        }
      }
      expect(ink).toBeGreaterThan(5000);
      expect(different / ink).toBeLessThan(0.03);
    });

    it('puts runs in visual order: Hebrew inside an English line stands from right to left', () => {
      const text = 'Anna (אנה בת) Cohen 3';
      const runs = itemise(text, 'ltr', 'bold', shaper.book);
      const parts = runs.map(
        ({ start, end, level }) => `${level % 2 === 1 ? '<' : '>'}${text.slice(start, end)}`,
      );
      expect(parts.join('|')).toBe('>Anna (|<אנה בת|>) |>Cohen 3');
    });

    it('keeps a number from left to right inside Arabic, left of the words before it', () => {
      const text = 'البوابة 42 شمال';
      const runs = itemise(text, 'rtl', 'bold', shaper.book);
      expect(runs.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['شمال', '42', 'البوابة']);
    });

    it('leaves out what no font shows and keeps the rest', () => {
      expect(shaper.book.split('佐藤 Sato 🦊', 'bold').shown).toBe('Sato');
      expect(shaper.book.split('Ana', 'bold').missing).toEqual([]);
    });
  });

  it('opens no book without a font for plain letters, and shrugs at files that are no fonts', async () => {
    const junk = new Uint8Array(5000).fill(7);
    for (const sources of [
      [],
      [{ bytes: new Uint8Array(0), weight: 'bold' as const }],
      [{ bytes: junk, weight: 'bold' as const }],
      [{ bytes: readFileSync(`${fontDir}/NotoSans-Bold.ttf`).subarray(0, 900), weight: 'bold' as const }],
    ]) {
      const opened = await FontBook.open(sources);
      expect(opened.ok ? '' : opened.failure.code).toBe('font-missing');
    }
    const mixed = await FontBook.open([
      { bytes: junk, weight: 'bold' },
      { bytes: readFileSync(`${fontDir}/NotoSans-Bold.ttf`), weight: 'bold' },
    ]);
    expect(mixed.ok).toBe(true);
  });
});
