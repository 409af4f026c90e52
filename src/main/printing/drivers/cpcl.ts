import { cpclEncoder } from '../encoders/cpcl.ts';
import { OneByteReader, type BitRow } from './one-byte.ts';
import { polledDriver } from './polled.ts';

/** The answer to ESC h (Zebra, CPCL Programming Manual, "Printer Escape Commands"). A low battery and a reset are remarks. */
export const cpclStatusBits: readonly BitRow[] = [
  { mask: 0x04, means: 'latch open', reason: 'cover-open' },
  { mask: 0x02, means: 'out of paper', reason: 'media-empty' },
  { mask: 0x01, means: 'busy', reason: 'work' },
];

/** CPCL: ESC h is answered when the label before it has been dealt with, which is not yet "printed". */
export const cpclDriver = polledDriver(cpclEncoder, {
  question: Uint8Array.of(0x1b, 0x68),
  cancel: null,
  reader: () => new OneByteReader(cpclStatusBits, (byte) => (byte & 0xe0) === 0),
  proof: 'nothing',
});
