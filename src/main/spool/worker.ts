import { fail, type Result } from '../../shared/result.ts';
import type { WorkerParts } from './lanes/attempt.ts';
import { ExpiryWatch } from './lanes/expiry-watch.ts';
import { FailOver } from './lanes/fail-over.ts';
import { Lane } from './lanes/lane.ts';
import { fitsOn } from './lanes/page.ts';
import type { JobRecord } from './types.ts';

/**
 * Prints what the spool holds. Driven by events only: a stored job, a printer that changed, a timer for a known moment.
 * Jobs of one printer run one after another, printers side by side; what waits too long goes to a stand-by printer.
 */
export class SpoolWorker {
  readonly #parts: WorkerParts;
  readonly #expiry: ExpiryWatch;
  readonly #failOver: FailOver;
  readonly #lanes = new Map<string, Lane>();
  readonly #closing = new AbortController();
  readonly #stops: (() => void)[] = [];

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#expiry = new ExpiryWatch(parts.store, parts.clock, parts.log);
    const standBys = parts.standBys ?? (() => []);
    this.#failOver = new FailOver({ ...parts, standBys }, this.#closing.signal);
  }

  /**
   * Settles what the last run left (`recover`), closes expired jobs and begins to print. Answers the jobs that need
   * attention now. When the ledger cannot be written nothing is started.
   */
  start(): Result<readonly JobRecord[]> {
    const { store, printers } = this.#parts;
    const recovered = store.recover();
    if (!recovered.ok) return recovered;
    for (const job of recovered.value) if (job.state === 'unsure') printers.distrust(job.printerId);
    this.#stops.push(
      store.onChange((jobId) => this.#onJob(jobId)),
      printers.onChange((printerId) => this.#onPrinter(printerId)),
    );
    this.#expiry.check();
    for (const job of store.openJobs()) if (job.state === 'queued') this.#lane(job.printerId).wake(true);
    return recovered;
  }

  /** After the machine slept or its clock was set: nothing that was timed can be trusted. */
  resume(): void {
    if (this.#closing.signal.aborted) return;
    this.#expiry.check();
    for (const lane of this.#lanes.values()) lane.wake(true);
  }

  /** Resolves when no job is being tried right now; jobs may still wait for their printers. */
  async idle(): Promise<void> {
    await this.#failOver.idle();
    for (const lane of this.#lanes.values()) await lane.idle();
  }

  /** Whether this badge could be printed on another printer: found out by making it for that one. */
  async fitsOn(jobId: string, printerId: string): Promise<Result<void>> {
    const job = this.#parts.store.job(jobId);
    return job === null ? fail('job-unknown') : fitsOn(this.#parts, job, printerId);
  }

  /** Starts nothing new, interrupts what can be interrupted, and resolves when every outcome is written. */
  async stop(): Promise<void> {
    this.#closing.abort();
    for (const stop of this.#stops.splice(0)) stop();
    this.#expiry.stop();
    this.#failOver.stop();
    for (const lane of this.#lanes.values()) lane.stop();
    await this.idle();
    for (const lane of this.#lanes.values()) lane.stop();
  }

  #onJob(jobId: string): void {
    this.#expiry.note();
    const job = this.#parts.store.job(jobId);
    if (job !== null) this.#failOver.noteJob(job);
    // A job with a time to wait for was put back by its lane.
    if (job?.state === 'queued') this.#lane(job.printerId).wake(job.retryAt === null);
  }

  /** Only a printer that is better now is a reason to try; the worse ones have told their lane already. */
  #onPrinter(printerId: string): void {
    this.#failOver.notePrinter(printerId);
    const lane = this.#lanes.get(printerId);
    if (lane === undefined) return;
    const view = this.#parts.printers.list().find((printer) => printer.id === printerId);
    if (view !== undefined && view.problem === null) lane.wake(true);
  }

  #lane(printerId: string): Lane {
    let lane = this.#lanes.get(printerId);
    if (lane === undefined) {
      lane = new Lane(this.#parts, printerId, this.#closing.signal);
      this.#lanes.set(printerId, lane);
    }
    return lane;
  }
}
