import type { Page } from './types.ts';

/** A 1-bit image in the same bit order as a page: rows top to bottom, most significant bit left, 1 = black. */
export interface Bitmap {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly bits: Uint8Array;
}

/** A rectangle in dots. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A white bitmap. Sizes must be whole and not negative; the caller bounds them (see `frame.ts`). */
export function createBitmap(widthDots: number, heightDots: number): Bitmap {
  const bytesPerRow = (widthDots + 7) >> 3;
  return { widthDots, heightDots, bytesPerRow, bits: new Uint8Array(bytesPerRow * heightDots) };
}

/** A white page. */
export function createPage(widthDots: number, heightDots: number, dpi: number): Page {
  return { ...createBitmap(widthDots, heightDots), dpi };
}

/** Whether a dot is black; outside the bitmap everything is white. */
export function isBlack(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.widthDots || y >= bitmap.heightDots) return false;
  return ((bitmap.bits[y * bitmap.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/**
 * Blackens the dots `from` to `to` (exclusive) of the row that starts at byte `rowStart`, whole bytes at a time.
 * The caller keeps both ends inside the row.
 */
export function blackenSpan(bits: Uint8Array, rowStart: number, from: number, to: number): void {
  if (to <= from) return;
  const first = rowStart + (from >> 3);
  const last = rowStart + ((to - 1) >> 3);
  const headMask = 0xff >> (from & 7);
  const tailMask = 0xff << (7 - ((to - 1) & 7));
  if (first === last) {
    bits[first] = (bits[first] ?? 0) | (headMask & tailMask);
    return;
  }
  bits[first] = (bits[first] ?? 0) | headMask;
  bits.fill(0xff, first + 1, last);
  bits[last] = (bits[last] ?? 0) | (tailMask & 0xff);
}

/** Blackens a rectangle; the part outside the bitmap is ignored. */
export function blackenRect(bitmap: Bitmap, rect: Rect): void {
  const from = Math.max(0, rect.left);
  const to = Math.min(bitmap.widthDots, rect.left + rect.width);
  const bottom = Math.min(bitmap.heightDots, rect.top + rect.height);
  for (let y = Math.max(0, rect.top); y < bottom; y += 1) {
    blackenSpan(bitmap.bits, y * bitmap.bytesPerRow, from, to);
  }
}

/** The black outline of a rectangle, `thickness` dots wide, drawn inwards. */
export function blackenFrame(bitmap: Bitmap, rect: Rect, thickness: number): void {
  const { left, top, width, height } = rect;
  blackenRect(bitmap, { left, top, width, height: thickness });
  blackenRect(bitmap, { left, top: top + height - thickness, width, height: thickness });
  blackenRect(bitmap, { left, top, width: thickness, height });
  blackenRect(bitmap, { left: left + width - thickness, top, width: thickness, height });
}

/**
 * Lays the black dots of `source` on `target` with its upper left dot at (`left`, `top`), never outside `clip`.
 * `ink` white takes black away instead: white letters on a black band.
 */
export function stamp(
  target: Bitmap,
  source: Bitmap,
  left: number,
  top: number,
  clip: Rect,
  ink: 'black' | 'white' = 'black',
): void {
  const from = Math.max(left, clip.left, 0);
  const to = Math.min(left + source.widthDots, clip.left + clip.width, target.widthDots);
  const firstRow = Math.max(top, clip.top, 0);
  const endRow = Math.min(top + source.heightDots, clip.top + clip.height, target.heightDots);
  if (from >= to) return;
  const firstByte = from >> 3;
  const lastByte = (to - 1) >> 3;
  const headMask = 0xff >> (from & 7);
  const tailMask = (0xff << (7 - ((to - 1) & 7))) & 0xff;
  for (let y = firstRow; y < endRow; y += 1) {
    const sourceRow = (y - top) * source.bytesPerRow;
    const targetRow = y * target.bytesPerRow;
    for (let at = firstByte; at <= lastByte; at += 1) {
      let dots = eightDots(source, sourceRow, at * 8 - left);
      if (at === firstByte) dots &= headMask;
      if (at === lastByte) dots &= tailMask;
      const old = target.bits[targetRow + at] ?? 0;
      target.bits[targetRow + at] = ink === 'black' ? old | dots : old & ~dots;
    }
  }
}

/** Eight dots of a row from dot `x` on, where `x` may lie outside the row (white). */
function eightDots(source: Bitmap, rowStart: number, x: number): number {
  const byte = x >> 3;
  const shift = x & 7;
  const here = byte >= 0 && byte < source.bytesPerRow ? (source.bits[rowStart + byte] ?? 0) : 0;
  if (shift === 0) return here;
  const next = byte + 1 >= 0 && byte + 1 < source.bytesPerRow ? (source.bits[rowStart + byte + 1] ?? 0) : 0;
  return ((here << shift) | (next >> (8 - shift))) & 0xff;
}

/** A copy turned a quarter clockwise: text that runs down the length of a narrow label. */
export function turnedClockwise(source: Bitmap): Bitmap {
  const turned = createBitmap(source.heightDots, source.widthDots);
  for (let y = 0; y < source.heightDots; y += 1) {
    const column = source.heightDots - 1 - y;
    const mask = 0x80 >> (column & 7);
    for (let x = 0; x < source.widthDots; x += 1) {
      if (!isBlack(source, x, y)) continue;
      const at = x * turned.bytesPerRow + (column >> 3);
      turned.bits[at] = (turned.bits[at] ?? 0) | mask;
    }
  }
  return turned;
}
