import { standardDaysRange, temporaryHoursRange } from '../credential/lifetimes.ts';
import { pinLengthRange } from '../credential/pin.ts';
import type { PrinterConfig } from '../printing/printer.ts';
import type { SettingsValues } from './values.ts';

/** The on-screen printer of the practice tenant: a common label on the commonest head. */
export const practicePrinter: PrinterConfig = {
  id: 'screen',
  name: 'On-screen printer',
  profile: 'generic-zpl-203',
  address: 'screen:',
  media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
};

/** What holds where nobody has set anything. No printer is among it: one is never guessed. */
export const defaultValues: SettingsValues = {
  tenant: null,
  'site.name': '',
  'site.returnTo': '',
  'site.logo': '',
  'defaults.standardDays': standardDaysRange.usual,
  'defaults.temporaryHours': temporaryHoursRange.usual,
  'defaults.pinLength': pinLengthRange.usual,
  printers: [],
  'routes.badge': [],
  'routes.temporary': [],
  'routes.pinSlip': [],
  'lock.idleMinutes': 5,
  'retention.unprintedHours': 72,
};

/** What holds besides while no source names a tenant. */
export const practiceValues: Partial<SettingsValues> = { 'site.name': 'Practice site' };

/** What holds besides while no source names a tenant or a printer: a first start, to look around. */
export const firstStartValues: Partial<SettingsValues> = {
  printers: [practicePrinter],
  'routes.badge': [practicePrinter.id],
  'routes.temporary': [practicePrinter.id],
};
