import type { JobView } from '../../shared/printing/job.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Printers } from '../printing/types.ts';
import type { Spool } from '../spool/types.ts';
import { jobView } from './views.ts';

export interface MoveParts {
  readonly spool: Pick<Spool, 'job' | 'moveJob' | 'queueCopy'>;
  readonly printers: Pick<Printers, 'list'>;
  /** Whether the badge could be printed there: found out by making it for that printer. */
  readonly fitsOn: (jobId: string, printerId: string) => Promise<Result<void>>;
  readonly operatorName: () => string | null;
}

/** Written beside a second copy when the window sends no reason of its own. */
const usualNote = 'no badge came out';

/**
 * A person sends a badge to another printer. One that waits moves there; of an `unsure` one the person has seen that
 * nothing came out, and a second copy is printed there, with the reason in the record (rule R5). Whatever else it is,
 * paper exists, and the ledger refuses.
 *
 * `symbol-does-not-fit`, `media-mismatch` and the like: nothing was moved, the badge waits where it was.
 */
export async function moveBadge(
  parts: MoveParts,
  jobId: string,
  printerId: string,
  note: string,
): Promise<Result<JobView>> {
  const { spool, printers, fitsOn } = parts;
  const job = spool.job(jobId);
  if (job === null) return fail('job-unknown');
  // A PIN has printers of its own, and stays with them.
  if (job.paper !== 'badge') return fail('transition-refused', { why: 'not-a-badge' });
  if (!printers.list().some(({ id }) => id === printerId)) return fail('printer-unknown', { printerId });
  if (job.printerId === printerId) return fail('transition-refused', { why: 'same-printer' });
  const fits = await fitsOn(jobId, printerId);
  if (!fits.ok) return fits;
  // What the person saw may be over: the badge has begun to print, or somebody scanned it.
  const now = spool.job(jobId);
  if (now?.state !== job.state || now.fence !== job.fence) return fail('lease-lost');
  const operator = parts.operatorName();
  const who = operator === null ? {} : { operator };
  const facts = { movedFrom: job.printerId };
  const moved =
    job.state === 'unsure'
      ? spool.queueCopy(jobId, note.trim() === '' ? usualNote : note, { ...who, facts, printerId })
      : spool.moveJob(jobId, printerId, { ...who, facts, by: 'person', fence: job.fence });
  return moved.ok ? { ok: true, value: jobView(moved.value) } : moved;
}
