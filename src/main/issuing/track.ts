import type { Operation } from '../../shared/credential/kinds.ts';
import { toInstant } from '../../shared/ids.ts';
import type { IssuePhase, IssueProgress } from '../../shared/ipc/progress.ts';
import type { CallOptions, CallWait } from '../graph/types.ts';
import type { StepName } from './steps.ts';

/** What a track is about, for the window. */
export interface TrackSubject {
  readonly operation: Operation;
  readonly holderId: string;
  readonly holderName: string;
}

export interface TrackParts {
  readonly now: () => number;
  readonly tell: () => void;
  /** Whether a claims challenge may ask the operator in the browser; nobody is asked for work in the background. */
  readonly interactive: boolean;
}

type Pause = NonNullable<IssueProgress['pause']>;

/**
 * Follows one operation under way: what is waited for, since when, and the wish to wait no longer.
 *
 * The first `cancel` gives up the write under way; whether it happened is then found out by reading, which only a
 * further `cancel` ends. So a cancelled write is never taken for one that did not happen.
 */
export class Track {
  intentId: string | null = null;
  /** The writes that are to come, for the window. */
  steps: readonly StepName[] = [];
  readonly #subject: TrackSubject;
  readonly #parts: TrackParts;
  readonly #writing = new AbortController();
  readonly #reading = new AbortController();
  #phase: IssuePhase = 'checking';
  #step: StepName | null = null;
  readonly #startedMs: number;
  #sinceMs: number;
  #pause: Pause | null = null;
  #cancelled = false;

  constructor(subject: TrackSubject, parts: TrackParts) {
    this.#subject = subject;
    this.#parts = parts;
    this.#startedMs = parts.now();
    this.#sinceMs = this.#startedMs;
  }

  /** Whether the write or check was given up. */
  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Fires when the check or write shall be given up. */
  get signal(): AbortSignal {
    return this.#writing.signal;
  }

  /** Fires when even the reading shall be given up. */
  get readingSignal(): AbortSignal {
    return this.#reading.signal;
  }

  cancel(): void {
    this.#cancelled = true;
    if (this.#phase === 'reading') this.#reading.abort();
    else this.#writing.abort();
    this.#parts.tell();
  }

  /** Gives up whatever is under way, reading included: something more urgent has come. */
  stop(): void {
    this.#cancelled = true;
    this.#writing.abort();
    this.#reading.abort();
  }

  enter(phase: IssuePhase, step: StepName | null): void {
    this.#phase = phase;
    this.#step = step;
    this.#sinceMs = this.#parts.now();
    this.#pause = null;
    this.#parts.tell();
  }

  pause(reason: Pause['reason'], waitMs: number): void {
    this.#phase = 'pausing';
    this.#sinceMs = this.#parts.now();
    this.#pause = { reason, until: toInstant(this.#sinceMs + waitMs) };
    this.#parts.tell();
  }

  /** For a write, or the look before it. */
  writeOptions(): CallOptions {
    return { ...this.#options(), signal: this.#writing.signal };
  }

  /** For a reading that finds out what became of a write. */
  readOptions(): CallOptions {
    return { interactive: this.#parts.interactive, signal: this.#reading.signal };
  }

  view(): IssueProgress {
    return {
      ...this.#subject,
      intentId: this.intentId,
      phase: this.#phase,
      step: this.#step,
      steps: this.steps,
      startedAt: toInstant(this.#startedMs),
      since: toInstant(this.#sinceMs),
      pause: this.#pause,
      cancelled: this.#cancelled,
    };
  }

  #options(): CallOptions {
    return {
      interactive: this.#parts.interactive,
      onWait: ({ reason, waitMs }: CallWait) => this.pause(reason, waitMs),
    };
  }
}
