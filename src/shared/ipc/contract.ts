import type { Operation } from '../credential/kinds.ts';
import type { BatchWish, LineState } from '../credential/batch.ts';
import type { Lifetime } from '../credential/lifetimes.ts';
import type { Place, PlaceKind } from '../credential/place.ts';
import type { JobView } from '../printing/job.ts';
import type { PrinterView } from '../printing/printer.ts';
import type { Result } from '../result.ts';
import type { BatchLines, BatchSource, BatchView } from './batch.ts';
import type { CameraAccess, CameraPurpose } from './camera.ts';
import type { AnchorView, ExportView, HistoryPage, HistoryQuery, TrailCheck, TrailEntry } from './history.ts';
import type { PrinterSetupContract } from './printer-setup.ts';
import type { IssueProgress } from './progress.ts';
import type { DamageView } from './storage.ts';
import type {
  AppSnapshot,
  CredentialView,
  HolderList,
  IssueView,
  PinView,
  Plan,
  PracticeOperator,
  ScreenPage,
  Timings,
  VerifyView,
} from './views.ts';

type Nothing = Readonly<Record<string, never>>;

/**
 * Everything the window may ask of main: one channel, one request, one reply. Requests are parsed from `unknown` in main
 * (requests.ts); the window passes ids it was given, never a path, an address or a URL. The one exception is the address of
 * a printer that a person types (printer-setup.ts).
 */
