import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

/** One picture of a camera: RGBA, 8 bits each, row by row from the top. `ImageData` is one. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * What one picture shows.
 *
 * `codes` the contents of the QR codes that are the right way round, byte by byte · `mirrored` codes, but only as in a
 * mirror: a scanner reads those too, so reading one proves nothing about the print · `nothing` neither.
 */
export type FrameReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'mirrored' }
  | { readonly kind: 'codes'; readonly codes: readonly Uint8Array<ArrayBuffer>[] };

/** A test page has five codes; beyond that nobody holds a badge into the picture. */
const mostCodes = 6;
/** Cameras give less; a larger picture comes from nowhere. */
const mostPixels = 4096 * 2304;

const options: ReaderOptions = {
  // No Micro QR, no rMQR: a badge has neither.
  formats: ['QRCodeModel2'],
  maxNumberOfSymbols: mostCodes,
  tryHarder: true,
  // White on black would be a wrong print: some phones do not read it.
  tryInvert: false,
  tryDownscale: true,
  // Contents are compared as bytes; the text is not made up.
  textMode: 'Hex',
};

/**
 * Loads the decoder (ZXing-C++ as WebAssembly) from bytes the caller has; the library's own way, a download from a
 * public server, is never taken. Rejects when the bytes are no such module.
 */
export async function loadDecoder(wasmBinary: ArrayBuffer): Promise<void> {
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** Looks for QR codes in a picture, at any angle. Needs `loadDecoder` first. Keeps nothing of the picture. */
export async function decodeFrame(frame: Frame): Promise<FrameReading> {
  const { width, height, data } = frame;
  if (!isPicture(frame)) return { kind: 'nothing' };
  const found = await readBarcodes({ width, height, data, colorSpace: 'srgb' }, options);
  const codes: Uint8Array<ArrayBuffer>[] = [];
  let isMirrored = false;
  for (const each of found) {
    if (!each.isValid) continue;
    // Told by the decoder from the symbol itself, whichever way it is turned.
    if (each.isMirrored) isMirrored = true;
    else if (!codes.some((code) => isSame(code, each.bytes))) codes.push(new Uint8Array(each.bytes));
    each.bytes.fill(0);
  }
  if (codes.length > 0) return { kind: 'codes', codes };
  return { kind: isMirrored ? 'mirrored' : 'nothing' };
}

/** Whether the size is one, and the bytes fit it: the decoder reads as far as it is told to. */
function isPicture({ width, height, data }: Frame): boolean {
  const isSize = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  return isSize && width * height <= mostPixels && data.length === width * height * 4;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
