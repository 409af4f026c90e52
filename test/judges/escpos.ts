import { nextCommand, type EscposCommand } from '../fakes/printers/escpos-stream.ts';
import { GrowingSheet, type Sheet, type Verdict } from './sheet.ts';
import { drawSymbol } from './symbol.ts';

interface State {
  sheet: GrowingSheet;
  y: number;
  leftMargin: number;
  printWidth: number;
  justification: number;
  lineSpacing: number;
  /** Column images and text wait for the end of their line. */
  line: { x: number; columns: { readonly x: number; readonly y: number }[] };
  /** GS ( L, function 112, waits for function 50. */
  /** GS ( k: what stays set until it is set anew, and the text that waits for function 181. */
  symbol: { model: number; cell: number; level: string; data: Buffer };
  stored: { readonly rows: Buffer; readonly rowBytes: number; readonly width: number } | null;
}

/**
 * Interprets ESC/POS, written from Epson's command list. It draws images (GS v 0, GS ( L, GS 8 L, ESC *) at the place where
 * the paper and the margins put them; text moves the paper but is not drawn.
 */
export function judgeEscpos(bytes: Uint8Array, headDots: number): Verdict {
  const sheets: Sheet[] = [];
  const remarks: string[] = [];
  let cuts = 0;
  let state = fresh(headDots);
  let rest = Buffer.from(bytes);
  while (rest.length > 0) {
    const command = nextCommand(rest);
    if (command === null) {
      remarks.push(`data cut short: ${rest.subarray(0, 8).toString('hex')}`);
      break;
    }
    rest = rest.subarray(command.length);
    if (command.name === 'GS V') {
      cuts += 1;
      sheets.push(state.sheet.sheet());
      state = { ...fresh(headDots), leftMargin: state.leftMargin, justification: state.justification };
    } else {
      execute(state, command, headDots, remarks);
    }
  }
  if (state.sheet.height > 0) sheets.push(state.sheet.sheet());
  return { sheets, cuts, remarks };
}

function fresh(headDots: number): State {
  return {
    sheet: new GrowingSheet(headDots),
    y: 0,
    leftMargin: 0,
    printWidth: headDots,
    justification: 0,
    lineSpacing: 30,
    line: { x: 0, columns: [] },
    symbol: { model: 50, cell: 3, level: 'L', data: Buffer.alloc(0) },
    stored: null,
  };
}

function execute(state: State, { name, data }: EscposCommand, headDots: number, remarks: string[]): void {
  const first = data[0] ?? 0;
  switch (name) {
    case 'ESC @':
      Object.assign(state, {
        leftMargin: 0,
        printWidth: headDots,
        justification: 0,
        lineSpacing: 30,
        stored: null,
      });
      break;
    case 'ESC a':
      state.justification = first % 48;
      break;
    case 'ESC 3':
      state.lineSpacing = first;
      break;
    case 'ESC 2':
      state.lineSpacing = 30;
      break;
    case 'GS L':
      state.leftMargin = data.readUInt16LE(0);
      break;
    case 'GS W':
      state.printWidth = data.readUInt16LE(0);
      break;
    case 'ESC J':
      endLine(state, first);
      break;
    case 'ESC d':
      endLine(state, first * state.lineSpacing);
      break;
    case 'ESC *':
      columns(state, data);
      break;
    case 'GS v 0':
      image(state, {
        rows: data.subarray(5),
        rowBytes: data.readUInt16LE(1),
        width: data.readUInt16LE(1) * 8,
        scaleX: (first & 1) === 1 ? 2 : 1,
        scaleY: (first & 2) === 2 ? 2 : 1,
      });
      break;
    case 'GS ( k':
      symbol(state, data, remarks);
      break;
    case 'GS 8 L':
    case 'GS ( L':
      graphics(state, data, remarks);
      break;
    case 'text':
      if (first === 0x0a) endLine(state, state.lineSpacing);
      else if (first >= 0x20) remarks.push('text');
      break;
    default:
      if (!ignored.has(name)) remarks.push(`unknown command ${name}`);
  }
}

/** Commands that change nothing a raster badge shows. */
const ignored: ReadonlySet<string> = new Set([
  'FS .', 'FS &', 'FS S', 'FS -', 'FS C', 'FS ( A', 'DLE', 'ESC t', 'ESC R', 'ESC !', 'ESC E', 'ESC G', 'ESC M', 'ESC -', 'ESC p', 'ESC {', 'ESC S', 'ESC  ',
  'GS a', 'GS r', 'GS I', 'GS P', 'GS !', 'GS B', 'GS ( H', 'GS ( A', 'GS ( D', 'GS ( K', 'GS b', 'GS h', 'GS w', 'GS f', 'GS H',
]); // prettier-ignore

