import { inflateSync } from 'node:zlib';

/** Why a file is no picture to use. */
export type PngFault = 'not-a-png' | 'too-large' | 'damaged';

/** A picture in grey over white paper, 0 = black to 255 = white, one byte a pixel. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Far more than any printer shows at the size of a logo. */
export const mostPixels = 4_000_000;
const longestEdge = 4000;

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Colour types and the samples of a pixel (PNG, third edition, 11.2.1). */
const samples: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/**
 * Reads a PNG from unknown bytes. Its own figures are checked before anything is unpacked, and unpacking stops at what
 * they allow: a file of a few bytes cannot fill the memory.
 */
export async function readPng(bytes: Uint8Array): Promise<Grey | PngFault> {
  const fault = checkPng(bytes);
  if (fault !== null) return fault;
  // Loaded on first use: most stations have no logo.
  const { PNG } = await import('pngjs');
  try {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    if (data.length !== width * height * 4) return 'damaged';
    return { width, height, pixels: overWhite(data) };
  } catch {
    return 'damaged';
  }
}

/** What is wrong with the file as far as its chunks tell; null when it may be unpacked. Unpacks no more than they allow. */
export function checkPng(bytes: Uint8Array): PngFault | null {
  if (!signature.every((byte, at) => bytes[at] === byte)) return 'not-a-png';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed: Uint8Array[] = [];
  let header: { readonly width: number; readonly height: number; readonly rowBytes: number } | null = null;
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return 'damaged';
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (header === null) {
      if (name !== 'IHDR' || length !== 13) return 'damaged';
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      const [depth = 0, colourType = -1] = bytes.subarray(at + 16, at + 18);
      const perPixel = samples.get(colourType);
      if (width < 1 || height < 1 || perPixel === undefined || ![1, 2, 4, 8, 16].includes(depth))
        return 'damaged';
      if (width > longestEdge || height > longestEdge || width * height > mostPixels) return 'too-large';
      header = { width, height, rowBytes: Math.ceil((width * perPixel * depth) / 8) };
    } else if (name === 'IDAT') packed.push(bytes.subarray(at + 8, end));
    if (name === 'IEND') break;
    at = end + 4;
  }
  if (header === null || packed.length === 0) return 'damaged';
  // A filter byte a row; an interlaced picture has up to seven passes of rows, each with a byte of rounding.
  const most = (header.rowBytes + 1) * header.height + 7 * 2 * header.height + 64;
  try {
    inflateSync(Buffer.concat(packed), { maxOutputLength: most });
    return null;
  } catch {
    return 'damaged';
  }
}

/** Luma of each pixel (ITU-R BT.601), laid over white as far as it is transparent. */
function overWhite(data: Uint8Array): Uint8Array {
  const pixels = new Uint8Array(data.length / 4);
  for (let at = 0; at < pixels.length; at += 1) {
    const from = at * 4;
    const luma = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
    const alpha = (data[from + 3] ?? 0) / 255;
    pixels[at] = Math.round(luma * alpha + 255 * (1 - alpha));
  }
  return pixels;
}
