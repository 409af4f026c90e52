import { z } from 'zod';
import { standardDaysRange, temporaryHoursRange } from '../credential/lifetimes.ts';
import { pinLengthRange } from '../credential/pin.ts';
import { darknessRange, offsetRangeMm, testDots } from '../printing/calibration.ts';
import type { PrinterConfig } from '../printing/printer.ts';
import type { SettingsKey, SettingsValues } from './values.ts';

/** Words that end up on paper or screen: one line, no control characters, nothing that turns the direction of text. */
const plainLine = /^[^\p{Cc}\u2028-\u202e\u2066-\u2069]*$/u;
/** A path on this computer: no address of the network, for the station must not wait for another machine's picture. */
const localPath = /^(?![/\\]{2})(?!\w{2,}:)\P{Cc}+$/u;
const guid = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

const printerId = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,63}$/)
  .describe('Short name used in routes: letters, digits, dot, hyphen, underscore.');

export const mediaSchema = z
  .strictObject({
    kind: z.enum(['continuous', 'gap', 'mark', 'card']).describe('How the printer finds the end of a label.'),
    widthMm: z.number().min(10).max(250),
    heightMm: z
      .number()
      .min(10)
      .max(500)
      .nullable()
      .default(null)
      .describe('Length of one label; may be left out on continuous media alone.'),
    gapMm: z.number().min(0).max(30).default(0),
  })
  .refine((value) => value.kind === 'continuous' || value.heightMm !== null, {
    path: ['heightMm'],
    params: { reason: 'missing' },
  });

const offsetMm = z.number().min(offsetRangeMm.min).max(offsetRangeMm.max).default(0);
export const calibrationSchema = z
  .strictObject({
    minDots: z.int().min(testDots.min).max(testDots.max).nullable().default(null),
    rightMm: offsetMm,
    downMm: offsetMm,
    darkness: z.int().min(darknessRange.min).max(darknessRange.max).nullable().default(null),
  })
  .describe('What a test page taught: smallest module in dots, offset in mm, darkness from 1 to 10.');

export const printerNameSchema = z.string().min(1).max(60).regex(plainLine);
export const profileIdSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/);

/** One printer of the list. Profile and address are understood by the printing room, not here. */
export const printerSchema: z.ZodType<PrinterConfig> = z.strictObject({
  id: printerId,
  name: printerNameSchema,
  profile: profileIdSchema.describe('Profile id, see docs/printers.md.'),
  address: z
    .string()
    .max(300)
    .regex(/^[a-z]{2,10}:\P{Cc}*$/u)
    .describe(
      'tcp://host:port, usb:…, lp:…, serial:…, queue:…, driver:…; folder: and screen: in practice mode only.',
    ),
  drawsSymbol: z
    .boolean()
    .optional()
    .describe('For slow serial lines: the printer draws the QR code itself, where that is exact.'),
  media: mediaSchema,
  turned: z
    .boolean()
    .optional()
    .describe('Prints badges upside down, for labels that leave the printer foot first.'),
  calibration: calibrationSchema.optional(),
});

/** A web address; plain http only where the line does not leave this computer. */
const endpoint = z
  .string()
  .max(300)
  .refine(isEndpoint, { params: { reason: 'malformed' } });

const tenant = z.strictObject({
  id: z.string().regex(guid).describe('Directory (tenant) ID: a GUID.'),
  clientId: z.string().regex(guid).describe('Application (client) ID: a GUID.'),
  endpoints: z
    .strictObject({ authority: endpoint, graph: endpoint, caFile: z.string().min(1).max(1000).optional() })
    .optional()
    .describe('Rehearsals only: a packaged app refuses a file that has this.'),
});

const route = z.array(printerId).max(20).describe('Printer ids, the usual one first.');

/** Longest list of printers; a station has a handful. */
export const maxPrinters = 50;

/** One schema per value that can be set. */
export const valueSchemas = {
  tenant,
  'site.name': z.string().min(1).max(60).regex(plainLine).describe('Name of the site, printed on badges.'),
  'site.returnTo': z
    .string()
    .max(60)
    .regex(plainLine)
    .describe('Where a found badge goes; printed on badges.'),
  'site.logo': z
    .string()
    .min(1)
    .max(1000)
    .regex(localPath)
    .describe('PNG file, printed on badges; beside the file that names it, or with its whole path.'),
  'defaults.standardDays': z.int().min(standardDaysRange.min).max(standardDaysRange.max),
  'defaults.temporaryHours': z.int().min(temporaryHoursRange.min).max(temporaryHoursRange.max),
  'defaults.pinLength': z.int().min(pinLengthRange.min).max(pinLengthRange.max),
  printers: z.array(printerSchema).max(maxPrinters),
  'routes.badge': route,
  'routes.temporary': route,
  'routes.pinSlip': route,
  'lock.idleMinutes': z
    .int()
    .min(1)
    .max(480)
    .describe('The station locks after this long without a key or touch.'),
  'retention.unprintedHours': z
    .int()
    .min(1)
    .max(720)
    .describe('A badge that was never printed is wiped after this long.'),
} satisfies { readonly [K in SettingsKey]: z.ZodType<SettingsValues[K]> };

/** The settings file as a whole. Every part may be left out. The shipped JSON schema is made from this. */
export const stationFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    tenant: valueSchemas.tenant.optional().describe('Left out: the practice tenant.'),
    site: z
      .strictObject({
        name: valueSchemas['site.name'].optional(),
        returnTo: valueSchemas['site.returnTo'].optional(),
        logo: valueSchemas['site.logo'].optional(),
      })
      .optional(),
    defaults: z
      .strictObject({
        standardDays: valueSchemas['defaults.standardDays'].optional(),
        temporaryHours: valueSchemas['defaults.temporaryHours'].optional(),
        pinLength: valueSchemas['defaults.pinLength'].optional(),
      })
      .optional(),
    printers: valueSchemas.printers.optional(),
    routes: z
      .strictObject({
        badge: valueSchemas['routes.badge'].optional(),
        temporary: valueSchemas['routes.temporary'].optional(),
        pinSlip: valueSchemas['routes.pinSlip'].optional(),
      })
      .optional(),
    lock: z.strictObject({ idleMinutes: valueSchemas['lock.idleMinutes'].optional() }).optional(),
    retention: z
      .strictObject({ unprintedHours: valueSchemas['retention.unprintedHours'].optional() })
      .optional(),
  })
  .meta({ title: 'Badge Station settings' });

/** Settings as they stand in a file, a policy or the hand-set settings. */
export type StationFile = z.input<typeof stationFileSchema>;

function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  const isWeb = protocol === 'https:' || (protocol === 'http:' && isHere);
  return isWeb && username === '' && password === '' && search === '' && hash === '';
}
