/** What a simulated printer of one of the polled languages is like at the moment. */
export interface SimState {
  readonly coverOpen: boolean;
  readonly paperOut: boolean;
  readonly cutterJam: boolean;
  readonly headHot: boolean;
  readonly isPrinting: boolean;
  /** Jobs printed since the counter was cleared. */
  readonly counter: number;
}

export type SimFault = 'coverOpen' | 'paperOut' | 'cutterJam' | 'headHot';

/**
 * One command of a job. `end`: from here on the job prints · `count`: counts up when everything before has been printed ·
 * `clear`: the counter is zero again · `drop`: what waits is forgotten.
 */
export interface SimCommand {
  readonly length: number;
  readonly does?: 'answer' | 'end' | 'count' | 'clear' | 'drop';
}

export interface SimLanguage {
  /** Faults this language has a word for. */
  readonly faults: readonly SimFault[];
  /** The first command of the bytes; null when its end has not come yet. */
  readonly next: (bytes: Buffer) => SimCommand | null;
  readonly status: (state: SimState) => Uint8Array;
  /** Said without being asked when a job has been printed. */
  readonly printed?: (state: SimState) => Uint8Array;
}

const flag = (on: boolean, mask: number): number => (on ? mask : 0);

/** Text up to and with its line feed, which ends a command. */
function line(bytes: Buffer, meaning: (text: string) => SimCommand['does']): SimCommand | null {
  const end = bytes.indexOf(0x0a);
  if (end < 0) return null;
  const does = meaning(bytes.subarray(0, end).toString('latin1').trim());
  return does === undefined ? { length: end + 1 } : { length: end + 1, does };
}

/** A command with `commas` numbers in front of raw data: `head,n,n,…,data LF`. */
function image(
  bytes: Buffer,
  commas: number,
  size: (numbers: readonly number[]) => number,
): SimCommand | null {
  let at = -1;
  for (let found = 0; found < commas; found += 1) {
    at = bytes.indexOf(0x2c, at + 1);
    if (at < 0) return null;
  }
  const numbers = bytes
    .subarray(0, at)
    .toString('latin1')
    .split(',')
    .map((each) => Number(each.replace(/^\D+/, '')));
  const end = bytes.indexOf(0x0a, at + 1 + size(numbers));
  return end < 0 || bytes.length <= end ? null : { length: end + 1 };
}

const tspl: SimLanguage = {
  faults: ['coverOpen', 'paperOut', 'headHot'],
  next: (bytes) => {
    if (bytes[0] === 0x1b) {
      if (bytes.length < 3) return null;
      return { length: 3, does: bytes[2] === 0x3f ? 'answer' : 'drop' };
    }
    if (bytes[0] === 0x42) return image(bytes, 5, ([, , rowBytes = 0, rows = 0]) => rowBytes * rows);
    return line(bytes, (text) => (text.startsWith('PRINT') ? 'end' : undefined));
  },
  status: ({ coverOpen, paperOut, headHot, isPrinting }) =>
    Uint8Array.of(
      flag(coverOpen, 0x01) | flag(paperOut, 0x04) | flag(headHot, 0x80) | flag(isPrinting, 0x20),
    ),
};

const epl2: SimLanguage = {
  faults: ['coverOpen', 'paperOut'],
  next: (bytes) => {
    if (bytes[0] === 0x47) return image(bytes, 4, ([, , rowBytes = 0, rows = 0]) => rowBytes * rows);
    return line(bytes, (text) => (text === '^ee' ? 'answer' : /^P\d/.test(text) ? 'end' : undefined));
  },
  status: ({ coverOpen, paperOut }) => Buffer.from(`${coverOpen ? '11' : paperOut ? '07' : '00'}\r\n`),
};

const cpcl: SimLanguage = {
  faults: ['coverOpen', 'paperOut'],
  next: (bytes) => {
    if (bytes[0] === 0x1b) return bytes.length < 2 ? null : { length: 2, does: 'answer' };
    if (bytes[0] === 0x43) {
      const head = /^CG (\d+) (\d+) \d+ \d+ /.exec(bytes.subarray(0, 60).toString('latin1'));
      if (head === null) return null;
      const length = head[0].length + Number(head[1]) * Number(head[2]) + 2;
      return bytes.length < length ? null : { length };
    }
    return line(bytes, (text) => (text === 'PRINT' ? 'end' : undefined));
  },
  status: ({ coverOpen, paperOut, isPrinting }) =>
    Uint8Array.of(flag(coverOpen, 0x04) | flag(paperOut, 0x02) | flag(isPrinting, 0x01)),
};

/** Parameter bytes of DYMO commands. */
const dymoParameters: Readonly<Record<string, number>> = { L: 2, B: 1, D: 1, f: 2, q: 1 };

