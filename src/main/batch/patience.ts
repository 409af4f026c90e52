import type { FailureCode } from '../../shared/failure-codes.ts';
import type { Failure } from '../../shared/result.ts';

/** The service asks for patience, and the same thing is tried again. The Graph client has waited already, up to its limit. */
const patienceCodes: readonly FailureCode[] = ['graph-throttled', 'graph-unavailable'];
/** Where the service names no time. */
const usualWaitMs = 30_000;
/** What a throttled tenant asks for is seconds to minutes; more than this is no patience but a stop. */
const longestWaitMs = 15 * 60_000;
/** Waits in a row without a success in between. */
const mostWaits = 10;

/**
 * How long everybody waits. Throttling counts calls of the whole station, so one answer that asks for patience holds all
 * of the batch back, and not only the call that got it (Microsoft Graph, "throttling guidance").
 */
export class Patience {
  readonly #now: () => number;
  readonly #wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly #tell: () => void;
  #untilMs = 0;
  #inARow = 0;

  constructor(parts: {
    readonly now: () => number;
    readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
    readonly tell: () => void;
  }) {
    this.#now = parts.now;
    this.#wait = parts.wait;
    this.#tell = parts.tell;
  }

  /** Epoch milliseconds; null when nothing is waited for. */
  get untilMs(): number | null {
    return this.#untilMs > this.#now() ? this.#untilMs : null;
  }

  /** Notes a wish for patience that another part waits out itself: nothing else is begun before. */
  holdFor(ms: number): void {
    this.#untilMs = Math.max(this.#untilMs, this.#now() + Math.min(ms, longestWaitMs));
    this.#tell();
  }

  /** True when the failure is one to wait for, and not yet once too often. */
  asks({ code, facts }: Failure): boolean {
    if (!patienceCodes.includes(code) || this.#inARow >= mostWaits) return false;
    const asked = facts['retryAfterMs'];
    const ms = typeof asked === 'number' && asked > 0 ? asked : usualWaitMs;
    if (ms > longestWaitMs) return false;
    this.#inARow += 1;
    this.holdFor(ms);
    return true;
  }

  /** Something went through. */
  calm(): void {
    this.#inARow = 0;
  }

  /** Resolves when the time has come or the signal fires. */
  async pass(signal: AbortSignal): Promise<void> {
    for (let left = this.untilMs; left !== null && !signal.aborted; left = this.untilMs) {
      await this.#wait(left - this.#now(), signal);
    }
    this.#tell();
  }
}
