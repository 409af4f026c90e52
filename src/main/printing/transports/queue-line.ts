import type { Line, PortStatus } from '../types.ts';
import { LineError } from './line-error.ts';

/** One document on its way through a system queue. */
export interface QueueJob {
  /** Resolves when the queue has handed everything to the device. Rejects with `LineError`, the job taken back. */
  run(document: Uint8Array, timeoutMs: number): Promise<void>;
  /** Gives up at the next look instead of at the end of the time. */
  stop(): void;
}

export interface QueueLineParts {
  readonly job: QueueJob;
  /** `isBefore`: no job of this line has gone out yet. Null = no answer. */
  readonly status: (timeoutMs: number, isBefore: boolean) => Promise<PortStatus | null>;
  readonly release?: () => void;
}

/** More than any badge: 600 dpi over 4 inches is 0.7 MB. */
const documentLimitBytes = 32 * 1024 * 1024;

/**
 * A line to a system queue. The bytes are collected here and handed over whole by `finish`: until then nothing has
 * left, and a line that is closed without it leaves nothing behind anywhere.
 */
export class QueueLine implements Line {
  readonly twoWay = false;
  readonly #parts: QueueLineParts;
  readonly #chunks: Uint8Array[] = [];
  #size = 0;
  #isOver = false;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: QueueLineParts) {
    this.#parts = parts;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#isOver) throw new LineError('interrupted', 0, { mayHaveLeft: false });
    this.#size += bytes.length;
    if (this.#size > documentLimitBytes) throw new LineError('printer-fault', 0, { mayHaveLeft: false });
    this.#chunks.push(bytes.slice());
  }

  async read(): Promise<null> {
    return null;
  }

  portStatus(timeoutMs: number): Promise<PortStatus | null> {
    return this.#parts.status(timeoutMs, !this.#isOver);
  }

  async finish(timeoutMs: number): Promise<void> {
    if (this.#isOver) throw new LineError('interrupted', 0, { mayHaveLeft: false });
    this.#isOver = true;
    const document = Buffer.concat(this.#chunks.splice(0));
    // A line that was opened only to ask makes no job.
    if (document.length === 0) return;
    const running = this.#parts.job.run(document, timeoutMs);
    this.#running = running.catch(() => undefined);
    await running;
  }

  /** Takes a job that is still on its way back out of the queue. */
  async close(): Promise<void> {
    this.#isOver = true;
    this.#chunks.length = 0;
    this.#parts.job.stop();
    await this.#running;
    this.#parts.release?.();
  }
}
