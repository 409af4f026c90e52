import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  latestExtension,
  lifetimeMs,
  planDates,
  sameSecond,
} from '../../../src/shared/credential/lifetimes.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = Date.parse('2026-11-21T08:00:12.345Z');

describe('lifetimeMs', () => {
  it.each([
    [{ kind: 'standard', days: 1 } as const, dayMs],
    [{ kind: 'standard', days: 395 } as const, 395 * dayMs],
    [{ kind: 'standard', days: 0 } as const, null],
    [{ kind: 'standard', days: 396 } as const, null],
    [{ kind: 'standard', days: Number.NaN } as const, null],
    [{ kind: 'temporary', hours: 1 } as const, hourMs],
    [{ kind: 'temporary', hours: 12 } as const, 12 * hourMs],
    [{ kind: 'temporary', hours: 0.1 } as const, null],
    [{ kind: 'temporary', hours: 13 } as const, null],
    [{ kind: 'temporary', hours: Number.POSITIVE_INFINITY } as const, null],
  ])('%j lasts %s ms', (lifetime, expected) => {
    expect(lifetimeMs(lifetime)).toBe(expected);
  });
});

describe('planDates', () => {
  it('keeps inside the limits by a minute and carries the mark, for every length and moment', () => {
    const lifetimes = fc.oneof(
      fc.record({ kind: fc.constant('standard' as const), days: fc.integer({ min: 1, max: 395 }) }),
      fc.record({ kind: fc.constant('temporary' as const), hours: fc.integer({ min: 1, max: 12 }) }),
    );
    fc.assert(
      fc.property(lifetimes, fc.integer({ min: 0, max: 59 }), fc.nat(4_000_000), (lifetime, mark, offset) => {
        const dates = planDates(lifetime, now + offset, mark);
        expect(dates).not.toBeNull();
        if (dates === null) return;
        const length = dates.expireMs - dates.startMs;
        const [min, max] = lifetime.kind === 'standard' ? [dayMs, 395 * dayMs] : [hourMs, 12 * hourMs];
        expect(length).toBeGreaterThanOrEqual(min);
        expect(length).toBeLessThanOrEqual(max - 60_000);
        expect(dates.startMs % 1000).toBe(0);
        expect(new Date(dates.expireMs).getUTCSeconds()).toBe(mark);
      }),
    );
  });

  it.each([-1, 60, 1.5, Number.NaN])('refuses the mark %s', (mark) => {
    expect(planDates({ kind: 'temporary', hours: 8 }, now, mark)).toBeNull();
  });
});

describe('latestExtension', () => {
  it('ends a minute before 395 days after the start', () => {
    expect(latestExtension(0)).toBe(395 * dayMs - 60_000);
  });
});

describe('sameSecond', () => {
  it('ignores fractions the service adds', () => {
    expect(sameSecond(Date.parse('2026-11-21T08:00:12.000Z'), Date.parse('2026-11-21T08:00:12.999Z'))).toBe(
      true,
    );
    expect(sameSecond(Date.parse('2026-11-21T08:00:12Z'), Date.parse('2026-11-21T08:00:13Z'))).toBe(false);
  });
});
