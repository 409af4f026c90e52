import { offersFor } from '../../../../src/shared/credential/offers.ts';
import type { CredentialView, IssueView, Plan } from '../../../../src/shared/ipc/views.ts';
import type { WizardEvent } from '../../../../src/renderer/src/wizard/reducer.ts';
import type { Choice, Step, StepKind } from '../../../../src/renderer/src/wizard/steps.ts';
import {
  sampleChecks,
  sampleCredential,
  sampleHolder,
  sampleIssue,
  sampleJob,
  samplePrinter,
} from '../../../fakes/sample-views.ts';

/** The moment all examples are made at. */
export const nowMs = Date.parse('2026-11-21T08:00:00.000Z');

const holder = sampleHolder();
const state = sampleCredential(nowMs);
export const view: CredentialView = { holder, own: false, state, offers: offersFor(holder, state, nowMs) };
export const choice: Choice = {
  operation: 'replace',
  lifetime: { kind: 'standard', days: 365 },
  printerId: 'front',
};
export const failure = { code: 'graph-offline', facts: {} } as const;

export const plan: Plan = {
  planId: 'plan-1',
  holder,
  operation: 'replace',
  lifetime: choice.lifetime,
  expiresAt: '2027-11-21T08:00:00.000Z',
  printer: samplePrinter(),
  ends: ['standard'],
  checks: sampleChecks(),
  ready: true,
};

/** The operation of all examples, with its badge in this state. */
export function issueIn(job: Parameters<typeof sampleJob>[1], change: Partial<IssueView> = {}): IssueView {
  return sampleIssue(nowMs, { job: sampleJob(nowMs, job), ...change });
}

const sent = issueIn({ state: 'sent' });
const ref = { id: holder.id, name: holder.name };

/** One step of each kind, as an operator would meet it. */
export const steps: { readonly [K in StepKind]: Extract<Step, { kind: K }> } = {
  find: { kind: 'find' },
  look: { kind: 'look', holder: ref, wanted: null, failure: null },
  choose: { kind: 'choose', credential: view, choice },
  plan: { kind: 'plan', credential: view, choice, failure: null },
  check: { kind: 'check', credential: view, choice, plan },
  issue: { kind: 'issue', credential: view, choice, plan, failure: null },
  print: { kind: 'print', issue: issueIn({ state: 'queued' }) },
  verify: { kind: 'verify', issue: sent, verdict: null, scans: 0 },
  'hand-over': { kind: 'hand-over', issue: sent },
  trouble: { kind: 'trouble', issue: issueIn({}, { state: 'unknown', job: null }) },
  done: { kind: 'done', issue: issueIn({ state: 'handed-over' }, { state: 'done' }) },
};

/** One event of each kind that fits the steps above. */
export const events: { readonly [K in WizardEvent['kind']]: Extract<WizardEvent, { kind: K }> } = {
  'holder-chosen': { kind: 'holder-chosen', holder: ref, wanted: null },
  'credential-read': { kind: 'credential-read', view, choice },
  'look-failed': { kind: 'look-failed', holderId: holder.id, failure },
  'choice-changed': { kind: 'choice-changed', choice: { ...choice, printerId: 'receipt' } },
  'check-asked': { kind: 'check-asked' },
  'plan-made': { kind: 'plan-made', choice, plan },
  'plan-failed': { kind: 'plan-failed', choice, failure },
  'issue-asked': { kind: 'issue-asked' },
  'issue-answered': { kind: 'issue-answered', planId: plan.planId, issue: issueIn({ state: 'queued' }) },
  'issue-failed': { kind: 'issue-failed', planId: plan.planId, failure },
  'issue-changed': { kind: 'issue-changed', issue: issueIn({ state: 'confirmed' }) },
  'scan-judged': { kind: 'scan-judged', verdict: 'match', job: sampleJob(nowMs, { state: 'verified' }) },
  'verify-opened': { kind: 'verify-opened' },
  'hand-over-opened': { kind: 'hand-over-opened' },
  resumed: { kind: 'resumed', issue: issueIn({ state: 'unsure' }, { intentId: 'intent-2' }) },
  'tried-again': { kind: 'tried-again' },
  back: { kind: 'back' },
  left: { kind: 'left' },
};
