import { describe, expect, it } from 'vitest';
import { adviseSize, type SymbolRoom } from '../../../src/main/badges/symbol/size-advisor.ts';
import { valueOf } from '../../fakes/badge-samples.ts';

/** A square of paper without margins. */
function square(mm: number, dpi: number): SymbolRoom {
  const dots = Math.floor((mm * dpi) / 25.4);
  return { dpi, inkDots: dots, boxDots: dots };
}

describe('size advisor', () => {
  // Hand-made: 150 bytes fit version 7 L (45 modules), 8 M (49), 10 Q (57), 12 H (65); 4 modules of white on each side.
  const rows = [
    { name: '54 mm at 203 dpi', room: square(54, 203), bytes: 150, level: 'Q', dots: 6, advice: [] },
    { name: '54 mm at 300 dpi', room: square(54, 300), bytes: 150, level: 'Q', dots: 9, advice: [] },
    { name: '54 mm at 600 dpi', room: square(54, 600), bytes: 150, level: 'Q', dots: 18, advice: [] },
    { name: 'a short payload', room: square(54, 203), bytes: 100, level: 'H', dots: 6, advice: [] },
    { name: 'a long payload', room: square(54, 203), bytes: 260, level: 'L', dots: 6, advice: [] },
    {
      name: '25 mm at 203 dpi',
      room: square(25, 203),
      bytes: 150,
      level: 'Q',
      dots: 3,
      advice: ['below-2in', 'thin-modules'],
    },
    {
      name: '33 mm at 203 dpi',
      room: square(33, 203),
      bytes: 150,
      level: 'Q',
      dots: 4,
      advice: ['below-2in'],
    },
  ] as const;
  it.each(rows)(
    'gives $name a $level symbol with $dots dots a module',
    ({ room, bytes, level, dots, advice }) => {
      const size = valueOf(adviseSize(bytes, room));
      expect([size.level, size.dotsPerModule, size.advice]).toEqual([level, dots, advice]);
    },
  );

  it('spends no dot on error correction below the module size of Microsoft’s own picture', () => {
    for (const dpi of [180, 203, 300, 600]) {
      for (let mm = 20; mm <= 60; mm += 0.5) {
        for (const bytes of [60, 100, 145, 180, 260, 400]) {
          const room = square(mm, dpi);
          const advised = adviseSize(bytes, room);
          if (!advised.ok) continue;
          const { dotsPerModule, modules, moduleMm } = advised.value;
          const largest = largestDotsAtLevelL(bytes, room);
          expect(dotsPerModule).toBeGreaterThanOrEqual(
            Math.min(largest, Math.floor((50.8 / 65 / 25.4) * dpi)),
          );
          expect(dotsPerModule * (modules + 8)).toBeLessThanOrEqual(room.boxDots);
          expect(moduleMm).toBeCloseTo((dotsPerModule * 25.4) / dpi, 9);
        }
      }
    }
  });

  it('does not give up the 2 in for error correction', () => {
    // 58 mm paper, 48 mm head: 180 bytes reach 2 in at level L with 7 dots, not at level M with 6.
    const size = valueOf(adviseSize(180, { dpi: 203, inkDots: 368, boxDots: 446 }));
    expect([size.level, size.dotsPerModule, size.advice]).toEqual(['L', 7, []]);
  });

  it('lets the white paper beside the head be quiet zone, but keeps the modules on the head', () => {
    const narrow = { dpi: 203, inkDots: 300, boxDots: 300 };
    const beside = { dpi: 203, inkDots: 300, boxDots: 360 };
    expect(valueOf(adviseSize(150, narrow)).dotsPerModule).toBe(5);
    expect(valueOf(adviseSize(150, beside)).dotsPerModule).toBe(6);
    const size = valueOf(adviseSize(150, beside));
    expect(size.dotsPerModule * size.modules).toBeLessThanOrEqual(300);
  });

  it('refuses under 3 dots with the figures a person needs', () => {
    const refused = adviseSize(400, square(25, 203));
    expect(refused).toEqual({
      ok: false,
      failure: { code: 'symbol-does-not-fit', facts: { neededMm: 28.9, availableMm: 24.9, dpi: 203 } },
    });
  });

  it('refuses modules finer than 0.25 mm, however many dots they have', () => {
    const refused = adviseSize(400, square(15, 600));
    expect(refused.ok).toBe(false);
  });

  it.each([0, -1, 2954, 1e9, NaN, Infinity, 1.5])('refuses a payload of %s bytes', (bytes) => {
    const refused = adviseSize(bytes, square(54, 203));
    expect(refused.ok ? '' : refused.failure.code).toBe('payload-invalid');
  });

  it.each([0, -50, NaN, -Infinity])('refuses a room of %s dots without throwing', (dots) => {
    expect(adviseSize(100, { dpi: 203, inkDots: dots, boxDots: dots }).ok).toBe(false);
  });
});

/** Written apart from the advisor: the largest module a level L symbol may have, no larger than 2 in asks for. */
function largestDotsAtLevelL(bytes: number, room: SymbolRoom): number {
  const capacity = [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425];
  const version = capacity.findIndex((each) => each >= bytes) + 1;
  const modules = 17 + 4 * version;
  const wanted = Math.ceil((0.95 * 2 * room.dpi) / (modules + 8));
  return Math.min(wanted, Math.floor(room.inkDots / modules), Math.floor(room.boxDots / (modules + 8)));
}

it('never goes below the module a printer was seen to print readably, and refuses where that leaves no room', () => {
  const room = { dpi: 203, inkDots: 200, boxDots: 260 };
  const usual = adviseSize(150, room);
  expect(usual).toMatchObject({ ok: true, value: { dotsPerModule: 4 } });
  expect(adviseSize(150, { ...room, minDots: 4 })).toEqual(usual);
  expect(adviseSize(150, { ...room, minDots: 2 })).toEqual(usual);
  expect(adviseSize(150, { ...room, minDots: 6 })).toMatchObject({
    ok: false,
    failure: { code: 'symbol-does-not-fit', facts: { dpi: 203 } },
  });
});