export interface Contract extends PrinterSetupContract {
  'app.snapshot': { request: Nothing; reply: AppSnapshot };
  /** The wizard can be used: ends the "start to usable window" figure. */
  'app.usable': { request: Nothing; reply: null };
  /** Shows Microsoft's page about an AADSTS number in the browser; main makes the address. */
  'app.openHelp': { request: { aadsts: number }; reply: null };
  'session.signIn': { request: { chooseAccount: boolean }; reply: null };
  /** Signs in by a code on another device; the snapshot shows the code while it waits. */
  'session.signInByCode': { request: Nothing; reply: null };
  'session.cancel': { request: Nothing; reply: null };
  'session.signOut': { request: Nothing; reply: null };
  /** Locks the station; does nothing while nobody is signed in. */
  'lock.lock': { request: Nothing; reply: null };
  /** Opens the locked station by a fresh sign-in: of the same operator, or of somebody else who then takes over. */
  'lock.unlock': { request: { someoneElse: boolean }; reply: null };
  'holders.search': { request: { text: string }; reply: HolderList };
  'holders.more': { request: { more: string }; reply: HolderList };
  /** Who reports to the operator. */
  'holders.reports': { request: Nothing; reply: HolderList };
  /** Groups or administrative units whose name begins with the text. */
  'holders.places': { request: { kind: PlaceKind; text: string }; reply: readonly Place[] };
  /** The people in a group (nested groups included) or directly in an administrative unit. */
  'holders.members': { request: { kind: PlaceKind; placeId: string }; reply: HolderList };
  'holders.photo': { request: { holderId: string }; reply: Uint8Array | null };
  'holders.credential': { request: { holderId: string }; reply: CredentialView };
  'issue.plan': {
    request: { holderId: string; operation: Operation; lifetime: Lifetime | null; printerId: string | null };
    reply: Plan;
  };
  /** `clickedAtMs` is epoch milliseconds of the press, for figures only. */
  'issue.run': { request: { planId: string; clickedAtMs: number; note: string }; reply: IssueView };
  /** What main waits for right now; null when nothing is under way. Asked for after each `issue` event. */
  'issue.progress': { request: Nothing; reply: IssueProgress | null };
  /** Ends the wait under way as soon as that can be done honestly; harmless when there is none. */
  'issue.cancelWait': { request: Nothing; reply: null };
  'issue.get': { request: { intentId: string }; reply: IssueView };
  /** Operations that are not finished: shown at start and in the queue. */
  'issue.open': { request: Nothing; reply: readonly IssueView[] };
  /** Reads the directory again for an operation that stopped half-way. Writes nothing: a new plan does what is missing. */
  'issue.resume': { request: { intentId: string }; reply: IssueView };
  /** Shows the waiting PIN. Recorded; the PIN stays until hand-over so that a slip of the finger loses nothing. */
  'issue.revealPin': { request: { intentId: string }; reply: PinView };
  /**
   * Prints the waiting PIN on a slip, at a printer set up for slips alone or with papers that come out apart. Counts as
   * shown once it was sent; its own job is `slip` in the reply.
   */
  'issue.printSlip': { request: { intentId: string }; reply: IssueView };
  /** The PIN is no longer on the screen; main then lets the screen be captured again. */
  'issue.pinHidden': { request: Nothing; reply: null };
  /** Badge and PIN are in the holder's hand: closes the operation and erases its secrets. */
  'issue.handOver': { request: { intentId: string }; reply: IssueView };
  /** Closes an operation that ended without anything to hand over (`picture-lost`, `unknown`, read and understood). */
  'issue.dismiss': { request: { intentId: string }; reply: IssueView };
  /** The batch in hand, or the list being read; null when there is none. Asked for after each `batch` event. */
  'batch.get': { request: Nothing; reply: BatchView | null };
  /** Reads a list and looks at everybody on it; changes nothing. Answers when that is done, or with `cancelled`. */
  'batch.read': { request: { source: BatchSource; wish: BatchWish }; reply: BatchView | null };
  /** A page of lines in these states, in the order of the list; no state means all. */
  'batch.lines': {
    request: { states: readonly LineState[]; from: number; count: number };
    reply: BatchLines;
  };
  'batch.start': { request: Nothing; reply: BatchView | null };
  'batch.pause': { request: Nothing; reply: BatchView | null };
  'batch.resume': { request: Nothing; reply: BatchView | null };
  /** Ends a reading, drops a list that was read, or ends a batch early. */
  'batch.cancel': { request: Nothing; reply: BatchView | null };
  /** Main asks where to store the report; false when the person thought better of it. */
  'batch.export': { request: Nothing; reply: boolean };
  /** The report was read. */
  'batch.putAway': { request: Nothing; reply: null };
  'jobs.open': { request: Nothing; reply: readonly JobView[] };
  'jobs.history': { request: { limit: number }; reply: readonly JobView[] };
  /** The answer to "Did a badge come out?" for an unsure job. */
  'jobs.answer': {
    request: { jobId: string; answer: 'yes' | 'no' | 'cannot-tell'; note: string };
    reply: JobView;
  };
  'jobs.release': { request: { jobId: string }; reply: JobView };
  'jobs.cancel': { request: { jobId: string; note: string }; reply: JobView };
  /** Prints it on another printer; for an unsure badge as a second copy, because nothing came out. */
  'jobs.move': { request: { jobId: string; printerId: string; note: string }; reply: JobView };
  /**
   * What was read from the paper. `by: 'camera'`: one character a byte, as it stands in the code; `by: 'keyboard'`: what a
   * scanner typed or a person pasted.
   */
  'jobs.verify': {
    request: { jobId: string; scanned: string; by: 'keyboard' | 'camera' };
    reply: VerifyView;
  };
  'jobs.timings': { request: { jobId: string }; reply: Timings };
  'printers.list': { request: Nothing; reply: readonly PrinterView[] };
  /** Asks the printer now. */
  'printers.check': { request: { printerId: string }; reply: PrinterView };
  'printers.screenPages': { request: Nothing; reply: readonly ScreenPage[] };
  /** Operations of the past, newest first, a page at a time. */
  'history.find': { request: HistoryQuery; reply: HistoryPage };
  /** What the record holds of one operation. */
  'history.trail': { request: { intentId: string }; reply: readonly TrailEntry[] };
  /** Checks the whole record; takes a second per 100,000 entries, in small steps. */
  'history.check': { request: Nothing; reply: TrailCheck };
  /** The newest entry, to be noted down. */
  'history.anchor': { request: Nothing; reply: AnchorView };
  /** Writes the record to a file; main asks where to. */
  'history.export': { request: { format: 'csv' | 'json' }; reply: ExportView };
  /** What a damaged ledger still tells, before it is put aside. */
  'storage.damage': { request: Nothing; reply: DamageView };
  /** Tries to open the ledger again; with `setAside`, after a person agreed, a damaged one is put aside first. */
  'storage.reopen': { request: { setAside: boolean }; reply: null };
  /** Way out of a seal that does not open, after a person agreed: a new key. Answers how many badges it cannot print. */
  'storage.renewSeal': { request: Nothing; reply: { readonly lost: number } };
  /** The window may use the camera from now on, for this and while it makes sense. */
  'camera.open': { request: { purpose: CameraPurpose }; reply: CameraAccess };
  'camera.close': { request: Nothing; reply: null };
  'practice.operators': { request: Nothing; reply: readonly PracticeOperator[] };
  'practice.choose': { request: { operatorId: string }; reply: null };
  /** Closes the practice browser as a person closes a tab: nobody is told. */
  'practice.closeBrowser': { request: Nothing; reply: null };
}

export type Channel = keyof Contract;
export type RequestOf<C extends Channel> = Contract[C]['request'];
export type ReplyOf<C extends Channel> = Result<Contract[C]['reply']>;

/** What main tells the window without being asked. Small on purpose: the window then asks for what it shows. */
export interface Events {
  /** Operator, settings or warnings changed. */
  snapshot: Nothing;
  /** A job or its operation changed. */
  job: { readonly jobId: string };
  /** The operation under way came to another phase, or ended (`issue.progress`). */
  issue: Nothing;
  printers: Nothing;
  /** A printer was plugged in or pulled out. */
  plugs: Nothing;
  /** The batch came further; told a few times a second at most. */
  batch: Nothing;
  /** Main lets the camera rest (window out of sight, system locked or asleep), or it may be asked for again. */
  camera: { readonly rests: boolean };
  /** The practice browser opened or closed. */
  practiceBrowser: { readonly open: boolean };
}

export type EventName = keyof Events;
