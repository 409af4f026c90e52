import type { Clock } from '../../src/main/clock.ts';

interface Timer {
  readonly dueMs: number;
  readonly fn: () => void;
}

/**
 * A clock that moves only when told. `advance` runs due timers in order; `jump` moves the wall clock alone, as a clock
 * correction or a machine that slept does.
 */
export class FakeClock implements Clock {
  #wallMs: number;
  #runningMs = 0;
  readonly #timers = new Set<Timer>();

  constructor(startMs: number = Date.UTC(2026, 10, 21, 8, 0, 0)) {
    this.#wallMs = startMs;
  }

  now(): number {
    return this.#wallMs;
  }

  setTimer(ms: number, fn: () => void): () => void {
    const timer: Timer = { dueMs: this.#runningMs + Math.max(0, ms), fn };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** How many timers wait. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Milliseconds until the next timer; null when none waits. */
  get nextInMs(): number | null {
    const next = this.#next();
    return next === null ? null : next.dueMs - this.#runningMs;
  }

  /** Lets time pass; timers see the clock at their own moment. */
  advance(ms: number): void {
    const endMs = this.#runningMs + ms;
    for (let next = this.#next(); next !== null && next.dueMs <= endMs; next = this.#next()) {
      this.#timers.delete(next);
      this.#pass(next.dueMs - this.#runningMs);
      next.fn();
    }
    this.#pass(endMs - this.#runningMs);
  }

  /** Moves the wall clock, not the timers. Negative values move it back. */
  jump(ms: number): void {
    this.#wallMs += ms;
  }

  #pass(ms: number): void {
    this.#runningMs += ms;
    this.#wallMs += ms;
  }

  #next(): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers) {
      if (next === null || timer.dueMs < next.dueMs) next = timer;
    }
    return next;
  }
}
