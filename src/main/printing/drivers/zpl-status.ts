import type { JobReason } from '../../../shared/printing/job.ts';

/** What `~HS` says (ZPL II Programming Guide, ~HS). */
export interface HostStatus {
  readonly kind: 'host';
  /** Most pressing first. */
  readonly reasons: readonly JobReason[];
  /** Formats in the receive buffer (eee). */
  readonly formats: number;
  /** Labels left of the batch in work (uuuuuuuu). */
  readonly labels: number;
  /** A format has begun and not ended (h). */
  readonly partial: boolean;
}

/** What `~HQES` says. Unlike `~HS` it is answered while a fault lasts. */
export interface ErrorStatus {
  readonly kind: 'errors';
  readonly reasons: readonly JobReason[];
}

export type ZplAnswer = HostStatus | ErrorStatus;

interface FlagRow {
  readonly string: 1 | 2;
  /** Position between the commas, from 0. */
  readonly field: number;
  readonly means: string;
  readonly reason: JobReason;
}

/** Flags of `~HS`, most pressing first. Under-temperature (field 10) is a remark: the printer warms up and prints. */
export const hostFlags: readonly FlagRow[] = [
  { string: 2, field: 2, means: 'head up', reason: 'cover-open' },
  { string: 1, field: 1, means: 'paper out', reason: 'media-empty' },
  { string: 2, field: 3, means: 'ribbon out', reason: 'media-empty' },
  { string: 1, field: 9, means: 'corrupt RAM, configuration lost', reason: 'printer-fault' },
  { string: 1, field: 11, means: 'over temperature', reason: 'head-hot' },
  { string: 1, field: 2, means: 'pause active', reason: 'paused' },
  { string: 2, field: 7, means: 'label waiting to be taken', reason: 'busy' },
  { string: 1, field: 5, means: 'receive buffer full', reason: 'busy' },
];

interface MaskRow {
  readonly mask: number;
  readonly means: string;
  readonly reason: JobReason;
}

/** Error bits of `~HQES`, group 1 (ZPL II Programming Guide, ~HQ, "Error Flags"), most pressing first. */
export const errorBits: readonly MaskRow[] = [
  { mask: 0x0000_0004, means: 'head open', reason: 'cover-open' },
  { mask: 0x0000_0001, means: 'media out', reason: 'media-empty' },
  { mask: 0x0000_0002, means: 'ribbon out', reason: 'media-empty' },
  { mask: 0x0000_0008, means: 'cutter fault', reason: 'cutter-jam' },
  { mask: 0x0000_0040, means: 'bad head element', reason: 'printer-fault' },
  { mask: 0x0000_0080, means: 'head not detected', reason: 'printer-fault' },
  { mask: 0x0000_0100, means: 'firmware configuration', reason: 'printer-fault' },
  { mask: 0x0000_0200, means: 'head thermistor', reason: 'printer-fault' },
  { mask: 0x0000_1000, means: 'paper jam while retracting', reason: 'printer-fault' },
  { mask: 0x0000_2000, means: 'presenter not running', reason: 'printer-fault' },
  { mask: 0x0000_4000, means: 'paper feed error', reason: 'printer-fault' },
  { mask: 0x0000_8000, means: 'paper path not cleared', reason: 'printer-fault' },
  { mask: 0x0002_0000, means: 'retract timed out', reason: 'printer-fault' },
  { mask: 0x0004_0000, means: 'black mark calibration', reason: 'media-mismatch' },
  { mask: 0x0008_0000, means: 'black mark not found', reason: 'media-mismatch' },
  { mask: 0x0000_0010, means: 'head over temperature', reason: 'head-hot' },
  { mask: 0x0000_0020, means: 'motor over temperature', reason: 'head-hot' },
  { mask: 0x0001_0000, means: 'paused', reason: 'paused' },
];

const STX = 0x02;
const ETX = 0x03;
/** A `~HQES` answer is under 200 bytes; anything longer without an end is not for us. */
const maxHeld = 1024;

/** The three strings of ~HS, in their order. */
const answerStrings = [
  /^\d{1,3},[01],[01],\d{1,5},\d{1,3},[01],[01],[01],\d{1,3},[01],[01],[01]$/,
  /^\d{1,3},\d,[01],[01],[01],[0-9A-Z],\d,[01],\d{1,8},\d,\d{1,3}$/,
  /^\w{1,8},\d$/,
] as const;
const errorsLine = /^\s*PRINTER STATUS\s+ERRORS:\s*([01])\s+([0-9A-F]{8})\s+([0-9A-F]{8})/;

/** Picks answers out of what a ZPL printer sends. Never throws; what it cannot read it drops. */
export class ZplAnswers {
  #held = '';
  /** Strings of an answer that has begun and is not whole. */
  #strings: readonly string[] = [];

  feed(bytes: Uint8Array): ZplAnswer[] {
    this.#held += Buffer.from(bytes).toString('latin1');
    const answers: ZplAnswer[] = [];
    for (let frame = this.#nextFrame(); frame !== null; frame = this.#nextFrame()) {
      const answer = this.#read(frame);
      if (answer !== null) answers.push(answer);
    }
    if (this.#held.length > maxHeld) this.#held = this.#held.slice(-maxHeld);
    return answers;
  }

  #nextFrame(): string | null {
    const start = this.#held.indexOf(String.fromCharCode(STX));
    if (start < 0) {
      this.#held = '';
      return null;
    }
    const end = this.#held.indexOf(String.fromCharCode(ETX), start);
    if (end < 0) {
      this.#held = this.#held.slice(start);
      return null;
    }
    // A second STX before the ETX means that a frame was cut short, and with it the answer it belonged to.
    const from = this.#held.lastIndexOf(String.fromCharCode(STX), end);
    if (from !== start) this.#strings = [];
    const frame = this.#held.slice(from + 1, end);
    this.#held = this.#held.slice(end + 1);
    return frame;
  }

  #read(frame: string): ZplAnswer | null {
    const expected = answerStrings[this.#strings.length];
    const begun = expected?.test(frame) === true ? [...this.#strings, frame] : null;
    // One string out of turn spoils the answer, unless it begins the next one.
    this.#strings = begun ?? (answerStrings[0].test(frame) ? [frame] : []);
    const [first, second, third] = this.#strings;
    if (first !== undefined && second !== undefined && third !== undefined) {
      this.#strings = [];
      return readHost(first.split(','), second.split(','));
    }
    const errors = errorsLine.exec(frame);
    return errors === null ? null : readErrors(errors[1] ?? '', errors[3] ?? '');
  }
}

function readHost(first: readonly string[], second: readonly string[]): HostStatus {
  const raised = hostFlags.filter((row) => (row.string === 1 ? first : second)[row.field] === '1');
  return {
    kind: 'host',
    reasons: raised.map((row) => row.reason),
    formats: Number(first[4]),
    labels: Number(second[8]),
    partial: first[7] === '1',
  };
}

function readErrors(flag: string, group: string): ErrorStatus {
  const mask = Number.parseInt(group, 16);
  const raised = errorBits.filter((row) => (mask & row.mask) !== 0).map((row) => row.reason);
  // An error that is in no table is still an error.
  if (flag === '1' && raised.length === 0) return { kind: 'errors', reasons: ['printer-fault'] };
  return { kind: 'errors', reasons: raised };
}
