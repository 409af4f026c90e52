import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/main/badges/types.ts';
import { darknessPrefix } from '../../../src/main/printing/darkness.ts';
import { shiftPage } from '../../../src/main/printing/shift-page.ts';
import { hasDarkness } from '../../../src/shared/printing/calibration.ts';
import { languages } from '../../../src/shared/printing/profile.ts';

type Dot = readonly [x: number, y: number];

function pageOf(widthDots: number, heightDots: number, dots: readonly Dot[]): Page {
  const bytesPerRow = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(bytesPerRow * heightDots);
  for (const [x, y] of dots) {
    const at = y * bytesPerRow + (x >> 3);
    bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
  }
  return { widthDots, heightDots, bytesPerRow, dpi: 203, bits };
}

function dotsOf({ widthDots, heightDots, bytesPerRow, bits }: Page): Dot[] {
  const dots: Dot[] = [];
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < bytesPerRow * 8; x += 1)
      if (((bits[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) {
        // A bit beyond the page would be a dot too many.
        expect(x).toBeLessThan(widthDots);
        dots.push([x, y]);
      }
  return dots;
}

describe('shifting a page', () => {
  it('moves every dot by the same amount and never drops one', () => {
    const size = fc.integer({ min: 1, max: 40 });
    const shift = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        size,
        size,
        shift,
        shift,
        fc.infiniteStream(fc.nat()),
        (width, height, right, down, some) => {
          const dots: Dot[] = [];
          for (let count = 0; count < 12; count += 1)
            dots.push([(some.next().value as number) % width, (some.next().value as number) % height]);
          const page = pageOf(width, height, dots);
          const before = dotsOf(page);
          const after = dotsOf(shiftPage(page, right, down).page);
          expect(after).toHaveLength(before.length);
          const [dx, dy] = [
            (after[0]?.[0] ?? 0) - (before[0]?.[0] ?? 0),
            (after[0]?.[1] ?? 0) - (before[0]?.[1] ?? 0),
          ];
          expect(after).toEqual(before.map(([x, y]) => [x + dx, y + dy]));
          // As far as asked, or as far as the page goes.
          const [xs, ys] = [before.map(([x]) => x), before.map(([, y]) => y)];
          expect(dx).toBe(Math.min(width - 1 - Math.max(...xs), Math.max(-Math.min(...xs), right)) + 0);
          expect(dy).toBe(Math.min(height - 1 - Math.max(...ys), Math.max(-Math.min(...ys), down)) + 0);
        },
      ),
    );
  });

  it('leaves a white page and a page in its place alone', () => {
    const white = pageOf(20, 20, []);
    expect(shiftPage(white, 3, 3)).toEqual({ page: white, right: 0, down: 0 });
    const page = pageOf(20, 20, [[3, 3]]);
    expect(shiftPage(page, 0.4, -0.4).page).toBe(page);
  });
});

describe('darkness', () => {
  it.each([
    ['zpl', 10, '~SD30\r\n'],
    ['zpl', 1, '~SD03\r\n'],
    ['epl2', 10, '\nD15\n'],
    ['tspl', 4, 'DENSITY 6\r\n'],
    ['zpl', 99, '~SD30\r\n'],
    ['zpl', -5, '~SD03\r\n'],
  ] as const)('tells %s a darkness of %d', (language, darkness, command) => {
    expect(Buffer.from(darknessPrefix(language, darkness)).toString('latin1')).toBe(command);
  });

  it.each(languages)('says nothing to %s unless it is asked for and the language can be told', (language) => {
    expect(darknessPrefix(language, null)).toHaveLength(0);
    expect(darknessPrefix(language, 5).length > 0).toBe(hasDarkness(language));
  });
});
