import type { JobReason } from '../../../shared/printing/job.ts';
import { zplEncoder } from '../encoders/zpl.ts';
import type { Driver, Ending, JobSize, Protocol, ProtocolParts, Standing } from './types.ts';
import { ZplAnswers, type ErrorStatus, type HostStatus, type ZplAnswer } from './zpl-status.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const askHost = bytesOf('~HS');
const askErrors = bytesOf('~HQES');

/** Faults that pass without anybody's hand on the job; everything else ends the wait. */
const passing: ReadonlySet<JobReason> = new Set(['busy', 'head-hot', 'paused']);

/**
 * ZPL printers count: formats in the buffer, labels left to print, a format half read. A job has ended when those
 * counters were seen above zero and are back at zero, without a fault, and no earlier than paper can move. Zeros
 * alone prove nothing, for they also mean "not begun yet".
 */
class ZplProtocol implements Protocol {
  /** ~JA drops every format and batch in the printer (ZPL II Programming Guide, ~JA). */
  readonly cancel = bytesOf('~JA');
  readonly #parts: ProtocolParts;
  readonly #answers = new ZplAnswers();
  #host: HostStatus | null = null;
  #errors: ErrorStatus | null = null;
  /** This job was seen in the printer's counters. */
  #sawWork = false;
  #wasSilentAlong = false;

  constructor(parts: ProtocolParts) {
    this.#parts = parts;
  }

  async ask(): Promise<Standing> {
    const { timings, talk } = this.#parts;
    const end = talk.now() + timings.busyMs;
    for (let cleared = false; ;) {
      const reasons = await this.#look();
      if (reasons === null) return { kind: 'silent' };
      const [reason] = reasons;
      if (reason !== undefined && reason !== 'busy') return { kind: 'trouble', reason };
      if (reason === undefined && !isAtWork(this.#host)) return { kind: 'ready' };
      if (talk.now() < end) {
        await talk.wait(timings.pollMs);
      } else if (!cleared && isLeftover(this.#host)) {
        // Half a format that nobody finishes: the rest of a job that broke off. It would swallow ours.
        await talk.say(this.cancel, timings.answerMs);
        await talk.wait(timings.pollMs);
        cleared = true;
      } else {
        return { kind: 'trouble', reason: 'busy' };
      }
    }
  }

  wrap(job: Uint8Array): Uint8Array {
    return job;
  }

  heard(bytes: Uint8Array): JobReason | null {
    this.#take(this.#answers.feed(bytes));
    return null;
  }

  /** Until its ^XZ has come, a format is only half read and nothing of it can print. */
  holdBack(job: Uint8Array): number {
    const end = Buffer.from(job.buffer, job.byteOffset, job.byteLength).lastIndexOf('^XZ');
    return end < 0 ? 0 : job.length - end;
  }

  async hasRead(size: JobSize): Promise<JobReason | null> {
    const { timings, memory } = this.#parts;
    if (memory.answersAlong === false) return null;
    const patience = memory.answersAlong === true ? timings.completionMs : timings.answerMs;
    const reasons = await this.#look(patience + size.linkMs);
    if (reasons === null) {
      // Either it answers between formats only, or it is stuck. Who has answered before in mid-job is stuck.
      this.#wasSilentAlong = true;
      return memory.answersAlong === true ? 'stalled' : null;
    }
    memory.answersAlong = true;
    this.#sawWork = isAtWork(this.#host);
    return reasons.some((reason) => !passing.has(reason)) ? 'fault-while-printing' : null;
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
    let answered = false;
    let last: JobReason | null = null;
    while (talk.now() < limit) {
      const reasons = await this.#look();
      answered = reasons !== null;
      last = reasons?.[0] ?? null;
      const lasting = reasons?.find((reason) => !passing.has(reason));
      if (lasting !== undefined) return { kind: 'trouble', reason: lasting };
      if (reasons !== null) {
        const waited = talk.now() - start;
        this.#sawWork ||= isAtWork(this.#host);
        // A label waiting to be torn off (busy) has been printed.
        const idle = !isAtWork(this.#host) && reasons.every((reason) => reason === 'busy');
        if (idle && this.#sawWork && this.#host !== null && waited >= size.paperMs)
          return { kind: 'printed' };
        if (idle && !this.#sawWork && waited >= 2 * size.paperMs + timings.answerMs)
          return { kind: 'unproven' };
      }
      await talk.wait(timings.pollMs);
    }
    return answered && last !== null ? { kind: 'trouble', reason: last } : { kind: 'stalled' };
  }

  /**
   * One look at the printer: what stands in the way, or null when it does not answer.
   *
   * Newer firmware does not answer ~HS while a fault lasts (Zebra's command page, ~HS), so ~HQES is asked along.
   */
  async #look(patienceMs = this.#parts.timings.answerMs): Promise<readonly JobReason[] | null> {
    const { talk, timings, memory } = this.#parts;
    this.#host = null;
    this.#errors = null;
    const question = memory.answersMore === false ? askHost : Buffer.concat([askHost, askErrors]);
    await talk.say(question, timings.answerMs);
    const hear = (want: () => boolean) => (bytes: Uint8Array) => {
      this.#take(this.#answers.feed(bytes));
      return want() ? true : null;
    };
    await talk.listen(
      hear(() => this.#host !== null && (memory.answersMore !== true || this.#errors !== null)),
      patienceMs,
    );
    if (memory.answersMore === null && this.#host !== null && this.#errors === null) {
      await talk.listen(
        hear(() => this.#errors !== null),
        Math.ceil(timings.answerMs / 4),
      );
    }
    const { host, errors } = { host: this.#host, errors: this.#errors } as Looked;
    if (host === null && errors === null) return null;
    if (errors !== null) memory.answersMore = true;
    else memory.answersMore ??= false;
    return [...(errors?.reasons ?? []), ...(host?.reasons ?? [])];
  }

  #take(answers: readonly ZplAnswer[]): void {
    for (const answer of answers) {
      if (answer.kind === 'host') this.#host = answer;
      else this.#errors = answer;
    }
  }
}

interface Looked {
  readonly host: HostStatus | null;
  readonly errors: ErrorStatus | null;
}

function isAtWork(host: HostStatus | null): boolean {
  return host !== null && (host.formats > 0 || host.labels > 0 || host.partial);
}

function isLeftover(host: HostStatus | null): boolean {
  return host !== null && host.partial && host.formats === 0 && host.labels === 0;
}

export const zplDriver: Driver = {
  encoder: zplEncoder,
  protocolFor: (parts) => new ZplProtocol(parts),
};
