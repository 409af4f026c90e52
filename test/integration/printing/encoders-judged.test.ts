import { describe, expect, it } from 'vitest';
import { encoderFor, knownLanguages } from '../../../src/main/printing/encoders/index.ts';
import { printableArea } from '../../../src/main/printing/encoders/encoder.ts';
import { findProfile } from '../../../src/main/printing/profiles/index.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import type { PrinterProfile } from '../../../src/shared/printing/profile.ts';
import { testPayload } from '../../fakes/pages.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judge, judgedLanguages } from '../../judges/index.ts';
import { differingDots, sheetPng, stretched, withGain, type Sheet } from '../../judges/sheet.ts';
import { fitsOn, realBadge } from './real-badges.ts';

const label: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
const square: Media = { kind: 'gap', widthMm: 50.8, heightMm: 50.8, gapMm: 3 };
const wide: Media = { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 };
const marked: Media = { kind: 'mark', widthMm: 54, heightMm: 86, gapMm: 3 };
const card: Media = { kind: 'card', widthMm: 54, heightMm: 86, gapMm: 0 };
const roll = (widthMm: number): Media => ({ kind: 'continuous', widthMm, heightMm: null, gapMm: 0 });

interface HeadRow {
  readonly profile: string;
  readonly media: readonly Media[];
  /** Payload sizes; all four unless the language has shown them at another resolution. */
  readonly payloads?: readonly number[];
  /** Dots between the left edge of the head and the page, where the page does not begin at the first pin. */
  readonly left?: number;
}

const few = [100, 400];

/** Each language at the resolutions its printers have, on the media they take. */
const heads: readonly HeadRow[] = [
  { profile: 'zebra-zd421-203', media: [label, square, wide] },
  { profile: 'zebra-zd421-203', media: [marked, card, roll(54)], payloads: few },
  { profile: 'zebra-zd421-300', media: [label, wide] },
  { profile: 'zebra-zt411-600', media: [label] },
  { profile: 'epson-tm-t20iii', media: [roll(80)] },
  { profile: 'epson-tm-t88vi', media: [roll(80)] },
  { profile: 'generic-escpos-58', media: [roll(58)] },
  { profile: 'star-mc-print3', media: [roll(80)] },
  { profile: 'star-mc-print2', media: [roll(58)], payloads: few },
  { profile: 'star-tsp654ii', media: [roll(80)] },
  { profile: 'star-tsp143iii', media: [roll(80)] },
  { profile: 'zebra-lp2844', media: [label] },
  { profile: 'zebra-lp2844', media: [marked, roll(54)], payloads: few },
  { profile: 'tsc-te200', media: [label] },
  { profile: 'tsc-te300', media: [label, marked, roll(54)], payloads: few },
  { profile: 'zebra-qln320', media: [label] },
  { profile: 'zebra-qln320', media: [roll(54)], payloads: few },
  { profile: 'dymo-lw-450', media: [label] },
  { profile: 'dymo-lw-450', media: [roll(54)], payloads: few },
  { profile: 'dymo-lw-se450', media: [label], payloads: few },
  { profile: 'brother-ql-570', media: [wide, roll(62)], left: 12 },
  { profile: 'brother-ql-820nwb', media: [wide, roll(62)], left: 12, payloads: few },
  { profile: 'brother-ql-1100', media: [roll(102)], left: 76, payloads: few },
  { profile: 'brother-ql-820nwb-600', media: [wide, roll(62)], payloads: few },
];

const cases = heads.flatMap(({ profile: id, media, payloads, left }) => {
  const profile = must(findProfile(id));
  const encoder = must(encoderFor(profile.language));
  return media.flatMap((each) => {
    const canvas = must(printableArea(encoder, profile, each));
    return (payloads ?? [100, 180, 260, 400]).map((bytes) => ({
      name: `${id}, ${each.kind} ${each.widthMm} × ${each.heightMm ?? 'roll'}, ${bytes} bytes`,
      profile,
      encoder,
      media: each,
      canvas,
      bytes,
      left: left ?? 0,
      fits: fitsOn(bytes, canvas),
    }));
  });
});

describe('what each language puts on paper, by a judge that shares no code with its encoder', () => {
  it('has a judge for every language there is an encoder for', () => {
    expect(judgedLanguages).toEqual(expect.arrayContaining([...knownLanguages]));
  });

  it('leaves out only what the size advisor refuses', () => {
    expect(cases.filter(({ fits }) => !fits).map(({ name }) => name)).toEqual([]);
  });

  it.each(cases)('$name: the same dots, and two readers see the payload', async (each) => {
    const { profile, encoder, media } = each;
    const payload = testPayload(each.bytes);
    const { page } = await realBadge(payload, each.canvas);
    const { sheets, remarks } = await judge(
      profile.language,
      encoder.encode(page, media, { profile }),
      headOf(profile),
    );
    expect(remarks).toEqual([]);
    expect(sheets).toHaveLength(1);
    let [sheet] = sheets as [Sheet];
    // A head of 300 dots an inch that prints 600 rows an inch: every dot is twice as wide as tall.
    if (profile.language === 'brother-ql' && profile.dpi === 600) sheet = stretched(sheet, 2);
    else expect(differingDots(sheet, page, each.left)).toBe(0);
    await expectReads(sheet, payload);
    const [zbar] = await readWithZbar(sheetPng(sheet));
    expect(Buffer.from(zbar ?? []).equals(Buffer.from(payload))).toBe(true);
  });

  it.each(cases.filter(({ profile }) => ['zpl', 'escpos'].includes(profile.language)))(
    '$name: still reads when every edge is a dot too dark or too light',
    async (each) => {
      const payload = testPayload(each.bytes);
      const { page } = await realBadge(payload, each.canvas);
      const bytes = each.encoder.encode(page, each.media, { profile: each.profile });
      const { sheets } = await judge(each.profile.language, bytes, headOf(each.profile));
      const [sheet] = sheets as [Sheet];
      await expectReads(withGain(sheet, 1), payload);
      await expectReads(withGain(sheet, -1), payload);
    },
  );
});

/** Pins of the head; the fine Brother profiles count them twice, because a page has as many dots across as along. */
function headOf({ language, dpi, headDots }: PrinterProfile): { dpi: number; headDots: number } {
  return language === 'brother-ql' && dpi === 600 ? { dpi: 300, headDots: headDots / 2 } : { dpi, headDots };
}

async function expectReads(sheet: Sheet, payload: Uint8Array): Promise<void> {
  const [reading] = await readWithZxing(sheetPng(sheet));
  expect(reading).toMatchObject({ isMirrored: false, orientation: 0 });
  expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('not ok');
  return result.value;
}
