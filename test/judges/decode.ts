import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

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
  prepared ??= prepare();
  await prepared;
  const found = await readBarcodes(new Blob([Uint8Array.from(png)]), {
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
  const folder = await mkdtemp(join(tmpdir(), 'zbar-'));
  try {
    const file = join(folder, 'sheet.png');
    await writeFile(file, png);
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
