import { blackenSpan, createBitmap, type Bitmap } from '../page.ts';
import { flatten, type Piece } from './flatten.ts';

/** Drawn text: a bitmap and where its upper left dot lies from the origin. */
export interface Drawn {
  readonly bitmap: Bitmap;
  readonly left: number;
  readonly top: number;
}

/** A stroke at least this wide leaves a dot even when it meets no dot's centre, so that thin strokes do not break. */
const thinnestStroke = 0.35;
/** Text is bounded before it comes here; the limit keeps a broken font from asking for gigabytes. */
const largestDots = 16_384;

/**
 * Draws outlines straight to black and white at the printer's resolution.
 *
 * A dot is black when its centre lies inside (non-zero winding, so overlapping contours merge). There is no grey and
 * no hinting, only IEEE arithmetic: every platform draws the same dots.
 */
export function rasterise(pieces: readonly Piece[], emDots: number): Drawn {
  const lines = flatten(pieces, emDots);
  if (lines.values.length === 0) return { bitmap: createBitmap(0, 0), left: 0, top: 0 };
  const left = Math.floor(lines.left);
  const top = Math.floor(lines.top);
  const width = Math.min(largestDots, Math.max(0, Math.ceil(lines.right) - left));
  const height = Math.min(largestDots, Math.max(0, Math.ceil(lines.bottom) - top));
  const bitmap = createBitmap(width, height);
  fill(bitmap, lines.values, left, top);
  return { bitmap, left, top };
}

function fill(bitmap: Bitmap, lines: readonly number[], left: number, top: number): void {
  const { widthDots, heightDots, bytesPerRow, bits } = bitmap;
  if (widthDots === 0 || heightDots === 0) return;
  const rows = crossings(lines, left, top, heightDots);
  for (let row = 0; row < heightDots; row += 1) {
    const from = rows.starts[row] ?? 0;
    const to = rows.starts[row + 1] ?? 0;
    sortRange(rows.x, rows.direction, from, to);
    let winding = 0;
    for (let at = from; at + 1 < to; at += 1) {
      winding += rows.direction[at] ?? 0;
      if (winding === 0) continue;
      const enter = rows.x[at] ?? 0;
      const leave = rows.x[at + 1] ?? 0;
      let first = Math.ceil(enter - 0.5);
      let end = Math.ceil(leave - 0.5);
      if (first === end && leave - enter >= thinnestStroke) {
        first = Math.floor((enter + leave) / 2);
        end = first + 1;
      }
      blackenSpan(bits, row * bytesPerRow, Math.max(0, first), Math.min(widthDots, end));
    }
  }
}

interface Crossings {
  /** Where the crossings of each row begin; one entry more than rows. */
  readonly starts: Int32Array;
  readonly x: Float64Array;
  /** +1 where the outline goes down, −1 where it goes up. */
  readonly direction: Int8Array;
}

/** Where the outline crosses the middle of each row. */
function crossings(lines: readonly number[], left: number, top: number, rowCount: number): Crossings {
  const starts = new Int32Array(rowCount + 1);
  eachCrossing(lines, left, top, rowCount, (row) => {
    starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  });
  for (let row = 0; row < rowCount; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const total = starts[rowCount] ?? 0;
  const x = new Float64Array(total);
  const direction = new Int8Array(total);
  const next = starts.slice();
  eachCrossing(lines, left, top, rowCount, (row, atX, way) => {
    const slot = next[row] ?? 0;
    next[row] = slot + 1;
    x[slot] = atX;
    direction[slot] = way;
  });
  return { starts, x, direction };
}

function eachCrossing(
  lines: readonly number[],
  left: number,
  top: number,
  rowCount: number,
  visit: (row: number, x: number, direction: number) => void,
): void {
  for (let at = 0; at + 3 < lines.length; at += 4) {
    const down = (lines[at + 3] ?? 0) > (lines[at + 1] ?? 0);
    const x0 = (lines[down ? at : at + 2] ?? 0) - left;
    const y0 = (lines[down ? at + 1 : at + 3] ?? 0) - top;
    const x1 = (lines[down ? at + 2 : at] ?? 0) - left;
    const y1 = (lines[down ? at + 3 : at + 1] ?? 0) - top;
    if (y0 === y1) continue;
    const slope = (x1 - x0) / (y1 - y0);
    const end = Math.min(rowCount, Math.ceil(y1 - 0.5));
    for (let row = Math.max(0, Math.ceil(y0 - 0.5)); row < end; row += 1) {
      visit(row, x0 + (row + 0.5 - y0) * slope, down ? 1 : -1);
    }
  }
}

/** Insertion sort: a row has a handful of crossings, nearly in order. */
function sortRange(x: Float64Array, direction: Int8Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const value = x[at] ?? 0;
    const way = direction[at] ?? 0;
    let hole = at;
    while (hole > from && (x[hole - 1] ?? 0) > value) {
      x[hole] = x[hole - 1] ?? 0;
      direction[hole] = direction[hole - 1] ?? 0;
      hole -= 1;
    }
    x[hole] = value;
    direction[hole] = way;
  }
}