function dymo(): SimLanguage {
  let rowBytes = 84;
  return {
    faults: ['paperOut'],
    next: (bytes) => {
      if (bytes[0] !== 0x1b) return bytes.length < 1 + rowBytes ? null : { length: 1 + rowBytes };
      if (bytes.length < 2) return null;
      if (bytes[1] === 0x1b) return { length: 1 };
      const letter = String.fromCharCode(bytes[1] ?? 0);
      const length = 2 + (dymoParameters[letter] ?? 0);
      if (bytes.length < length) return null;
      if (letter === 'D') rowBytes = bytes[2] ?? 0;
      if (letter === 'A') return { length, does: 'answer' };
      return letter === 'E' ? { length, does: 'end' } : { length };
    },
    status: ({ paperOut }) => Uint8Array.of(paperOut ? 0x20 : 0x03),
  };
}

/** Star: parameters of `ESC x` commands; images and raster mode apart. */
const starParameters: Readonly<Record<string, number>> = { '@': 0, '0': 0, d: 1, a: 1 };

function starNext(bytes: Buffer): SimCommand | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0x17) return { length: 1, does: 'count' };
  if (first === 0x18) return { length: 1, does: 'drop' };
  if (first === 0x62) {
    if (bytes.length < 3) return null;
    const length = 3 + bytes.readUInt16LE(1);
    return bytes.length < length ? null : { length };
  }
  if (first !== 0x1b) return { length: 1 };
  if (second === undefined || third === undefined) return null;
  const letter = String.fromCharCode(second);
  if (letter === '\x06') return { length: 3, does: 'answer' };
  if (letter === '\x1e')
    return bytes.length < 4 ? null : { length: 4, ...(third === 0x45 ? { does: 'clear' as const } : {}) };
  if (letter === 'k') {
    if (bytes.length < 4) return null;
    const length = 4 + bytes.readUInt16LE(2) * 24;
    return bytes.length < length ? null : { length };
  }
  if (letter === '\x1d') {
    if (third !== 0x53) return bytes.length < 4 ? null : { length: 4 };
    if (bytes.length < 9) return null;
    const length = 9 + bytes.readUInt16LE(4) * bytes.readUInt16LE(6);
    return bytes.length < length ? null : { length };
  }
  if (letter === '*') {
    if (fourth === undefined) return null;
    if (fourth === 0x42) return { length: 4, does: 'end' };
    if ('AR'.includes(String.fromCharCode(fourth))) return { length: 4 };
    const end = bytes.indexOf(0x00, 4);
    return end < 0 ? null : { length: end + 1 };
  }
  const length = 2 + (starParameters[letter] ?? 0);
  return letter === 'd' ? { length, does: 'end' } : { length };
}

const star: SimLanguage = {
  faults: ['coverOpen', 'paperOut', 'cutterJam', 'headHot'],
  next: starNext,
  status: ({ coverOpen, paperOut, cutterJam, headHot, counter }) => {
    const offline = coverOpen || paperOut || cutterJam;
    const eighth = [0x02, 0x04, 0x08, 0x20, 0x40].reduce(
      (sum, mask, bit) => sum | flag(((counter >> bit) & 1) === 1, mask),
      0,
    );
    return Uint8Array.of(
      0x23,
      0x06,
      flag(offline, 0x08) | flag(coverOpen, 0x20),
      flag(cutterJam, 0x08) | flag(headHot, 0x40),
      0x00,
      flag(paperOut, 0x08),
      0x00,
      eighth,
      0x00,
    );
  },
};

/** Brother: parameters of `ESC i x`. */
const brotherParameters: Readonly<Record<string, number>> = { a: 1, z: 10, M: 1, A: 1, K: 1, d: 2 };

function brotherStatus(state: SimState, type: number): Uint8Array {
  const status = new Uint8Array(32);
  status.set([0x80, 0x20, 0x42, 0x34]);
  status[8] = flag(state.paperOut, 0x02) | flag(state.cutterJam, 0x04);
  status[9] = flag(state.coverOpen, 0x10);
  // A roll of 62 mm labels of 100 mm.
  status.set([62, 0x0b], 10);
  status[17] = 100;
  status[18] = type;
  status[19] = state.isPrinting ? 1 : 0;
  return status;
}

const brother: SimLanguage = {
  faults: ['coverOpen', 'paperOut', 'cutterJam'],
  next: (bytes) => {
    const [first, second, third] = bytes;
    if (first === 0x1a) return { length: 1, does: 'end' };
    if (first === 0x4d) return bytes.length < 2 ? null : { length: 2 };
    if (first === 0x67) {
      const length = 3 + (third ?? Infinity);
      return bytes.length < length ? null : { length };
    }
    if (first !== 0x1b) return { length: 1 };
    if (second === 0x40) return { length: 2, does: 'drop' };
    if (second === undefined || third === undefined) return null;
    if (third === 0x53) return { length: 3, does: 'answer' };
    const length = 3 + (brotherParameters[String.fromCharCode(third)] ?? 0);
    return bytes.length < length ? null : { length };
  },
  status: (state) => brotherStatus(state, 0x00),
  printed: (state) => brotherStatus(state, 0x01),
};

/** A language by its name in the profiles; a fresh one for each connection. */
export const polledLanguages: Readonly<Record<string, () => SimLanguage>> = {
  tspl: () => tspl,
  epl2: () => epl2,
  cpcl: () => cpcl,
  dymo,
  starprnt: () => star,
  'star-line': () => star,
  'star-graphic': () => star,
  'brother-ql': () => brother,
};
