import type { Language, PrinterLanguage } from './profile.ts';

/** What a test page taught about one printer. Kept with its settings; everything in it can be unknown. */
export interface Calibration {
  /** Smallest module, in dots, that was read back from paper; null = not tried. Badges never go below it. */
  readonly minDots: number | null;
  /** How far the print lies too far to the right, in millimetres as measured; negative = too far to the left. */
  readonly rightMm: number;
  /** How far it lies too low; negative = too high. */
  readonly downMm: number;
  /** Darkness on a scale from 1 (pale) to 10 (burnt); null = as the printer is set. */
  readonly darkness: number | null;
}

/** Module sizes of a test page, in dots. */
export const testDots = { min: 2, max: 6 } as const;
/** A label that lies further off than this is not loaded properly. */
export const offsetRangeMm = { min: -5, max: 5 } as const;
export const darknessRange = { min: 1, max: 10 } as const;

/** Languages that can be told a darkness for one job and forget it again, or at least do not store it. */
const canBeTold: readonly Language[] = ['zpl', 'epl2', 'tspl'];

/** Whether the darkness of a printer of this language can be set from here. */
export function hasDarkness(language: PrinterLanguage): boolean {
  return language !== 'driver' && canBeTold.includes(language);
}
