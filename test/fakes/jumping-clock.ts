/** Time that stands still until somebody waits for it or moves it. */
export class JumpingClock {
  #nowMs: number;
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[] = [];

  constructor(startMs: number = Date.UTC(2026, 10, 20, 9, 0, 0)) {
    this.#nowMs = startMs;
  }

  readonly now = (): number => this.#nowMs;

  /** Waiting takes no time: the clock jumps. */
  readonly wait = (ms: number, signal?: AbortSignal): Promise<void> => {
    if (signal?.aborted === true) return Promise.resolve();
    this.waits.push(ms);
    this.#nowMs += ms;
    return Promise.resolve();
  };

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}
