import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { encodeEscpos } from '../../../src/main/printing/encoders/escpos.ts';
import { badgePage, isDot, setDot, testPayload } from '../../fakes/pages.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judgeEscpos } from '../../judges/escpos.ts';
import { pageSheet } from '../../judges/pages.ts';
import {
  nodeThermalPrinterJob,
  receiptlineJob,
  receiptPrinterEncoderJob,
} from '../../judges/reference-encoders.ts';
import { inkOf, sheetPng } from '../../judges/sheet.ts';
import { testProfile } from '../../fakes/test-profile.ts';

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

describe('our ESC/POS, by an interpreter that others made (npos 0.1.19)', () => {
  it('is the page, dot for dot', async () => {
    // npos knows no left margin and takes all bands for equally wide, so the page gets a bar at either edge.
    const barred = badgePage({ dpi: 203, widthMm: 54, heightMm: 70, payload, dotsPerModule: 5 });
    for (let y = 0; y < barred.heightDots; y += 1) {
      setDot(barred, 0, y);
      setDot(barred, barred.widthDots - 1, y);
    }
    const profile = testProfile('escpos', { headDots: 576 });
    const media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 } as const;
    const image = await nposImage(encodeEscpos(barred, media, { profile }));
    let differing = 0;
    for (let y = 0; y < barred.heightDots; y += 1) {
      for (let x = 0; x < barred.widthDots; x += 1) {
        if ((image.getPixel(x, y) === 0) !== isDot(barred, x, y)) differing += 1;
      }
    }
    expect(differing).toBe(0);
    expect(image.height).toBe(barred.heightDots);
  });
});

interface NposImage {
  readonly width: number;
  readonly height: number;
  getPixel(x: number, y: number): number;
}

async function nposImage(bytes: Uint8Array): Promise<NposImage> {
  const npos = createRequire(import.meta.url)('npos') as {
    readonly parser: () => {
      parse(
        raw: Buffer,
      ): Promise<{ readonly entries: readonly { readonly type: string; readonly data: NposImage }[] }>;
    };
  };
  const { entries } = await npos.parser().parse(Buffer.from(bytes));
  const raster = entries.find(({ type }) => type === 'raster');
  if (raster === undefined) throw new Error('npos found no image');
  return raster.data;
}
