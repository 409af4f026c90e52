import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testPayload } from '../../fakes/pages.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judge } from '../../judges/index.ts';
import { pageSheet } from '../../judges/pages.ts';
import { badgePage } from '../../fakes/pages.ts';
import { receiptlineJob, receiptPrinterEncoderJob } from '../../judges/reference-encoders.ts';
import { inkOf, pngSheet, sheetPng, type Sheet } from '../../judges/sheet.ts';

const fixtures = new URL('../../fixtures/printing/', import.meta.url);
const payload = testPayload(180);

interface Reference {
  readonly file: string;
  readonly language: string;
  readonly dpi: 203 | 300;
  readonly headDots: number;
  /** Dot for dot what went in; lprint scales and moves pictures, so of its bytes only the reading is asked. */
  readonly isExact: boolean;
}

/** What reference drivers made of test/fixtures/printing/picture-*.png; versions and commands are in the README there. */
const references: readonly Reference[] = [
  { file: 'cups-zebraep2', language: 'epl2', dpi: 203, headDots: 832, isExact: true },
  { file: 'lprint-epl2', language: 'epl2', dpi: 203, headDots: 832, isExact: false },
  { file: 'cups-zebracpl', language: 'cpcl', dpi: 203, headDots: 832, isExact: true },
  { file: 'ptouch-ql570', language: 'brother-ql', dpi: 300, headDots: 720, isExact: true },
  { file: 'ptouch-ql820', language: 'brother-ql', dpi: 300, headDots: 720, isExact: true },
  { file: 'cups-dymo', language: 'dymo', dpi: 300, headDots: 672, isExact: true },
  { file: 'lprint-dymo', language: 'dymo', dpi: 300, headDots: 672, isExact: false },
  { file: 'lprint-zpl', language: 'zpl', dpi: 203, headDots: 832, isExact: false },
];

const open = async (name: string): Promise<Buffer> => readFile(new URL(name, fixtures));

async function expectReads(sheet: Sheet): Promise<void> {
  const png = sheetPng(sheet);
  const [reading] = await readWithZxing(png);
  expect(reading).toMatchObject({ isMirrored: false, orientation: 0 });
  expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
  const [zbar] = await readWithZbar(png);
  expect(Buffer.from(zbar ?? []).equals(Buffer.from(payload))).toBe(true);
}

function only(sheets: readonly Sheet[]): Sheet {
  expect(sheets).toHaveLength(1);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no paper came out');
  return sheet;
}

describe('an interpreter, on bytes that reference drivers made', () => {
  it.each(references)('reads $file ($language)', async ({ file, language, dpi, headDots, isExact }) => {
    const bytes = gunzipSync(await open(`${file}.bin.gz`));
    const { sheets, remarks } = await judge(language, bytes, { dpi, headDots });
    expect(remarks).toEqual([]);
    const sheet = only(sheets);
    if (isExact) expect(inkOf(sheet)).toEqual(inkOf(pngSheet(await open(`picture-${dpi}.png`))));
    await expectReads(sheet);
  });
});

describe('the Star interpreter, on bytes that others made', () => {
  const picture = pageSheet(
    badgePage({ dpi: 203, widthMm: 54, heightMm: 70, payload, dotsPerModule: 5 }),
    24,
  );

  it.each([
    ['StarPRNT by receiptline', () => receiptlineJob(picture, 'starsbcs')],
    ['Star Line by receiptline', () => receiptlineJob(picture, 'starlinesbcs')],
    ['Star Graphic by receiptline', () => receiptlineJob(picture, 'stargraphic')],
    ['columns by receipt-printer-encoder', () => receiptPrinterEncoderJob(picture, 'star-prnt', 'column')],
  ])('reads %s as the picture that went in', async (_name, make) => {
    const { sheets, cuts, remarks } = await judge('starprnt', make(), { dpi: 203, headDots: 576 });
    expect(remarks).toEqual([]);
    expect(cuts).toBeGreaterThan(0);
    const sheet = only(sheets.filter((each) => each.dots.includes(1)));
    expect(inkOf(sheet)).toEqual(inkOf(picture));
    await expectReads(sheet);
  });
});
