import { ByteReader } from './reader.ts';
import { GrowingSheet, type Sheet, type Verdict } from './sheet.ts';

/** Commands that change nothing a raster badge shows: density, speed, options, form length, print direction. */
const settings = /^(D\d+|S\d|O.*|Q\d+,.*|Z[TB]|J[FBC]|U.*|C|f\d+|R0,0|I.*)$/;

/**
 * Interprets EPL2 (EPL2 Programming Guide): `N` begins a label, `GW` lays raw image data on it (0 = black), `P` prints.
 */
export function judgeEpl2(bytes: Uint8Array, headDots: number): Verdict {
  const reader = new ByteReader(bytes);
  const sheets: Sheet[] = [];
  const remarks: string[] = [];
  let width = headDots;
  let sheet = new GrowingSheet(width);
  while (!reader.isAtEnd) {
    if (reader.peek() === 0x47 && reader.peek(1) === 0x57) {
      // Zebra's note on GW: the data follow a comma, or a line end.
      const [x = 0, y = 0, rowBytes = 0] = reader.upToComma(3).slice(2).split(',').map(Number);
      const rows = reader.number();
      if (reader.peek() === 0x0d) reader.byte();
      reader.byte();
      const data = reader.take(rowBytes * rows);
      if (data.length < rowBytes * rows) remarks.push('image cut short');
      sheet.lay(data, rowBytes, { x, y }, { black: 0 });
      if (reader.line() !== '') remarks.push('something behind an image');
      continue;
    }
    const line = reader.line();
    if (line === '') continue;
    if (line === 'N') sheet = new GrowingSheet(width);
    else if (/^q\d+$/.test(line)) {
      width = Number(line.slice(1));
      sheet = new GrowingSheet(width);
    } else if (/^P\d+$/.test(line)) {
      for (let copy = 0; copy < Number(line.slice(1)); copy += 1) sheets.push(sheet.sheet());
    } else if (!settings.test(line)) {
      remarks.push(`unknown command ${line.slice(0, 20)}`);
    }
  }
  return { sheets, cuts: 0, remarks };
}
