import QRCode from 'qrcode';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import type { SampleMedia } from '../badge-samples.ts';
import { sampleCanvas, sampleContent, sampleMaker, valueOf } from '../badge-samples.ts';
import { type Picture, pictureOfPage, pictureOfPng } from './picture.ts';

/** A real badge with this text in its code, drawn as the app draws it. */
export async function badgePaper(
  text: string,
  media: SampleMedia = 'label-54x86',
  dpi = 203,
): Promise<Picture> {
  const payload = new TextEncoder().encode(text);
  const badge = await sampleMaker().make(sampleContent(), payload, sampleCanvas(media, dpi));
  return pictureOfPage(valueOf(badge).page);
}

/** A card with a QR code that is no badge. */
export function qrPaper(text: string): Picture {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return cardWith(modules.size, (x, y) => modules.get(y, x) === 1);
}

/** A card with a Data Matrix, as on medicine and parts. */
export async function dataMatrixPaper(text: string): Promise<Picture> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const wasmBinary = new Uint8Array(await readFile(file)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const { image } = await writeBarcode(text, { format: 'DataMatrix', scale: 1, addQuietZones: false });
  if (image === null) throw new Error('No Data Matrix came out');
  const small = pictureOfPng(new Uint8Array(await image.arrayBuffer()));
  return cardWith(small.width, (x, y) => (small.luma[y * small.width + x] ?? 255) < 128);
}

/** The print with black and white exchanged. */
export function inverted({ width, height, luma }: Picture): Picture {
  return { width, height, luma: luma.map((each) => 255 - each) };
}

/** The print as its own mirror image: what a transfer ribbon or a wrong setting of a driver can make. */
export function mirrored({ width, height, luma }: Picture): Picture {
  return { width, height, luma: luma.map((_, at) => luma[at + width - 1 - 2 * (at % width)] ?? 255) };
}

/** Two papers side by side. */
export function sideBySide(one: Picture, other: Picture): Picture {
  const [width, height] = [one.width + other.width, Math.max(one.height, other.height)];
  const luma = new Uint8ClampedArray(width * height).fill(255);
  for (const [paper, left] of [
    [one, 0],
    [other, one.width],
  ] as const) {
    for (let y = 0; y < paper.height; y += 1) {
      luma.set(paper.luma.subarray(y * paper.width, (y + 1) * paper.width), y * width + left);
    }
  }
  return { width, height, luma };
}

/** Dark squares in the middle of a card of a badge's size. */
function cardWith(modules: number, isDark: (x: number, y: number) => boolean): Picture {
  const dots = Math.max(2, Math.floor(340 / modules));
  const [width, height] = [432, 688];
  const [left, top] = [(width - modules * dots) >> 1, (height - modules * dots) >> 1];
  const luma = new Uint8ClampedArray(width * height).fill(255);
  for (let y = 0; y < modules * dots; y += 1) {
    for (let x = 0; x < modules * dots; x += 1) {
      if (isDark(Math.floor(x / dots), Math.floor(y / dots))) luma[(top + y) * width + left + x] = 0;
    }
  }
  return { width, height, luma };
}
