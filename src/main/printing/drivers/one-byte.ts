import type { JobReason } from '../../../shared/printing/job.ts';
import type { Look, LookReader } from './polled.ts';

/** What a bit of a one-byte answer means. */
export interface BitRow {
  readonly mask: number;
  readonly means: string;
  /** `work`: the printer is printing, which is no fault. */
  readonly reason: JobReason | 'work';
}

/** Printers that answer with a single byte: a table of its bits, most pressing first, is all there is to know. */
export class OneByteReader implements LookReader {
  readonly #rows: readonly BitRow[];
  readonly #isAnswer: (byte: number) => boolean;

  constructor(rows: readonly BitRow[], isAnswer: (byte: number) => boolean = () => true) {
    this.#rows = rows;
    this.#isAnswer = isAnswer;
  }

  /** One byte is one answer; more at once are something else, and it is not for us to guess what. */
  feed(bytes: Uint8Array): Look[] {
    const [byte] = bytes;
    if (byte === undefined || bytes.length !== 1 || !this.#isAnswer(byte)) return [];
    const raised = this.#rows.filter((row) => (byte & row.mask) !== 0).map((row) => row.reason);
    return [
      {
        reasons: raised.filter((reason) => reason !== 'work'),
        isAtWork: raised.includes('work'),
        counter: null,
      },
    ];
  }
}
