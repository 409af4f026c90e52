import { beforeAll, describe, expect, it } from 'vitest';
import { makeTestPage, type TestSymbol } from '../../../src/main/badges/test-page/test-page.ts';
import { readTestText, testText } from '../../../src/main/badges/test-page/test-text.ts';
import type { Shaper } from '../../../src/main/badges/text/shape.ts';
import type { Canvas, Page } from '../../../src/main/badges/types.ts';
import { sampleCanvas, sampleMaker, sampleMedia, valueOf } from '../../fakes/badge-samples.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { type Sheet, sheetPng } from '../../judges/sheet.ts';

const content = { nonce: 'K7Q4MX', printerName: 'Front desk', darkness: null };
let shaper: Shaper;

beforeAll(async () => {
  shaper = valueOf(await sampleMaker().shaper());
});

describe('the test page', () => {
  it.each(sampleMedia.flatMap((media) => [203, 300, 600].map((dpi) => [media, dpi] as const)))(
    'on %s at %d dpi says in every symbol how many dots its modules have, to two readers',
    async (media, dpi) => {
      const made = await makeTestPage(content, sampleCanvas(media, dpi), shaper);
      if (!made.ok) {
        expect(made.failure.code).toBe('symbol-does-not-fit');
        return;
      }
      const { page, symbols } = made.value;
      expect(symbols.length).toBeGreaterThan(0);
      for (const symbol of symbols) {
        // As it is scanned: one symbol before the reader, with the number below it.
        const png = sheetPng(part(sheetOf(page), symbol));
        const wanted = testText('K7Q4MX', symbol.dots);
        const seen = await readWithZxing(png);
        expect(seen.map(({ bytes, ...way }) => ({ ...way, text: textOf(bytes) }))).toEqual([
          { isMirrored: false, orientation: 0, text: wanted },
        ]);
        expect((await readWithZbar(png)).map(textOf)).toEqual([wanted]);
      }
    },
  );

  it('has every size on the usual label, and its corner mark 3 mm from both edges', async () => {
    const { page, symbols, expected } = valueOf(
      await makeTestPage(content, sampleCanvas('label-54x86', 203), shaper),
    );
    expect(symbols.map(({ dots }) => dots)).toEqual([2, 3, 4, 5, 6]);
    expect(expected).toEqual({ leftMm: 3, topMm: 3 });
    const { left, top } = firstInk(page);
    expect([left, top].map((each) => Math.round((each * 254) / 203) / 10)).toEqual([2.9, 2.9]);
  });

  it('knows that a head narrower than its roll begins further in', async () => {
    const canvas: Canvas = {
      dpi: 203,
      headDots: 576,
      media: { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 },
    };
    const { expected } = valueOf(await makeTestPage(content, canvas, shaper));
    expect(expected.leftMm).toBe(7);
  });

  it('refuses media without room for the smallest symbol', async () => {
    const canvas: Canvas = {
      dpi: 203,
      headDots: 832,
      media: { kind: 'gap', widthMm: 10, heightMm: 10, gapMm: 2 },
    };
    expect(await makeTestPage(content, canvas, shaper)).toMatchObject({
      ok: false,
      failure: { code: 'symbol-does-not-fit' },
    });
  });
});

describe('a scan of the test page', () => {
  it.each([2, 3, 4, 5, 6])('names its module size (%d)', (dots) => {
    expect(readTestText(`${testText('K7Q4MX', dots)}\r`, 'K7Q4MX')).toBe(dots);
  });

  it.each([
    '',
    'BS-TEST|K7Q4MX|',
    'BS-TEST|K7Q4MX|1',
    'BS-TEST|K7Q4MX|7',
    'BS-TEST|K7Q4MX|33',
    'BS-TEST|OTHERS|3',
    'BS-TEST|k7q4mx|3',
    'xBS-TEST|K7Q4MX|3',
    'ms-qrpin:v1|ana@practice.example|id|key',
    'BS-TEST|K7Q4MX|3'.repeat(1000),
  ])('is not taken for one: %j', (scanned) => {
    expect(readTestText(scanned, 'K7Q4MX')).toBeNull();
  });
});

function sheetOf({ widthDots, heightDots, bytesPerRow, bits }: Page): Sheet {
  const dots = new Uint8Array(widthDots * heightDots);
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1)
      dots[y * widthDots + x] = ((bits[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  return { width: widthDots, height: heightDots, dots };
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function part({ width, dots }: Sheet, { left, top, edge }: TestSymbol): Sheet {
  const cut = new Uint8Array(edge * edge);
  for (let y = 0; y < edge; y += 1)
    cut.set(dots.subarray((top + y) * width + left, (top + y) * width + left + edge), y * edge);
  return { width: edge, height: edge, dots: cut };
}

function firstInk(page: Page): { readonly left: number; readonly top: number } {
  const { width, dots } = sheetOf(page);
  let [left, top] = [Infinity, Infinity];
  dots.forEach((dot, at) => {
    if (dot === 0) return;
    left = Math.min(left, at % width);
    top = Math.min(top, Math.floor(at / width));
  });
  return { left, top };
}
