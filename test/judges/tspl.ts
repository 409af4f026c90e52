import { ByteReader } from './reader.ts';
import { GrowingSheet, type Sheet, type Verdict } from './sheet.ts';
import { drawSymbol } from './symbol.ts';

/** Commands that change nothing a raster badge shows. */
const settings =
  /^(SIZE .*|GAP .*|BLINE .*|DENSITY \d+|SPEED [\d.]+|REFERENCE 0,0|OFFSET .*|SHIFT 0|CODEPAGE .*|SET (TEAR|PEEL|REPRINT|RIBBON|CUTTER|PRINTKEY) \w+|DIRECTION 0(,0)?|OUT ".*")$/;

/** QRCODE x,y,level,cell,mode,rotation[,model[,mask]],"text"; turned ones and manual mode are remarked on. */
const symbolLine = /^QRCODE (\d+),(\d+),([LMQH]),(\d+),A,0(?:,M2)?(?:,S[0-8])?,"([^"\\]*)"$/;

/**
 * Interprets TSPL/TSPL2 (TSC, "TSPL/TSPL2 Programming Language"): `CLS` begins a label, `BITMAP` lays raw image data on it
 * (0 = black), `PRINT` prints. Nobody else's encoder was at hand to prove it on, so it is kept strict: what is not in
 * the command list is remarked on.
 */
export function judgeTspl(bytes: Uint8Array, headDots: number): Verdict {
  const reader = new ByteReader(bytes);
  const sheets: Sheet[] = [];
  const remarks: string[] = [];
  let sheet: GrowingSheet | null = null;
  while (!reader.isAtEnd) {
    if (reader.peek() === 0x42 && reader.peek(1) === 0x49) {
      const head = reader.upToComma(5);
      const [x = 0, y = 0, rowBytes = 0, rows = 0, mode = 0] = head
        .replace('BITMAP ', '')
        .split(',')
        .map(Number);
      const data = reader.take(rowBytes * rows);
      if (!/^BITMAP \d+,\d+,\d+,\d+,[01]$/.test(head)) remarks.push(`malformed ${head.slice(0, 40)}`);
      if (data.length < rowBytes * rows) remarks.push('image cut short');
      if (sheet === null) remarks.push('image before CLS');
      // Mode 0 overwrites what is there, white too; 1 adds. Both are the same where images do not overlap.
      if (mode > 1) remarks.push(`mode ${mode}`);
      sheet?.lay(data, rowBytes, { x, y }, { black: 0 });
      if (reader.line() !== '') remarks.push('something behind an image');
      continue;
    }
    const line = reader.line();
    if (line === '') continue;
    const print = /^PRINT (\d+),(\d+)$/.exec(line);
    const symbol = symbolLine.exec(line);
    if (symbol !== null) {
      const [, x = '', y = '', level = '', cell = '', text = ''] = symbol;
      const asked = { data: Buffer.from(text, 'latin1'), level, cell: Number(cell) };
      if (sheet === null) remarks.push('symbol before CLS');
      else if (drawSymbol(sheet, asked, () => ({ x: Number(x), y: Number(y) })) === 0)
        remarks.push('a symbol that cannot be printed');
      continue;
    }
    if (line === 'CLS') sheet = new GrowingSheet(headDots);
    else if (print !== null && sheet !== null) {
      for (let copy = 0; copy < Number(print[1]) * Number(print[2]); copy += 1) sheets.push(sheet.sheet());
    } else if (!settings.test(line)) {
      remarks.push(`unknown command ${line.slice(0, 30)}`);
    }
  }
  return { sheets, cuts: 0, remarks };
}
