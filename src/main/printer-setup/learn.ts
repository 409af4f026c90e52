import type { LearnedView, TestMeasures, TestPageView } from '../../shared/ipc/printer-setup.ts';
import { type Calibration, offsetRangeMm } from '../../shared/printing/calibration.ts';
import type { PrinterProfile } from '../../shared/printing/profile.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

export interface Lesson {
  readonly page: Pick<TestPageView, 'expected' | 'armMm' | 'darkness'>;
  /** Module sizes that were read back from this page. */
  readonly read: readonly number[];
  readonly profile: PrinterProfile;
  readonly profiles: readonly PrinterProfile[];
  /** What was known before; the page was printed with it. */
  readonly before: Calibration | null;
  readonly turned: boolean;
}

/** Heads that exist. */
const dpis = [180, 203, 300, 600] as const;
/** A ruler, an eye and stretching media make this much of ten millimetres; the next head is at least a millimetre away. */
const armToleranceMm = 0.6;

/**
 * What measurements and scans of a test page say. A length that belongs to another head says that the profile is wrong;
 * then nothing else counts. Fails with `media-mismatch` when the print lies further off than any label does.
 */
export function learnFrom(lesson: Lesson, measured: TestMeasures): Result<LearnedView> {
  const { page, read, profile, before, turned } = lesson;
  const dpi = headOf(profile.dpi, page.armMm, measured.armMm);
  if (dpi !== null) {
    const suggestedProfileId = profileWith(dpi, profile, lesson.profiles)?.id ?? null;
    return ok({ calibration: null, dpi: { measured: dpi, suggestedProfileId } });
  }
  // The page was printed with the offset known so far: what is measured comes on top of it. Offsets are the head's, so
  // on a page turned by half a turn left and right, up and down change places.
  const sign = turned ? -1 : 1;
  const rightMm = tenth((before?.rightMm ?? 0) + sign * offBy(measured.leftMm, page.expected.leftMm));
  const downMm = tenth((before?.downMm ?? 0) + sign * offBy(measured.topMm, page.expected.topMm));
  const isPossible = [rightMm, downMm].every((mm) => mm >= offsetRangeMm.min && mm <= offsetRangeMm.max);
  if (!isPossible) return fail('media-mismatch', { why: 'offset', rightMm, downMm });
  const minDots = read.length === 0 ? (before?.minDots ?? null) : Math.min(...read);
  return ok({ calibration: { minDots, rightMm, downMm, darkness: page.darkness }, dpi: null });
}

/** The head that prints this arm at this length; null when it is the profile's own, or nobody measured. */
function headOf(dpi: number, armMm: number, measuredMm: number | null): number | null {
  if (measuredMm === null || measuredMm <= 0 || Math.abs(measuredMm - armMm) <= armToleranceMm) return null;
  const real = (dpi * armMm) / measuredMm;
  const nearest = dpis.reduce((best, each) => (Math.abs(each - real) < Math.abs(best - real) ? each : best));
  return nearest === dpi ? null : nearest;
}

/** The same model with another head, or else any printer of its language with it. */
function profileWith(
  dpi: number,
  { maker, name, language }: PrinterProfile,
  profiles: readonly PrinterProfile[],
): PrinterProfile | null {
  const bare = (text: string): string => text.replace(/\s*\(.*\)\s*$/, '');
  const fitting = profiles.filter((profile) => profile.dpi === dpi && profile.language === language);
  return (
    fitting.find((profile) => profile.maker === maker && bare(profile.name) === bare(name)) ??
    fitting.find(({ id }) => id.startsWith('generic-')) ??
    null
  );
}

const offBy = (measuredMm: number | null, expectedMm: number | null): number =>
  measuredMm === null || expectedMm === null ? 0 : measuredMm - expectedMm;
const tenth = (mm: number): number => Math.round(mm * 10) / 10 + 0;
