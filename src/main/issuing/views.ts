import type { IssueState, IssueView } from '../../shared/ipc/views.ts';
import { isTerminal } from '../../shared/printing/job.ts';
import type { JobPaper, JobView } from '../../shared/printing/job.ts';
import type { Failure } from '../../shared/result.ts';
import type { Intent, IntentState, JobRecord, SpoolStore } from '../spool/types.ts';

const shownAs: Readonly<Record<IntentState, IssueState>> = {
  planned: 'not-done',
  writing: 'unknown',
  created: 'created',
  done: 'done',
  'not-done': 'not-done',
  'picture-lost': 'picture-lost',
  unknown: 'unknown',
  'half-done': 'half-done',
};

/** The window's view of one operation: the intent, its latest badge and PIN slip, and what is still to be handed over. */
export function issueView(
  spool: Pick<SpoolStore, 'jobsOfIntent'>,
  intent: Intent,
  extras: { readonly pinRevealed: boolean; readonly failure: Failure | null },
): IssueView {
  const job = latestJob(spool, intent.id);
  const slip = latestJob(spool, intent.id, 'pin-slip');
  return {
    intentId: intent.id,
    state: issueStateOf(intent.state),
    operation: intent.operation,
    holderId: intent.holderId,
    holderName: intent.holderName,
    printerId: intent.printerId,
    job: job === null ? null : jobView(job),
    slip: slip === null ? null : jobView(slip),
    pinWaiting: intent.hasPin,
    pinRevealed: extras.pinRevealed || (slip !== null && isOut(slip)),
    expiresAt: intent.expiresAt,
    createdAt: intent.createdAt,
    failure: extras.failure,
  };
}

/** The states of an intent as the window knows them. */
export function issueStateOf(state: IntentState): IssueState {
  return shownAs[state];
}

/** The job of this paper that counts: the one still open, else the newest. */
export function latestJob(
  spool: Pick<SpoolStore, 'jobsOfIntent'>,
  intentId: string,
  paper: JobPaper = 'badge',
): JobRecord | null {
  const jobs = spool.jobsOfIntent(intentId).filter((job) => job.paper === paper);
  return jobs.find((job) => !isTerminal(job.state)) ?? jobs.at(-1) ?? null;
}

/** Whether a slip was sent as far as anybody knows: then its PIN counts as shown. */
export function isOut({ state }: Pick<JobRecord, 'state'>): boolean {
  return state === 'sent' || state === 'confirmed' || state === 'handed-over';
}

/** Leaves out what the window has no business with: codes' ids, user principal names, fences. */
export function jobView(job: JobRecord): JobView {
  return {
    id: job.id,
    intentId: job.intentId,
    operation: job.operation,
    paper: job.paper,
    kind: job.kind,
    holderId: job.holderId,
    holderName: job.holderName,
    printerId: job.printerId,
    state: job.state,
    reason: job.reason,
    witness: job.witness,
    copy: job.copy,
    attempts: job.attempts,
    serial: job.serial,
    expiresAt: job.expiresAt,
    createdAt: job.createdAt,
    changedAt: job.changedAt,
    retryAt: job.retryAt,
    hasPayload: job.hasPayload,
  };
}
