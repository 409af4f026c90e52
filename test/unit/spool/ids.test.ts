import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFromText, IdSource, idToText } from '../../../src/main/spool/ids.ts';

describe('spool ids', () => {
  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (id) => {
        expect(idFromText('j', idToText('j', id))).toBe(id);
      }),
    );
  });

  it('sort as text as they do as numbers', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        expect(Math.sign(a - b)).toBe(Math.sign(idToText('j', a).localeCompare(idToText('j', b), 'en')));
      }),
    );
  });

  it.each([
    '',
    'j',
    'j1',
    'i00000000001',
    'J00000000001',
    'j0000000000-',
    'j000000000001',
    '../../etc/x',
    'jzzzzzzzzzzz',
  ])('refuse %j as a job id', (text) => {
    expect(idFromText('j', text)).toBeNull();
  });

  it('grow although the clock is set back', () => {
    const ids = new IdSource(0, () => 7);
    const nowMs = Date.UTC(2026, 10, 21);
    const given = [nowMs, nowMs, nowMs - 3_600_000, 0, nowMs + 1].map((ms) => ids.next(ms));
    expect(given).toEqual([...given].sort((a, b) => a - b));
    expect(new Set(given).size).toBe(given.length);
  });

  it('go on above the highest id of the last run', () => {
    const last = new IdSource(0).next(Date.UTC(2030, 0, 1));
    expect(new IdSource(last).next(Date.UTC(2026, 0, 1))).toBeGreaterThan(last);
  });

  it('stay whole numbers at the end of their range', () => {
    expect(Number.isSafeInteger(new IdSource(0, () => 4095).next(Number.MAX_SAFE_INTEGER))).toBe(true);
  });
});
