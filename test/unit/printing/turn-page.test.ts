import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnPage } from '../../../src/main/printing/turn-page.ts';
import type { Page } from '../../../src/main/badges/types.ts';

function pageOf(widthDots: number, heightDots: number, isBlack: (x: number, y: number) => boolean): Page {
  const bytesPerRow = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(bytesPerRow * heightDots);
  for (let y = 0; y < heightDots; y += 1)
    for (let x = 0; x < widthDots; x += 1)
      if (isBlack(x, y)) {
        const at = y * bytesPerRow + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      }
  return { widthDots, heightDots, bytesPerRow, dpi: 203, bits };
}

describe('turning a page by half a turn', () => {
  it('puts every dot on the opposite side, and twice is as before', () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(size, size, fc.nat(), (width, height, seed) => {
        const isBlack = (x: number, y: number) => (x * 31 + y * 17 + seed) % 3 === 0;
        const page = pageOf(width, height, isBlack);
        expect(turnPage(page)).toEqual(
          pageOf(width, height, (x, y) => isBlack(width - 1 - x, height - 1 - y)),
        );
        expect(turnPage(turnPage(page))).toEqual(page);
      }),
    );
  });
});
