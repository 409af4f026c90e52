/** Sizes and places in a write-ahead log (sqlite.org/fileformat2.html, section 4). */
const logHeaderBytes = 32;
const frameHeaderBytes = 24;
const magicLittleEndian = 0x377f0682;
const magicBigEndian = 0x377f0683;

/** Where the main file says which journal it is written with; 1 = a plain one (section 1.3). */
const formatVersionsAt = 18;
const plainJournal = 1;

interface LogHead {
  readonly pageBytes: number;
  readonly salts: Buffer;
  readonly sums: Sums;
  readonly isBigEndian: boolean;
}

type Sums = readonly [number, number];

/**
 * The database as it stands with its log folded in: what SQLite would see, made in memory from the bytes of both files.
 * Frames after the last whole commit, and frames of an earlier round of the log, do not count. The answer says of itself
 * that it has no log, so that SQLite opens it as it is.
 */
export function foldLog(database: Uint8Array, log: Uint8Array): Uint8Array {
  const image = withFrames(Buffer.from(database), Buffer.from(log));
  if (image.length >= formatVersionsAt + 2) image.fill(plainJournal, formatVersionsAt, formatVersionsAt + 2);
  return image;
}

function withFrames(database: Buffer, log: Buffer): Buffer {
  const head = headOf(log);
  if (head === null) return database;
  const { pageBytes } = head;
  const waiting = new Map<number, Buffer>();
  const pages = new Map<number, Buffer>();
  let sums = head.sums;
  let pageCount = 0;
  const step = frameHeaderBytes + pageBytes;
  for (let at = logHeaderBytes; at + step <= log.length; at += step) {
    const frame = log.subarray(at, at + frameHeaderBytes);
    const page = log.subarray(at + frameHeaderBytes, at + step);
    if (!frame.subarray(8, 16).equals(head.salts)) break;
    sums = sumOf(page, sumOf(frame.subarray(0, 8), sums, head.isBigEndian), head.isBigEndian);
    if (frame.readUInt32BE(16) !== sums[0] || frame.readUInt32BE(20) !== sums[1]) break;
    waiting.set(frame.readUInt32BE(0), page);
    const committedPages = frame.readUInt32BE(4);
    if (committedPages === 0) continue;
    pageCount = committedPages;
    for (const [number, bytes] of waiting) pages.set(number, bytes);
    waiting.clear();
  }
  if (pageCount === 0) return database;
  const image = Buffer.alloc(pageCount * pageBytes);
  database.copy(image);
  for (const [number, bytes] of pages) bytes.copy(image, (number - 1) * pageBytes);
  return image;
}

function headOf(log: Buffer): LogHead | null {
  if (log.length < logHeaderBytes) return null;
  const magic = log.readUInt32BE(0);
  if (magic !== magicLittleEndian && magic !== magicBigEndian) return null;
  const isBigEndian = magic === magicBigEndian;
  const sums = sumOf(log.subarray(0, 24), [0, 0], isBigEndian);
  if (log.readUInt32BE(24) !== sums[0] || log.readUInt32BE(28) !== sums[1]) return null;
  return { pageBytes: log.readUInt32BE(8), salts: log.subarray(16, 24), sums, isBigEndian };
}

/** The log's running checksum over 8 bytes at a time (section 4.2). */
function sumOf(bytes: Buffer, before: Sums, isBigEndian: boolean): Sums {
  let [first, second] = before;
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const one = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const two = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    first = (first + one + second) >>> 0;
    second = (second + two + first) >>> 0;
  }
  return [first, second];
}
