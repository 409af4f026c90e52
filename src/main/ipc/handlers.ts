import { selfId } from '../../shared/credential/holder.ts';
import { offersFor } from '../../shared/credential/offers.ts';
import type { ReplyOf } from '../../shared/ipc/contract.ts';
import type { AppSnapshot, PracticeOperator, ScreenPage } from '../../shared/ipc/views.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DeviceCodeSession, Operator } from '../auth/types.ts';
import type { GraphClient, GraphLists } from '../graph/types.ts';
import type { Desk } from '../issuing/desk.ts';
import type { HandOver } from '../issuing/hand-over.ts';
import type { Issuer } from '../issuing/issuer.ts';
import type { TimingBook } from '../issuing/timings.ts';
import { jobView } from '../issuing/views.ts';
import type { Printers } from '../printing/types.ts';
import type { SpoolStore } from '../spool/types.ts';
import type { CameraSwitch } from '../window/types.ts';
import { batchHandlers, type BatchParts } from './batch-handlers.ts';
import { cameraHandlers } from './camera-handlers.ts';
import type { Handlers, HandlersOf } from './handler-types.ts';
import { latestOnly } from './latest.ts';
import { lockHandlers, type LockParts } from './lock-handlers.ts';
import { historyHandlers, type HistoryHandlerParts } from './history-handlers.ts';
import { printerSetupHandlers, type PrinterSetupParts } from './printer-setup-handlers.ts';
import { storageHandlers, type StorageParts } from './storage-handlers.ts';

export type { Handlers } from './handler-types.ts';

/** The practice sign-in page as the window plays it; null when a real tenant is used. */
export interface PracticeDoor {
  operators(): readonly PracticeOperator[];
  choose(operatorId: string): Promise<Result<void>>;
  closeBrowser(): void;
}

export interface HandlerParts
  extends StorageParts, HistoryHandlerParts, LockParts, PrinterSetupParts, BatchParts {
  readonly snapshot: () => AppSnapshot;
  readonly onUsable: () => void;
  /** Shows Microsoft's page about an AADSTS number; false when that did not work. */
  readonly openHelp: (aadsts: number) => Promise<boolean>;
  readonly session: DeviceCodeSession;
  /** Called after a person signed in: lost writes are settled by reading, before anything else. */
  readonly onSignedIn: () => void;
  /** Called after a person signed out here. */
  readonly onSignedOut: (operator: Operator) => void;
  /** Keeps the window out of screen captures while a PIN is on it. */
  readonly guardCapture: (on: boolean) => void;
  readonly graph: GraphClient;
  readonly lists: GraphLists;
  readonly issuer: Issuer;
  readonly handOver: HandOver;
  readonly desk: Desk;
  /** A person sends a badge to another printer (issuing/move-badge.ts). */
  readonly moveBadge: (jobId: string, printerId: string, note: string) => Promise<ReplyOf<'jobs.move'>>;
  readonly spool: SpoolStore & StorageParts['spool'];
  readonly timings: TimingBook;
  readonly printers: Printers;
  readonly screenPages: () => Promise<readonly ScreenPage[]>;
  readonly camera: CameraSwitch;
  readonly practice: PracticeDoor | null;
  /** Wakes the worker when a person let a job go on. */
  readonly wake: () => void;
  readonly now: () => number;
}

/** Joins the contract with the use cases. No rule lives here. */
export function makeHandlers(parts: HandlerParts): Handlers {
  return {
    ...stationHandlers(parts),
    ...holderHandlers(parts),
    ...issueHandlers(parts),
    ...jobHandlers(parts),
    ...batchHandlers(parts),
    ...storageHandlers(parts),
    ...historyHandlers(parts),
    ...cameraHandlers(parts),
    ...lockHandlers(parts),
    ...printerSetupHandlers(parts),
  };
}

function stationHandlers(
  parts: HandlerParts,
): HandlersOf<'app'> & HandlersOf<'session'> & HandlersOf<'printers'> & HandlersOf<'practice'> {
  const { session, printers, practice } = parts;
  const signedIn = (result: Result<unknown>): Result<null> => {
    if (result.ok) parts.onSignedIn();
    return nothing(result);
  };
  return {
    'app.snapshot': () => ok(parts.snapshot()),
    'app.usable': () => {
      parts.onUsable();
      return ok(null);
    },
    'app.openHelp': async ({ aadsts }) =>
      (await parts.openHelp(aadsts)) ? ok(null) : fail('browser-not-opened'),
    'session.signIn': async ({ chooseAccount }) => signedIn(await session.signIn({ chooseAccount })),
    'session.signInByCode': async () => signedIn(await session.signInByCode()),
    'session.cancel': async () => {
      await session.cancel();
      return ok(null);
    },
    'session.signOut': async () => {
      const operator = session.operator;
      const ended = await session.signOut();
      if (ended.ok && operator !== null) parts.onSignedOut(operator);
      return nothing(ended);
    },
    'printers.list': () => ok(printers.list()),
    'printers.check': ({ printerId }) => printers.ready(printerId),
    'printers.screenPages': async () => ok(await parts.screenPages()),
    'practice.operators': () => ok(practice?.operators() ?? []),
    'practice.choose': async ({ operatorId }) =>
      practice === null ? fail('bad-request') : nothing(await practice.choose(operatorId)),
    'practice.closeBrowser': () => {
      practice?.closeBrowser();
      return ok(null);
    },
  };
}

