import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertPage, cutBox, inkBox, inkSpans } from '../../../src/main/printing/encoders/raster.ts';
import { blankPage, isDot, setDot, type TestPage } from '../../fakes/pages.ts';

/** Small pages with a few dots anywhere. */
const pages = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 30 }),
    dots: fc.array(fc.tuple(fc.nat(39), fc.nat(29)), { maxLength: 30 }),
  })
  .map(({ width, height, dots }) => {
    const page = blankPage(width, height, 203);
    for (const [x, y] of dots) setDot(page, x % width, y % height);
    return page;
  });

function inkOf(page: TestPage): { x: number; y: number }[] {
  const found = [];
  for (let y = 0; y < page.heightDots; y += 1) {
    for (let x = 0; x < page.widthDots; x += 1) if (isDot(page, x, y)) found.push({ x, y });
  }
  return found;
}

describe('inkBox', () => {
  it('is the smallest box around the ink, or null on a blank page', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const ink = inkOf(page);
        const box = inkBox(page, { from: 0, to: page.heightDots });
        if (ink.length === 0) return box === null;
        const left = Math.min(...ink.map(({ x }) => x));
        const right = Math.max(...ink.map(({ x }) => x));
        return box?.left === left && box.width === right - left + 1;
      }),
    );
  });
});

describe('inkSpans', () => {
  it('covers every inked row and begins and ends on one', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 1, max: 6 }), (page, joinBelow) => {
        const rows = new Set(inkOf(page).map(({ y }) => y));
        const spans = inkSpans(page, joinBelow);
        const covered = [...rows].every((row) => spans.some(({ from, to }) => row >= from && row < to));
        const tight = spans.every(({ from, to }) => rows.has(from) && rows.has(to - 1));
        const apart = spans.every(({ from }, at) => at === 0 || from - (spans[at - 1]?.to ?? 0) >= joinBelow);
        return covered && tight && apart;
      }),
    );
  });
});

describe('cutBox', () => {
  it('holds the dots of the box and white outside the page, wherever the box begins', () => {
    const boxes = fc.record({
      left: fc.integer({ min: -12, max: 40 }),
      top: fc.integer({ min: -4, max: 30 }),
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(pages, boxes, (page, box) => {
        const rows = cutBox(page, box);
        const rowBytes = Math.ceil(box.width / 8);
        expect(rows).toHaveLength(rowBytes * box.height);
        for (let y = 0; y < box.height; y += 1) {
          for (let x = 0; x < rowBytes * 8; x += 1) {
            const bit = ((rows[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
            const wanted = x < box.width && isDot(page, box.left + x, box.top + y) ? 1 : 0;
            if (bit !== wanted) return false;
          }
        }
        return true;
      }),
    );
  });
});

describe('assertPage', () => {
  it.each([
    ['no width', { widthDots: 0 }],
    ['a width that is no whole number', { widthDots: 7.5 }],
    ['no height', { heightDots: 0 }],
    ['rows too short for the width', { bytesPerRow: 1 }],
    ['too few bytes', { bits: new Uint8Array(3) }],
    ['not a number', { heightDots: Number.NaN }],
  ])('stops an encoder that is handed a page with %s', (_what, change) => {
    expect(() => assertPage({ ...blankPage(16, 4, 203), ...change })).toThrow(RangeError);
  });
});
