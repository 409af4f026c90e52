import { offersFor } from '../../shared/credential/offers.ts';
import type { Channel, ReplyOf, RequestOf } from '../../shared/ipc/contract.ts';
import type { AppSnapshot, PracticeOperator, ScreenPage } from '../../shared/ipc/views.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Session } from '../auth/types.ts';
import type { GraphClient } from '../graph/types.ts';
import type { Desk } from '../issuing/desk.ts';
import type { HandOver } from '../issuing/hand-over.ts';
import type { Issuer } from '../issuing/issuer.ts';
import type { TimingBook } from '../issuing/timings.ts';
import { jobView } from '../issuing/views.ts';
import type { Printers } from '../printing/types.ts';
import type { SpoolStore } from '../spool/types.ts';

/** One function per channel of the contract. Requests have been parsed before they get here. */
export type Handlers = {
  readonly [C in Channel]: (request: RequestOf<C>) => Promise<ReplyOf<C>> | ReplyOf<C>;
};

/** The practice sign-in page as the window plays it; null when a real tenant is used. */
export interface PracticeDoor {
  operators(): readonly PracticeOperator[];
  choose(operatorId: string): Promise<Result<void>>;
  closeBrowser(): void;
}

export interface HandlerParts {
  readonly snapshot: () => AppSnapshot;
  readonly onUsable: () => void;
  readonly session: Session;
  /** Called after a person signed in: lost writes are settled by reading, before anything else. */
  readonly onSignedIn: () => void;
  readonly graph: GraphClient;
  readonly issuer: Issuer;
  readonly handOver: HandOver;
  readonly desk: Desk;
  readonly spool: SpoolStore;
  readonly timings: TimingBook;
  readonly printers: Printers;
  readonly screenPages: () => Promise<readonly ScreenPage[]>;
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
  };
}

type Pick1<P extends string> = { [C in Extract<Channel, `${P}.${string}`>]: Handlers[C] };

function stationHandlers(
  parts: HandlerParts,
): Pick1<'app'> & Pick1<'session'> & Pick1<'printers'> & Pick1<'practice'> {
  const { session, printers, practice } = parts;
  return {
    'app.snapshot': () => ok(parts.snapshot()),
    'app.usable': () => {
      parts.onUsable();
      return ok(null);
    },
    'session.signIn': async ({ chooseAccount }) => {
      const signedIn = await session.signIn({ chooseAccount });
      if (!signedIn.ok) return signedIn;
      parts.onSignedIn();
      return ok(null);
    },
    'session.cancel': async () => {
      await session.cancel();
      return ok(null);
    },
    'session.signOut': async () => nothing(await session.signOut()),
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

function holderHandlers(parts: HandlerParts): Pick1<'holders'> {
  const { graph } = parts;
  const page = async (found: ReturnType<GraphClient['findHolders']>): Promise<ReplyOf<'holders.search'>> => {
    const result = await found;
    return result.ok ? ok({ holders: result.value.holders, more: result.value.next }) : result;
  };
  return {
    'holders.search': ({ text }) => page(graph.findHolders(text)),
    'holders.more': ({ more }) => page(graph.moreHolders(more)),
    'holders.photo': async ({ holderId }) => ok(await graph.photo(holderId)),
    'holders.credential': async ({ holderId }) => {
      const [holder, reading] = await Promise.all([graph.holder(holderId), graph.credential(holderId)]);
      if (!holder.ok) return holder;
      if (!reading.result.ok) return reading.result;
      const state = reading.result.value;
      return ok({ holder: holder.value, state, offers: offersFor(holder.value, state, parts.now()) });
    },
  };
}

function issueHandlers({ issuer, handOver }: HandlerParts): Pick1<'issue'> {
  return {
    'issue.plan': (request) => issuer.plan(request),
    'issue.run': ({ planId, clickedAtMs, note }) => issuer.run(planId, clickedAtMs, note),
    'issue.progress': () => ok(issuer.progress()),
    'issue.cancelWait': async () => {
      await issuer.cancelWait();
      return ok(null);
    },
    'issue.get': ({ intentId }) => issuer.get(intentId),
    'issue.open': () => ok(issuer.open()),
    'issue.resume': ({ intentId }) => issuer.resume(intentId),
    'issue.revealPin': ({ intentId }) => handOver.revealPin(intentId),
    'issue.handOver': ({ intentId }) => handOver.handOver(intentId),
    'issue.dismiss': ({ intentId }) => handOver.dismiss(intentId),
  };
}

function jobHandlers({ desk, spool, timings, wake }: HandlerParts): Pick1<'jobs'> {
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
    'jobs.verify': ({ jobId, scanned }) => desk.verify(jobId, scanned),
    'jobs.timings': ({ jobId }) => ok(timings.of(jobId)),
  };
}

function nothing(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}
