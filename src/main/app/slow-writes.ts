import { fail, type Failure } from '../../shared/result.ts';
import type { Log } from '../log/types.ts';

/** Remembers, for this run, that storing took long: a disk that is full of errors or far away says so first like this. */
export class SlowWrites {
  readonly #log: Pick<Log, 'warn'>;
  #count = 0;
  #longestMs = 0;
  #listener: () => void = () => undefined;

  constructor(log: Pick<Log, 'warn'>) {
    this.#log = log;
  }

  /** Called by the spool for a write beyond its limit (spool/open.ts, `slowWriteMs`). Nothing is lost by it. */
  note(ms: number): void {
    this.#count += 1;
    this.#longestMs = Math.max(this.#longestMs, ms);
    this.#log.warn('spool.slow-write', { ms: Math.round(ms) });
    this.#listener();
  }

  /** What to tell a person; null while nothing was slow. */
  trouble(): Failure | null {
    if (this.#count === 0) return null;
    return fail('spool-slow', { seconds: Math.ceil(this.#longestMs / 1000), times: this.#count }).failure;
  }

  onChange(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => undefined;
    };
  }
}
