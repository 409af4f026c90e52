import type { JobReason } from '../../../shared/printing/job.ts';
import type { Line } from '../types.ts';
import { isLineError, type Talk } from './talk.ts';
import type { JobSize, PrintTimings, Protocol } from './types.ts';

/** Bytes handed over at once. Small enough to notice soon that a printer has stopped, large enough for the link. */
const chunkBytes = 16_384;

export interface SendingParts {
  readonly line: Line;
  readonly protocol: Protocol;
  readonly talk: Talk;
  readonly timings: PrintTimings;
  readonly onMilestone: (milestone: 'first-byte' | 'last-byte') => void;
  readonly signal?: AbortSignal;
}

/** Hands the bytes over piece by piece and listens in between. */
export class Sending {
  bytesSent = 0;
  mayHaveLeft = false;
  readonly #parts: SendingParts;

  constructor(parts: SendingParts) {
    this.#parts = parts;
  }

  /** Null when all bytes were taken, else why not. `size` is given for a printer that answers questions. */
  async send(bytes: Uint8Array, size: JobSize | null): Promise<JobReason | null> {
    const heldBack = size === null ? 0 : this.#parts.protocol.holdBack(bytes);
    const brink = bytes.length - heldBack;
    try {
      const stopped = await this.#hand(bytes.subarray(0, brink));
      if (stopped !== null) return stopped;
      if (size !== null && heldBack > 0) {
        const stuck = await this.#parts.protocol.hasRead(size);
        if (stuck !== null) return stuck;
        if (this.#parts.signal?.aborted === true) return 'interrupted';
        const late = await this.#hand(bytes.subarray(brink));
        if (late !== null) return late;
      }
      this.#parts.onMilestone('last-byte');
      return null;
    } catch (error) {
      if (!isLineError(error)) throw error;
      this.mayHaveLeft ||= error.mayHaveLeft;
      return error.reason;
    }
  }

  async #hand(bytes: Uint8Array): Promise<JobReason | null> {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      if (this.bytesSent > 0 && this.#parts.signal?.aborted === true) return 'interrupted';
      const chunk = bytes.subarray(at, at + chunkBytes);
      await this.#parts.line.write(chunk, this.#parts.timings.chunkMs);
      this.mayHaveLeft = true;
      if (this.bytesSent === 0) this.#parts.onMilestone('first-byte');
      this.bytesSent += chunk.length;
      const heard = await this.#parts.talk.overhear();
      if (heard !== null && this.#parts.protocol.heard(heard) !== null) return 'fault-while-printing';
    }
    return null;
  }
}
