import { dymoEncoder } from '../encoders/dymo.ts';
import { OneByteReader, type BitRow } from './one-byte.ts';
import { polledDriver } from './polled.ts';

/** The answer to ESC A ("LabelWriter 450 Series Technical Reference"); bit 0 says "ready", bit 1 "at the top of a label". */
export const dymoStatusBits: readonly BitRow[] = [
  { mask: 0x20, means: 'no labels', reason: 'media-empty' },
  { mask: 0x40, means: 'labels jammed', reason: 'printer-fault' },
  { mask: 0x80, means: 'fault', reason: 'printer-fault' },
];

/** DYMO LabelWriter: says what is wrong, never that a label is out. Bits 2 to 4 are fixed at 0. */
export const dymoDriver = polledDriver(dymoEncoder, {
  // Ends a row that a broken job left half sent; it would swallow the question.
  opening: new Uint8Array(100).fill(0x1b),
  question: Uint8Array.of(0x1b, 0x41),
  cancel: null,
  reader: () => new OneByteReader(dymoStatusBits, (byte) => (byte & 0x1c) === 0),
  proof: 'nothing',
});
