import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { sheetPng, type Sheet } from './sheet.ts';

/**
 * Other people's encoders, which prove our interpreters: what they made of a picture must come out as that picture.
 *
 * receiptline 4.0.4 · @point-of-sale/receipt-printer-encoder 4.0.1 · node-thermal-printer 4.6.1
 */

/** receiptline's commands by its own names: `escpos`, `generic`, `starsbcs`, `starlinesbcs`, `starmcs`… */
export function receiptlineJob(sheet: Sheet, command: string): Buffer {
  const require = createRequire(import.meta.url);
  const receiptline = require('receiptline') as {
    transform: (document: string, printer: Readonly<Record<string, unknown>>) => string;
  };
  const image = sheetPng(sheet, 0).toString('base64');
  const made = receiptline.transform(`{image:${image}}`, {
    cpl: 48,
    encoding: 'multilingual',
    command,
    cutting: true,
    // Black stays black: no dithering.
    gradient: false,
    gamma: 1,
    threshold: 128,
  });
  return Buffer.from(made, 'binary');
}

/** receipt-printer-encoder; its images must be whole multiples of eight dots. */
export function receiptPrinterEncoderJob(
  sheet: Sheet,
  language: 'esc-pos' | 'star-prnt' | 'star-line',
  imageMode: 'raster' | 'column',
): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language, imageMode, columns: 48 });
  const { width, height } = sheet;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  sheet.dots.forEach((dot, at) => {
    if (dot === 1) data.fill(0, at * 4, at * 4 + 3);
  });
  const picture = { width, height, data, colorSpace: 'srgb' } as unknown as ImageData;
  return encoder.initialize().image(picture, width, height, 'threshold', 128).cut().encode();
}

/** A native QR command by receipt-printer-encoder, centred. */
export function receiptPrinterEncoderSymbol(
  text: string,
  language: 'esc-pos' | 'star-prnt' | 'star-line',
  size: number,
  errorlevel: 'l' | 'm' | 'q' | 'h',
): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language, columns: 48 });
  return encoder.initialize().align('center').qrcode(text, { model: 2, size, errorlevel }).cut().encode();
}

/** A native QR command by node-thermal-printer, at the left. */
export function nodeThermalPrinterSymbol(
  text: string,
  cellSize: number,
  correction: 'L' | 'M' | 'Q' | 'H',
): Uint8Array {
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  builder.printQR(text, { cellSize, correction, model: 2 });
  builder.cut();
  return builder.getBuffer();
}

export async function nodeThermalPrinterJob(sheet: Sheet): Promise<Uint8Array> {
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  await builder.printImageBuffer(PNG.sync.write(PNG.sync.read(sheetPng(sheet, 0))));
  builder.cut();
  return builder.getBuffer();
}
