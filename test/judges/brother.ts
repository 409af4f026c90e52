import { ByteReader } from './reader.ts';
import { GrowingSheet, type Sheet, type Verdict } from './sheet.ts';

/** What `ESC i z` told the printer about the page to come. */
export interface BrotherPage {
  readonly flags: number;
  readonly mediaType: number;
  readonly widthMm: number;
  readonly lengthMm: number;
  readonly rows: number;
}

export interface BrotherVerdict extends Verdict {
  readonly pages: readonly BrotherPage[];
  /** Feed margin in dots (ESC i d). */
  readonly margin: number;
}

/**
 * Interprets Brother's QL raster language (Brother, "Software Developer's Manual: Raster Command Reference"). The first dot
 * of a row is the pin at the right edge of the paper, so rows are laid from right to left.
 */
export function judgeBrother(bytes: Uint8Array, headDots: number): BrotherVerdict {
  const reader = new ByteReader(bytes);
  const sheets: Sheet[] = [];
  const pages: BrotherPage[] = [];
  const remarks: string[] = [];
  let sheet = new GrowingSheet(headDots);
  let isPacked = false;
  let margin = 0;
  let cuts = 0;
  const row = (data: Uint8Array): void => {
    const y = sheet.height;
    sheet.growTo(y + 1);
    for (let dot = 0; dot < headDots; dot += 1) {
      if (((data[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0) sheet.blacken(headDots - 1 - dot, y);
    }
  };
  while (!reader.isAtEnd) {
    const byte = reader.byte();
    if (byte === 0x00) continue;
    if (byte === 0x67) {
      reader.byte();
      const data = reader.take(reader.byte());
      const unpacked = isPacked ? unpackBits(data) : data;
      if (unpacked.length * 8 !== headDots) remarks.push(`row of ${unpacked.length} bytes`);
      row(unpacked);
    } else if (byte === 0x5a) {
      if (!isPacked) remarks.push('blank row without compression');
      row(new Uint8Array(headDots / 8));
    } else if (byte === 0x4d) {
      isPacked = reader.byte() === 0x02;
    } else if (byte === 0x0c || byte === 0x1a) {
      sheets.push(sheet.sheet());
      sheet = new GrowingSheet(headDots);
    } else if (byte === 0x1b && reader.peek() === 0x69) {
      reader.byte();
      const letter = String.fromCharCode(reader.byte());
      if (letter === 'z') pages.push(pageInfo(reader.take(10)));
      else if (letter === 'd') margin = reader.word();
      else if (letter === 'K') cuts += (reader.byte() & 0x08) >> 3;
      else if ('aM!A'.includes(letter)) reader.byte();
      else if (letter === 'c') reader.take(5);
      else if (letter !== 'S') remarks.push(`unknown command ESC i ${letter}`);
    } else if (byte === 0x1b && reader.peek() === 0x40) {
      reader.byte();
      isPacked = false;
    } else {
      remarks.push(`unknown byte ${byte.toString(16)}`);
    }
  }
  return { sheets, cuts, remarks, pages, margin };
}

function pageInfo(data: Buffer): BrotherPage {
  const [flags = 0, mediaType = 0, widthMm = 0, lengthMm = 0] = data;
  return { flags, mediaType, widthMm, lengthMm, rows: data.readUInt32LE(4) };
}

/** TIFF PackBits: n ≥ 0 = n + 1 literal bytes, n < 0 = the next byte 1 − n times. */
function unpackBits(data: Buffer): Buffer {
  const out: number[] = [];
  for (let at = 0; at < data.length;) {
    const count = data.readInt8(at);
    at += 1;
    if (count >= 0) {
      out.push(...data.subarray(at, at + count + 1));
      at += count + 1;
    } else if (count !== -128) {
      out.push(...Array<number>(1 - count).fill(data[at] ?? 0));
      at += 1;
    }
  }
  return Buffer.from(out);
}
