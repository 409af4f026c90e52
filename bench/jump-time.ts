import type { FakeClock } from '../test/fakes/clock.ts';

interface Wait {
  readonly dueMs: number;
  readonly end: () => void;
}

/** Turns of the event loop in which nothing new may be asked for before time jumps on. */
const quietTurns = 6;

/**
 * Waiting without waiting: when nothing is left to do but to wait, the clock jumps to the wait that ends first. Waits at
 * the same time end at the same time, as in the world; what is computed in between takes no time of this clock.
 */
export class JumpTime {
  readonly #waits = new Set<Wait>();
  #clock: FakeClock | null = null;
  #asked = 0;
  #isOn = false;

  readonly wait = (ms: number, signal?: AbortSignal): Promise<void> => {
    const clock = this.#clock;
    if (clock === null || signal?.aborted === true || ms <= 0) return Promise.resolve();
    this.#asked += 1;
    return new Promise((resolve) => {
      const wait: Wait = {
        dueMs: clock.now() + ms,
        end: () => {
          this.#waits.delete(wait);
          resolve();
        },
      };
      this.#waits.add(wait);
      signal?.addEventListener('abort', wait.end, { once: true });
    });
  };

  /** Takes the clock in hand. Before, waits end at once. */
  drive(clock: FakeClock): void {
    this.#clock = clock;
    this.#isOn = true;
    void this.#run(clock);
  }

  stop(): void {
    this.#isOn = false;
    this.#clock = null;
    for (const { end } of this.#waits) end();
  }

  async #run(clock: FakeClock): Promise<void> {
    let quiet = 0;
    let seen = this.#asked;
    while (this.#isOn) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = seen === this.#asked ? quiet + 1 : 0;
      seen = this.#asked;
      if (quiet < quietTurns || this.#waits.size === 0) continue;
      const nextMs = Math.min(...[...this.#waits].map(({ dueMs }) => dueMs));
      clock.advance(Math.max(0, nextMs - clock.now()));
      for (const { dueMs, end } of this.#waits) if (dueMs <= clock.now()) end();
      quiet = 0;
    }
  }
}
