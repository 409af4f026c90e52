import { z } from 'zod';
import { darknessRange } from '../printing/calibration.ts';
import { printKinds } from '../printing/routes.ts';
import {
  calibrationSchema,
  maxPrinters,
  mediaSchema,
  printerNameSchema,
  profileIdSchema,
} from '../settings/schema.ts';
import type { PrinterSetupContract } from './printer-setup.ts';

const nothing = z.strictObject({});
/** As in the settings (settings/schema.ts). */
const printerId = z.string().regex(/^(?!__proto__$)[A-Za-z0-9][\w.-]{0,63}$/);
const kind = z.enum(printKinds);

const place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keep') }),
  z.strictObject({ kind: z.literal('found'), foundId: z.string().regex(/^found-\d{1,6}$/) }),
  z.strictObject({
    kind: z.literal('typed'),
    address: z
      .string()
      .min(1)
      .max(300)
      .regex(/^\P{Cc}*$/u),
  }),
]);

const known = {
  name: printerNameSchema,
  profileId: profileIdSchema,
  place,
  media: mediaSchema,
};

/** A roll of more labels than this does not fit on a desk. */
const mostLabels = 100_000;
/** Measured with a ruler: more than a mark can be off, less than nonsense. */
const measured = z.number().min(-20).max(200).nullable();

type Parsers = { readonly [C in keyof PrinterSetupContract]: z.ZodType<PrinterSetupContract[C]['request']> };

/** Parsers of the printer setup; see requests.ts. */
export const printerSetupParsers: Parsers = {
  'printerSetup.view': nothing,
  'printerSetup.models': nothing,
  'printerSetup.discover': nothing,
  'printerSetup.add': z.strictObject({
    ...known,
    kinds: z.array(kind).max(printKinds.length).refine(isUnique),
  }),
  'printerSetup.change': z.strictObject({
    printerId,
    ...known,
    turned: z.boolean(),
    calibration: calibrationSchema.nullable(),
  }),
  'printerSetup.remove': z.strictObject({ printerId, moveTo: printerId.nullable() }),
  'printerSetup.route': z.strictObject({
    kind,
    printerIds: z.array(printerId).max(Math.min(20, maxPrinters)).refine(isUnique),
  }),
  'printerSetup.roll': z.strictObject({
    printerId,
    roll: z
      .strictObject({
        labels: z.int().min(1).max(mostLabels),
        warnAt: z.int().min(0).max(mostLabels),
      })
      .nullable(),
  }),
  'printerSetup.testPage': z.strictObject({
    printerId,
    darkness: z.int().min(darknessRange.min).max(darknessRange.max).nullable(),
  }),
  'printerSetup.scanTest': z.strictObject({ printerId, scanned: z.string().max(8192) }),
  'printerSetup.learn': z.strictObject({
    printerId,
    measured: z.strictObject({ leftMm: measured, topMm: measured, armMm: measured }),
  }),
};

function isUnique(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}
