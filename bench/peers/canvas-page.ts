import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import QRCode from 'qrcode';
import { fontDir } from '../../test/fakes/badge-samples.ts';

let hasFonts = false;

/**
 * The same badge as most people would make it: `qrcode` for a PNG, a canvas for the text, and black where it is dark.
 * Same size, same lines, same fonts.
 */
export async function canvasPage(dpi: number, payload: Uint8Array): Promise<Uint8Array> {
  if (!hasFonts) {
    for (const file of readdirSync(fontDir)) {
      if (/\.(ttf|otf)$/i.test(file)) GlobalFonts.registerFromPath(path.join(fontDir, file), 'Badge');
    }
    hasFonts = true;
  }
  const dots = (mm: number) => Math.round((mm * dpi) / 25.4);
  const [width, height, symbol] = [dots(54), dots(86), dots(46)];
  const canvas = createCanvas(width, height);
  const ink = canvas.getContext('2d');
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, width, height);
  const png = await QRCode.toBuffer([{ data: payload, mode: 'byte' }], {
    errorCorrectionLevel: 'M',
    margin: 4,
    width: symbol,
  });
  ink.drawImage(await loadImage(png), (width - symbol) / 2, dots(18));
  ink.fillStyle = 'black';
  ink.textAlign = 'center';
  const lines = [
    ['Marta Kowalska', 6, 9],
    ['Site North', 4, 15],
    ['Valid until 21 November 2027', 4, 70],
    ['Return to Gate 2 · K7Q-4MX', 3, 78],
  ] as const;
  for (const [text, sizeMm, topMm] of lines) {
    ink.font = `${dots(sizeMm)}px Badge`;
    ink.fillText(text, width / 2, dots(topMm), width);
  }
  const { data } = ink.getImageData(0, 0, width, height);
  const perRow = Math.ceil(width / 8);
  const bits = new Uint8Array(perRow * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4] ?? 255) < 128) {
        const at = y * perRow + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return bits;
}
