import { describe, expect, it } from 'vitest';
import { encoderFor, knownLanguages } from '../../../src/main/printing/encoders/index.ts';
import { findProfile } from '../../../src/main/printing/profiles/index.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { testPayload } from '../../fakes/pages.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judge, judgedLanguages } from '../../judges/index.ts';
import { differingDots, sheetPng, withGain, type Sheet } from '../../judges/sheet.ts';
import { canvasOf, fitsOn, realBadge } from './real-badges.ts';

const label: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
const square: Media = { kind: 'gap', widthMm: 50.8, heightMm: 50.8, gapMm: 3 };
const wide: Media = { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 };
const receipt80: Media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 };
const receipt58: Media = { kind: 'continuous', widthMm: 58, heightMm: null, gapMm: 0 };

/** Each language at the resolutions its printers have, on the media they take. */
const heads: readonly { readonly profile: string; readonly media: readonly Media[] }[] = [
  { profile: 'zebra-zd421-203', media: [label, square, wide] },
  { profile: 'zebra-zd421-300', media: [label, wide] },
  { profile: 'zebra-zt411-600', media: [label] },
  { profile: 'epson-tm-t20iii', media: [receipt80] },
  { profile: 'epson-tm-t88vi', media: [receipt80] },
  { profile: 'generic-escpos-58', media: [receipt58] },
];

const payloadBytes = [100, 180, 260, 400];

const wanted = heads.flatMap(({ profile: id, media }) => {
  const profile = must(findProfile(id));
  return media.flatMap((each) =>
    payloadBytes.map((bytes) => ({
      name: `${id}, ${each.widthMm} × ${each.heightMm ?? 'roll'} mm, ${bytes} bytes`,
      profile,
      media: each,
      bytes,
      fits: fitsOn(bytes, canvasOf(profile, each)),
    })),
  );
});

describe('what each language puts on paper, by a judge that shares no code with its encoder', () => {
  it('has a judge for every language there is an encoder for', () => {
    expect(judgedLanguages).toEqual(expect.arrayContaining([...knownLanguages]));
  });

  it('leaves out only what the size advisor refuses', () => {
    const refused = wanted.filter(({ fits }) => !fits).map(({ name }) => name);
    expect(refused).toEqual([]);
  });

  it.each(wanted.filter(({ fits }) => fits))(
    '$name: the same dots, and two readers see the payload',
    async (each) => {
      const { profile, media } = each;
      const payload = testPayload(each.bytes);
      const { page } = await realBadge(payload, canvasOf(profile, media));
      const encoder = must(encoderFor(profile.language));
      const bytes = encoder.encode(page, media, { profile });
      const { sheets, remarks } = await judge(profile.language, bytes, profile);
      expect(remarks).toEqual([]);
      expect(sheets).toHaveLength(1);
      const [sheet] = sheets as [Sheet];
      expect(differingDots(sheet, page)).toBe(0);
      await expectReads(sheet, payload);
      const [zbar] = await readWithZbar(sheetPng(sheet));
      expect(Buffer.from(zbar ?? []).equals(Buffer.from(payload))).toBe(true);
      await expectReads(withGain(sheet, 1), payload);
      await expectReads(withGain(sheet, -1), payload);
    },
  );
});

async function expectReads(sheet: Sheet, payload: Uint8Array): Promise<void> {
  const [reading] = await readWithZxing(sheetPng(sheet));
  expect(reading).toMatchObject({ isMirrored: false, orientation: 0 });
  expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
}

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('not ok');
  return result.value;
}
