import type { Timings } from '../../shared/ipc/views.ts';

/** Figures from the operator's click, per job; kept for the newest jobs only and never stored. */
export class TimingBook {
  readonly #limit = 200;
  readonly #books = new Map<string, { clickedAtMs: number; timings: Timings }>();

  /** The answer is sealed and on disk. */
  durable(jobId: string, clickedAtMs: number, nowMs: number): void {
    this.#books.set(jobId, {
      clickedAtMs,
      timings: { clickToDurable: sinceMs(clickedAtMs, nowMs), clickToFirstByte: null, clickToLastByte: null },
    });
    for (const oldest of this.#books.keys()) {
      if (this.#books.size <= this.#limit) break;
      this.#books.delete(oldest);
    }
  }

  milestone(jobId: string, milestone: 'first-byte' | 'last-byte', nowMs: number): void {
    const book = this.#books.get(jobId);
    if (!book) return;
    const since = sinceMs(book.clickedAtMs, nowMs);
    book.timings =
      milestone === 'first-byte'
        ? { ...book.timings, clickToFirstByte: book.timings.clickToFirstByte ?? since }
        : { ...book.timings, clickToLastByte: book.timings.clickToLastByte ?? since };
  }

  of(jobId: string): Timings {
    return (
      this.#books.get(jobId)?.timings ?? {
        clickToDurable: null,
        clickToFirstByte: null,
        clickToLastByte: null,
      }
    );
  }
}

/** A clock that was set back in between makes no negative figure. */
function sinceMs(clickedAtMs: number, nowMs: number): number {
  return Math.max(0, nowMs - clickedAtMs);
}
