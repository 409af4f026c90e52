import { describe, expect, it } from 'vitest';
import { reduce, type WizardEvent } from '../../../../src/renderer/src/wizard/reducer.ts';
import type { Step, StepKind } from '../../../../src/renderer/src/wizard/steps.ts';
import { sampleJob } from '../../../fakes/sample-views.ts';
import { choice, events, failure, issueIn, nowMs, plan, steps, view } from './examples.ts';

type EventKind = WizardEvent['kind'];

/** Where each event leads from each step. What is not listed must leave the step exactly as it was. */
const leadsTo: { readonly [S in StepKind]: { readonly [E in EventKind]?: StepKind } } = {
  find: { 'holder-chosen': 'look', resumed: 'print', left: 'find' },
  look: {
    'holder-chosen': 'look',
    'credential-read': 'choose',
    'look-failed': 'look',
    resumed: 'print',
    back: 'find',
    left: 'find',
  },
  choose: {
    'holder-chosen': 'look',
    'choice-changed': 'choose',
    'check-asked': 'plan',
    resumed: 'print',
    back: 'find',
    left: 'find',
  },
  plan: {
    'holder-chosen': 'look',
    'check-asked': 'plan',
    'plan-made': 'check',
    'plan-failed': 'plan',
    resumed: 'print',
    back: 'choose',
    left: 'find',
  },
  check: {
    'holder-chosen': 'look',
    'check-asked': 'plan',
    'issue-asked': 'issue',
    resumed: 'print',
    back: 'choose',
    left: 'find',
  },
  // Under way: nothing but its own answer moves it.
  issue: { 'issue-answered': 'print', 'issue-failed': 'issue' },
  print: { 'issue-changed': 'verify', left: 'find' },
  verify: {
    'issue-changed': 'verify',
    'scan-judged': 'verify',
    'verify-opened': 'verify',
    'hand-over-opened': 'hand-over',
    left: 'find',
  },
  'hand-over': { 'issue-changed': 'hand-over', 'verify-opened': 'verify', back: 'verify', left: 'find' },
  trouble: { 'holder-chosen': 'look', 'issue-changed': 'verify', resumed: 'print', left: 'find' },
  done: { 'holder-chosen': 'look', 'issue-changed': 'verify', resumed: 'print', back: 'find', left: 'find' },
};

const pairs = Object.values(steps).flatMap((step) => Object.values(events).map((event) => ({ step, event })));

describe('every event in every step', () => {
  it.each(pairs)('$step.kind, $event.kind', ({ step, event }) => {
    const next = reduce(step, event);
    const expected = leadsTo[step.kind][event.kind];
    if (expected === undefined) expect(next).toBe(step);
    else expect(next.kind).toBe(expected);
  });
});

describe('one’s own badge, asked for without an id', () => {
  const asked = { ...steps.look, holder: { id: 'me', name: 'Jordan Reyes' } };
  const answer = { ...view, holder: { ...view.holder, id: 'h-jordan' } };

  it('takes the answer about oneself, whatever the id in it', () => {
    const next = reduce(asked, { ...events['credential-read'], view: { ...answer, own: true } });
    expect(next.kind).toBe('choose');
  });

  it('takes no answer about somebody else', () => {
    expect(reduce(asked, { ...events['credential-read'], view: { ...answer, own: false } })).toBe(asked);
  });
});

describe('late and foreign answers', () => {
  const foreignJob = sampleJob(nowMs, { id: 'job-9', state: 'verified' });
  const late: readonly { name: string; step: Step; event: WizardEvent }[] = [
    {
      name: 'the codes of another holder',
      step: steps.look,
      event: { ...events['credential-read'], view: { ...view, holder: { ...view.holder, id: 'h-other' } } },
    },
    {
      name: 'a failure of another holder',
      step: steps.look,
      event: { ...events['look-failed'], holderId: 'h-other' },
    },
    {
      name: 'a plan for an earlier choice',
      step: steps.plan,
      event: { ...events['plan-made'], choice: { ...choice } },
    },
    {
      name: 'a failed plan for an earlier choice',
      step: steps.plan,
      event: { ...events['plan-failed'], choice: { ...choice } },
    },
    {
      name: 'the answer to another plan',
      step: steps.issue,
      event: { ...events['issue-answered'], planId: 'plan-0' },
    },
    {
      name: 'the failure of another plan',
      step: steps.issue,
      event: { ...events['issue-failed'], planId: 'plan-0' },
    },
    {
      name: 'news of another operation',
      step: steps.verify,
      event: { kind: 'issue-changed', issue: issueIn({}, { intentId: 'intent-9' }) },
    },
    {
      name: 'the verdict on another badge',
      step: steps.verify,
      event: { ...events['scan-judged'], job: foreignJob },
    },
  ];
  it.each(late)('ignores $name', ({ step, event }) => {
    expect(reduce(step, event)).toBe(step);
  });
});

