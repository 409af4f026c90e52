import type { Handlers } from '../../../src/main/ipc/handlers.ts';
import type { Desk } from '../../../src/main/issuing/desk.ts';
import type { HandOver } from '../../../src/main/issuing/hand-over.ts';
import type { Issuer } from '../../../src/main/issuing/issuer.ts';
import type { TimingBook } from '../../../src/main/issuing/timings.ts';
import { jobView } from '../../../src/main/issuing/views.ts';
import type { Spool } from '../../../src/main/spool/types.ts';
import { ok } from '../../../src/shared/result.ts';
import type { DeskChannel } from './site.ts';

export interface DeskParts {
  readonly issuer: Issuer;
  readonly handOver: HandOver;
  readonly desk: Desk;
  readonly spool: Spool;
  readonly timings: TimingBook;
  readonly wake: () => void;
}

/** The channels of issuing alone, joined to the use cases as the app joins them; no sign-in, search or settings. */
export function deskCalls(parts: DeskParts): Pick<Handlers, DeskChannel> {
  const { issuer, handOver, desk, spool, timings, wake } = parts;
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
    'issue.printSlip': ({ intentId }) => handOver.printSlip(intentId),
    'issue.handOver': ({ intentId }) => handOver.handOver(intentId),
    'issue.dismiss': ({ intentId }) => handOver.dismiss(intentId),
    'jobs.open': () => ok(spool.openJobs().map(jobView)),
    'jobs.history': ({ limit }) => ok(spool.history(limit).map(jobView)),
    'jobs.answer': ({ jobId, answer, note }) => {
      const answered = desk.answer(jobId, answer, note);
      wake();
      return answered;
    },
    'jobs.release': ({ jobId }) => {
      const released = desk.release(jobId);
      wake();
      return released;
    },
    'jobs.cancel': ({ jobId, note }) => desk.cancel(jobId, note),
    'jobs.verify': ({ jobId, scanned }) => desk.verify(jobId, scanned),
    'jobs.timings': ({ jobId }) => ok(timings.of(jobId)),
  };
}
