import { type Operation, operationFacts } from '../../../shared/credential/kinds.ts';
import type { IssueView } from '../../../shared/ipc/views.ts';
import type { JobView } from '../../../shared/printing/job.ts';
import { isTerminal } from '../../../shared/printing/job.ts';
import { findStep, type Step } from './steps.ts';

/**
 * The step an operation belongs to, as main describes it. `current` is the step on screen: while the operator verifies
 * or hands over the same operation, news of it does not push them away unless the paper's state fell back.
 */
export function stepForIssue(issue: IssueView, current: Step | null): Step {
  switch (issue.state) {
    case 'done':
      return stepForClosed(issue);
    case 'picture-lost':
      return isHere(issue, current, 'hand-over') && issue.pinWaiting
        ? { kind: 'hand-over', issue }
        : { kind: 'trouble', issue };
    case 'not-done':
    case 'unknown':
    case 'half-done':
      return { kind: 'trouble', issue };
    case 'created':
      return issue.job === null ? { kind: 'hand-over', issue } : stepForJob(issue, issue.job, current);
  }
}

/**
 * An operation that is closed. Closed is not handed over: it may have been put away, or its code has ended while nobody
 * came for it, and then nothing may say that the holder has it.
 */
function stepForClosed(issue: IssueView): Step {
  const { prints, pin } = operationFacts[issue.operation];
  if (issue.job !== null) {
    const isOver = isTerminal(issue.job.state) && issue.job.state !== 'handed-over';
    return { kind: isOver ? 'print' : 'done', issue };
  }
  const hadSomething = prints !== null || (pin === 'reset' && !issue.pinRevealed);
  return hadSomething ? findStep : { kind: 'done', issue };
}

function stepForJob(issue: IssueView, job: JobView, current: Step | null): Step {
  const scanned = current?.kind === 'verify' && isHere(issue, current, 'verify') ? current : null;
  const verify: Step = {
    kind: 'verify',
    issue,
    verdict: scanned?.verdict ?? null,
    scans: scanned?.scans ?? 0,
  };
  switch (job.state) {
    case 'queued':
    case 'sending':
    case 'held':
    case 'unsure':
      return { kind: 'print', issue };
    case 'sent':
    case 'confirmed':
      return isHere(issue, current, 'hand-over') ? { kind: 'hand-over', issue } : verify;
    case 'verified':
      return scanned === null ? { kind: 'hand-over', issue } : verify;
    case 'handed-over':
      return { kind: issue.pinWaiting ? 'hand-over' : 'done', issue };
    case 'cancelled':
    case 'expired':
    case 'replaced':
      // A PIN that was drawn with a badge that never came out still counts: the operator may be showing it.
      return isHere(issue, current, 'hand-over') && issue.pinWaiting
        ? { kind: 'hand-over', issue }
        : { kind: 'print', issue };
  }
}

function isHere(issue: IssueView, current: Step | null, kind: 'verify' | 'hand-over'): boolean {
  return current?.kind === kind && current.issue.intentId === issue.intentId;
}

/** The operation that makes good what went wrong with this one; null when there is nothing to repeat. */
export function remedyFor(issue: IssueView): Operation | null {
  const again: Readonly<Record<Operation, Operation>> = {
    'first-badge': 'replace',
    replace: 'replace',
    temporary: 'temporary',
    'end-temporary': 'end-temporary',
    extend: 'extend',
    'new-pin': 'new-pin',
    remove: 'remove',
  };
  switch (issue.state) {
    case 'not-done':
      return issue.operation;
    case 'picture-lost':
    case 'half-done':
      return again[issue.operation];
    case 'created': {
      // Nobody can tell whether an unsure badge exists: only another code makes that certain.
      const isLost = issue.job !== null && (isTerminal(issue.job.state) || issue.job.state === 'unsure');
      return isLost ? again[issue.operation] : null;
    }
    case 'unknown':
      // No reading shows whether a PIN is ours; only the last one counts, so setting another is safe.
      return issue.operation === 'new-pin' ? 'new-pin' : null;
    case 'done': {
      const isDead = issue.job !== null && isTerminal(issue.job.state) && issue.job.state !== 'handed-over';
      return isDead ? again[issue.operation] : null;
    }
  }
}
