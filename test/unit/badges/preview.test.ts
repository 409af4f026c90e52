import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { blackenRect, createPage, isBlack } from '../../../src/main/badges/page.ts';
import { pageToPng } from '../../../src/main/badges/preview.ts';

describe('preview', () => {
  it('writes one pixel a dot, black on white', async () => {
    const page = createPage(21, 9, 203);
    for (let at = 0; at < 9; at += 1) blackenRect(page, { left: at * 2, top: at, width: 3, height: 1 });
    const png = PNG.sync.read(Buffer.from(await pageToPng(page)));
    expect([png.width, png.height]).toEqual([21, 9]);
    for (let y = 0; y < 9; y += 1) {
      for (let x = 0; x < 21; x += 1) {
        expect(png.data[(y * 21 + x) * 4]).toBe(isBlack(page, x, y) ? 0 : 255);
      }
    }
  });
});
