import type { Page } from './types.ts';

/** A page as PNG, one pixel a dot, grey with 8 bits: for the folder transport and the on-screen printer. */
export async function pageToPng(page: Page): Promise<Uint8Array> {
  const { PNG } = await import('pngjs');
  const { widthDots, heightDots, bytesPerRow, bits } = page;
  const png = new PNG({
    width: widthDots,
    height: heightDots,
    colorType: 0,
    inputColorType: 0,
    inputHasAlpha: false,
  });
  const grey = Buffer.alloc(widthDots * heightDots, 255);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (((bits[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) grey[y * widthDots + x] = 0;
    }
  }
  png.data = grey;
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false });
}
