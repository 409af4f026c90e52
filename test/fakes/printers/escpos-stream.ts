/** One command of an ESC/POS stream, or text between commands. */
export interface EscposCommand {
  /** `ESC @`, `GS v 0`, `GS ( H`, `DLE` for a real-time command, `text` for anything else. */
  readonly name: string;
  /** What follows the name, image data included. */
  readonly data: Buffer;
  /** Bytes taken from the stream. */
  readonly length: number;
}

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

/** Parameter bytes after `ESC x` and `GS x` (Epson ESC/POS reference, command list). */
// prettier-ignore
const escParameters: Readonly<Record<string, number>> = {
  '@': 0, '2': 0, '3': 1, a: 1, d: 1, J: 1, t: 1, R: 1, '!': 1, E: 1, G: 1, M: 1, '-': 1, ' ': 1, $: 2, '\\': 2, p: 3, '{': 1,
};
// prettier-ignore
const gsParameters: Readonly<Record<string, number>> = {
  L: 2, W: 2, P: 2, '!': 1, B: 1, a: 1, r: 1, I: 1, h: 1, w: 1, f: 1, H: 1, $: 2, '\\': 2, b: 1,
};

// prettier-ignore
const fsParameters: Readonly<Record<string, number>> = { '.': 0, '&': 0, S: 2, '-': 1, C: 1, '!': 1, W: 1 };

/** The first command of the bytes; null when its end has not come yet. */
export function nextCommand(bytes: Buffer): EscposCommand | null {
  const [first, second] = bytes;
  if (first === undefined) return null;
  if (first !== ESC && first !== FS && first !== GS && first !== DLE) return command('text', bytes, 0, 1);
  if (second === undefined) return null;
  if (first === DLE) return realTime(bytes, second);
  const letter = String.fromCharCode(second);
  if (first === ESC && letter === '*') {
    // ESC * m nL nH: one byte a column, three from mode 32 on.
    if (bytes.length < 5) return null;
    const columnBytes = (bytes[2] ?? 0) >= 32 ? 3 : 1;
    return command('ESC *', bytes, 2, 3 + bytes.readUInt16LE(3) * columnBytes);
  }
  if (first === ESC) return command(`ESC ${letter}`, bytes, 2, escParameters[letter] ?? 0);
  if (first === FS)
    return letter === '(' ? block('FS', bytes) : command(`FS ${letter}`, bytes, 2, fsParameters[letter] ?? 0);
  switch (letter) {
    case 'V': {
      const mode = bytes[2];
      return mode === undefined ? null : command('GS V', bytes, 2, mode === 0x41 || mode === 0x42 ? 2 : 1);
    }
    case 'v':
      return bytes.length < 8
        ? null
        : command('GS v 0', bytes, 3, 5 + bytes.readUInt16LE(4) * bytes.readUInt16LE(6));
    case '(':
      return block('GS', bytes);
    case '8':
      return bytes.length < 7 ? null : command('GS 8 L', bytes, 7, bytes.readUInt32LE(3));
    default:
      return command(`GS ${letter}`, bytes, 2, gsParameters[letter] ?? 0);
  }
}

/** Length of a real-time command that begins here (DLE EOT n, DLE ENQ n, DLE DC4 …); 0 when none does. */
export function realTimeLength(bytes: Buffer, at: number): number {
  if (bytes[at] !== DLE) return 0;
  const second = bytes[at + 1];
  if (second === 0x04 || second === 0x05) return 3;
  if (second === 0x14) return bytes[at + 2] === 0x08 ? 10 : 5;
  return 0;
}

/** `GS ( x pL pH …` and `FS ( x pL pH …`: the length stands in front. */
function block(name: string, bytes: Buffer): EscposCommand | null {
  if (bytes.length < 5) return null;
  return command(`${name} ( ${String.fromCharCode(bytes[2] ?? 0)}`, bytes, 5, bytes.readUInt16LE(3));
}

function realTime(bytes: Buffer, second: number): EscposCommand | null {
  if (second === 0x14 && bytes.length < 3) return null;
  const length = realTimeLength(bytes, 0);
  return length === 0 ? command('text', bytes, 0, 1) : command('DLE', bytes, 1, length - 1);
}

function command(name: string, bytes: Buffer, head: number, parameters: number): EscposCommand | null {
  const length = head + parameters;
  return bytes.length < length ? null : { name, data: bytes.subarray(head, length), length };
}
