import { describe, expect, it } from 'vitest';
import { datesFor } from '../../../src/main/issuing/plans.ts';
import type { CredentialState } from '../../../src/shared/credential/kinds.ts';
import { codeOf, must } from '../../fakes/spool-samples.ts';

const now = Date.parse('2026-11-21T08:00:00.700Z');
const dayMs = 86_400_000;
const days = (count: number) => ({ kind: 'standard', days: count }) as const;
const hours = (count: number) => ({ kind: 'temporary', hours: count }) as const;
const holding = (startsAt: string): CredentialState =>
  ({ standard: { id: 's', startsAt, expiresAt: startsAt }, temporary: null }) as unknown as CredentialState;

describe('the dates asked of the directory', () => {
  it('start now, in whole seconds, and end in the marked second', () => {
    expect(must(datesFor({ operation: 'first-badge', lifetime: days(300) }, null, now, 37))).toEqual({
      startsAt: '2026-11-21T08:00:00.000Z',
      expiresAt: '2027-09-17T08:00:37.000Z',
    });
    expect(must(datesFor({ operation: 'temporary', lifetime: hours(8) }, null, now, 5))).toEqual({
      startsAt: '2026-11-21T08:00:00.000Z',
      expiresAt: '2026-11-21T16:00:05.000Z',
    });
  });

  it.each([
    ['first-badge', hours(8)],
    ['replace', hours(8)],
    ['temporary', days(3)],
    ['first-badge', null],
    ['first-badge', days(0)],
    ['first-badge', days(396)],
    ['replace', days(Number.NaN)],
    ['temporary', hours(13)],
    ['temporary', hours(0)],
    ['extend', hours(8)],
    ['extend', null],
    ['extend', days(-1)],
  ] as const)('are refused for %s with %j', (operation, lifetime) => {
    const state = holding('2026-11-01T00:00:00.000Z');
    expect(codeOf(datesFor({ operation, lifetime }, state, now, 0))).toBe('lifetime-refused');
  });

  it.each(['remove', 'new-pin', 'end-temporary'] as const)('are none for %s', (operation) => {
    expect(must(datesFor({ operation, lifetime: null }, null, now, 0))).toBeNull();
  });

  it('keep the start of an extended code and stop a minute short of 395 days after it', () => {
    const started = '2026-01-10T06:30:00.000Z';
    const wish = { operation: 'extend', lifetime: days(395) } as const;
    const dates = must(datesFor(wish, holding(started), now, 0));
    expect(dates?.startsAt).toBe(started);
    expect(Date.parse(dates?.expiresAt ?? '')).toBe(Date.parse(started) + 395 * dayMs - 60_000);
    const short = must(datesFor({ ...wish, lifetime: days(10) }, holding(started), now, 0));
    expect(short?.expiresAt).toBe('2026-12-01T08:00:00.000Z');
  });

  it('cannot be extended without a code', () => {
    expect(codeOf(datesFor({ operation: 'extend', lifetime: days(10) }, null, now, 0))).toBe(
      'lifetime-refused',
    );
  });
});
