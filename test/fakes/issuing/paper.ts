import { judge } from '../../judges/index.ts';
import { readWithZxing } from '../../judges/decode.ts';
import { sheetPng } from '../../judges/sheet.ts';

const head = { dpi: 203, headDots: 832 };
const decoded = new Map<string, Promise<string | null>>();

/**
 * The text of the code on a label, as a phone would read it: the printer's bytes are drawn by a renderer and read by a
 * decoder that others made. Null when it cannot be read, or is mirrored.
 */
export function readLabel(zpl: string): Promise<string | null> {
  let reading = decoded.get(zpl);
  if (reading === undefined) {
    reading = read(zpl);
    decoded.set(zpl, reading);
  }
  return reading;
}

async function read(zpl: string): Promise<string | null> {
  const { sheets } = await judge('zpl', Buffer.from(zpl, 'latin1'), head);
  const [sheet] = sheets;
  if (sheet === undefined) return null;
  const [reading] = await readWithZxing(sheetPng(sheet));
  return reading === undefined || reading.isMirrored ? null : Buffer.from(reading.bytes).toString('utf8');
}
