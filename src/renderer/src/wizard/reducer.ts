import { selfId } from '../../../shared/credential/holder.ts';
import type { Operation } from '../../../shared/credential/kinds.ts';
import type { CredentialView, IssueView, Plan } from '../../../shared/ipc/views.ts';
import type { JobView, ScanVerdict } from '../../../shared/printing/job.ts';
import { isTerminal } from '../../../shared/printing/job.ts';
import type { Failure } from '../../../shared/result.ts';
import { stepForIssue } from './routing.ts';
import { type Choice, findStep, type HolderRef, isBound, issueOf, type Step } from './steps.ts';

/** Everything that can happen in the wizard: what the operator did, and what main answered. */
export type WizardEvent =
  | { readonly kind: 'holder-chosen'; readonly holder: HolderRef; readonly wanted: Operation | null }
  | { readonly kind: 'credential-read'; readonly view: CredentialView; readonly choice: Choice | null }
  | { readonly kind: 'look-failed'; readonly holderId: string; readonly failure: Failure }
  | { readonly kind: 'choice-changed'; readonly choice: Choice }
  | { readonly kind: 'check-asked' }
  | { readonly kind: 'plan-made'; readonly choice: Choice; readonly plan: Plan }
  | { readonly kind: 'plan-failed'; readonly choice: Choice; readonly failure: Failure }
  | { readonly kind: 'issue-asked' }
  | { readonly kind: 'issue-answered'; readonly planId: string; readonly issue: IssueView }
  | { readonly kind: 'issue-failed'; readonly planId: string; readonly failure: Failure }
  | { readonly kind: 'issue-changed'; readonly issue: IssueView }
  | { readonly kind: 'scan-judged'; readonly verdict: ScanVerdict; readonly job: JobView }
  | { readonly kind: 'verify-opened' }
  | { readonly kind: 'hand-over-opened' }
  | { readonly kind: 'resumed'; readonly issue: IssueView }
  | { readonly kind: 'tried-again' }
  | { readonly kind: 'back' }
  | { readonly kind: 'left' };

/** The next step. An event that makes no sense here, or an answer that comes too late, leaves the step as it is. */
export function reduce(step: Step, event: WizardEvent): Step {
  switch (event.kind) {
    case 'holder-chosen': {
      if (isBound(step)) return step;
      return { kind: 'look', holder: event.holder, wanted: event.wanted, failure: null };
    }
    case 'credential-read':
      if (step.kind !== 'look' || !isAbout(event.view, step.holder)) return step;
      return { kind: 'choose', credential: event.view, choice: event.choice };
    case 'look-failed':
      if (step.kind !== 'look' || step.holder.id !== event.holderId) return step;
      return { ...step, failure: event.failure };
    case 'choice-changed':
      if (step.kind !== 'choose') return step;
      return isOffered(step.credential, event.choice) ? { ...step, choice: event.choice } : step;
    case 'check-asked':
      return askForPlan(step);
    // Only the answer to the question asked last counts; the choice is that question.
    case 'plan-made':
      if (step.kind !== 'plan' || step.choice !== event.choice) return step;
      return { ...draftOf(step), kind: 'check', plan: event.plan };
    case 'plan-failed':
      if (step.kind !== 'plan' || step.choice !== event.choice) return step;
      return { ...step, failure: event.failure };
    case 'issue-asked':
      if (step.kind !== 'check' || !step.plan.ready) return step;
      return { ...draftOf(step), kind: 'issue', plan: step.plan, failure: null };
    case 'issue-answered':
      if (step.kind !== 'issue' || step.plan.planId !== event.planId) return step;
      return stepForIssue(event.issue, step);
    case 'issue-failed':
      if (step.kind !== 'issue' || step.plan.planId !== event.planId) return step;
      return { ...step, failure: event.failure };
    case 'issue-changed':
      return issueOf(step)?.intentId === event.issue.intentId ? stepForIssue(event.issue, step) : step;
    case 'scan-judged':
      if (step.kind !== 'verify' || step.issue.job?.id !== event.job.id) return step;
      return {
        ...step,
        issue: { ...step.issue, job: event.job },
        verdict: event.verdict,
        scans: step.scans + 1,
      };
    case 'verify-opened':
      if (!canVerify(step)) return step;
      // Asked for while it is open already, the field is armed anew.
      return {
        kind: 'verify',
        issue: step.issue,
        verdict: null,
        scans: step.kind === 'verify' ? step.scans + 1 : 0,
      };
    case 'hand-over-opened':
      return canHandOver(step) ? { kind: 'hand-over', issue: step.issue } : step;
    case 'resumed':
      return isBound(step) && issueOf(step)?.intentId !== event.issue.intentId
        ? step
        : stepForIssue(event.issue, null);
    case 'tried-again':
      return tryAgain(step);
    case 'back':
      return backFrom(step) ?? step;
    case 'left':
      // While a write is under way its answer must find its place; everything else can wait in the queue.
      return step.kind === 'issue' && step.failure === null ? step : findStep;
  }
}

