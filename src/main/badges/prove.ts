import { readFile } from 'node:fs/promises';
import type * as ZxingReader from 'zxing-wasm/reader';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Page } from './types.ts';
import { withPrintGain } from './gain.ts';

/** Reads finished pages back with a decoder that is not ours (ZXing-C++). */
export interface ProofReader {
  load(): Promise<Result<void>>;
  /** `badge-unreadable` unless the page holds exactly one symbol, upright, not mirrored, that says `payload`. */
  prove(page: Page, payload: Uint8Array): Promise<Result<void>>;
  /** The same after black lines have grown (positive) or shrunk (negative) by whole dots: see `withPrintGain`. */
  proveWithGain(page: Page, payload: Uint8Array, gainDots: number): Promise<Result<void>>;
  /** `badge-unreadable` if any QR code is on the page: a PIN slip must have none (rule R8). */
  proveNoCode(page: Page): Promise<Result<void>>;
}

type Zxing = typeof ZxingReader;

/** Why a page was not accepted; facts for the log, without any of its content. */
type Complaint =
  'decoder-missing' | 'not-one-symbol' | 'mirrored' | 'turned' | 'other-content' | 'no-page' | 'has-a-code';

/** Pages larger than this come from nowhere: 300 mm at 600 dpi by 5000 dots are 36 million dots. */
const mostDots = 64_000_000;

/** Makes a proof reader. The decoder is loaded once, from the file given: never from the network. */
export function proofReader(wasmPath: string): ProofReader {
  let zxing: Promise<Zxing> | null = null;
  const open = (): Promise<Zxing> => {
    zxing ??= openZxing(wasmPath).catch((error: unknown) => {
      zxing = null;
      throw error;
    });
    return zxing;
  };
  const load = async (): Promise<Result<void>> => {
    try {
      await open();
      return ok(undefined);
    } catch {
      return refuse('decoder-missing');
    }
  };
  const prove = async (page: Page, payload: Uint8Array): Promise<Result<void>> => {
    const loaded = await load();
    if (!loaded.ok) return loaded;
    return check(await open(), page, payload);
  };
  return {
    load,
    prove,
    proveWithGain: (page, payload, gainDots) => prove(withPrintGain(page, gainDots), payload),
    proveNoCode: async (page) => {
      const loaded = await load();
      return loaded.ok ? checkWithout(await open(), page) : loaded;
    },
  };
}

async function openZxing(wasmPath: string): Promise<Zxing> {
  const [zxing, file] = await Promise.all([import('zxing-wasm/reader'), readFile(wasmPath)]);
  const wasmBinary = new Uint8Array(file).buffer;
  await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return zxing;
}

async function check(zxing: Zxing, page: Page, payload: Uint8Array): Promise<Result<void>> {
  if (page.widthDots < 1 || page.heightDots < 1 || page.widthDots * page.heightDots > mostDots) {
    return refuse('no-page');
  }
  const image = greyImage(page);
  const found = await zxing.readBarcodes(image, {
    formats: ['QRCode'],
    maxNumberOfSymbols: 2,
    // Black on white as printed; a page that reads only inverted is wrong.
    tryInvert: false,
  });
  image.fill(0);
  const [symbol] = found;
  if (symbol === undefined || found.length !== 1 || !symbol.isValid) return refuse('not-one-symbol');
  // Decoders read mirrored and turned symbols too, so that reading alone proves nothing about the way round.
  if (symbol.isMirrored) return refuse('mirrored');
  if (symbol.orientation !== 0) return refuse('turned');
  const isSame =
    symbol.bytes.length === payload.length && payload.every((byte, at) => byte === symbol.bytes[at]);
  symbol.bytes.fill(0);
  return isSame ? ok(undefined) : refuse('other-content');
}

async function checkWithout(zxing: Zxing, page: Page): Promise<Result<void>> {
  if (page.widthDots < 1 || page.heightDots < 1 || page.widthDots * page.heightDots > mostDots) {
    return refuse('no-page');
  }
  const image = greyImage(page);
  const found = await zxing.readBarcodes(image, {
    formats: ['QRCode', 'MicroQRCode', 'RMQRCode'],
    maxNumberOfSymbols: 1,
    tryHarder: true,
  });
  image.fill(0);
  for (const symbol of found) symbol.bytes.fill(0);
  return found.length === 0 ? ok(undefined) : refuse('has-a-code');
}

function refuse(complaint: Complaint): Result<void> {
  return fail('badge-unreadable', { complaint });
}

/** The page as a binary PGM (netpbm `P5`): the smallest picture that the decoder takes. */
function greyImage(page: Page): Uint8Array {
  const { widthDots, heightDots, bytesPerRow, bits } = page;
  const header = new TextEncoder().encode(`P5\n${widthDots} ${heightDots}\n255\n`);
  const image = new Uint8Array(header.length + widthDots * heightDots).fill(255, header.length);
  image.set(header);
  let at = header.length;
  for (let y = 0; y < heightDots; y += 1) {
    for (let byte = 0; byte < bytesPerRow; byte += 1) {
      const dots = bits[y * bytesPerRow + byte] ?? 0;
      if (dots === 0) continue;
      const left = byte * 8;
      const count = Math.min(8, widthDots - left);
      for (let bit = 0; bit < count; bit += 1) {
        if ((dots & (0x80 >> bit)) !== 0) image[at + left + bit] = 0;
      }
    }
    at += widthDots;
  }
  return image;
}
