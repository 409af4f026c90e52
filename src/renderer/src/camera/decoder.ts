import type { FrameReading } from './decode-frame.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** The parts of a `Worker` that are used. */
export interface DecoderWorker {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

/** A decoder that has not answered for so long has broken down. A look takes some ten milliseconds, a cold one 200. */
const patienceMs = 5_000;

/** The decoder in its worker, as the page uses it: one picture, one reading. */
export class Decoder {
  readonly #worker: DecoderWorker;
  #waiting: {
    readonly resolve: (answer: FromWorker) => void;
    readonly timer: number | NodeJS.Timeout;
  } | null = null;
  #isClosed = false;

  constructor(worker: DecoderWorker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#settle(data));
    // A worker that could not start, or an error nobody caught in it. What it says is not looked at.
    worker.addEventListener('error', () => this.#settle({ kind: 'failed' }));
    worker.addEventListener('messageerror', () => this.#settle({ kind: 'failed' }));
  }

  /** False when there is no decoder to be had. */
  async load(wasm: ArrayBuffer): Promise<boolean> {
    const answer = await this.#ask({ kind: 'load', wasm }, [wasm]);
    return answer.kind === 'loaded';
  }

  /** What a picture shows; null when the decoder broke down or was closed. The picture is used up. */
  async look(picture: VideoFrame): Promise<FrameReading | null> {
    const answer = await this.#ask({ kind: 'look', picture }, [picture]);
    // Handed over it is empty here already; not handed over it would hold one of the camera's few buffers.
    picture.close();
    return answer.kind === 'seen' ? answer.reading : null;
  }

  /** Ends the worker and everything it remembers. */
  close(): void {
    this.#isClosed = true;
    this.#worker.terminate();
    this.#settle({ kind: 'failed' });
  }

  #ask(message: ToWorker, transfer: Transferable[]): Promise<FromWorker> {
    if (this.#isClosed || this.#waiting !== null) return Promise.resolve({ kind: 'failed' });
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle({ kind: 'failed' }), patienceMs);
      this.#waiting = { resolve, timer };
      this.#worker.postMessage(message, transfer);
    });
  }

  #settle(answer: FromWorker): void {
    const waiting = this.#waiting;
    if (waiting === null) return;
    this.#waiting = null;
    clearTimeout(waiting.timer);
    waiting.resolve(answer);
  }
}
