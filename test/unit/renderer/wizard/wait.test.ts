import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../src/renderer/src/text/format.ts';
import { english } from '../../../../src/renderer/src/text/languages.ts';
import { stepLine, waitOf } from '../../../../src/renderer/src/wizard/wait.ts';
import type { IssueProgress } from '../../../../src/shared/ipc/progress.ts';

const startedAt = '2026-11-21T08:00:00.000Z';
const startedMs = Date.parse(startedAt);
const progress: IssueProgress = {
  intentId: 'i',
  operation: 'replace',
  holderId: 'h',
  holderName: 'Ana Lima',
  phase: 'writing',
  step: 'create-standard',
  steps: ['delete-standard', 'create-standard'],
  startedAt,
  since: startedAt,
  pause: null,
  cancelled: false,
};

describe('a wait for Microsoft', () => {
  it.each([
    ['says nothing of time before main has answered', null, 60_000, null, false],
    ['is no wait in the first seconds', 'writing', 3_999, null, false],
    ['counts from the fourth second on and can be stopped', 'writing', 4_000, 4, true],
    ['can be stopped while it is only looked up', 'checking', 4_000, 4, true],
    ['counts whole seconds', 'writing', 89_999, 89, true],
    ['can be stopped at once while it pauses', 'pausing', 10, null, true],
    ['can be stopped at once while it reads', 'reading', 10, null, true],
    ['is a short one when the clock was set back', 'writing', -3_600_000, null, false],
  ] as const)('%s', (_, phase, goneMs, seconds, canStop) => {
    const wait = waitOf(phase === null ? null : { ...progress, phase }, startedMs + goneMs);
    expect([wait.seconds, wait.canStop]).toEqual([seconds, canStop]);
  });
});

describe('the write under way', () => {
  const words = { text: english, format: createFormats('en', 'UTC') };

  it.each([
    ['names its place among several', {}, 'Step 2 of 2: making the new code'],
    ['is named alone where it is the only one', { steps: ['create-standard'] }, 'Now: making the new code'],
    ['is named where the list is not known', { steps: [] }, 'Now: making the new code'],
    ['is not there while nothing is written', { step: null }, null],
  ] as const)('%s', (_, change, line) => {
    expect(stepLine({ ...progress, ...change }, words)).toBe(line);
  });
});
