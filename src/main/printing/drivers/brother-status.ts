import type { JobReason } from '../../../shared/printing/job.ts';

/** One status of 32 bytes (Brother, "Raster Command Reference", ESC i S). */
export interface BrotherStatus {
  readonly type: 'reply' | 'completed' | 'error' | 'other';
  /** Most pressing first. */
  readonly reasons: readonly JobReason[];
  readonly isPrinting: boolean;
  /** Width of the roll; 0 = none. */
  readonly widthMm: number;
  /** Length of a label; 0 = endless. */
  readonly lengthMm: number;
}

interface ErrorRow {
  readonly at: 8 | 9;
  readonly mask: number;
  readonly means: string;
  readonly reason: JobReason;
}

/** Error information 1 (byte 8) and 2 (byte 9), most pressing first. */
export const brotherErrorBits: readonly ErrorRow[] = [
  { at: 9, mask: 0x10, means: 'cover open', reason: 'cover-open' },
  { at: 8, mask: 0x01, means: 'no media', reason: 'media-empty' },
  { at: 8, mask: 0x02, means: 'end of media', reason: 'media-empty' },
  { at: 9, mask: 0x01, means: 'wrong media', reason: 'media-mismatch' },
  { at: 8, mask: 0x04, means: 'cutter jammed', reason: 'cutter-jam' },
  { at: 9, mask: 0x40, means: 'media cannot be fed', reason: 'printer-fault' },
  { at: 9, mask: 0x80, means: 'system error', reason: 'printer-fault' },
  { at: 9, mask: 0x04, means: 'transmission error', reason: 'printer-fault' },
  { at: 9, mask: 0x02, means: 'expansion buffer full', reason: 'printer-fault' },
  { at: 9, mask: 0x08, means: 'communication buffer full', reason: 'printer-fault' },
  { at: 8, mask: 0x40, means: 'adapter', reason: 'printer-fault' },
  { at: 8, mask: 0x80, means: 'fan', reason: 'printer-fault' },
  { at: 8, mask: 0x08, means: 'battery weak', reason: 'printer-fault' },
  { at: 8, mask: 0x20, means: 'turned off', reason: 'offline' },
  { at: 9, mask: 0x20, means: 'cancel key', reason: 'paused' },
  { at: 8, mask: 0x10, means: 'in use', reason: 'busy' },
];

const statusBytes = 32;
/** Head mark, size, "B" for Brother. */
const head = [0x80, 0x20, 0x42] as const;

const types: Readonly<Record<number, BrotherStatus['type']>> = {
  0x00: 'reply',
  0x01: 'completed',
  0x02: 'error',
};

/** Takes statuses out of what comes. Never throws; what does not begin like a status is dropped byte by byte. */
export class BrotherStatuses {
  #held: number[] = [];

  feed(bytes: Uint8Array): BrotherStatus[] {
    this.#held.push(...bytes);
    const statuses: BrotherStatus[] = [];
    while (this.#held.length > 0) {
      if (!head.every((byte, at) => this.#held[at] === undefined || this.#held[at] === byte)) {
        this.#held.shift();
        continue;
      }
      if (this.#held.length < statusBytes) break;
      statuses.push(read(this.#held.splice(0, statusBytes)));
    }
    return statuses;
  }
}

function read(status: readonly number[]): BrotherStatus {
  return {
    type: types[status[18] ?? 0xff] ?? 'other',
    reasons: brotherErrorBits
      .filter((row) => ((status[row.at] ?? 0) & row.mask) !== 0)
      .map((row) => row.reason),
    isPrinting: status[19] === 0x01,
    widthMm: status[10] ?? 0,
    lengthMm: status[17] ?? 0,
  };
}
