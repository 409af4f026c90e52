import type { JobReason } from '../../../shared/printing/job.ts';
import { epl2Encoder } from '../encoders/epl2.ts';
import { polledDriver, type Look, type LookReader } from './polled.ts';

/** Codes of ^ee (EPL Programming Guide, ^ee): 07 also stands for the ribbon. What is in no table is still an error. */
export const epl2Codes: Readonly<Record<string, JobReason | null>> = {
  '00': null,
  '07': 'media-empty',
  '11': 'cover-open',
};

/** Longest answer: a list of codes; what is longer is not for us. */
const maxHeld = 64;

/** `00`, or one or more codes parted by commas, then a line end. */
export class Epl2Reader implements LookReader {
  #held = '';

  feed(bytes: Uint8Array): Look[] {
    this.#held += Buffer.from(bytes).toString('latin1');
    const lines = this.#held.split(/\r?\n/);
    this.#held = (lines.pop() ?? '').slice(-maxHeld);
    return lines.flatMap((line) => (/^\d\d(P\d{3}|R\d{3})?(,\d\d)*\r?$/.test(line) ? [lookOf(line)] : []));
  }
}

function lookOf(line: string): Look {
  const codes = line.match(/(?<=^|,)\d\d/g) ?? [];
  const reasons = codes.flatMap((code) => {
    const reason = Object.hasOwn(epl2Codes, code) ? epl2Codes[code] : 'printer-fault';
    return reason === null || reason === undefined ? [] : [reason];
  });
  return { reasons, isAtWork: false, counter: null };
}

/** EPL2: ^ee is answered in its turn, so what stands before it was read; paper is not proven. */
export const epl2Driver = polledDriver(epl2Encoder, {
  question: Uint8Array.from(Buffer.from('^ee\r\n', 'latin1')),
  cancel: null,
  reader: () => new Epl2Reader(),
  proof: 'nothing',
});
