import { describe, expect, it } from 'vitest';
import { badgePage, testPayload } from '../../fakes/pages.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judgeEscpos } from '../../judges/escpos.ts';
import { pageSheet } from '../../judges/pages.ts';
import {
  nodeThermalPrinterJob,
  receiptlineJob,
  receiptPrinterEncoderJob,
} from '../../judges/reference-encoders.ts';
import { inkOf, sheetPng } from '../../judges/sheet.ts';

const payload = testPayload(180);
const page = badgePage({ dpi: 203, widthMm: 54, heightMm: 70, payload, dotsPerModule: 5 });
const picture = pageSheet(page, 24);

/** The interpreter has to be right about others' bytes before it may say anything about ours. */
describe('the ESC/POS interpreter, on bytes that others made', () => {
  it.each([
    ['receiptline, Epson (GS 8 L)', () => receiptlineJob(picture, 'escpos')],
    ['receiptline, generic (GS v 0)', () => receiptlineJob(picture, 'generic')],
    ['receipt-printer-encoder, raster', () => receiptPrinterEncoderJob(picture, 'esc-pos', 'raster')],
    [
      'receipt-printer-encoder, columns (ESC *)',
      () => receiptPrinterEncoderJob(picture, 'esc-pos', 'column'),
    ],
    ['node-thermal-printer, image', () => nodeThermalPrinterJob(picture)],
  ])('reads %s as the picture that went in', async (_name, make) => {
    const { sheets, cuts, remarks } = judgeEscpos(await make(), 576);
    expect(remarks).toEqual([]);
    expect(cuts).toBe(1);
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('no paper came out');
    expect(inkOf(sheet)).toEqual(inkOf(picture));
    const png = sheetPng(sheet);
    const [reading] = await readWithZxing(png);
    expect(reading).toMatchObject({ isMirrored: false, orientation: 0 });
    expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
    const [zbar] = await readWithZbar(png);
    expect(Buffer.from(zbar ?? []).equals(Buffer.from(payload))).toBe(true);
  });
});
