import { describe, expect, it } from 'vitest';
import { splitSymbol } from '../../../src/main/printing/encoders/drawn-symbol.ts';
import { encoderFor } from '../../../src/main/printing/encoders/index.ts';
import { printableArea } from '../../../src/main/printing/encoders/encoder.ts';
import { profiles, findProfile } from '../../../src/main/printing/profiles/index.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { testPayload } from '../../fakes/pages.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judge } from '../../judges/index.ts';
import { nodeThermalPrinterSymbol, receiptPrinterEncoderSymbol } from '../../judges/reference-encoders.ts';
import { sheetPng, type Sheet } from '../../judges/sheet.ts';
import { realBadge } from './real-badges.ts';

const still = { right: 0, down: 0 };
const label: Media = { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 };
const roll: Media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 };
const said = Buffer.from(testPayload(180)).toString('latin1');

async function expectReads(sheet: Sheet | undefined, payload: Uint8Array): Promise<void> {
  if (sheet === undefined) throw new Error('no paper came out');
  const png = sheetPng(sheet);
  const [reading] = await readWithZxing(png);
  expect(reading).toMatchObject({ isMirrored: false, orientation: 0 });
  expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
  const [zbar] = await readWithZbar(png);
  expect(Buffer.from(zbar ?? []).equals(Buffer.from(payload))).toBe(true);
}

describe('the interpreters, on symbol commands that others made', () => {
  it.each([
    ['escpos', 'receipt-printer-encoder', () => receiptPrinterEncoderSymbol(said, 'esc-pos', 5, 'm')],
    ['escpos', 'node-thermal-printer', () => nodeThermalPrinterSymbol(said, 6, 'Q')],
    ['starprnt', 'receipt-printer-encoder', () => receiptPrinterEncoderSymbol(said, 'star-prnt', 5, 'm')],
    ['star-line', 'receipt-printer-encoder', () => receiptPrinterEncoderSymbol(said, 'star-line', 4, 'h')],
    // No maker of TSPL was at hand: the form in which the command list itself shows it.
    ['tspl', 'the command list', () => Buffer.from(`CLS\r\nQRCODE 10,10,M,5,A,0,"${said}"\r\nPRINT 1,1\r\n`)],
  ])('%s by %s reads as the text that went in', async (language, _maker, make) => {
    const { sheets, remarks } = await judge(language, make(), { dpi: 203, headDots: 576 });
    expect(remarks).toEqual([]);
    await expectReads(
      sheets.find((sheet) => sheet.dots.includes(1)),
      Buffer.from(said),
    );
  });

  it('is the same command, byte for byte, as receipt-printer-encoder makes it', async () => {
    for (const [language, profileId] of [
      ['star-prnt', 'star-mc-print3'],
      ['star-line', 'star-tsp654ii'],
      ['esc-pos', 'epson-tm-t20iii'],
    ] as const) {
      const { bytes, symbol } = await drawn(profileId, roll, 180);
      const level = symbol.level.toLowerCase() as 'l' | 'm' | 'q' | 'h';
      const theirs = Buffer.from(
        receiptPrinterEncoderSymbol(symbol.text, language, symbol.dotsPerModule, level),
      );
      const ours = symbolCommands(bytes, language === 'esc-pos');
      expect(ours).toHaveLength(5);
      expect(ours).toEqual(symbolCommands(theirs, language === 'esc-pos'));
    }
  });
});

/** The symbol commands of a job in the order of their bytes, for settings may come in any order. */
function symbolCommands(job: Buffer, isEscpos: boolean): string[] {
  const mark = isEscpos ? Buffer.of(0x1d, 0x28, 0x6b) : Buffer.of(0x1b, 0x1d, 0x79);
  const found: string[] = [];
  for (let at = job.indexOf(mark); at >= 0; at = job.indexOf(mark, at + 1)) {
    const letter = String.fromCharCode(job[at + 3] ?? 0);
    const starLength = letter === 'S' ? 6 : letter === 'D' ? 8 + job.readUInt16LE(at + 6) : 4;
    const length = isEscpos ? 5 + job.readUInt16LE(at + 3) : starLength;
    found.push(job.subarray(at, at + length).toString('hex'));
  }
  return found.toSorted();
}

async function drawn(profileId: string, media: Media, payloadBytes: number) {
  const profile = must(findProfile(profileId));
  const encoder = must(encoderFor(profile.language));
  const canvas = must(printableArea(encoder, profile, media));
  const payload = testPayload(payloadBytes);
  const { page, symbol: facts } = await realBadge(payload, canvas);
  const split = splitSymbol(page, facts, payload, profile, still);
  if (split.kind !== 'drawn') throw new Error(`a picture: ${split.why}`);
  const { symbol } = split;
  const bytes = Buffer.from(encoder.encode(split.page, media, { profile, symbol }));
  return {
    profile,
    payload,
    page,
    symbol,
    bytes,
    asPicture: encoder.encode(page, media, { profile }).length,
  };
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('not ok');
  return result.value;
}

