import { ByteReader } from './reader.ts';
import { GrowingSheet, type Sheet, type Verdict } from './sheet.ts';
import { drawSymbol } from './symbol.ts';

/** Parameter bytes of commands that change nothing a raster badge shows. */
const escParameters: Readonly<Record<string, number>> = {
  '@': 0, ' ': 1, s: 2, '-': 1, F: 0, E: 0, '5': 0, '4': 0, i: 2, l: 1, Q: 1, z: 1, '6': 0, M: 0, P: 0, R: 1,
}; // prettier-ignore

interface State {
  sheet: GrowingSheet;
  y: number;
  x: number;
  alignment: number;
  /** Dots a line feed moves the paper. */
  lineDots: number;
  symbol: { model: number; cell: number; level: string; data: Buffer };
}

/**
 * Interprets Star's three dialects: StarPRNT (ESC GS S), Star Line Mode (ESC k, ESC X) and Star Graphic Mode (ESC * r …),
 * from Star's "StarPRNT Command Specifications", "Line Mode Command Specifications" and "Star Graphic Mode".
 */
export function judgeStar(bytes: Uint8Array, headDots: number): Verdict {
  const reader = new ByteReader(bytes);
  const sheets: Sheet[] = [];
  const remarks: string[] = [];
  const fresh = (): State => ({
    sheet: new GrowingSheet(headDots),
    y: 0,
    x: 0,
    alignment: 0,
    lineDots: 32,
    symbol: { model: 2, cell: 3, level: 'L', data: Buffer.alloc(0) },
  });
  let state = fresh();
  let cuts = 0;
  let inGraphics = false;
  const cut = (): void => {
    cuts += 1;
    if (state.sheet.height > 0) sheets.push(state.sheet.sheet());
    state = { ...fresh(), alignment: state.alignment, lineDots: state.lineDots };
  };
  while (!reader.isAtEnd) {
    const byte = reader.byte();
    if (inGraphics && (byte === 0x62 || byte === 0x6b)) {
      const length = reader.word();
      state.sheet.lay(reader.take(length), Math.max(1, length), { x: 0, y: state.y });
      state.sheet.growTo(state.y + 1);
      state.y += byte === 0x62 ? 1 : 0;
    } else if (byte === 0x0a) {
      feed(state, state.lineDots);
    } else if (byte === 0x1b) {
      const next = String.fromCharCode(reader.byte());
      if (next === '*') inGraphics = graphics(reader, state, remarks, inGraphics, cut);
      else if (next === '\x0c') {
        reader.byte();
        cut();
      } else if (next === 'd') {
        reader.byte();
        cut();
      } else if (next === 'k') band(reader, state);
      else if (next === 'X') columns(reader, state);
      else if (next === '0') state.lineDots = 24;
      else if (next === 'I') feed(state, reader.byte());
      else if (next === 'J') feed(state, reader.byte() * 2);
      else if (next === '\x1d') starPrnt(reader, state, remarks);
      else if (next === '\x1e') reader.take(2);
      else if (next === '\x06') reader.byte();
      else if (escParameters[next] !== undefined) reader.take(escParameters[next]);
      else remarks.push(`unknown command ESC ${next}`);
    } else if (byte !== 0x0d && byte !== 0x18 && byte !== 0x17 && byte !== 0x12) {
      remarks.push(`unknown byte ${byte.toString(16)}`);
    }
  }
  if (state.sheet.height > 0) sheets.push(state.sheet.sheet());
  return { sheets, cuts, remarks };
}

function feed(state: State, dots: number): void {
  state.y += dots;
  state.x = 0;
  state.sheet.growTo(state.y);
}

function shiftOf(state: State, width: number): number {
  const room = state.sheet.width - width;
  return Math.max(0, [0, Math.floor(room / 2), room][state.alignment] ?? 0);
}

