import type { JobReason } from '../../../shared/printing/job.ts';
import { escposEncoder } from '../encoders/escpos.ts';
import {
  EscposAnswers,
  mostPressing,
  reasonsOfChange,
  reasonsOfReached,
  reasonsOfStatus,
  type EscposAnswer,
} from './escpos-status.ts';
import type { Driver, Ending, JobSize, Protocol, ProtocolParts, Standing } from './types.ts';

const questions = [1, 2, 4, 3] as const;

/** GS r 1: paper status in turn with the data. GS a 0: no more reports. */
const askInTurn = Uint8Array.of(0x1d, 0x72, 0x01);
const stopReports = Uint8Array.of(0x1d, 0x61, 0x00);
/** DLE ENQ 2: recover from an error and drop the buffers (Epson ESC/POS reference, DLE ENQ). */
const dropAfterError = Uint8Array.of(0x10, 0x05, 0x02);
/** DLE DC4, function 8: drop the buffers, whatever the state (Epson ESC/POS reference, DLE DC4). */
const dropAlways = Uint8Array.of(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);

/** Faults that pass by themselves; everything else needs a hand. */
const passing: ReadonlySet<JobReason> = new Set(['busy', 'head-hot', 'paused']);

/**
 * ESC/POS: DLE EOT before the job, automatic status while it runs, and behind it a token. Epson's GS ( H answers when
 * what stands before it has been printed; GS r, which clones know too, answers when it has been taken in.
 */
class EscposProtocol implements Protocol {
  readonly cancel: Uint8Array;
  readonly #parts: ProtocolParts;
  readonly #answers = new EscposAnswers();
  readonly #id = newProcessId();
  #reasons: readonly JobReason[] = [];
  #printed = false;
  #reached = false;

  constructor(parts: ProtocolParts) {
    this.#parts = parts;
    // Clones that do not know DLE DC4 8 would print its bytes.
    const knowsMore = parts.profile.completion === 'printed';
    this.cancel = knowsMore ? Buffer.concat([dropAlways, dropAfterError]) : dropAfterError;
  }

  async ask(): Promise<Standing> {
    const { timings, talk } = this.#parts;
    const end = talk.now() + timings.busyMs;
    for (;;) {
      const reasons = await this.#askAll();
      if (reasons === null) return { kind: 'silent' };
      const reason = mostPressing(reasons);
      if (reason === null) return { kind: 'ready' };
      if (reason !== 'busy' || talk.now() >= end) return { kind: 'trouble', reason };
      await talk.wait(timings.pollMs);
    }
  }

  wrap(job: Uint8Array): Uint8Array {
    const token = this.#asksForPrinted()
      ? // GS ( H, function 48, with four letters of our own (Epson ESC/POS reference, GS ( H).
        Buffer.concat([Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30), Buffer.from(this.#id)])
      : new Uint8Array();
    return Buffer.concat([job, token, askInTurn, stopReports]);
  }

  heard(bytes: Uint8Array): JobReason | null {
    this.#take(this.#answers.feed(bytes));
    return this.#lasting();
  }

  /** A receipt prints row by row: no byte is the one that matters. */
  holdBack(): number {
    return 0;
  }

  async hasRead(): Promise<JobReason | null> {
    return null;
  }

  async ending(size: JobSize): Promise<Ending> {
    const { timings, talk } = this.#parts;
    const limit = talk.now() + timings.completionMs + size.paperMs + size.linkMs;
    let reachedAt: number | null = null;
    while (talk.now() < limit) {
      if (this.#printed) return { kind: 'printed' };
      const lasting = this.#lasting();
      if (lasting !== null) return { kind: 'trouble', reason: lasting };
      if (this.#reached) {
        reachedAt ??= talk.now();
        const patience = this.#asksForPrinted() ? 2 * size.paperMs + timings.answerMs : 0;
        if (talk.now() - reachedAt >= patience) return { kind: 'unproven' };
      }
      await talk.listen(
        (bytes) => {
          this.#take(this.#answers.feed(bytes));
          return true;
        },
        Math.min(timings.pollMs, limit - talk.now()),
      );
    }
    const reason = mostPressing(this.#reasons);
    return reason === null ? { kind: 'stalled' } : { kind: 'trouble', reason };
  }

  #asksForPrinted(): boolean {
    return this.#parts.profile.completion === 'printed';
  }

  /** Asks DLE EOT 1, 2, 4 and 3, one after another. Null when not even the first is answered. */
  async #askAll(): Promise<JobReason[] | null> {
    const { timings, talk } = this.#parts;
    const reasons: JobReason[] = [];
    for (const question of questions) {
      await talk.say(Uint8Array.of(0x10, 0x04, question), timings.answerMs);
      const byte = await talk.listen((bytes) => lastStatus(this.#answers.feed(bytes)), timings.answerMs);
      if (byte === null && question === 1) return null;
      // A clone that answers some questions only: what it said counts, and the rest are not asked again and again.
      if (byte === null) break;
      reasons.push(...reasonsOfStatus(question, byte));
    }
    return reasons;
  }

  #lasting(): JobReason | null {
    return mostPressing(this.#reasons.filter((reason) => !passing.has(reason)));
  }

  #take(answers: readonly EscposAnswer[]): void {
    for (const answer of answers) {
      switch (answer.kind) {
        case 'changed':
          this.#reasons = reasonsOfChange(answer.bytes);
          break;
        case 'reached':
          this.#reached = true;
          this.#reasons = [...this.#reasons, ...reasonsOfReached(answer.byte)];
          break;
        case 'process':
          this.#printed ||= answer.id === this.#id;
          break;
        case 'status':
        case 'cleared':
          break;
      }
    }
  }
}

function lastStatus(answers: readonly EscposAnswer[]): number | null {
  const answer = answers.findLast((each) => each.kind === 'status');
  return answer?.kind === 'status' ? answer.byte : null;
}

/** Four printable letters that no earlier job of this printer has used, so that a late answer cannot be mistaken. */
function newProcessId(): string {
  const random = crypto.getRandomValues(new Uint8Array(4));
  return String.fromCharCode(...random.map((byte) => 0x30 + (byte % 0x40)));
}

export const escposDriver: Driver = {
  encoder: escposEncoder,
  protocolFor: (parts) => new EscposProtocol(parts),
};
