import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPin, pinProblems } from '../../../src/shared/credential/pin.ts';

describe('pinProblems', () => {
  it.each([
    ['', ['too-short']],
    ['4071852', ['too-short']],
    ['40718529', []],
    ['4071852A', ['not-digits']],
    ['٤٠٧١٨٥٢٩', ['not-digits']],
    ['40718529 ', ['not-digits']],
    ['407185294071852940718', ['too-long']],
    ['01234567', ['run']],
    ['98765432', ['run']],
    ['50123481', ['run']],
    ['12121212', ['repeated-group']],
    ['34234291', ['repeated-group']],
    ['40777185', ['repeated-digit']],
    ['11111111', ['repeated-digit', 'repeated-group']],
    ['40718844', []],
  ])('finds in %j: %j', (pin, problems) => {
    expect(pinProblems(pin)).toEqual(problems);
  });

  it('asks for the length the policy asks for', () => {
    expect(pinProblems('40718529', 10)).toEqual(['too-short']);
    expect(pinProblems('4071852960', 10)).toEqual([]);
  });

  it('never goes below eight digits, whatever the caller says', () => {
    expect(pinProblems('4071', 4)).toEqual(['too-short']);
  });
});

describe('drawPin', () => {
  it('gives a PIN without a problem for every length and any fair source', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 20 }), fc.integer(), (length, seed) => {
        let state = seed >>> 0;
        const nextDigit = (): number => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return Math.floor((state / 0x1_0000_0000) * 10);
        };
        const pin = drawPin(length, nextDigit);
        expect(pin).toHaveLength(length);
        expect(pinProblems(pin, length)).toEqual([]);
      }),
    );
  });

  it('refuses to go on with a source that always gives the same digit', () => {
    expect(() => drawPin(8, () => 7)).toThrow(/random source/);
  });
});
