import { ByteReader } from './reader.ts';
import { GrowingSheet, type Sheet, type Verdict } from './sheet.ts';

/** Commands that change nothing a raster badge shows. */
const settings =
  /^(FORM|CONTRAST \d|TONE -?\d+|SPEED \d|SETFF .*|GAP-SENSE.*|BAR-SENSE.*|PRESENT-AT .*|ENCODING .*|LABEL|JOURNAL|NO-PACE|ON-FEED .*|POSTFEED \d+|PREFEED \d+|UNITS DOTS|IN-DOTS|;.*)$/;

/**
 * Interprets CPCL (Zebra, CPCL Programming Guide): `! offset xdpi ydpi height copies` begins a session, `CG` lays raw image
 * data on it (1 = black), `EG` the same in hexadecimal, `PRINT` ends it.
 */
export function judgeCpcl(bytes: Uint8Array, headDots: number): Verdict {
  const reader = new ByteReader(bytes);
  const sheets: Sheet[] = [];
  const remarks: string[] = [];
  let sheet = new GrowingSheet(headDots);
  let copies = 0;
  while (!reader.isAtEnd) {
    if (reader.peek() === 0x43 && reader.peek(1) === 0x47 && reader.peek(2) === 0x20) {
      image(reader, sheet, remarks);
      continue;
    }
    const line = reader.line();
    const session = /^! (\d+) (\d+) (\d+) (\d+) (\d+)$/.exec(line);
    if (line === '') continue;
    if (session !== null) {
      sheet = new GrowingSheet(headDots);
      copies = Number(session[5]);
    } else if (/^(PAGE-WIDTH|PW) \d+$/.test(line)) {
      sheet = new GrowingSheet(Number(line.split(' ')[1]));
    } else if (/^PAGE-HEIGHT \d+$/.test(line)) {
      sheet.growTo(Number(line.split(' ')[1]));
    } else if (line.startsWith('EG ')) {
      const [rowBytes = 0, , x = 0, y = 0] = line.split(' ').slice(1, 5).map(Number);
      sheet.lay(Buffer.from(line.split(' ')[5] ?? '', 'hex'), rowBytes, { x, y });
    } else if (line === 'PRINT') {
      for (let copy = 0; copy < copies; copy += 1) sheets.push(sheet.sheet());
    } else if (!settings.test(line)) {
      remarks.push(`unknown command ${line.slice(0, 20)}`);
    }
  }
  return { sheets, cuts: 0, remarks };
}

/** `CG rowBytes rows x y data`, parted by single blanks; a line end follows the data. */
function image(reader: ByteReader, sheet: GrowingSheet, remarks: string[]): void {
  reader.take(3);
  const numbers: number[] = [];
  for (let text = ''; numbers.length < 4;) {
    const byte = reader.byte();
    if (byte < 0) break;
    if (byte !== 0x20) text += String.fromCharCode(byte);
    else {
      numbers.push(Number(text));
      text = '';
    }
  }
  const [rowBytes = 0, rows = 0, x = 0, y = 0] = numbers;
  const data = reader.take(rowBytes * rows);
  if (data.length < rowBytes * rows) remarks.push('image cut short');
  sheet.lay(data, rowBytes, { x, y });
  if (reader.line() !== '') remarks.push('something behind an image');
}
