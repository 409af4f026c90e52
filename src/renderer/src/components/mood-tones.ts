import type { PrinterMood } from '../../../shared/printing/printer.ts';
import type { Tone } from './verdict-icon.tsx';

/** How a printer's mood is shown; always with its word beside it. */
export const moodTones: Readonly<Record<PrinterMood, Tone>> = {
  ready: 'good',
  attention: 'warning',
  offline: 'bad',
  silent: 'unknown',
  unknown: 'unknown',
};
