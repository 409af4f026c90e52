import { createRequire } from 'node:module';
import type { ZplApi } from 'zpl-renderer-js';
import { pngSheet, type Sheet, type Verdict } from './sheet.ts';

// Its ES module carries no ".mjs" name, so test runners would rewrite all nine megabytes of it; CommonJS is left alone.
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as {
  readonly ready: Promise<{ readonly api: ZplApi }>;
};

/**
 * ZPL judged by `zpl-renderer-js`, a renderer made by others. It draws whole millimetres at 6, 8, 12 or 24 dots per
 * millimetre; the size asked for is the one the job itself names (^PW, ^LL).
 */
export async function judgeZpl(bytes: Uint8Array, dpi: number): Promise<Verdict> {
  const zpl = Buffer.from(bytes).toString('latin1');
  const dotsPerMm = Math.round(dpi / 25.4);
  const width = Number(/\^PW(\d+)/.exec(zpl)?.[1] ?? 102 * dotsPerMm);
  const height = Number(/\^LL(\d+)/.exec(zpl)?.[1] ?? 152 * dotsPerMm);
  const { api } = await ready;
  const pictures = await api.zplToBase64MultipleAsync(
    zpl,
    Math.ceil(width / dotsPerMm),
    Math.ceil(height / dotsPerMm),
    dotsPerMm,
  );
  const sheets = pictures.map((picture) => crop(pngSheet(Buffer.from(picture, 'base64')), width, height));
  return { sheets, cuts: 0, remarks: [] };
}

/** Takes off what rounding up to whole millimetres has added. The renderer lays the print width in the middle of it. */
function crop(sheet: Sheet, width: number, height: number): Sheet {
  const w = Math.min(width, sheet.width);
  const h = Math.min(height, sheet.height);
  const left = Math.floor((sheet.width - w) / 2);
  const dots = new Uint8Array(w * h);
  for (let y = 0; y < h; y += 1) {
    const from = y * sheet.width + left;
    dots.set(sheet.dots.subarray(from, from + w), y * w);
  }
  return { width: w, height: h, dots };
}
