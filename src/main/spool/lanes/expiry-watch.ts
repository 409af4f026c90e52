import type { Clock } from '../../clock.ts';
import type { Log } from '../../log/types.ts';
import type { SpoolQueue } from '../types.ts';

/**
 * The longest the watch sleeps. A timer stands still while the machine sleeps and knows nothing of a clock that was set,
 * so that it looks at the wall clock now and then while badges are open; with none open there is no timer at all.
 */
const longestNapMs = 15 * 60_000;
const retryMs = 5000;

/** Closes jobs the moment their code expires (rule R6). */
export class ExpiryWatch {
  readonly #store: SpoolQueue;
  readonly #clock: Clock;
  readonly #log: Pick<Log, 'info' | 'warn'>;
  #stopTimer: (() => void) | null = null;
  #dueMs: number | null = null;

  constructor(store: SpoolQueue, clock: Clock, log: Pick<Log, 'info' | 'warn'>) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  /** Closes what is due by the wall clock and sets the timer anew. Called at start, at resume and by its own timer. */
  check(): void {
    const expired = this.#store.expireJobs(this.#clock.now());
    if (!expired.ok) {
      this.#log.warn('spool.expiry-unwritable', { code: expired.failure.code });
      this.#set(this.#clock.now() + retryMs);
      return;
    }
    if (expired.value.length > 0) this.#log.info('spool.jobs-expired', { count: expired.value.length });
    this.note();
  }

  /** A job was added or closed; only an earlier expiry needs another timer. */
  note(): void {
    const nextMs = this.#store.nextExpiryMs();
    if (nextMs !== this.#dueMs || this.#stopTimer === null) this.#set(nextMs);
  }

  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  #set(dueMs: number | null): void {
    this.stop();
    this.#dueMs = dueMs;
    if (dueMs === null) return;
    const napMs = Math.min(Math.max(0, dueMs - this.#clock.now()), longestNapMs);
    this.#stopTimer = this.#clock.setTimer(napMs, () => {
      this.#stopTimer = null;
      this.check();
    });
  }
}
