import { createPage, isBlack } from './page.ts';
import type { Page } from './types.ts';

/**
 * A copy of a page as a hot (positive) or cold (negative) head would print it: every black line wider or narrower by
 * `gainDots`, taken at its right and lower edge first, then at its left and upper edge, and so on in turn.
 */
export function withPrintGain(page: Page, gainDots: number): Page {
  let current = page;
  for (let round = 0; round < Math.min(8, Math.abs(gainDots)); round += 1) {
    current = byOneDot(current, gainDots > 0, round % 2 === 0 ? -1 : 1);
  }
  return current;
}

/** Grows black (or white) by one dot: towards higher coordinates when `towards` is −1, else towards lower ones. */
function byOneDot(page: Page, growsBlack: boolean, towards: -1 | 1): Page {
  const { widthDots, heightDots, bytesPerRow, dpi } = page;
  const next = createPage(widthDots, heightDots, dpi);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const isTouched =
        isBlack(page, x, y) === growsBlack ||
        isBlack(page, x + towards, y) === growsBlack ||
        isBlack(page, x, y + towards) === growsBlack ||
        isBlack(page, x + towards, y + towards) === growsBlack;
      if (isTouched !== growsBlack) continue;
      const at = y * bytesPerRow + (x >> 3);
      next.bits[at] = (next.bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return next;
}
