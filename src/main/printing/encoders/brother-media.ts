import type { Media } from '../../../shared/printing/media.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** A roll that QL printers know. Dots are at 300 per inch. */
export interface BrotherMedia {
  readonly widthMm: number;
  /** 0 = endless. */
  readonly lengthMm: number;
  /** Dots across that can be printed on. */
  readonly widthDots: number;
  /** Rows that can be printed on; 0 = as many as are sent. */
  readonly lengthDots: number;
  /** Pins between the right edge of the head and the first of those dots. */
  readonly rightPins: number;
}

const endless = (widthMm: number, widthDots: number, rightPins: number): BrotherMedia => ({
  widthMm,
  lengthMm: 0,
  widthDots,
  lengthDots: 0,
  rightPins,
});

const label = (
  [widthMm, lengthMm]: readonly [number, number],
  [widthDots, lengthDots]: readonly [number, number],
  rightPins: number,
): BrotherMedia => ({ widthMm, lengthMm, widthDots, lengthDots, rightPins });

/** DK rolls (Brother, "Raster Command Reference", media tables; figures as in brother_ql's label list). */
export const brotherMedia: readonly BrotherMedia[] = [
  endless(12, 106, 29),
  endless(29, 306, 6),
  endless(38, 413, 12),
  endless(50, 554, 12),
  endless(54, 590, 0),
  endless(62, 696, 12),
  endless(102, 1164, 12),
  label([17, 54], [165, 566], 0),
  label([17, 87], [165, 956], 0),
  label([23, 23], [202, 202], 42),
  label([29, 42], [306, 425], 6),
  label([29, 90], [306, 991], 6),
  label([38, 90], [413, 991], 12),
  label([39, 48], [425, 495], 6),
  label([52, 29], [578, 271], 0),
  label([62, 29], [696, 271], 12),
  label([62, 100], [696, 1109], 12),
  label([102, 51], [1164, 526], 12),
  label([102, 152], [1164, 1660], 12),
];

/** Boxes name sizes in whole millimetres, people measure; this much may differ. */
const toleranceMm = 1;

/** The roll that is meant. The printer refuses a job for another roll than the one it holds, so this is never a guess. */
export function findBrotherMedia(media: Media, headDots: number): Result<BrotherMedia> {
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= toleranceMm;
  const lengthMm = media.kind === 'continuous' ? 0 : (media.heightMm ?? -1);
  const found = brotherMedia.find(
    (each) =>
      near(each.widthMm, media.widthMm) &&
      (lengthMm === 0 ? each.lengthMm === 0 : each.lengthMm > 0 && near(each.lengthMm, lengthMm)) &&
      each.widthDots + each.rightPins <= headDots,
  );
  if (found !== undefined) return ok(found);
  const known = brotherMedia
    .filter((each) => each.widthDots + each.rightPins <= headDots)
    .map((each) => (each.lengthMm === 0 ? `${each.widthMm}` : `${each.widthMm}×${each.lengthMm}`));
  const { widthMm, heightMm } = media;
  return fail('media-mismatch', { why: 'no-such-roll', widthMm, heightMm, known: known.join(', ') });
}
