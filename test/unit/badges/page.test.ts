import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blackenRect,
  createBitmap,
  isBlack,
  stamp,
  turnedClockwise,
  type Bitmap,
} from '../../../src/main/badges/page.ts';

/** A bitmap with a pattern that no shift or mirror leaves as it is. */
function pattern(widthDots: number, heightDots: number, seed: number): Bitmap {
  const bitmap = createBitmap(widthDots, heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if ((x * 7 + y * 13 + seed * x * y) % 5 < 2)
        blackenRect(bitmap, { left: x, top: y, width: 1, height: 1 });
    }
  }
  return bitmap;
}

const place = fc.integer({ min: -30, max: 50 });
const size = fc.integer({ min: 0, max: 40 });

describe('page', () => {
  it('blackens exactly the dots of a rectangle, and none outside the bitmap', () => {
    fc.assert(
      fc.property(place, place, size, size, (left, top, width, height) => {
        const bitmap = createBitmap(37, 23);
        blackenRect(bitmap, { left, top, width, height });
        for (let y = 0; y < 23; y += 1) {
          for (let x = 0; x < 37; x += 1) {
            const inside = x >= left && x < left + width && y >= top && y < top + height;
            expect(isBlack(bitmap, x, y)).toBe(inside);
          }
        }
        // The padding bits of the last byte stay white, or an encoder would print them.
        for (let y = 0; y < 23; y += 1) expect((bitmap.bits[y * 5 + 4] ?? 0) & 0b111).toBe(0);
      }),
    );
  });

  it('stamps dot by dot as a naive copy would, inside the clip only', () => {
    fc.assert(
      fc.property(place, place, place, place, size, size, (left, top, clipLeft, clipTop, width, height) => {
        const clip = { left: clipLeft, top: clipTop, width, height };
        const source = pattern(19, 11, 1);
        for (const ink of ['black', 'white'] as const) {
          const before = pattern(45, 31, 2);
          const after = { ...before, bits: before.bits.slice() };
          stamp(after, source, left, top, clip, ink);
          for (let y = 0; y < 31; y += 1) {
            for (let x = 0; x < 45; x += 1) {
              const isClipped = x < clipLeft || y < clipTop || x >= clipLeft + width || y >= clipTop + height;
              const isInked = !isClipped && isBlack(source, x - left, y - top);
              expect(isBlack(after, x, y)).toBe(isInked ? ink === 'black' : isBlack(before, x, y));
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('turns a bitmap a quarter clockwise', () => {
    const source = pattern(13, 21, 3);
    const turned = turnedClockwise(source);
    expect([turned.widthDots, turned.heightDots]).toEqual([21, 13]);
    for (let y = 0; y < 21; y += 1) {
      for (let x = 0; x < 13; x += 1) expect(isBlack(turned, 20 - y, x)).toBe(isBlack(source, x, y));
    }
  });
});
