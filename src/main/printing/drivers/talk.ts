import type { Line, LineErrorFacts, Pace } from '../types.ts';

/** A line as protocols use it: questions, answers, and the time between. */
export class Talk {
  readonly #line: Line;
  readonly #pace: Pace;

  constructor(line: Line, pace: Pace) {
    this.#line = line;
    this.#pace = pace;
  }

  now(): number {
    return this.#pace.now();
  }

  wait(ms: number): Promise<void> {
    return this.#pace.wait(ms);
  }

  say(bytes: Uint8Array, timeoutMs: number): Promise<void> {
    return this.#line.write(bytes, timeoutMs);
  }

  /** Whatever has come already, without waiting. */
  overhear(): Promise<Uint8Array | null> {
    return this.#line.twoWay ? this.#line.read(0) : Promise.resolve(null);
  }

  /**
   * Feeds what comes to `hear` until it makes sense of it. Null when nothing did in time.
   *
   * A line that has closed may answer "nothing" at once, again and again; the rest of the time is waited out then, so
   * that no loop around this runs hot.
   */
  async listen<T>(hear: (bytes: Uint8Array) => T | null, timeoutMs: number): Promise<T | null> {
    const end = this.now() + timeoutMs;
    for (let left = timeoutMs; left > 0; left = end - this.now()) {
      const bytes = await this.#line.read(left);
      if (bytes === null) {
        const rest = end - this.now();
        if (rest > 0) await this.wait(rest);
        return null;
      }
      const answer = hear(bytes);
      if (answer !== null) return answer;
    }
    return null;
  }
}

/** Whether something thrown is a line's way to say that it broke; everything else is a bug and goes on its way up. */
export function isLineError(error: unknown): error is Error & LineErrorFacts {
  return error instanceof Error && error.name === 'LineError' && 'bytesSent' in error && 'reason' in error;
}
