import { toInstant } from '../../../shared/ids.ts';
import { SpoolFault } from '../database/faults.ts';
import { type TryEnd, tryJob, type WorkerParts } from './attempt.ts';
import { Backoff, calmMs } from './backoff.ts';
import type { JobChange, JobRecord } from '../types.ts';

/** An outcome that could not be written yet, because the disk was full or gone. */
interface Unwritten {
  readonly jobId: string;
  readonly change: JobChange;
}

/**
 * The one owner of a printer's jobs: strictly one after another, oldest first. It sleeps until something happens: a new
 * job, a change of the printer, a timer it set itself.
 */
export class Lane {
  readonly #parts: WorkerParts;
  readonly #printerId: string;
  readonly #signal: AbortSignal;
  readonly #backoff = new Backoff();
  #running: Promise<void> | null = null;
  #wokenMeanwhile = false;
  #stopTimer: (() => void) | null = null;
  #quietUntilMs = 0;
  #askFirst = false;
  #unwritten: Unwritten | null = null;

  constructor(parts: WorkerParts, printerId: string, signal: AbortSignal) {
    this.#parts = parts;
    this.#printerId = printerId;
    this.#signal = signal;
  }

  /**
   * Something changed that may let a job print. `fresh`: earlier failures say nothing any more, try now; otherwise a
   * lane that waits for its printer keeps waiting.
   */
  wake(fresh: boolean): void {
    if (this.#signal.aborted) return;
    if (this.#running !== null) {
      this.#wokenMeanwhile = true;
      return;
    }
    if (!fresh && this.#stopTimer !== null) return;
    if (fresh) this.#backoff.reset();
    const quietMs = this.#quietUntilMs - this.#parts.clock.now();
    if (quietMs > 0 && quietMs <= calmMs) this.#sleep(quietMs);
    else this.#start();
  }

  /** Resolves when nothing is being tried. Jobs may still wait for their printer. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  #start(): void {
    this.stop();
    this.#wokenMeanwhile = false;
    // Not in the caller's turn: whoever stored the job goes on first.
    const work = Promise.resolve().then(() => this.#work());
    this.#running = work.finally(() => {
      this.#running = null;
      // A job that came in the last moment. While a timer waits for the printer, it waits with the others.
      if (this.#wokenMeanwhile && this.#stopTimer === null && !this.#signal.aborted) this.#start();
    });
  }

  async #work(): Promise<void> {
    try {
      await this.#workOff();
    } catch (error) {
      if (!(error instanceof SpoolFault)) throw error;
      this.#parts.log.warn('spool.unreadable', { code: error.failure.code });
      this.#sleep(this.#backoff.next(null));
    }
  }

  async #workOff(): Promise<void> {
    while (!this.#signal.aborted) {
      if (!this.#writeLeftOver()) return this.#sleep(this.#backoff.next(null));
      const job = this.#next();
      if (job === null) return;
      this.#parts.onMilestone?.(job.id, 'woken');
      const end = await this.#try(job);
      if (!this.#settle(job, end)) return;
    }
  }

  /** The next job that may print; closes expired ones on the way (rule R6). */
  #next(): JobRecord | null {
    const { store, clock } = this.#parts;
    const job = store.nextQueued(this.#printerId);
    if (job === null || Date.parse(job.expiresAt) > clock.now()) return job;
    const expired = store.expireJobs(clock.now());
    if (!expired.ok) throw new SpoolFault(expired.failure);
    return store.nextQueued(this.#printerId);
  }

  async #try(job: JobRecord): Promise<TryEnd> {
    try {
      return await tryJob(this.#parts, job, { askFirst: this.#askFirst, signal: this.#signal });
    } catch (error) {
      if (error instanceof SpoolFault) throw error;
      // A bug while the page was made. It would come again with every try, so a person must see it.
      this.#parts.log.warn('spool.badge-bug', {
        job: job.id,
        error: error instanceof Error ? error.name : 'unknown',
      });
      const change: JobChange = { by: 'worker', to: 'held', reason: 'not-readable', fence: job.fence };
      return { kind: 'change', change, unsure: false };
    }
  }

  /** Writes what came of a try; true = go on with the next job. */
  #settle(job: JobRecord, end: TryEnd): boolean {
    switch (end.kind) {
      case 'change':
        this.#askFirst = end.unsure;
        this.#backoff.reset();
        this.#unwritten = { jobId: job.id, change: end.change };
        if (this.#writeLeftOver()) return true;
        this.#sleep(this.#backoff.next(null));
        return false;
      case 'wait': {
        this.#askFirst = true;
        const waitMs = this.#backoff.next(end.afterMs);
        const retryAt = toInstant(this.#parts.clock.now() + waitMs);
        const { reason, fence } = end;
        this.#unwritten = { jobId: job.id, change: { by: 'worker', to: 'queued', reason, fence, retryAt } };
        this.#writeLeftOver();
        this.#quietUntilMs = this.#parts.clock.now() + calmMs;
        this.#sleep(waitMs);
        return false;
      }
      case 'ledger':
        this.#parts.log.warn('spool.ledger-unwritable', { job: job.id, code: end.failure.code });
        this.#sleep(this.#backoff.next(null));
        return false;
      case 'overtaken': {
        // The same job, unchanged, would be tried in a circle: then something outside has to happen first.
        const next = this.#signal.aborted ? null : this.#next();
        return next !== null && (next.id !== job.id || next.fence !== job.fence);
      }
    }
  }

  /** True when nothing is left to write. What a late outcome can no longer change goes into the audit trail. */
  #writeLeftOver(): boolean {
    const { store, log } = this.#parts;
    const left = this.#unwritten;
    if (left === null) return true;
    const written = store.change(left.jobId, left.change);
    if (!written.ok && written.failure.code.startsWith('spool-')) {
      log.warn('spool.outcome-unwritten', {
        job: left.jobId,
        to: left.change.to,
        code: written.failure.code,
      });
      return false;
    }
    this.#unwritten = null;
    if (written.ok) return true;
    log.warn('spool.outcome-too-late', { job: left.jobId, to: left.change.to, code: written.failure.code });
    store.audit(
      'outcome-too-late',
      { to: left.change.to, reason: left.change.reason ?? null },
      { jobId: left.jobId },
    );
    return true;
  }

  #sleep(ms: number): void {
    this.stop();
    this.#stopTimer = this.#parts.clock.setTimer(ms, () => {
      this.#stopTimer = null;
      if (!this.#signal.aborted && this.#running === null) this.#start();
    });
  }
}
