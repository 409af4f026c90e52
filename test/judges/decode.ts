import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Sheet } from './sheet.ts';

/** What a reader saw in a picture. */
export interface Reading {
  readonly bytes: Uint8Array;
  /** Seen in a mirror: it decodes, but the image is the wrong way round. */
  readonly isMirrored: boolean;
  /** Degrees the symbol is turned; 0 = upright. */
  readonly orientation: number;
}

let prepared: Promise<unknown> | null = null;

/** Reads with ZXing (zxing-wasm). Readers accept mirrored symbols, so the caller looks at `isMirrored` as well. */
export async function readWithZxing(png: Uint8Array, most = 4): Promise<Reading[]> {
  return read(new Blob([Uint8Array.from(png)]), most);
}

/** The same for a sheet, without the way through a PNG, which costs more than the reading. */
export async function readSheetWithZxing(sheet: Sheet, most = 4): Promise<Reading[]> {
  const { width, height, grey } = withBorder(sheet);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  grey.forEach((shade, at) => {
    if (shade === 0) data.fill(0, at * 4, at * 4 + 3);
  });
  return read({ width, height, data, colorSpace: 'srgb' } as unknown as ImageData, most);
}

async function read(picture: Blob | ImageData, most: number): Promise<Reading[]> {
  prepared ??= prepare();
  await prepared;
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: most,
  });
  return found
    .filter((each) => each.isValid)
    .map((each) => ({ bytes: each.bytes, isMirrored: each.isMirrored, orientation: each.orientation }));
}

async function prepare(): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const file = await readFile(path);
  const wasmBinary = new Uint8Array(file).buffer;
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** Reads with zbar's `zbarimg` (Debian package zbar-tools): another code base, so another opinion. */
export async function readWithZbar(png: Uint8Array): Promise<Uint8Array[]> {
  return readFileWithZbar(png, 'sheet.png');
}

/** The same for a sheet, as a plain PGM. */
export async function readSheetWithZbar(sheet: Sheet): Promise<Uint8Array[]> {
  const { width, height, grey } = withBorder(sheet);
  return readFileWithZbar(Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]), 'sheet.pgm');
}

async function readFileWithZbar(picture: Uint8Array, name: string): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zbar-'));
  try {
    const file = join(folder, name);
    await writeFile(file, picture);
    const options = ['-q', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', '-Sbinary', file];
    const { stdout } = await promisify(execFile)('zbarimg', options, { encoding: 'buffer' });
    // With -Sbinary one symbol's bytes come as they are, without a line end.
    return stdout.length === 0 ? [] : [new Uint8Array(stdout)];
  } catch (error) {
    // Exit 4: no symbol found (zbarimg manual page).
    if (error instanceof Error && 'code' in error && error.code === 4) return [];
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A sheet in greys with the white of the paper around it. */
function withBorder(sheet: Sheet, border = 24): { width: number; height: number; grey: Uint8Array } {
  const width = sheet.width + 2 * border;
  const height = sheet.height + 2 * border;
  const grey = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < sheet.height; y += 1) {
    const from = y * sheet.width;
    const to = (y + border) * width + border;
    for (let x = 0; x < sheet.width; x += 1) if (sheet.dots[from + x] === 1) grey[to + x] = 0;
  }
  return { width, height, grey };
}
