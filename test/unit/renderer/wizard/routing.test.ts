import { describe, expect, it } from 'vitest';
import type { IssueState } from '../../../../src/shared/ipc/views.ts';
import type { JobState } from '../../../../src/shared/printing/job.ts';
import { operations } from '../../../../src/shared/credential/kinds.ts';
import { remedyFor, stepForIssue } from '../../../../src/renderer/src/wizard/routing.ts';
import { isBound, placeOf, placesFor, type StepKind } from '../../../../src/renderer/src/wizard/steps.ts';
import { issueIn, steps } from './examples.ts';

const stepOfJob: { readonly [S in JobState]: StepKind } = {
  queued: 'print',
  sending: 'print',
  sent: 'verify',
  confirmed: 'verify',
  verified: 'hand-over',
  'handed-over': 'done',
  held: 'print',
  unsure: 'print',
  cancelled: 'print',
  expired: 'print',
  replaced: 'print',
};

const stepOfIssue: { readonly [S in Exclude<IssueState, 'created' | 'done'>]: StepKind } = {
  'not-done': 'trouble',
  'picture-lost': 'trouble',
  unknown: 'trouble',
  'half-done': 'trouble',
};

describe('the step an operation belongs to', () => {
  it.each(Object.entries(stepOfJob))('a badge that is %s belongs to %s', (state, kind) => {
    expect(stepForIssue(issueIn({ state: state as JobState }), null).kind).toBe(kind);
  });

  it.each(Object.entries(stepOfIssue))('an operation that is %s belongs to %s', (state, kind) => {
    expect(stepForIssue(issueIn({}, { state: state as IssueState, job: null }), null).kind).toBe(kind);
  });

  it.each([
    ['handed-over', 'done'],
    ['expired', 'print'],
    ['cancelled', 'print'],
    ['replaced', 'print'],
  ] as const)('a closed operation whose badge is %s belongs to %s', (state, kind) => {
    const closed = issueIn({ state }, { state: 'done' });
    for (const current of [null, ...Object.values(steps)]) {
      expect(stepForIssue(closed, current).kind).toBe(kind);
    }
  });

  it.each([
    ['extend', {}, 'done'],
    ['end-temporary', {}, 'done'],
    ['remove', {}, 'done'],
    ['new-pin', { pinRevealed: true }, 'done'],
    // Nobody came for it, and it was erased.
    ['new-pin', { pinRevealed: false }, 'find'],
    // Put away, or ended while its outcome was unknown: there is no badge to speak of.
    ['replace', {}, 'find'],
    ['temporary', {}, 'find'],
  ] as const)('a closed %s without a badge, %o, belongs to %s', (operation, change, kind) => {
    const closed = issueIn({}, { operation, state: 'done', job: null, ...change });
    expect(stepForIssue(closed, null).kind).toBe(kind);
  });

  it('a PIN without a badge is handed over', () => {
    const issue = issueIn({}, { operation: 'new-pin', job: null, pinWaiting: true });
    expect(stepForIssue(issue, null).kind).toBe('hand-over');
  });

  it('a badge in the hand whose PIN still waits stays at the hand-over', () => {
    expect(stepForIssue(issueIn({ state: 'handed-over' }, { pinWaiting: true }), null).kind).toBe(
      'hand-over',
    );
  });

  it('does not push the operator out of the hand-over when the printer confirms late', () => {
    const step = stepForIssue(issueIn({ state: 'confirmed' }), steps['hand-over']);
    expect(step.kind).toBe('hand-over');
  });

  it('does not take another operation’s step for its own', () => {
    const other = issueIn({ state: 'confirmed', intentId: 'intent-2' }, { intentId: 'intent-2' });
    expect(stepForIssue(other, steps['hand-over']).kind).toBe('verify');
  });
});

describe('what makes good', () => {
  it('a first badge whose picture was lost is replaced, because the method exists now', () => {
    expect(remedyFor(issueIn({}, { operation: 'first-badge', state: 'picture-lost', job: null }))).toBe(
      'replace',
    );
  });

  it('an unsure badge is made certain by another code', () => {
    expect(remedyFor(issueIn({ state: 'unsure' }, { operation: 'temporary' }))).toBe('temporary');
  });

  it('a refused operation is offered again as it was', () => {
    expect(remedyFor(issueIn({}, { operation: 'first-badge', state: 'not-done', job: null }))).toBe(
      'first-badge',
    );
  });

  it('an unknown PIN reset is repeated, for only the last PIN counts', () => {
    expect(remedyFor(issueIn({}, { operation: 'new-pin', state: 'unknown', job: null }))).toBe('new-pin');
  });

  it.each(['first-badge', 'replace', 'temporary'] as const)(
    'an unknown %s is never repeated blindly',
    (operation) => {
      expect(remedyFor(issueIn({}, { operation, state: 'unknown', job: null }))).toBeNull();
    },
  );

  it('a badge whose code ended before anybody had it is issued again, also when that was closed', () => {
    expect(remedyFor(issueIn({ state: 'expired' }, { operation: 'temporary', state: 'done' }))).toBe(
      'temporary',
    );
    expect(remedyFor(issueIn({ state: 'handed-over' }, { state: 'done' }))).toBeNull();
  });

  it('a badge on its way needs nothing', () => {
    expect(remedyFor(issueIn({ state: 'sent' }))).toBeNull();
  });
});

describe('the progress line', () => {
  it.each(operations)('shows only the places %s has', (operation) => {
    const shown = placesFor(operation);
    const prints = operation === 'first-badge' || operation === 'replace' || operation === 'temporary';
    expect(shown.includes('verify')).toBe(prints);
    expect(shown.includes('hand-over')).toBe(prints || operation === 'new-pin');
  });

  it('knows a place for every step', () => {
    for (const step of Object.values(steps)) expect(placeOf(step)).toBeTruthy();
  });
});

it('binds the station to a holder from the write to the hand-over, and not before or after', () => {
  const bound = Object.values(steps)
    .filter((step) => isBound(step))
    .map(({ kind }) => kind);
  expect(bound).toEqual(['issue', 'print', 'verify', 'hand-over']);
  expect(isBound({ kind: 'print', issue: issueIn({ state: 'expired' }) })).toBe(false);
  expect(isBound({ kind: 'print', issue: issueIn({ state: 'expired' }, { pinWaiting: true }) })).toBe(true);
});
