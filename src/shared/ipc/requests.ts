import { z } from 'zod';
import { lineStates, wishKinds, withinDaysRange } from '../credential/batch.ts';
import { operations } from '../credential/kinds.ts';
import { standardDaysRange, temporaryHoursRange } from '../credential/lifetimes.ts';
import { placeKinds } from '../credential/place.ts';
import type { Channel, RequestOf } from './contract.ts';
import { historyFilters, historyPeriods } from './history.ts';
import { printerSetupParsers } from './printer-setup-requests.ts';

const nothing = z.strictObject({});
/** Ids we hand out ourselves or take from the directory: no slash, no leading dot, no control characters, bounded. */
const id = z.string().regex(/^(?!__proto__$)[\w@-][\w.@-]{0,127}$/);
const note = z.string().max(200);

const lifetime = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('standard'),
    days: z.number().int().min(standardDaysRange.min).max(standardDaysRange.max),
  }),
  z.strictObject({
    kind: z.literal('temporary'),
    hours: z.number().min(temporaryHoursRange.min).max(temporaryHoursRange.max),
  }),
]);

const placeKind = z.enum(placeKinds);

const batchSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file') }),
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(24_000) }),
  z.strictObject({
    kind: z.literal('place'),
    place: placeKind,
    placeId: id,
    name: z.string().max(300),
  }),
  z.strictObject({ kind: z.literal('reports') }),
  z.strictObject({ kind: z.literal('again') }),
]);

const batchWish = z.strictObject({
  kind: z.enum(wishKinds),
  withinDays: z.number().int().min(withinDaysRange.min).max(withinDaysRange.max),
  lifetime,
  printerId: id.nullable(),
  slips: z.boolean(),
});

const cameraPurpose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('badge'), jobId: id }),
  z.strictObject({ kind: z.literal('test-page'), printerId: id }),
]);

const byJob = z.strictObject({ jobId: id });
const byIntent = z.strictObject({ intentId: id });

/** One strict parser per channel: unknown keys, wrong types and over-long texts are refused. */
export const requestParsers: { readonly [C in Channel]: z.ZodType<RequestOf<C>> } = {
  'app.snapshot': nothing,
  'app.usable': nothing,
  'app.openHelp': z.strictObject({ aadsts: z.number().int().min(1).max(9_999_999) }),
  'session.signIn': z.strictObject({ chooseAccount: z.boolean() }),
  'session.signInByCode': nothing,
  'session.cancel': nothing,
  'session.signOut': nothing,
  'lock.lock': nothing,
  'lock.unlock': z.strictObject({ someoneElse: z.boolean() }),
  'holders.search': z.strictObject({ text: z.string().max(200) }),
  'holders.more': z.strictObject({ more: z.string().min(1).max(4096) }),
  'holders.reports': nothing,
  'holders.places': z.strictObject({ kind: placeKind, text: z.string().max(200) }),
  'holders.members': z.strictObject({ kind: placeKind, placeId: id }),
  'holders.photo': z.strictObject({ holderId: id }),
  'holders.credential': z.strictObject({ holderId: id }),
  'issue.plan': z.strictObject({
    holderId: id,
    operation: z.enum(operations),
    lifetime: lifetime.nullable(),
    printerId: id.nullable(),
  }),
  'issue.run': z.strictObject({ planId: id, clickedAtMs: z.number().finite(), note }),
  'issue.progress': nothing,
  'issue.cancelWait': nothing,
  'issue.get': byIntent,
  'issue.open': nothing,
  'issue.resume': byIntent,
  'issue.revealPin': byIntent,
  'issue.printSlip': byIntent,
  'issue.pinHidden': nothing,
  'issue.handOver': byIntent,
  'issue.dismiss': byIntent,
  'batch.get': nothing,
  'batch.read': z.strictObject({ source: batchSource, wish: batchWish }),
  'batch.lines': z.strictObject({
    states: z.array(z.enum(lineStates)).max(lineStates.length),
    from: z.number().int().min(0).max(100_000),
    count: z.number().int().min(1).max(200),
  }),
  'batch.start': nothing,
  'batch.pause': nothing,
  'batch.resume': nothing,
  'batch.cancel': nothing,
  'batch.export': nothing,
  'batch.putAway': nothing,
  'jobs.open': nothing,
  'jobs.history': z.strictObject({ limit: z.number().int().min(1).max(500) }),
  'jobs.answer': z.strictObject({ jobId: id, answer: z.enum(['yes', 'no', 'cannot-tell']), note }),
  'jobs.release': byJob,
  'jobs.cancel': z.strictObject({ jobId: id, note }),
  'jobs.move': z.strictObject({ jobId: id, printerId: id, note }),
  'jobs.verify': z
    .strictObject({ jobId: id, scanned: z.string().max(8192), by: z.enum(['keyboard', 'camera']) })
    // Bytes travel as characters; anything beyond one byte was not made by the camera's reader.
    .refine(({ scanned, by }) => by === 'keyboard' || /^[\0-\u00FF]*$/u.test(scanned)),
  'jobs.timings': byJob,
  'printers.list': nothing,
  'printers.check': z.strictObject({ printerId: id }),
  'printers.screenPages': nothing,
  'history.find': z.strictObject({
    text: z.string().max(200),
    filter: z.enum(historyFilters),
    period: z.enum(historyPeriods),
    before: id.nullable(),
  }),
  'history.trail': byIntent,
  'history.check': nothing,
  'history.anchor': nothing,
  'history.export': z.strictObject({ format: z.enum(['csv', 'json']) }),
  ...printerSetupParsers,
  'storage.damage': nothing,
  'storage.reopen': z.strictObject({ setAside: z.boolean() }),
  'storage.renewSeal': nothing,
  'camera.open': z.strictObject({ purpose: cameraPurpose }),
  'camera.close': nothing,
  'practice.operators': nothing,
  'practice.choose': z.strictObject({ operatorId: id }),
  'practice.closeBrowser': nothing,
};
