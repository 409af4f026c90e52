import type { Channel, EventName, Events, ReplyOf, RequestOf } from './contract.ts';
import { printerSetupChannels } from './printer-setup.ts';

/** All request channels; the preload passes on these names and no other. */
export const channels = [
  'app.snapshot',
  'app.usable',
  'app.openHelp',
  'session.signIn',
  'session.signInByCode',
  'session.cancel',
  'session.signOut',
  'lock.lock',
  'lock.unlock',
  'holders.search',
  'holders.more',
  'holders.reports',
  'holders.places',
  'holders.members',
  'holders.photo',
  'holders.credential',
  'issue.plan',
  'issue.run',
  'issue.progress',
  'issue.cancelWait',
  'issue.get',
  'issue.open',
  'issue.resume',
  'issue.revealPin',
  'issue.printSlip',
  'issue.pinHidden',
  'issue.handOver',
  'issue.dismiss',
  'batch.get',
  'batch.read',
  'batch.lines',
  'batch.start',
  'batch.pause',
  'batch.resume',
  'batch.cancel',
  'batch.export',
  'batch.putAway',
  'jobs.open',
  'jobs.history',
  'jobs.answer',
  'jobs.release',
  'jobs.cancel',
  'jobs.move',
  'jobs.verify',
  'jobs.timings',
  'printers.list',
  'printers.check',
  'printers.screenPages',
  'history.find',
  'history.trail',
  'history.check',
  'history.anchor',
  'history.export',
  ...printerSetupChannels,
  'storage.damage',
  'storage.reopen',
  'storage.renewSeal',
  'camera.open',
  'camera.close',
  'practice.operators',
  'practice.choose',
  'practice.closeBrowser',
] as const satisfies readonly Channel[];

// The other direction: a channel in the contract that is missing above does not compile.
type Missing = Exclude<Channel, (typeof channels)[number]>;
const nothingMissing: Missing extends never ? true : Missing = true;
void nothingMissing;

export const eventNames = [
  'snapshot',
  'job',
  'issue',
  'printers',
  'plugs',
  'batch',
  'camera',
  'practiceBrowser',
] as const satisfies readonly EventName[];

/** The bridge as the window sees it: `window.badgeStation`. */
export interface Bridge {
  call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>>;
  /** Listens to an event; the returned function stops it. */
  on<E extends EventName>(event: E, listener: (detail: Events[E]) => void): () => void;
}