/** ESC k n1 n2: 24 rows, fed by the line feed behind it. */
function band(reader: ByteReader, state: State): void {
  const rowBytes = reader.word();
  const rows = reader.take(rowBytes * 24);
  state.sheet.lay(rows, rowBytes, { x: shiftOf(state, rowBytes * 8), y: state.y });
}

/** ESC X n1 n2: columns of 24 dots. */
function columns(reader: ByteReader, state: State): void {
  const count = reader.word();
  const data = reader.take(count * 3);
  const left = shiftOf(state, count);
  state.sheet.growTo(state.y + 24);
  for (let column = 0; column < count; column += 1) {
    for (let dot = 0; dot < 24; dot += 1) {
      const bit = ((data[column * 3 + (dot >> 3)] ?? 0) >> (7 - (dot & 7))) & 1;
      if (bit === 1) state.sheet.blacken(left + column, state.y + dot);
    }
  }
}

function starPrnt(reader: ByteReader, state: State, remarks: string[]): void {
  const letter = String.fromCharCode(reader.byte());
  if (letter === 'S') {
    reader.byte();
    const rowBytes = reader.word();
    const height = reader.word();
    reader.byte();
    const rows = reader.take(rowBytes * height);
    if (rows.length < rowBytes * height) remarks.push('image cut short');
    state.sheet.lay(rows, rowBytes, { x: shiftOf(state, rowBytes * 8), y: state.y });
    feed(state, height);
  } else if (letter === 'a') state.alignment = reader.byte();
  else if (letter === 'y') symbol(reader, state, remarks);
  else if (letter === '\x03') reader.take(4);
  else if (letter === 'A' || letter === 'R') reader.take(2);
  else remarks.push(`unknown command ESC GS ${letter}`);
}

/** ESC GS y: S 0 model, S 1 level, S 2 cell, D 1 m nL nH text, P print. */
function symbol(reader: ByteReader, state: State, remarks: string[]): void {
  const what = String.fromCharCode(reader.byte());
  if (what === 'S') {
    const [setting, value = 0] = reader.take(2);
    if (setting === 0x30) state.symbol.model = value;
    else if (setting === 0x31) state.symbol.level = ['L', 'M', 'Q', 'H'][value] ?? '?';
    else if (setting === 0x32) state.symbol.cell = value;
    else remarks.push(`symbol setting ${setting}`);
  } else if (what === 'D') {
    const kind = reader.byte();
    const mode = reader.byte();
    if (kind !== 0x31 || mode !== 0) remarks.push(`symbol text of kind ${kind}, ${mode}`);
    state.symbol.data = Buffer.from(reader.take(reader.word()));
  } else if (what === 'P') {
    if (state.symbol.model !== 2) remarks.push('not a model 2 symbol');
    const size = drawSymbol(state.sheet, state.symbol, (edge) => ({ x: shiftOf(state, edge), y: state.y }));
    if (size === 0) remarks.push('a symbol that cannot be printed');
    feed(state, size);
  } else remarks.push(`unknown command ESC GS y ${what}`);
}

/** ESC * r …: A and B enter and leave, Y feeds, P E F T K … NUL set modes. */
function graphics(
  reader: ByteReader,
  state: State,
  remarks: string[],
  wasIn: boolean,
  cut: () => void,
): boolean {
  if (reader.byte() !== 0x72) remarks.push('unknown command ESC *');
  const letter = String.fromCharCode(reader.byte());
  if (letter === 'A') return true;
  if (letter === 'B') {
    if (wasIn) cut();
    return false;
  }
  if (letter === 'R') return wasIn;
  let parameter = '';
  for (let byte = reader.byte(); byte > 0; byte = reader.byte()) parameter += String.fromCharCode(byte);
  if (letter === 'Y') feed(state, Number(parameter));
  else if (!'PEFTKQt'.includes(letter)) remarks.push(`unknown command ESC * r ${letter}`);
  return wasIn;
}
