import type { Page } from '../badges/types.ts';

/** The page turned by half a turn, dot for dot, for labels that leave the printer foot first. */
export function turnPage(page: Page): Page {
  const { widthDots, heightDots, bytesPerRow } = page;
  const bits = new Uint8Array(page.bits.length);
  for (let y = 0; y < heightDots; y += 1) {
    const from = y * bytesPerRow;
    const to = (heightDots - 1 - y) * bytesPerRow;
    for (let x = 0; x < widthDots; x += 1) {
      if (((page.bits[from + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue;
      const at = widthDots - 1 - x;
      bits[to + (at >> 3)] = (bits[to + (at >> 3)] ?? 0) | (0x80 >> (at & 7));
    }
  }
  return { ...page, bits };
}
