import type { Page } from '../badges/types.ts';

/** Columns and rows that hold ink, ends exclusive. */
interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Moves what is on a page to the right and down (negative: left and up) by whole dots. Never further than the page goes:
 * a badge that lies a little off is better than one that is cut off. Says how far it went.
 */
export function shiftPage(
  page: Page,
  rightDots: number,
  downDots: number,
): { readonly page: Page; readonly right: number; readonly down: number } {
  const ink = inkOf(page);
  if (ink === null) return { page, right: 0, down: 0 };
  const right = within(Math.round(rightDots), -ink.left, page.widthDots - ink.right);
  const down = within(Math.round(downDots), -ink.top, page.heightDots - ink.bottom);
  if (right === 0 && down === 0) return { page, right, down };
  const { bytesPerRow, heightDots } = page;
  const bits = new Uint8Array(bytesPerRow * heightDots);
  const bytes = Math.floor(right / 8);
  const shift = right - bytes * 8;
  for (let y = ink.top; y < ink.bottom; y += 1) {
    const from = y * bytesPerRow;
    const to = (y + down) * bytesPerRow;
    for (let at = ink.left >> 3; at <= (ink.right - 1) >> 3; at += 1) {
      const spread = (page.bits[from + at] ?? 0) << (8 - shift);
      const target = at + bytes;
      if (target >= 0 && target < bytesPerRow) bits[to + target] = (bits[to + target] ?? 0) | (spread >> 8);
      if (target + 1 >= 0 && target + 1 < bytesPerRow && (spread & 0xff) !== 0)
        bits[to + target + 1] = (bits[to + target + 1] ?? 0) | (spread & 0xff);
    }
  }
  return { page: { ...page, bits }, right, down };
}

const within = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

function inkOf({ bits, bytesPerRow, heightDots }: Page): Ink | null {
  let [left, right, top, bottom] = [Infinity, 0, Infinity, 0];
  for (let y = 0; y < heightDots; y += 1) {
    for (let at = 0; at < bytesPerRow; at += 1) {
      const dots = bits[y * bytesPerRow + at] ?? 0;
      if (dots === 0) continue;
      top = Math.min(top, y);
      bottom = y + 1;
      left = Math.min(left, at * 8 + Math.clz32(dots) - 24);
      right = Math.max(right, at * 8 + 8 - trailingZeros(dots));
    }
  }
  return bottom === 0 ? null : { left, right, top, bottom };
}

const trailingZeros = (byte: number): number => 31 - Math.clz32(byte & -byte);