/** Where "back" leads, or null where there is no way back because something has been done. */
export function backFrom(step: Step): Step | null {
  switch (step.kind) {
    case 'look':
    case 'choose':
    case 'done':
      return findStep;
    case 'plan':
    case 'check':
      return { kind: 'choose', credential: step.credential, choice: step.choice };
    case 'issue':
      // The plan is used up: it is made anew, so that what changed meanwhile is seen.
      return step.failure === null ? null : { ...draftOf(step), kind: 'plan', failure: null };
    case 'hand-over':
      return canVerify(step) ? { kind: 'verify', issue: step.issue, verdict: null, scans: 0 } : null;
    case 'find':
    case 'print':
    case 'verify':
    case 'trouble':
      return null;
  }
}

/** Whether a scan makes sense now: the badge has left for the printer and nobody has scanned it yet. */
export function canVerify(step: Step): step is Extract<Step, { kind: 'verify' | 'hand-over' }> {
  if (step.kind !== 'verify' && step.kind !== 'hand-over') return false;
  return step.issue.job?.state === 'sent' || step.issue.job?.state === 'confirmed';
}

function canHandOver(step: Step): step is Extract<Step, { kind: 'verify' | 'print' | 'trouble' }> {
  if (step.kind === 'verify') return true;
  // A badge that will never come out, but its PIN counts all the same.
  if (step.kind === 'trouble') return step.issue.state === 'picture-lost' && step.issue.pinWaiting;
  if (step.kind !== 'print' || step.issue.job === null) return false;
  return step.issue.pinWaiting && isTerminal(step.issue.job.state);
}

function askForPlan(step: Step): Step {
  if (step.kind === 'choose' && step.choice !== null) {
    return { kind: 'plan', credential: step.credential, choice: step.choice, failure: null };
  }
  if (step.kind !== 'check' && step.kind !== 'plan') return step;
  // A new object: the answer to an earlier question no longer fits.
  return { ...draftOf(step), choice: { ...step.choice }, kind: 'plan', failure: null };
}

function tryAgain(step: Step): Step {
  if (step.kind === 'look' && step.failure !== null) return { ...step, failure: null };
  if (step.kind === 'plan' && step.failure !== null) return askForPlan(step);
  return step;
}

function draftOf(step: Extract<Step, { kind: 'plan' | 'check' | 'issue' }>) {
  return { credential: step.credential, choice: step.choice };
}

function isOffered(view: CredentialView, choice: Choice): boolean {
  return view.offers.some((offer) => offer.operation === choice.operation && offer.refused === null);
}

/** Whether an answer is about the person asked for; one's own badge is asked for without an id. */
function isAbout(view: CredentialView, asked: HolderRef): boolean {
  return view.holder.id === asked.id || (view.own && asked.id === selfId);
}
