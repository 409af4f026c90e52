import type { JobReason } from '../../../shared/printing/job.ts';

/** What an ESC/POS printer sends back, told apart by its fixed bits. */
export type EscposAnswer =
  /** Answer to DLE EOT n: one byte; which n it answers is known by the question alone. */
  | { readonly kind: 'status'; readonly byte: number }
  /** Automatic status: four bytes at every change. */
  | { readonly kind: 'changed'; readonly bytes: readonly [number, number, number, number] }
  /** Answer to GS r: comes in turn with the data, so everything before it was taken in. */
  | { readonly kind: 'reached'; readonly byte: number }
  /** GS ( H, function 48: what was printed before it has been printed. */
  | { readonly kind: 'process'; readonly id: string }
  /** DLE DC4, function 8: the buffers are empty now. */
  | { readonly kind: 'cleared' };

interface BitRow {
  readonly mask: number;
  readonly means: string;
  readonly reason: JobReason;
}

type Questions = 1 | 2 | 3 | 4;

/** DLE EOT n (Epson ESC/POS reference, DLE EOT). Near-end (n = 4, bits 2 and 3) is a remark, not a fault. */
export const statusBits: Readonly<Record<Questions, readonly BitRow[]>> = {
  1: [
    { mask: 0x20, means: 'waiting for online recovery', reason: 'busy' },
    { mask: 0x40, means: 'feed button held', reason: 'busy' },
    { mask: 0x08, means: 'offline', reason: 'paused' },
  ],
  2: [
    { mask: 0x04, means: 'cover open', reason: 'cover-open' },
    { mask: 0x20, means: 'stopped by paper end', reason: 'media-empty' },
    { mask: 0x40, means: 'error', reason: 'printer-fault' },
    { mask: 0x08, means: 'paper is being fed', reason: 'busy' },
  ],
  3: [
    { mask: 0x08, means: 'cutter', reason: 'cutter-jam' },
    { mask: 0x20, means: 'needs a restart', reason: 'printer-fault' },
    { mask: 0x40, means: 'head hot, recovers by itself', reason: 'head-hot' },
  ],
  4: [{ mask: 0x60, means: 'paper end', reason: 'media-empty' }],
};

interface ChangeRow extends BitRow {
  /** Which of the four bytes, from 0. */
  readonly at: 0 | 1 | 2;
}

/** Automatic status back (Epson ESC/POS reference, GS a). */
export const changeBits: readonly ChangeRow[] = [
  { at: 0, mask: 0x20, means: 'cover open', reason: 'cover-open' },
  { at: 2, mask: 0x0c, means: 'paper end', reason: 'media-empty' },
  { at: 1, mask: 0x08, means: 'cutter', reason: 'cutter-jam' },
  { at: 1, mask: 0x20, means: 'needs a restart', reason: 'printer-fault' },
  { at: 1, mask: 0x04, means: 'mechanical error', reason: 'printer-fault' },
  { at: 1, mask: 0x40, means: 'head hot, recovers by itself', reason: 'head-hot' },
  { at: 0, mask: 0x40, means: 'paper is being fed', reason: 'busy' },
  { at: 0, mask: 0x08, means: 'offline', reason: 'paused' },
];

/** Most pressing first: an open cover explains a missing paper, and either explains "offline". */
const pressing: readonly JobReason[] = [
  'cover-open',
  'media-empty',
  'cutter-jam',
  'head-hot',
  'printer-fault',
  'busy',
  'paused',
];

export function mostPressing(reasons: readonly JobReason[]): JobReason | null {
  return pressing.find((reason) => reasons.includes(reason)) ?? reasons[0] ?? null;
}

/** What the answer to DLE EOT n means. */
export function reasonsOfStatus(question: Questions, byte: number): JobReason[] {
  return statusBits[question].filter((row) => (byte & row.mask) !== 0).map((row) => row.reason);
}

/** What an automatic status means. */
export function reasonsOfChange(bytes: readonly [number, number, number, number]): JobReason[] {
  return changeBits.filter((row) => (bytes[row.at] & row.mask) !== 0).map((row) => row.reason);
}

/** GS r 1: bits 2 and 3 = paper end (Epson ESC/POS reference, GS r). */
export function reasonsOfReached(byte: number): JobReason[] {
  return (byte & 0x0c) !== 0 ? ['media-empty'] : [];
}

const blockHeader = 0x37;
/** 37h 22h four letters 00h (process id, GS ( H); 37h 25h 00h (buffers cleared, DLE DC4). */
const blockLengths: Readonly<Record<number, number>> = { 0x22: 7, 0x25: 3 };

/**
 * Takes an ESC/POS printer's answers apart. Never throws; a byte that fits nothing is dropped.
 *
 * Fixed bits (Epson ESC/POS reference, "Status"): automatic status begins with 0xx1xx00 and goes on with 0xx0xxxx, DLE
 * EOT answers 0xx1xx10, GS r 0xx0xxxx; blocks run from 37h to 00h.
 */
export class EscposAnswers {
  #held: number[] = [];

  feed(bytes: Uint8Array): EscposAnswer[] {
    this.#held.push(...bytes);
    const answers: EscposAnswer[] = [];
    for (;;) {
      const taken = this.#next();
      if (taken === null) return answers;
      this.#held.splice(0, taken.length);
      if (taken.answer !== null) answers.push(taken.answer);
    }
  }

  /** The next answer and its length; null when its end has not come yet. */
  #next(): { readonly length: number; readonly answer: EscposAnswer | null } | null {
    const [first, second, third, fourth] = this.#held;
    if (first === undefined) return null;
    if (first === blockHeader) return this.#block();
    if ((first & 0x93) === 0x12) return { length: 1, answer: { kind: 'status', byte: first } };
    if ((first & 0x90) === 0) return { length: 1, answer: { kind: 'reached', byte: first } };
    if ((first & 0x93) !== 0x10) return { length: 1, answer: null };
    for (const later of [second, third, fourth]) {
      if (later === undefined) return null;
      if ((later & 0x90) !== 0) return { length: 1, answer: null };
    }
    if (second === undefined || third === undefined || fourth === undefined) return null;
    return { length: 4, answer: { kind: 'changed', bytes: [first, second, third, fourth] } };
  }

  /** Only the two blocks we ask for; a header before anything else is a stray byte. */
  #block(): { readonly length: number; readonly answer: EscposAnswer | null } | null {
    const [, kind] = this.#held;
    if (kind === undefined) return null;
    const length = blockLengths[kind];
    if (length === undefined) return { length: 1, answer: null };
    if (this.#held.length < length) return null;
    const body = this.#held.slice(2, length - 1);
    const whole = this.#held[length - 1] === 0 && body.every((byte) => byte >= 0x20 && byte <= 0x7e);
    if (!whole) return { length: 1, answer: null };
    if (kind === 0x25) return { length, answer: { kind: 'cleared' } };
    return { length, answer: { kind: 'process', id: String.fromCharCode(...body) } };
  }
}
