import type { JobReason } from '../../../shared/printing/job.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log/types.ts';
import type { Printers } from '../../printing/types.ts';
import type { JobRecord, SpoolQueue } from '../types.ts';
import { fitsOn, type PageParts } from './page.ts';

export interface FailOverParts extends PageParts {
  readonly store: Pick<SpoolQueue, 'payload' | 'openJobs' | 'moveJob' | 'job'>;
  readonly printers: Pick<Printers, 'canvas' | 'ready' | 'list'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** The printers that may take this badge, in the order of its route; its own may be among them. */
  readonly standBys: (job: JobRecord) => readonly string[];
}

const secondMs = 1000;

/**
 * How long a printer may be in trouble before its badges go elsewhere; none = never by itself. What a hand at the printer
 * mends in a moment gets the time for it: whoever changes the roll expects the badge there. What passes by itself is
 * waited for. (Peers re-route after a fixed time or not at all: docs/decisions/0011-fail-over.md.)
 */
const patienceMs: Readonly<Partial<Record<JobReason, number>>> = {
  offline: 15 * secondMs,
  vanished: 15 * secondMs,
  stalled: 15 * secondMs,
  'printer-fault': 15 * secondMs,
  'cutter-jam': 30 * secondMs,
  'media-empty': 45 * secondMs,
  'cover-open': 45 * secondMs,
  paused: 45 * secondMs,
};

/** When nobody could take the badges, they are offered again after this long, or as soon as a printer is better. */
const againMs = 15 * secondMs;

/** A printer that keeps badges waiting. */
interface Outage {
  /** Shortest patience of the reasons seen so far. */
  patienceMs: number;
  isDue: boolean;
  stopTimer: () => void;
}

/**
 * Moves waiting badges to a stand-by printer. Only `queued` ones, of which no byte has left (rule R5): the ledger refuses
 * anything else, and the fence shuts out whatever the old printer's lane still holds, so that one paper comes out.
 *
 * A stand-by takes a badge only if it says right now that it is ready, and if the badge, made anew with its dots and its
 * media, reads back.
 */
export class FailOver {
  readonly #parts: FailOverParts;
  readonly #signal: AbortSignal;
  readonly #outages = new Map<string, Outage>();
  #work: Promise<void> = Promise.resolve();

  constructor(parts: FailOverParts, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  /** A job changed: it may have begun to wait for its printer, or shown that the printer works. */
  noteJob(job: JobRecord): void {
    if (this.#signal.aborted) return;
    if (job.state === 'sending' || job.state === 'sent' || job.state === 'confirmed')
      this.#end(job.printerId);
    if (job.state !== 'queued' || job.reason === null) return;
    const patience = patienceMs[job.reason];
    if (patience !== undefined) this.#begin(job.printerId, patience);
  }

  /** A printer changed. One that is well again keeps its badges, and may take those of others. */
  notePrinter(printerId: string): void {
    if (this.#signal.aborted) return;
    const view = this.#parts.printers.list().find(({ id }) => id === printerId);
    if (view === undefined || view.problem !== null) return;
    this.#end(printerId);
    for (const [away, outage] of this.#outages) if (outage.isDue) this.#tryFor(away);
  }

  stop(): void {
    for (const printerId of this.#outages.keys()) this.#end(printerId);
  }

  /** Resolves when nothing is being moved right now. */
  async idle(): Promise<void> {
    await this.#work;
  }

  #begin(printerId: string, patience: number): void {
    const known = this.#outages.get(printerId);
    if (known?.isDue === true) return this.#tryFor(printerId);
    if (known !== undefined && known.patienceMs <= patience) return;
    known?.stopTimer();
    const stopTimer = this.#parts.clock.setTimer(patience, () => this.#due(printerId));
    this.#outages.set(printerId, { patienceMs: patience, isDue: false, stopTimer });
  }

  #end(printerId: string): void {
    this.#outages.get(printerId)?.stopTimer();
    this.#outages.delete(printerId);
  }

  #due(printerId: string): void {
    const outage = this.#outages.get(printerId);
    if (outage === undefined) return;
    outage.isDue = true;
    this.#tryFor(printerId);
  }

  /** One after another: two printers that fail at once must not promise the same stand-by twice over. */
  #tryFor(printerId: string): void {
    this.#work = this.#work
      .then(() => this.#moveAll(printerId))
      .catch((error: unknown) => {
        // The ledger could not be read, or a bug: the badges wait where they are, and it is tried again.
        const name = error instanceof Error ? error.name : 'unknown';
        this.#parts.log.warn('spool.fail-over-failed', { printer: printerId, error: name });
        this.#later(printerId);
      });
  }

  async #moveAll(printerId: string): Promise<void> {
    const isOut = (): boolean => !this.#signal.aborted && this.#outages.get(printerId)?.isDue === true;
    let left = 0;
    for (const job of this.#parts.store.openJobs()) {
      if (!isOut()) return;
      // A PIN goes where its route says and nowhere else by itself.
      if (job.state !== 'queued' || job.printerId !== printerId || job.paper !== 'badge') continue;
      if (!(await this.#moveOne(job))) left += 1;
    }
    if (left > 0) this.#later(printerId);
  }

  /** True when the job no longer waits here. */
  async #moveOne(job: JobRecord): Promise<boolean> {
    const { store, printers, log, standBys } = this.#parts;
    for (const standBy of standBys(job)) {
      if (standBy === job.printerId) continue;
      const ready = await printers.ready(standBy);
      // One that answers no questions may be empty or off; only a person sends a badge there.
      if (!ready.ok || ready.value.mood !== 'ready') continue;
      const fits = await fitsOn(this.#parts, job, standBy);
      if (!fits.ok) {
        log.info('spool.stand-by-does-not-fit', { job: job.id, printer: standBy, code: fits.failure.code });
        continue;
      }
      const { printerId: from, fence } = job;
      const moved = store.moveJob(job.id, standBy, {
        by: 'worker',
        // Whoever decided meanwhile has bumped it: a person, a scan, the printer that came back after all.
        fence,
        facts: { failOverFrom: from, waitedFor: store.job(job.id)?.reason ?? null },
      });
      if (moved.ok) {
        log.info('spool.failed-over', { job: job.id, from, to: standBy });
        return true;
      }
      if (moved.failure.code.startsWith('spool-')) return false;
      return true;
    }
    return false;
  }

  #later(printerId: string): void {
    const outage = this.#outages.get(printerId);
    if (outage === undefined || this.#signal.aborted) return;
    outage.stopTimer();
    outage.stopTimer = this.#parts.clock.setTimer(againMs, () => this.#tryFor(printerId));
  }
}
