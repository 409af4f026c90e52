import { expect } from 'vitest';
import type { PrinterProfile } from '../../../src/shared/printing/profile.ts';
import { testPayload } from '../../fakes/pages.ts';
import { readSheetWithZbar, readSheetWithZxing } from '../../judges/decode.ts';
import { judge } from '../../judges/index.ts';
import { differingDots, stretched, withGain, type Sheet } from '../../judges/sheet.ts';
import type { Case } from './matrix.ts';
import { realBadge } from './real-badges.ts';

/**
 * One badge through an encoder and its judge: the same dots, two readers that see the payload, upright and not mirrored, and
 * still do when every edge is a dot too dark or too light.
 */
export async function expectJudged(each: Case): Promise<void> {
  const { profile, encoder, media } = each;
  const payload = testPayload(each.bytes);
  const { page } = await realBadge(payload, each.canvas);
  const bytes = encoder.encode(page, media, { profile });
  const { sheets, remarks } = await judge(each.language, bytes, headOf(profile));
  expect(remarks).toEqual([]);
  expect(sheets).toHaveLength(1);
  let [sheet] = sheets as [Sheet];
  // A head of 300 dots an inch that prints 600 rows an inch: every dot is twice as wide as tall.
  if (each.language === 'brother-ql' && profile.dpi === 600) sheet = stretched(sheet, 2);
  else expect(differingDots(sheet, page, each.left)).toBe(0);
  await expectReads(sheet, payload);
  const [zbar] = await readSheetWithZbar(sheet);
  expect(Buffer.from(zbar ?? []).equals(Buffer.from(payload))).toBe(true);
  await expectReads(withGain(sheet, 1), payload);
  await expectReads(withGain(sheet, -1), payload);
}

/** Pins of the head; the fine Brother profiles count them twice, because a page has as many dots across as along. */
function headOf({ language, dpi, headDots }: PrinterProfile): { dpi: number; headDots: number } {
  return language === 'brother-ql' && dpi === 600 ? { dpi: 300, headDots: headDots / 2 } : { dpi, headDots };
}

async function expectReads(sheet: Sheet, payload: Uint8Array): Promise<void> {
  const [reading] = await readSheetWithZxing(sheet);
  expect(reading).toMatchObject({ isMirrored: false, orientation: 0 });
  expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
}
