import type { Page } from '../../badges/types.ts';

/** Rows `from` to `to` (exclusive) of a page. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A rectangle of dots on a page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Stops an encoder that was handed a malformed page. Pages come from our own badge room, so this is a bug and
 * throws; whether a page suits a printer is asked earlier, by the door.
 */
export function assertPage(page: Page): void {
  const { widthDots, heightDots, bytesPerRow, bits } = page;
  const sound =
    Number.isInteger(widthDots) &&
    Number.isInteger(heightDots) &&
    widthDots > 0 &&
    heightDots > 0 &&
    bytesPerRow >= Math.ceil(widthDots / 8) &&
    bits.length >= bytesPerRow * heightDots;
  if (!sound) {
    throw new RangeError(`Malformed page: ${widthDots} × ${heightDots} dots, ${bits.length} bytes`);
  }
}

function rowHasInk(page: Page, row: number): boolean {
  const start = row * page.bytesPerRow;
  const end = start + page.bytesPerRow;
  for (let at = start; at < end; at += 1) if (page.bits[at] !== 0) return true;
  return false;
}

/** Runs of rows that carry ink, top to bottom. Blank runs shorter than `joinBelow` rows stay inside a span. */
export function inkSpans(page: Page, joinBelow = 1): Span[] {
  const spans: Span[] = [];
  let from = -1;
  let lastInk = -1;
  for (let row = 0; row < page.heightDots; row += 1) {
    if (!rowHasInk(page, row)) continue;
    if (from >= 0 && row - lastInk - 1 >= joinBelow) {
      spans.push({ from, to: lastInk + 1 });
      from = row;
    }
    if (from < 0) from = row;
    lastInk = row;
  }
  if (from >= 0) spans.push({ from, to: lastInk + 1 });
  return spans;
}

/** The smallest box around the ink of these rows; null when they are blank. */
export function inkBox(page: Page, span: Span): Box | null {
  const columns = new Uint8Array(page.bytesPerRow);
  for (let row = span.from; row < span.to; row += 1) {
    const start = row * page.bytesPerRow;
    for (let at = 0; at < page.bytesPerRow; at += 1) {
      columns[at] = (columns[at] ?? 0) | (page.bits[start + at] ?? 0);
    }
  }
  const first = columns.findIndex((byte) => byte !== 0);
  if (first < 0) return null;
  const last = columns.findLastIndex((byte) => byte !== 0);
  const left = first * 8 + Math.clz32(columns[first] ?? 0) - 24;
  const right = last * 8 + 7 - trailingZeros(columns[last] ?? 0);
  return { left, top: span.from, width: right - left + 1, height: span.to - span.from };
}

function trailingZeros(byte: number): number {
  return 31 - Math.clz32(byte & -byte);
}

/**
 * Cuts a box out of a page as packed rows of `ceil(width / 8)` bytes, most significant bit leftmost, 1 = black.
 *
 * The box may begin left of the page (a negative `left`) or reach beyond its right or lower edge: what lies outside
 * is white. Dots right of the box inside the last byte are white too.
 */
export function cutBox(page: Page, box: Box): Uint8Array {
  const rowBytes = Math.ceil(box.width / 8);
  const out = new Uint8Array(rowBytes * box.height);
  const shift = box.left & 7;
  const firstByte = box.left >> 3;
  const spare = rowBytes * 8 - box.width;
  const lastMask = (0xff << spare) & 0xff;
  for (let row = 0; row < box.height; row += 1) {
    const sourceRow = box.top + row;
    if (sourceRow < 0 || sourceRow >= page.heightDots) continue;
    const start = sourceRow * page.bytesPerRow;
    const target = row * rowBytes;
    for (let at = 0; at < rowBytes; at += 1) {
      const from = firstByte + at;
      const high = from >= 0 && from < page.bytesPerRow ? (page.bits[start + from] ?? 0) : 0;
      const next = from + 1;
      const low = shift > 0 && next >= 0 && next < page.bytesPerRow ? (page.bits[start + next] ?? 0) : 0;
      out[target + at] = ((high << shift) | (low >> (8 - shift))) & 0xff;
    }
    const edge = target + rowBytes - 1;
    out[edge] = (out[edge] ?? 0) & lastMask;
  }
  return out;
}

/**
 * The inked parts of a page as boxes that begin at a whole byte: the form in which label languages take images. Blank
 * runs of fewer than `joinBelow` rows stay inside a box, because a further command would cost more than they do.
 */
export function inkBoxes(page: Page, joinBelow: number): Box[] {
  return inkSpans(page, joinBelow).flatMap((span) => {
    const box = inkBox(page, span);
    if (box === null) return [];
    const left = box.left & ~7;
    return [{ ...box, left, width: Math.ceil((box.left + box.width - left) / 8) * 8 }];
  });
}

/** Packed rows with black and white changed over, for languages in which 0 marks a dot. */
export function inverted(rows: Uint8Array): Uint8Array {
  return rows.map((byte) => byte ^ 0xff);
}

/** Splits packed rows into runs of at most `most` rows. */
export function rowChunks(rows: Uint8Array, rowBytes: number, most: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += rowBytes * most)
    chunks.push(rows.subarray(at, at + rowBytes * most));
  return chunks;
}
