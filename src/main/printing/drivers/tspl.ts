import { tsplEncoder } from '../encoders/tspl.ts';
import { OneByteReader, type BitRow } from './one-byte.ts';
import { polledDriver } from './polled.ts';

/** The answer to <ESC>!? (TSC, "TSPL/TSPL2 Programming Language", <ESC>!?), most pressing first. */
export const tsplStatusBits: readonly BitRow[] = [
  { mask: 0x01, means: 'head open', reason: 'cover-open' },
  { mask: 0x40, means: 'cover open', reason: 'cover-open' },
  { mask: 0x04, means: 'out of paper', reason: 'media-empty' },
  { mask: 0x08, means: 'out of ribbon', reason: 'media-empty' },
  { mask: 0x02, means: 'paper jam', reason: 'printer-fault' },
  { mask: 0x80, means: 'temperature out of range', reason: 'head-hot' },
  { mask: 0x10, means: 'paused', reason: 'paused' },
  { mask: 0x20, means: 'printing', reason: 'work' },
];

/**
 * TSPL: <ESC>!? is answered at any time. A job has ended when the printer was seen printing and rests again without a
 * fault, no earlier than paper can move.
 */
export const tsplDriver = polledDriver(tsplEncoder, {
  question: Uint8Array.of(0x1b, 0x21, 0x3f),
  trigger: Uint8Array.from(Buffer.from('PRINT 1,1\r\n', 'latin1')),
  // <ESC>!. drops everything that was not printed yet (recalled, unverified).
  cancel: Uint8Array.of(0x1b, 0x21, 0x2e),
  reader: () => new OneByteReader(tsplStatusBits),
  proof: 'work',
});
