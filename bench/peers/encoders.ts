import { createRequire } from 'node:module';
import type { Language } from '../../src/shared/printing/profile.ts';
import {
  nodeThermalPrinterJob,
  receiptlineJob,
  receiptPrinterEncoderJob,
} from '../../test/judges/reference-encoders.ts';
import type { Sheet } from '../../test/judges/sheet.ts';

/** A library that makes the same language from a picture. */
export interface EncoderPeer {
  readonly name: string;
  readonly encode: (sheet: Sheet) => Promise<Uint8Array> | Uint8Array;
}

interface ZplImage {
  rgbaToZ64(
    rgba: Uint8Array,
    width: number,
    options: object,
  ): { length: number; rowlen: number; z64: string };
  rgbaToACS(
    rgba: Uint8Array,
    width: number,
    options: object,
  ): { length: number; rowlen: number; acs: string };
}

const zplImage = (): ZplImage => createRequire(import.meta.url)('zpl-image') as ZplImage;

function rgbaOf({ width, height, dots }: Sheet): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  dots.forEach((dot, at) => {
    if (dot === 1) rgba.fill(0, at * 4, at * 4 + 3);
  });
  return rgba;
}

const options = { black: 50, notrim: true };
const zplJob = (length: number, rowlen: number, data: string) =>
  Buffer.from(`^XA^FO0,0^GFA,${length},${length},${rowlen},${data}^FS^XZ`, 'latin1');

/** Those that make a language, as far as npm has them. Their receipts are as wide as their picture must be. */
export const encoderPeers: Readonly<Partial<Record<Language, readonly EncoderPeer[]>>> = {
  zpl: [
    {
      name: 'zpl-image Z64',
      encode: (sheet) => {
        const { length, rowlen, z64 } = zplImage().rgbaToZ64(rgbaOf(sheet), sheet.width, options);
        return zplJob(length, rowlen, z64);
      },
    },
    {
      name: 'zpl-image ACS',
      encode: (sheet) => {
        const { length, rowlen, acs } = zplImage().rgbaToACS(rgbaOf(sheet), sheet.width, options);
        return zplJob(length, rowlen, acs);
      },
    },
  ],
  escpos: [
    {
      name: 'receipt-printer-encoder',
      encode: (sheet) => receiptPrinterEncoderJob(sheet, 'esc-pos', 'raster'),
    },
    { name: 'node-thermal-printer', encode: nodeThermalPrinterJob },
    { name: 'receiptline', encode: (sheet) => receiptlineJob(sheet, 'escpos') },
  ],
  starprnt: [
    {
      name: 'receipt-printer-encoder',
      encode: (sheet) => receiptPrinterEncoderJob(sheet, 'star-prnt', 'raster'),
    },
    { name: 'receiptline', encode: (sheet) => receiptlineJob(sheet, 'starsbcs') },
  ],
  'star-line': [
    {
      name: 'receipt-printer-encoder',
      encode: (sheet) => receiptPrinterEncoderJob(sheet, 'star-line', 'raster'),
    },
    { name: 'receiptline', encode: (sheet) => receiptlineJob(sheet, 'starlinesbcs') },
  ],
};
