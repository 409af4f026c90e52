import { PNG } from 'pngjs';
import type { Page } from '../../badges/types.ts';

/** A page as a grey PNG, one pixel per dot. */
export function pagePng(page: Page): Uint8Array {
  const { widthDots: width, heightDots: height } = page;
  const grey = Buffer.alloc(width * height, 0xff);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const byte = page.bits[row * page.bytesPerRow + (column >> 3)] ?? 0;
      if ((byte & (0x80 >> (column & 7))) !== 0) grey[row * width + column] = 0;
    }
  }
  const png = new PNG({ width, height });
  png.data = grey;
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 });
}
