import type { VerifyView } from '../../shared/ipc/views.ts';
import type { JobView, ScanVerdict } from '../../shared/printing/job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { JobRecord, Spool } from '../spool/types.ts';
import { jobView } from './views.ts';

/** Compares scanned text with a job's payload, in main and in constant time. */
export type ScanJudge = (job: JobRecord, payload: Uint8Array, scanned: string | Uint8Array) => ScanVerdict;

export type UnsureAnswer = 'yes' | 'no' | 'cannot-tell';

/** The part of the spool a person's decisions need. */
export type DeskSpool = Pick<Spool, 'job' | 'change' | 'queueCopy' | 'payload' | 'audit'>;

/** What a person decides about a print job: the answers only somebody who sees the paper can give. */
export class Desk {
  readonly #spool: DeskSpool;
  readonly #judge: ScanJudge;
  readonly #operatorName: () => string | null;

  constructor(spool: DeskSpool, judge: ScanJudge, operatorName: () => string | null) {
    this.#spool = spool;
    this.#judge = judge;
    this.#operatorName = operatorName;
  }

  /** Who decided, for the audit trail. */
  #who(): { readonly operator?: string } {
    const operator = this.#operatorName();
    return operator === null ? {} : { operator };
  }

  /**
   * The answer to "Did a badge come out?". `yes` makes a person the witness; `no` queues copy 2 with the note as its
   * reason; `cannot-tell` changes nothing but is recorded, and the window offers a replacement.
   */
  answer(jobId: string, answer: UnsureAnswer, note: string): Result<JobView> {
    const job = this.#spool.job(jobId);
    if (job === null) return fail('job-unknown');
    // "Nothing came out" is also the truth about paper that was sent and never appeared; the ledger says from where.
    if (job.state !== 'unsure' && answer !== 'no') return fail('transition-refused', { state: job.state });
    switch (answer) {
      case 'yes':
        return view(
          this.#spool.change(jobId, { to: 'sent', witness: 'person', by: 'person', note, ...this.#who() }),
        );
      case 'no':
        return view(
          this.#spool.queueCopy(jobId, note.trim() === '' ? 'no badge came out' : note, this.#who()),
        );
      case 'cannot-tell': {
        const ids = { jobId, intentId: job.intentId, ...this.#who() };
        const noted = this.#spool.audit('badge-not-seen', { note }, ids);
        return noted.ok ? ok(jobView(job)) : noted;
      }
    }
  }

  /** Lets a held job try again, after a person has put right what held it. */
  release(jobId: string): Result<JobView> {
    const job = this.#spool.job(jobId);
    if (job === null) return fail('job-unknown');
    if (job.state !== 'held' && job.state !== 'queued') {
      return fail('transition-refused', { state: job.state });
    }
    return view(this.#spool.change(jobId, { to: 'queued', retryAt: null, by: 'person', ...this.#who() }));
  }

  /**
   * Closes a job that will not be printed. The code itself stays valid until it is replaced or ended, so its operation
   * stays on the list (tidy.ts), and a PIN that waits with it moves over to the replacement.
   */
  cancel(jobId: string, note: string): Result<JobView> {
    return view(this.#spool.change(jobId, { to: 'cancelled', by: 'person', note, ...this.#who() }));
  }

  /**
   * A scan of the printed badge: text as a scanner types it, or the very bytes a camera saw. Only a match changes the
   * job; a mismatch is recorded and said plainly.
   */
  verify(jobId: string, scanned: string | Uint8Array): Result<VerifyView> {
    const job = this.#spool.job(jobId);
    if (job === null) return fail('job-unknown');
    const payload = this.#spool.payload(jobId);
    if (!payload.ok) return payload;
    const verdict = this.#judge(job, payload.value, scanned);
    payload.value.fill(0);
    if (verdict !== 'match') {
      const ids = { jobId, intentId: job.intentId, ...this.#who() };
      const noted = this.#spool.audit(
        'scan-did-not-match',
        { verdict, by: typeof scanned === 'string' ? 'keyboard' : 'camera' },
        ids,
      );
      return noted.ok ? ok({ verdict, job: jobView(job) }) : noted;
    }
    if (job.state === 'verified') return ok({ verdict, job: jobView(job) });
    const changed = this.#spool.change(jobId, { to: 'verified', witness: 'scan', ...this.#who() });
    return changed.ok ? ok({ verdict, job: jobView(changed.value) }) : changed;
  }
}

function view(result: Result<JobRecord>): Result<JobView> {
  return result.ok ? ok(jobView(result.value)) : result;
}