function graphics(state: State, data: Buffer, remarks: string[]): void {
  const fn = data[1];
  if (fn === 112) {
    const width = data.readUInt16LE(6);
    state.stored = { rows: data.subarray(10), rowBytes: Math.ceil(width / 8), width };
    if (data[3] !== 1 || data[4] !== 1) remarks.push('scaled graphics');
  } else if ((fn === 50 || fn === 2) && state.stored !== null) {
    image(state, { ...state.stored, scaleX: 1, scaleY: 1 });
    state.stored = null;
  } else {
    remarks.push(`graphics function ${fn}`);
  }
}

/** GS ( k: pL pH cn fn … (cn 31h = QR code): fn 65 model, 67 module, 69 level, 80 store, 81 print. */
function symbol(state: State, data: Buffer, remarks: string[]): void {
  const [kind, fn, value = 0] = data;
  if (kind !== 0x31) remarks.push(`symbol of kind ${kind}`);
  else if (fn === 65) state.symbol.model = value;
  else if (fn === 67) state.symbol.cell = value;
  else if (fn === 69) state.symbol.level = ['L', 'M', 'Q', 'H'][value - 48] ?? '?';
  else if (fn === 80) state.symbol.data = Buffer.from(data.subarray(3));
  else if (fn === 81) {
    if (state.symbol.model !== 50) remarks.push('not a model 2 symbol');
    const size = drawSymbol(state.sheet, state.symbol, (edge) => ({ x: leftOf(state, edge), y: state.y }));
    if (size === 0) remarks.push('a symbol that cannot be printed');
    state.y += size;
  } else remarks.push(`symbol function ${fn}`);
}

/** Where something of this width begins, by margin and justification. */
function leftOf(state: State, width: number): number {
  const room = areaOf(state) - width;
  const shift = [0, Math.floor(room / 2), room][state.justification] ?? 0;
  return state.leftMargin + Math.max(0, shift);
}

/** Dots between the margins; never beyond the head. */
function areaOf({ printWidth, leftMargin, sheet }: State): number {
  return Math.min(printWidth, sheet.width - leftMargin);
}

interface Image {
  readonly rows: Buffer;
  readonly rowBytes: number;
  readonly width: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

function image(state: State, { rows, rowBytes, width, scaleX, scaleY }: Image): void {
  if (state.line.columns.length > 0) endLine(state, state.lineSpacing);
  const room = areaOf(state) - width * scaleX;
  const shift = [0, Math.floor(room / 2), room][state.justification] ?? 0;
  const x = state.leftMargin + Math.max(0, shift);
  state.sheet.lay(rows, rowBytes, { x, y: state.y }, { scaleX, scaleY });
  state.y += Math.floor(rows.length / rowBytes) * scaleY;
}

/** ESC * m nL nH: 8 or 24 dots a column; m 0 and 32 are half as dense across. */
function columns(state: State, data: Buffer): void {
  const mode = data[0] ?? 0;
  const count = data.readUInt16LE(1);
  const tall = mode === 32 || mode === 33 ? 3 : 1;
  const wide = mode === 0 || mode === 32 ? 2 : 1;
  const high = tall === 3 ? 1 : 3;
  for (let column = 0; column < count; column += 1) {
    for (let dot = 0; dot < tall * 8; dot += 1) {
      const byte = data[3 + column * tall + (dot >> 3)] ?? 0;
      if (((byte >> (7 - (dot & 7))) & 1) === 0) continue;
      for (let dx = 0; dx < wide; dx += 1) {
        for (let dy = 0; dy < high; dy += 1) {
          state.line.columns.push({ x: state.line.x + column * wide + dx, y: dot * high + dy });
        }
      }
    }
  }
  state.line.x += count * wide;
}

function endLine(state: State, feed: number): void {
  const room = areaOf(state) - state.line.x;
  const shift = [0, Math.floor(room / 2), room][state.justification] ?? 0;
  const x = state.leftMargin + Math.max(0, shift);
  for (const dot of state.line.columns) state.sheet.blacken(x + dot.x, state.y + dot.y);
  state.line = { x: 0, columns: [] };
  state.y += feed;
  state.sheet.growTo(state.y);
}