it('does not go on with an operation that is not offered', () => {
  const refused = { ...choice, operation: 'first-badge' } as const;
  expect(reduce(steps.choose, { kind: 'choice-changed', choice: refused })).toBe(steps.choose);
});

it('does not issue from a plan that is not ready', () => {
  const step: Step = { ...steps.check, plan: { ...plan, ready: false } };
  expect(reduce(step, events['issue-asked'])).toBe(step);
});

it('cannot go on from "choose" while nothing can be chosen', () => {
  const step: Step = { ...steps.choose, choice: null };
  expect(reduce(step, events['check-asked'])).toBe(step);
});

it('asks anew after "check again", so that the answer to the first question no longer fits', () => {
  const asked = reduce(steps.check, events['check-asked']);
  expect(asked.kind).toBe('plan');
  expect(reduce(asked, { kind: 'plan-made', choice, plan })).toBe(asked);
  if (asked.kind !== 'plan') throw new Error('unreachable');
  expect(reduce(asked, { kind: 'plan-made', choice: asked.choice, plan }).kind).toBe('check');
});

it('tries a failed reading again, and nothing else', () => {
  const failedLook: Step = { ...steps.look, failure };
  const failedPlan: Step = { ...steps.plan, failure };
  expect(reduce(failedLook, events['tried-again'])).toMatchObject({ kind: 'look', failure: null });
  expect(reduce(failedPlan, events['tried-again'])).toMatchObject({ kind: 'plan', failure: null });
});

it('goes back from a refused write to a new plan, never to the used one', () => {
  const refused = reduce(steps.issue, events['issue-failed']);
  const back = reduce(refused, events.back);
  expect(back).toMatchObject({ kind: 'plan', failure: null });
  expect(back).not.toHaveProperty('plan');
});

it('can be left once a write has been refused, but not while it is under way', () => {
  expect(reduce(steps.issue, events.left)).toBe(steps.issue);
  expect(reduce(reduce(steps.issue, events['issue-failed']), events.left).kind).toBe('find');
});

it('counts judged scans, so that the same verdict twice is seen twice', () => {
  const once = reduce(steps.verify, {
    ...events['scan-judged'],
    verdict: 'unreadable',
    job: sampleJob(nowMs, { state: 'sent' }),
  });
  const twice = reduce(once, {
    ...events['scan-judged'],
    verdict: 'unreadable',
    job: sampleJob(nowMs, { state: 'sent' }),
  });
  expect(once).toMatchObject({ verdict: 'unreadable', scans: 1 });
  expect(twice).toMatchObject({ verdict: 'unreadable', scans: 2 });
});

it('keeps the verdict when news of the verified badge arrives', () => {
  const judged = reduce(steps.verify, events['scan-judged']);
  const news = reduce(judged, {
    kind: 'issue-changed',
    issue: issueIn({ state: 'verified', witness: 'scan' }),
  });
  expect(news).toMatchObject({ kind: 'verify', verdict: 'match', scans: 1 });
});

it('returns from verify to print when a second copy is on its way', () => {
  const news = reduce(steps.verify, { kind: 'issue-changed', issue: issueIn({ state: 'queued', copy: 2 }) });
  expect(news.kind).toBe('print');
});

it('resumes the operation on screen even while the station is bound to it', () => {
  const resumed = reduce(steps.print, { kind: 'resumed', issue: issueIn({ state: 'unsure' }) });
  expect(resumed).toMatchObject({ kind: 'print', issue: { job: { state: 'unsure' } } });
});

it('opens the hand-over of a PIN whose badge will never come out', () => {
  const cancelled: Step = { kind: 'print', issue: issueIn({ state: 'cancelled' }, { pinWaiting: true }) };
  const lost: Step = {
    kind: 'trouble',
    issue: issueIn({}, { state: 'picture-lost', job: null, pinWaiting: true }),
  };
  expect(reduce(cancelled, events['hand-over-opened']).kind).toBe('hand-over');
  expect(reduce(lost, events['hand-over-opened']).kind).toBe('hand-over');
});
