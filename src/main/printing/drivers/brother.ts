import type { JobReason } from '../../../shared/printing/job.ts';
import { findBrotherMedia } from '../encoders/brother-media.ts';
import { brotherPins, brotherQlEncoder } from '../encoders/brother-ql.ts';
import { BrotherStatuses, type BrotherStatus } from './brother-status.ts';
import type { Driver, Ending, JobSize, Protocol, ProtocolParts, Standing } from './types.ts';

/** ESC i S. */
const question = Uint8Array.of(0x1b, 0x69, 0x53);
/** Zeros end half a row that a broken job left behind, ESC @ resets. It also ends a label that is being printed. */
const reset = Uint8Array.of(...Array<number>(200).fill(0), 0x1b, 0x40);

/**
 * Brother QL: asked before the job and not while it prints; the printer itself says when a label is out (status type 01).
 * It knows its roll, so a badge for another roll is stopped before it begins.
 */
class BrotherProtocol implements Protocol {
  readonly cancel = reset;
  readonly #parts: ProtocolParts;
  readonly #statuses = new BrotherStatuses();
  #hasPrinted = false;
  #trouble: JobReason | null = null;

  constructor(parts: ProtocolParts) {
    this.#parts = parts;
  }

  async ask(purpose: 'job' | 'look'): Promise<Standing> {
    const { talk, timings } = this.#parts;
    const end = talk.now() + timings.busyMs;
    for (let isReset = purpose === 'look'; ;) {
      let status = await this.#look();
      if (status === null && !isReset) {
        isReset = true;
        await talk.say(reset, timings.answerMs);
        status = await this.#look();
      }
      if (status === null) return { kind: 'silent' };
      const reason = status.reasons[0] ?? (status.isPrinting ? 'busy' : this.#otherRoll(status));
      if (reason === null) {
        // What it said of earlier jobs came before this answer.
        this.#hasPrinted = false;
        this.#trouble = null;
        return { kind: 'ready' };
      }
      if (reason !== 'busy' || talk.now() >= end) return { kind: 'trouble', reason };
      await talk.wait(timings.pollMs);
    }
  }

  wrap(job: Uint8Array): Uint8Array {
    return job;
  }

  heard(bytes: Uint8Array): JobReason | null {
    this.#take(bytes);
    return this.#trouble;
  }

  holdBack(): number {
    return 0;
  }

  async hasRead(): Promise<JobReason | null> {
    return null;
  }

  async ending(size: JobSize): Promise<Ending> {
    const { talk, timings } = this.#parts;
    const limit = talk.now() + timings.completionMs + size.paperMs + size.linkMs;
    while (talk.now() < limit && !this.#hasPrinted && this.#trouble === null) {
      await talk.listen(
        (bytes) => {
          this.#take(bytes);
          return true;
        },
        Math.min(timings.pollMs, limit - talk.now()),
      );
    }
    if (this.#trouble !== null) return { kind: 'trouble', reason: this.#trouble };
    if (this.#hasPrinted) return { kind: 'printed' };
    // It has said nothing by itself: then at least it must still be there, idle and well.
    const status = await this.#look();
    const [reason] = status?.reasons ?? [];
    if (reason !== undefined) return { kind: 'trouble', reason };
    return status === null || status.isPrinting ? { kind: 'stalled' } : { kind: 'unproven' };
  }

  /** The printer names the roll it holds; an unknown one (0 mm) is its own trouble and reported as such. */
  #otherRoll({ widthMm, lengthMm }: BrotherStatus): JobReason | null {
    const { profile, media } = this.#parts;
    const wanted = findBrotherMedia(media, brotherPins(profile));
    if (!wanted.ok || widthMm === 0) return null;
    const same = wanted.value.widthMm === widthMm && wanted.value.lengthMm === lengthMm;
    return same ? null : 'media-mismatch';
  }

  async #look(): Promise<BrotherStatus | null> {
    const { talk, timings } = this.#parts;
    await talk.say(question, timings.answerMs);
    return talk.listen((bytes) => this.#take(bytes), timings.answerMs);
  }

  /** Notes what came unasked; the answer to a question, if one was among it. */
  #take(bytes: Uint8Array): BrotherStatus | null {
    let answer: BrotherStatus | null = null;
    for (const status of this.#statuses.feed(bytes)) {
      if (status.type === 'reply') answer = status;
      else if (status.type === 'completed') this.#hasPrinted = true;
      else if (status.type === 'error') this.#trouble = status.reasons[0] ?? 'printer-fault';
    }
    return answer;
  }
}

export const brotherQlDriver: Driver = {
  encoder: brotherQlEncoder,
  protocolFor: (parts) => new BrotherProtocol(parts),
};
