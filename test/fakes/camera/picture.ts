import { PNG } from 'pngjs';

/** A grey picture: one byte a pixel, row by row from the top; 0 = black, 255 = white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8ClampedArray;
}

/** A finished page by its structure alone: 1 bit a dot, most significant bit left, 1 = black. */
interface Dots {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly bits: Uint8Array;
}

/** The paper that comes out of a perfect printer. */
export function pictureOfPage({ widthDots, heightDots, bytesPerRow, bits }: Dots): Picture {
  const luma = new Uint8ClampedArray(widthDots * heightDots).fill(255);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const isBlack = ((bits[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      if (isBlack) luma[y * widthDots + x] = 0;
    }
  }
  return { width: widthDots, height: heightDots, luma };
}

/** A PNG, as the on-screen printer gives it. */
export function pictureOfPng(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const luma = new Uint8ClampedArray(width * height);
  for (let at = 0; at < luma.length; at += 1) luma[at] = data[at * 4] ?? 255;
  return { width, height, luma };
}

/** RGBA, as a camera's pictures reach the decoder. */
export function frameOfPicture({ width, height, luma }: Picture): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
} {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < luma.length; at += 1) {
    const grey = luma[at] ?? 0;
    data[at * 4] = grey;
    data[at * 4 + 1] = grey;
    data[at * 4 + 2] = grey;
    data[at * 4 + 3] = 255;
  }
  return { width, height, data };
}

/** For a look at it: a grey PNG. */
export function pngOfPicture(picture: Picture): Buffer {
  const { width, height, data } = frameOfPicture(picture);
  const png = new PNG({ width, height });
  Buffer.from(data.buffer).copy(png.data);
  return PNG.sync.write(png);
}
