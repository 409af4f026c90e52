import type { JobReason } from '../../../shared/printing/job.ts';
import { starGraphicEncoder } from '../encoders/star-graphic.ts';
import { starLineEncoder } from '../encoders/star-line.ts';
import { starPrntEncoder } from '../encoders/starprnt.ts';
import { polledDriver, type Look, type LookReader, type PolledLanguage } from './polled.ts';

interface StatusRow {
  /** Position in the status, from 0; 0 and 1 are headers. */
  readonly at: 2 | 3 | 4 | 5;
  readonly mask: number;
  readonly means: string;
  readonly reason: JobReason;
}

/** Automatic status (Star, "Line Mode Command Specifications", appendix 2), most pressing first. */
export const starStatusBits: readonly StatusRow[] = [
  { at: 2, mask: 0x20, means: 'cover open', reason: 'cover-open' },
  { at: 4, mask: 0x02, means: 'head up', reason: 'cover-open' },
  { at: 5, mask: 0x08, means: 'paper end', reason: 'media-empty' },
  { at: 3, mask: 0x08, means: 'cutter', reason: 'cutter-jam' },
  { at: 3, mask: 0x20, means: 'needs a restart', reason: 'printer-fault' },
  { at: 3, mask: 0x04, means: 'mechanical error', reason: 'printer-fault' },
  { at: 4, mask: 0x04, means: 'paper jammed in the presenter', reason: 'printer-fault' },
  { at: 4, mask: 0x40, means: 'receive buffer overflow', reason: 'printer-fault' },
  { at: 4, mask: 0x08, means: 'black mark not found', reason: 'media-mismatch' },
  { at: 3, mask: 0x40, means: 'head hot', reason: 'head-hot' },
  { at: 2, mask: 0x08, means: 'offline', reason: 'paused' },
];

/** Where the five bits of the ETB counter stand in the eighth byte. */
const counterBits = [0x02, 0x04, 0x08, 0x20, 0x40] as const;

/** Takes automatic statuses out of what comes: a first byte of 0xx0xxx1 that names the length, then bytes of 0xx0xxx0. */
export class StarReader implements LookReader {
  #held: number[] = [];

  feed(bytes: Uint8Array): Look[] {
    this.#held.push(...bytes);
    const looks: Look[] = [];
    while (this.#held.length > 0) {
      const [first = 0, second] = this.#held;
      const length = second === undefined ? null : statusLength(first, second);
      if ((first & 0x91) !== 0x01) {
        this.#held.shift();
        continue;
      }
      // Bit 7 of header 2 is not fixed: it says that the status is longer.
      const odd = this.#held
        .slice(1, length ?? 1)
        .some((byte, at) => (byte & (at === 0 ? 0x11 : 0x91)) !== 0);
      if (odd || (length !== null && length < 7)) {
        this.#held.shift();
        continue;
      }
      if (length === null || this.#held.length < length) break;
      looks.push(lookOf(this.#held.splice(0, length)));
    }
    return looks;
  }
}

/** Header 1 counts the bytes in bits 6, 5, 3, 2 and 1; bit 7 of header 2 adds two more. */
function statusLength(first: number, second: number): number {
  return (((first >> 2) & 0x18) | ((first >> 1) & 0x07)) + ((second >> 6) & 0x02);
}

function lookOf(status: readonly number[]): Look {
  const reasons = starStatusBits
    .filter((row) => ((status[row.at] ?? 0) & row.mask) !== 0)
    .map((row) => row.reason);
  const eighth = status[7];
  if (eighth === undefined) return { reasons, isAtWork: false, counter: null };
  const counter = counterBits.reduce((sum, mask, bit) => ((eighth & mask) === 0 ? sum : sum | (1 << bit)), 0);
  return { reasons, isAtWork: false, counter };
}

/**
 * Star, all three dialects. ESC RS a 0 ends reports (ESC ACK SOH must not be used beside them), ESC RS E 0 sets the ETB
 * counter to zero. ETB behind the job counts up when what stands before it has been printed.
 */
const star: PolledLanguage = {
  opening: Uint8Array.of(0x1b, 0x1e, 0x61, 0x00, 0x1b, 0x1e, 0x45, 0x00),
  question: Uint8Array.of(0x1b, 0x06, 0x01),
  closing: Uint8Array.of(0x1b, 0x1e, 0x61, 0x00, 0x17),
  // CAN: drop what was not printed yet.
  cancel: Uint8Array.of(0x18),
  reader: () => new StarReader(),
  proof: 'counter',
};

export const starPrntDriver = polledDriver(starPrntEncoder, star);
export const starLineDriver = polledDriver(starLineEncoder, star);
export const starGraphicDriver = polledDriver(starGraphicEncoder, star);
