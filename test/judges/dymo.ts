import { ByteReader } from './reader.ts';
import { GrowingSheet, type Sheet, type Verdict } from './sheet.ts';

/** Commands without a parameter: status, densities, resolutions, reset, synchronising. */
const bare = 'AVcdeghi';

/**
 * Interprets DYMO LabelWriter raster ("LabelWriter 450 Series Printers Technical Reference Manual"): `SYN` + one row of as
 * many bytes as `ESC D` said, beginning at the byte `ESC B` said; `ESC f 1 n` skips rows; `ESC E` ends the label.
 */
export function judgeDymo(bytes: Uint8Array, headDots: number): Verdict {
  const reader = new ByteReader(bytes);
  const sheets: Sheet[] = [];
  const remarks: string[] = [];
  let sheet = new GrowingSheet(headDots);
  let rowBytes = Math.ceil(headDots / 8);
  let tabBytes = 0;
  let y = 0;
  while (!reader.isAtEnd) {
    const byte = reader.byte();
    if (byte === 0x16) {
      const data = reader.take(rowBytes);
      if (data.length < rowBytes) remarks.push('row cut short');
      sheet.lay(data, Math.max(1, rowBytes), { x: tabBytes * 8, y });
      y += 1;
      sheet.growTo(y);
      continue;
    }
    if (byte !== 0x1b) {
      remarks.push(`unknown byte ${byte.toString(16)}`);
      continue;
    }
    while (reader.peek() === 0x1b) reader.byte();
    const letter = String.fromCharCode(reader.byte());
    if (letter === '@') {
      rowBytes = Math.ceil(headDots / 8);
      tabBytes = 0;
    } else if (letter === 'D') rowBytes = reader.byte();
    else if (letter === 'B') tabBytes = reader.byte();
    else if (letter === 'L' || letter === 'Q') reader.take(2);
    else if (letter === 'q') reader.take(1);
    else if (letter === 'f') {
      reader.byte();
      y += reader.byte();
      sheet.growTo(y);
    } else if (letter === 'E' || letter === 'G') {
      sheets.push(sheet.sheet());
      sheet = new GrowingSheet(headDots);
      y = 0;
    } else if (!bare.includes(letter)) {
      remarks.push(`unknown command ESC ${letter}`);
    }
  }
  return { sheets, cuts: 0, remarks };
}