describe('a badge whose symbol the printer draws', () => {
  const heads = [
    ['epson-tm-t20iii', roll],
    ['epson-tm-t88vi', roll],
    ['star-mc-print3', roll],
    ['star-tsp654ii', roll],
    ['zebra-zd421-203', label],
    ['zebra-zd421-300', label],
    ['tsc-te200', label],
    ['tsc-te300', label],
  ] as const;
  const cases = heads.flatMap(([id, media]) => [100, 180, 260, 400].map((bytes) => ({ id, media, bytes })));

  it.each(cases)('$id, $bytes bytes: the payload, exactly, and everything else as it was', async (row) => {
    const { profile, payload, page, symbol, bytes, asPicture } = await drawn(row.id, row.media, row.bytes);
    const { sheets, remarks } = await judge(profile.language, bytes, profile);
    expect(remarks).toEqual([]);
    await expectReads(
      sheets.find((sheet) => sheet.dots.includes(1)),
      payload,
    );
    expect(bytes.length).toBeLessThan(asPicture);
    expect(symbol.size).toBeLessThanOrEqual(page.widthDots);
  });
});

describe('a symbol stays a picture', () => {
  const place = async (profileId: string, media: Media, payload: Uint8Array) => {
    const profile = must(findProfile(profileId));
    const canvas = must(printableArea(must(encoderFor(profile.language)), profile, media));
    const { page, symbol } = await realBadge(payload, canvas);
    return { profile, page, symbol };
  };

  it.each<[string, string, Uint8Array]>([
    ['a letter beyond ASCII', 'epson-tm-t20iii', Buffer.from(`${said}é`)],
    ['a zero byte', 'epson-tm-t20iii', Buffer.from(`${said}\0`)],
    ['a line end', 'zebra-zd421-203', Buffer.from(`${said}\n`)],
    ['bytes of a Kanji mode', 'star-mc-print3', Buffer.concat([Buffer.from(said), Buffer.of(0x93, 0x5f)])],
    ['a quote, in TSPL', 'tsc-te200', Buffer.from(`${said}"`)],
    ['a backslash, in TSPL', 'tsc-te200', Buffer.from(`${said}\\["]`)],
  ])('for %s', async (_what, profileId, payload) => {
    const { profile, page, symbol } = await place(
      profileId,
      profileId.startsWith('e') || profileId.startsWith('s') ? roll : label,
      payload,
    );
    expect(splitSymbol(page, symbol, payload, profile, still)).toEqual({ kind: 'picture', why: 'bytes' });
  });

  it('with modules larger than the command can say', async () => {
    const payload = testPayload(100);
    const { profile, page, symbol } = await place('zebra-zt411-600', label, payload);
    expect(splitSymbol(page, symbol, payload, profile, still)).toMatchObject({ why: 'module-size' });
  });

  it('with ink beside it, where it would stand on a line of its own', async () => {
    const payload = testPayload(100);
    const { profile, page, symbol } = await place('epson-tm-t20iii', roll, payload);
    const bits = Uint8Array.from(page.bits);
    bits[(symbol.topDots + 20) * page.bytesPerRow] = 0x80;
    expect(splitSymbol({ ...page, bits }, symbol, payload, profile, still)).toMatchObject({ why: 'place' });
  });

  it('off the middle of a Star printer, and beyond the page', async () => {
    const payload = testPayload(100);
    const { profile, page, symbol } = await place('star-mc-print3', roll, payload);
    const moved = { right: 40, down: 0 };
    expect(splitSymbol(page, symbol, payload, profile, moved)).toMatchObject({ why: 'place' });
    const away = { right: -2000, down: 0 };
    expect(splitSymbol(page, symbol, payload, profile, away)).toMatchObject({ why: 'place' });
  });

  it('for every model whose maker does not document the command', async () => {
    const payload = testPayload(100);
    const { page, symbol } = await place('epson-tm-t20iii', roll, payload);
    const able = profiles.filter((profile) => {
      const { why } = { why: '', ...splitSymbol(page, symbol, payload, profile, still) };
      return why !== 'no-command';
    });
    expect([...new Set(able.map(({ language }) => language))].toSorted()).toEqual([
      'escpos',
      'star-line',
      'starprnt',
      'tspl',
      'zpl',
    ]);
    expect(able.filter(({ maker }) => maker === 'Generic')).toEqual([]);
  });
});