function holderHandlers(parts: HandlerParts): HandlersOf<'holders'> {
  const { graph, lists, session } = parts;
  const page = async (found: ReturnType<GraphClient['findHolders']>): Promise<ReplyOf<'holders.search'>> => {
    const result = await found;
    return result.ok ? ok({ holders: result.value.holders, more: result.value.next }) : result;
  };
  const search = latestOnly((text: string, signal) => page(graph.findHolders(text, { signal })));
  return {
    'holders.search': ({ text }) => search(text),
    'holders.more': ({ more }) => page(graph.moreHolders(more)),
    'holders.reports': () => page(lists.reports()),
    'holders.places': ({ kind, text }) => lists.findPlaces(kind, text),
    'holders.members': ({ kind, placeId }) => page(lists.members(kind, placeId)),
    'holders.photo': async ({ holderId }) => ok(await graph.photo(holderId)),
    'holders.credential': async ({ holderId }) => {
      const me = session.operator?.objectId.toLowerCase();
      const own = holderId === selfId || holderId.toLowerCase() === me;
      const id = own ? selfId : holderId;
      const [holder, reading] = await Promise.all([graph.holder(id), graph.credential(id)]);
      if (!holder.ok) return holder;
      if (!reading.result.ok) return reading.result;
      const state = reading.result.value;
      return ok({ holder: holder.value, own, state, offers: offersFor(holder.value, state, parts.now()) });
    },
  };
}

function issueHandlers({ issuer, handOver, guardCapture, batch }: HandlerParts): HandlersOf<'issue'> {
  return {
    'issue.plan': (request) => (batch.isRunning ? fail('batch-running') : issuer.plan(request)),
    'issue.run': ({ planId, clickedAtMs, note }) => issuer.run(planId, clickedAtMs, note),
    'issue.progress': () => ok(issuer.progress()),
    'issue.cancelWait': async () => {
      await issuer.cancelWait();
      return ok(null);
    },
    'issue.get': ({ intentId }) => issuer.get(intentId),
    'issue.open': () => ok(issuer.open()),
    'issue.resume': ({ intentId }) => issuer.resume(intentId),
    'issue.printSlip': ({ intentId }) => handOver.printSlip(intentId),
    'issue.revealPin': ({ intentId }) => {
      // SECURITY: capture-guard (docs/security.md). On before the PIN leaves main; off when the window has hidden it.
      guardCapture(true);
      const revealed = handOver.revealPin(intentId);
      if (!revealed.ok) guardCapture(false);
      return revealed;
    },
    'issue.pinHidden': () => {
      guardCapture(false);
      return ok(null);
    },
    'issue.handOver': ({ intentId }) => handOver.handOver(intentId),
    'issue.dismiss': ({ intentId }) => handOver.dismiss(intentId),
  };
}

function jobHandlers({ desk, spool, timings, wake, moveBadge }: HandlerParts): HandlersOf<'jobs'> {
  const thenWake = <T>(result: Result<T>): Result<T> => {
    if (result.ok) wake();
    return result;
  };
  return {
    'jobs.open': () => ok(spool.openJobs().map(jobView)),
    'jobs.history': ({ limit }) => ok(spool.history(limit).map(jobView)),
    'jobs.answer': ({ jobId, answer, note }) => thenWake(desk.answer(jobId, answer, note)),
    'jobs.release': ({ jobId }) => thenWake(desk.release(jobId)),
    'jobs.cancel': ({ jobId, note }) => desk.cancel(jobId, note),
    'jobs.move': async ({ jobId, printerId, note }) => thenWake(await moveBadge(jobId, printerId, note)),
    'jobs.verify': ({ jobId, scanned, by }) =>
      desk.verify(jobId, by === 'camera' ? new Uint8Array(Buffer.from(scanned, 'latin1')) : scanned),
    'jobs.timings': ({ jobId }) => ok(timings.of(jobId)),
  };
}

function nothing(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}
