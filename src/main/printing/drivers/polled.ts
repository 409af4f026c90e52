import type { JobReason } from '../../../shared/printing/job.ts';
import type { Encoder } from '../encoders/encoder.ts';
import type { Driver, Ending, JobSize, Protocol, ProtocolParts, Standing } from './types.ts';

/** What one answer says. */
export interface Look {
  /** Most pressing first. */
  readonly reasons: readonly JobReason[];
  /** The printer says that it is printing. */
  readonly isAtWork: boolean;
  /** Jobs it has counted as printed; null where a language has no such counter. */
  readonly counter: number | null;
}

/** Picks answers out of what comes. Never throws; drops what it cannot read. */
export interface LookReader {
  feed(bytes: Uint8Array): Look[];
}

/** A language in which the printer answers one question with its whole state. */
export interface PolledLanguage {
  readonly question: Uint8Array;
  /** Sent once before the first question. */
  readonly opening?: Uint8Array;
  /** Sent behind a job whose printer can prove its end. */
  readonly closing?: Uint8Array;
  /** The last command of a job, without which nothing of it prints; absent where rows print as they come. */
  readonly trigger?: Uint8Array;
  readonly cancel: Uint8Array | null;
  readonly reader: () => LookReader;
  /**
   * What shows that a job has been printed: the printer was at work and rests again, or its counter has risen by one.
   * `nothing`: the most it can say is that nothing is wrong.
   */
  readonly proof: 'work' | 'counter' | 'nothing';
}

/** Faults that pass without anybody's hand on the job; everything else ends the wait. */
const passing: ReadonlySet<JobReason> = new Set(['busy', 'head-hot', 'paused']);

class PolledProtocol implements Protocol {
  readonly cancel: Uint8Array | null;
  readonly #language: PolledLanguage;
  readonly #parts: ProtocolParts;
  readonly #reader: LookReader;
  #counterBefore: number | null = null;
  #sawWork = false;
  #wasSilentAlong = false;

  constructor(language: PolledLanguage, parts: ProtocolParts) {
    this.#language = language;
    this.#parts = parts;
    this.#reader = language.reader();
    this.cancel = language.cancel;
  }

  async ask(): Promise<Standing> {
    const { talk, timings } = this.#parts;
    const end = talk.now() + timings.busyMs;
    if (this.#language.opening !== undefined) await talk.say(this.#language.opening, timings.answerMs);
    for (;;) {
      const look = await this.#look(timings.answerMs);
      if (look === null) return { kind: 'silent' };
      this.#counterBefore = look.counter;
      const reason = look.reasons[0] ?? (look.isAtWork ? 'busy' : undefined);
      if (reason === undefined) return { kind: 'ready' };
      if (reason !== 'busy' || talk.now() >= end) return { kind: 'trouble', reason };
      await talk.wait(timings.pollMs);
    }
  }

  wrap(job: Uint8Array): Uint8Array {
    const { closing } = this.#language;
    return closing === undefined ? job : Buffer.concat([job, closing]);
  }

  heard(bytes: Uint8Array): JobReason | null {
    return this.#take(bytes)?.reasons.find((reason) => !passing.has(reason)) ?? null;
  }

  holdBack(job: Uint8Array): number {
    const { trigger } = this.#language;
    if (trigger === undefined) return 0;
    const at = Buffer.from(job.buffer, job.byteOffset, job.byteLength).lastIndexOf(trigger);
    return at < 0 ? 0 : job.length - at;
  }

  async hasRead(size: JobSize): Promise<JobReason | null> {
    const { timings, memory } = this.#parts;
    if (memory.answersAlong === false) return null;
    const patience = memory.answersAlong === true ? timings.completionMs : timings.answerMs;
    const look = await this.#look(patience + size.linkMs);
    if (look === null) {
      this.#wasSilentAlong = true;
      return memory.answersAlong === true ? 'stalled' : null;
    }
    memory.answersAlong = true;
    return look.reasons.some((reason) => !passing.has(reason)) ? 'fault-while-printing' : null;
  }

  async ending(size: JobSize): Promise<Ending> {
    const ending = await this.#awaitEnding(size);
    const wentWell = ending.kind === 'printed' || ending.kind === 'unproven';
    if (wentWell && this.#wasSilentAlong) this.#parts.memory.answersAlong = false;
    return ending;
  }

  async #awaitEnding(size: JobSize): Promise<Ending> {
    const { timings, talk } = this.#parts;
    const start = talk.now();
    const limit = start + timings.completionMs + size.paperMs + size.linkMs;
    let look: Look | null = null;
    while (talk.now() < limit) {
      look = await this.#look(timings.answerMs);
      if (look !== null) {
        const lasting = look.reasons.find((reason) => !passing.has(reason));
        if (lasting !== undefined) return { kind: 'trouble', reason: lasting };
        this.#sawWork ||= look.isAtWork;
        const isIdle = !look.isAtWork && look.reasons.length === 0;
        const ended = isIdle ? this.#verdict(look, talk.now() - start, size) : null;
        if (ended !== null) return ended;
      }
      await talk.wait(timings.pollMs);
    }
    const [reason] = look?.reasons ?? [];
    return reason === undefined ? { kind: 'stalled' } : { kind: 'trouble', reason };
  }

  /** What an idle printer without a fault has proven; null = wait on. */
  #verdict(look: Look, waitedMs: number, size: JobSize): Ending | null {
    const { profile, timings } = this.#parts;
    const isLong = waitedMs >= 2 * size.paperMs + timings.answerMs;
    const proof = profile.completion === 'printed' ? this.#language.proof : 'nothing';
    switch (proof) {
      case 'counter': {
        const before = this.#counterBefore;
        // A counter that stands at its end would fall back to what a reset makes of it: that proves nothing.
        if (before === null || look.counter === null || before === 31)
          return isLong ? { kind: 'unproven' } : null;
        return look.counter === before + 1 ? { kind: 'printed' } : null;
      }
      case 'work':
        if (this.#sawWork) return waitedMs >= size.paperMs ? { kind: 'printed' } : null;
        return isLong ? { kind: 'unproven' } : null;
      case 'nothing':
        return waitedMs >= size.paperMs ? { kind: 'unproven' } : null;
    }
  }

  async #look(patienceMs: number): Promise<Look | null> {
    const { talk, timings } = this.#parts;
    await talk.say(this.#language.question, timings.answerMs);
    return talk.listen((bytes) => this.#take(bytes), patienceMs);
  }

  #take(bytes: Uint8Array): Look | null {
    return this.#reader.feed(bytes).at(-1) ?? null;
  }
}

/** A driver for a language in which the printer answers one question with its whole state. */
export function polledDriver(encoder: Encoder, language: PolledLanguage): Driver {
  return { encoder, protocolFor: (parts) => new PolledProtocol(language, parts) };
}
