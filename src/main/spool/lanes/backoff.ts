/** Waits between tries while nothing changes; a change of the printer wakes its jobs at once. */
const waitsMs = [2000, 5000, 15_000, 30_000, 60_000] as const;

/** A printer that flickers may wake its jobs only so often. */
export const calmMs = 250;

/** Grows with each try in vain, up to a minute. */
export class Backoff {
  #step = 0;

  /** The next wait, never shorter than what the printer asks for. */
  next(atLeastMs: number | null): number {
    const waitMs = waitsMs[Math.min(this.#step, waitsMs.length - 1)] ?? 60_000;
    this.#step += 1;
    return Math.max(waitMs, atLeastMs ?? 0);
  }

  reset(): void {
    this.#step = 0;
  }
}
