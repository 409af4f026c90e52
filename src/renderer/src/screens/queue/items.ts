import type { IssueView } from '../../../../shared/ipc/views.ts';
import type { JobView } from '../../../../shared/printing/job.ts';
import { isTerminal } from '../../../../shared/printing/job.ts';

/** One line of the queue: an operation that is not finished, with its badge if it has one. */
export interface QueueItem {
  readonly intentId: string;
  /** null = the job is known, its operation is not (it belongs to an earlier run that could not be read). */
  readonly issue: IssueView | null;
  /** Its badge. */
  readonly job: JobView | null;
  /** Its PIN slip, while that is not finished. */
  readonly slip: JobView | null;
  readonly holderName: string;
  readonly startedAt: string;
  readonly needsPerson: boolean;
}

export type QueueFilter = 'all' | 'person' | 'printer';

/** Joins open operations and open jobs; what needs a person comes first, then the oldest. */
export function queueItems(issues: readonly IssueView[], jobs: readonly JobView[]): readonly QueueItem[] {
  const isSlip = ({ paper }: JobView) => paper === 'pin-slip';
  const badges = jobs.filter((job) => !isSlip(job));
  const jobOf = new Map(badges.map((job) => [job.intentId, job]));
  const slipOf = new Map(jobs.filter(isSlip).map((job) => [job.intentId, job]));
  const fromIssues = issues.map((issue) => {
    // Both lists are read apart; the job list is as fresh as the job inside the operation.
    const job = newer(jobOf.get(issue.intentId) ?? null, issue.job);
    const slip = newer(slipOf.get(issue.intentId) ?? null, issue.slip);
    return {
      intentId: issue.intentId,
      issue,
      job,
      slip: slip === null || isTerminal(slip.state) ? null : slip,
      holderName: issue.holderName,
      startedAt: issue.createdAt,
      needsPerson: needsPerson(issue, job),
    };
  });
  const known = new Set(issues.map(({ intentId }) => intentId));
  const alone = badges
    .filter((job) => !known.has(job.intentId) && !isTerminal(job.state))
    .map((job) => ({
      intentId: job.intentId,
      issue: null,
      job,
      slip: null,
      holderName: job.holderName,
      startedAt: job.createdAt,
      needsPerson: needsPerson(null, job),
    }));
  return [...fromIssues, ...alone].sort(
    (a, b) => Number(b.needsPerson) - Number(a.needsPerson) || a.startedAt.localeCompare(b.startedAt),
  );
}

/** Whether nothing goes on without a person: everything but a badge that is on its way to the printer by itself. */
export function needsPerson(issue: IssueView | null, job: JobView | null): boolean {
  if (issue !== null && issue.state !== 'created') return true;
  return job === null || (job.state !== 'queued' && job.state !== 'sending');
}

export function filterItems(items: readonly QueueItem[], filter: QueueFilter): readonly QueueItem[] {
  if (filter === 'all') return items;
  return items.filter((item) => item.needsPerson === (filter === 'person'));
}

function newer(a: JobView | null, b: JobView | null): JobView | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a.changedAt) >= Date.parse(b.changedAt) ? a : b;
}
