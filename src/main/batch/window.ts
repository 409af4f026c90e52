import type { LineReason, LineState } from '../../shared/credential/batch.ts';
import type { IssueView } from '../../shared/ipc/views.ts';
import type { JobView } from '../../shared/printing/job.ts';
import type { BatchLine } from '../spool/types.ts';

/**
 * Codes that may be made and not yet on paper. Two in the printer's hand and one being made keep it busy; a pile of sealed
 * codes behind a printer that has stopped would be a pile of keys.
 */
export const mostAhead = 3;

/** Where the paper of an issued line stands. */
export type PaperStand =
  /** Still to come out, or to be proven; `on` is the job that it hangs on. */
  | { readonly kind: 'ahead'; readonly on: JobView; readonly waitsFor: 'paper' | 'scan' | 'person' }
  /** The badge is out, and its PIN slip is the next paper. */
  | { readonly kind: 'slip-due' }
  | { readonly kind: 'over'; readonly state: LineState; readonly reason: LineReason | null };

/**
 * Looks at an issued line through its operation. A badge for which a working code has ended counts as out only when the
 * paper is proven by a scan, or in somebody's hand: until then the next holder keeps the old one (rule R1).
 */
export function paperOf(line: Pick<BatchLine, 'ends'>, view: IssueView, wantsSlip: boolean): PaperStand {
  const { job, slip } = view;
  if (job === null) return over('done');
  switch (job.state) {
    case 'queued':
    case 'sending':
      return { kind: 'ahead', on: job, waitsFor: 'paper' };
    case 'held':
    case 'unsure':
      return { kind: 'ahead', on: job, waitsFor: 'person' };
    case 'cancelled':
      return over('failed', 'badge-cancelled');
    case 'expired':
      return over('failed', 'code-expired');
    case 'replaced':
      return over('failed', 'code-replaced');
    case 'sent':
    case 'confirmed':
      if (line.ends) return { kind: 'ahead', on: job, waitsFor: 'scan' };
      break;
    case 'verified':
    case 'handed-over':
      break;
  }
  if (!wantsSlip || (slip === null && !view.pinWaiting)) return over('done');
  if (slip === null) return { kind: 'slip-due' };
  switch (slip.state) {
    case 'queued':
    case 'sending':
      return { kind: 'ahead', on: slip, waitsFor: 'paper' };
    case 'held':
    case 'unsure':
      return { kind: 'ahead', on: slip, waitsFor: 'person' };
    case 'sent':
    case 'confirmed':
    case 'verified':
    case 'handed-over':
    case 'cancelled':
    case 'expired':
    case 'replaced':
      return over('done');
  }
}

function over(state: LineState, reason: LineReason | null = null): PaperStand {
  return { kind: 'over', state, reason };
}

/** Whether the next line may begin while these are ahead. */
export function hasRoom(line: Pick<BatchLine, 'ends'>, ahead: readonly unknown[]): boolean {
  return line.ends ? ahead.length === 0 : ahead.length < mostAhead;
}
