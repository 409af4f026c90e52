import { ByteBuilder } from './bytes.ts';
import type { DrawnSymbol } from './drawn-symbol.ts';

/** Error correction as ESC GS y S 1 counts it. */
const levels: Readonly<Record<DrawnSymbol['level'], number>> = { L: 0, M: 1, Q: 2, H: 3 };

/**
 * A QR code in the middle of the head, on a line of its own: ESC GS a 1, then ESC GS y: S 0 model 2, S 1 level, S 2 cell,
 * D 1 text, P print (StarPRNT and Line Mode Command Specifications). Back to the left edge for what follows.
 */
export function starSymbol({ text, dotsPerModule, level }: DrawnSymbol): Uint8Array {
  const job = new ByteBuilder().push(0x1b, 0x1d, 0x61, 0x01);
  job.push(0x1b, 0x1d, 0x79, 0x53, 0x30, 0x02);
  job.push(0x1b, 0x1d, 0x79, 0x53, 0x31, levels[level]);
  job.push(0x1b, 0x1d, 0x79, 0x53, 0x32, dotsPerModule);
  job.push(0x1b, 0x1d, 0x79, 0x44, 0x31, 0x00).pushWord(text.length).text(text);
  job.push(0x1b, 0x1d, 0x79, 0x50);
  return job.push(0x1b, 0x1d, 0x61, 0x00).bytes();
}
