import { describe, expect, it } from 'vitest';
import { codesEndedBy, isClosed, mayGo } from '../../../src/main/spool/intent-rules.ts';
import { Backoff } from '../../../src/main/spool/lanes/backoff.ts';
import { reasonKind, reasonOf } from '../../../src/main/spool/reasons.ts';
import { intentStates } from '../../../src/main/spool/types.ts';
import { operations } from '../../../src/shared/credential/kinds.ts';
import { failureCodes } from '../../../src/shared/failure-codes.ts';
import { jobReasons } from '../../../src/shared/printing/job.ts';

describe('the back-off', () => {
  it('grows to a minute, starts again, and heeds the printer', () => {
    const backoff = new Backoff();
    const waits = [1, 2, 3, 4, 5, 6].map(() => backoff.next(null));
    expect(waits).toEqual([2000, 5000, 15_000, 30_000, 60_000, 60_000]);
    backoff.reset();
    expect(backoff.next(10_000)).toBe(10_000);
    expect(backoff.next(1000)).toBe(5000);
  });
});

describe('reasons', () => {
  it('tell waiting from needing a person as the specification lists them', () => {
    const waiting = jobReasons.filter((reason) => reasonKind(reason) === 'waits');
    expect(waiting).toEqual(
      expect.arrayContaining(['offline', 'media-empty', 'cover-open', 'paused', 'busy', 'head-hot']),
    );
    const person = jobReasons.filter((reason) => reasonKind(reason) === 'person');
    expect(person).toEqual(
      expect.arrayContaining([
        'media-mismatch',
        'not-readable',
        'holder-mismatch',
        'seal-lost',
        'printer-unknown',
      ]),
    );
  });

  it('exist for every failure, and a job never waits for `interrupted`', () => {
    for (const code of failureCodes) expect(reasonKind(reasonOf(code)), code).not.toBe('paper');
  });

  it.each([
    ['printer-offline', 'waits'],
    ['media-empty', 'waits'],
    ['holder-mismatch', 'person'],
    ['badge-unreadable', 'person'],
    ['symbol-does-not-fit', 'person'],
    ['payload-gone', 'person'],
  ] as const)('make %s a job that %s', (code, kind) => {
    expect(reasonKind(reasonOf(code))).toBe(kind);
  });
});

describe('intents', () => {
  it.each(['done', 'not-done'] as const)('stay %s', (state) => {
    expect(isClosed(state)).toBe(true);
    expect(intentStates.filter((to) => mayGo(state, to))).toEqual([]);
  });

  it('never go back to planned, and reach created only after a write was noted', () => {
    expect(intentStates.filter((from) => mayGo(from, 'planned'))).toEqual([]);
    expect(mayGo('planned', 'created')).toBe(false);
    expect(mayGo('writing', 'created')).toBe(true);
  });

  it('with a sealed answer can only be closed', () => {
    expect(intentStates.filter((to) => mayGo('created', to))).toEqual(['created', 'done']);
  });

  it('say for each operation which codes it ends', () => {
    const table = Object.fromEntries(operations.map((operation) => [operation, codesEndedBy(operation)]));
    expect(table).toEqual({
      'first-badge': ['standard'],
      replace: ['standard'],
      temporary: ['temporary'],
      'end-temporary': ['temporary'],
      extend: [],
      'new-pin': [],
      remove: ['standard', 'temporary'],
    });
  });
});
