import { darknessRange } from '../../shared/printing/calibration.ts';
import type { Language, PrinterLanguage } from '../../shared/printing/profile.ts';

/**
 * Commands that set the darkness before a job, by language. None of them is stored in the printer: it is back to its own
 * setting after it was switched off. ESC/POS, Star, Brother and DYMO are left out: their encoders begin with a reset.
 */
const commands: Partial<Readonly<Record<Language, (share: number) => string>>> = {
  // ZPL II Programming Guide, ~SD: 00 to 30.
  zpl: (share) => `~SD${String(Math.round(share * 30)).padStart(2, '0')}\r\n`,
  // EPL2 Programmer's Manual, D: 0 to 15.
  epl2: (share) => `\nD${Math.round(share * 15)}\n`,
  // TSPL/TSPL2 Programming Language, DENSITY: 0 to 15.
  tspl: (share) => `DENSITY ${Math.round(share * 15)}\r\n`,
};

/** The bytes before a job for a darkness from 1 to 10; empty where there is nothing to say or no way to say it. */
export function darknessPrefix(language: PrinterLanguage, darkness: number | null): Uint8Array {
  const command = language === 'driver' ? undefined : commands[language];
  if (command === undefined || darkness === null) return new Uint8Array();
  const { min, max } = darknessRange;
  const step = Math.min(max, Math.max(min, Math.round(darkness)));
  return new TextEncoder().encode(command(step / max));
}
