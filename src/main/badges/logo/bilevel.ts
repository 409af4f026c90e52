import { createBitmap, type Bitmap } from '../page.ts';
import type { Grey } from './png.ts';

/** A picture ready to be set at any size. */
export interface Logo {
  /** Width by height. */
  readonly aspect: number;
  /** The picture in black and white at this size; the last one is kept. */
  at(widthDots: number, heightDots: number): Bitmap;
}

/** Lighter than this is paper. */
const paper = 245;
/** A drawing is black and white but for its edges; a photograph is not. */
const drawingShare = 0.85;

/** Cuts a picture to its ink; null when there is none. */
export function inkOf({ width, height, pixels }: Grey): Grey | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[y * width + x] ?? 255) > paper) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (right < left) return null;
  const cut = new Uint8Array((right - left + 1) * (bottom - top + 1));
  const newWidth = right - left + 1;
  for (let y = top; y <= bottom; y += 1) {
    cut.set(pixels.subarray(y * width + left, y * width + right + 1), (y - top) * newWidth);
  }
  return { width: newWidth, height: bottom - top + 1, pixels: cut };
}

/** A logo from a picture that was cut to its ink. Drawings get hard edges, photographs are dithered. */
export function logoOf(picture: Grey): Logo {
  let extremes = 0;
  for (const pixel of picture.pixels) if (pixel < 64 || pixel > 192) extremes += 1;
  const isDrawing = extremes >= picture.pixels.length * drawingShare;
  let last: Bitmap | null = null;
  return {
    aspect: picture.width / picture.height,
    at(widthDots, heightDots) {
      if (last?.widthDots === widthDots && last.heightDots === heightDots) return last;
      const scaled = scale(picture, widthDots, heightDots);
      last = isDrawing ? threshold(scaled) : dither(scaled);
      return last;
    },
  };
}

/** Each target dot is the mean of the pixels below it; a picture that is enlarged shows its pixels. */
function scale({ width, height, pixels }: Grey, toWidth: number, toHeight: number): Grey {
  const scaled = new Uint8Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1) {
    const top = Math.floor((y * height) / toHeight);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / toHeight));
    for (let x = 0; x < toWidth; x += 1) {
      const left = Math.floor((x * width) / toWidth);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / toWidth));
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) sum += pixels[row * width + column] ?? 255;
      }
      scaled[y * toWidth + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width: toWidth, height: toHeight, pixels: scaled };
}

function threshold({ width, height, pixels }: Grey): Bitmap {
  const bitmap = createBitmap(width, height);
  pixels.forEach((pixel, at) => {
    if (pixel < 128) blacken(bitmap, at % width, Math.floor(at / width));
  });
  return bitmap;
}

/** Floyd and Steinberg, 1976: what a dot is off is passed on to its neighbours, 7, 3, 5 and 1 sixteenths. */
function dither({ width, height, pixels }: Grey): Bitmap {
  const bitmap = createBitmap(width, height);
  const tones = Float32Array.from(pixels);
  const pass = (x: number, y: number, amount: number): void => {
    if (x >= 0 && x < width && y < height) tones[y * width + x] = (tones[y * width + x] ?? 0) + amount;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const tone = tones[y * width + x] ?? 255;
      const isDark = tone < 128;
      if (isDark) blacken(bitmap, x, y);
      const off = (tone - (isDark ? 0 : 255)) / 16;
      pass(x + 1, y, off * 7);
      pass(x - 1, y + 1, off * 3);
      pass(x, y + 1, off * 5);
      pass(x + 1, y + 1, off);
    }
  }
  return bitmap;
}

function blacken(bitmap: Bitmap, x: number, y: number): void {
  const at = y * bitmap.bytesPerRow + (x >> 3);
  bitmap.bits[at] = (bitmap.bits[at] ?? 0) | (0x80 >> (x & 7));
}
