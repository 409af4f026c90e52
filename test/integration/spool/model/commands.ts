import fc from 'fast-check';
import { expect } from 'vitest';
import type { JobChange, JobRecord } from '../../../../src/main/spool/types.ts';
import type { Result } from '../../../../src/shared/result.ts';
import {
  hourMs,
  must,
  sampleIntent,
  sampleJob,
  samplePayload,
  type SpoolBench,
} from '../../../fakes/spool-samples.ts';
import * as oracle from './oracle.ts';
import type { Model, ModelJob, Report } from './oracle.ts';

/** The real spool and the ids of the model's jobs in it. */
export interface Real {
  readonly bench: SpoolBench;
  readonly ids: string[];
}

type Step = fc.Command<Model, Real>;

/** Compares every job with the model's; called after each step. */
function compare(model: Model, real: Real): void {
  model.jobs.forEach((job, at) => {
    const record = real.bench.spool.job(real.ids[at] ?? '');
    const { state, copy, fence, attempts, witness, hasPayload, printer } = job;
    expect(record).toMatchObject({ state, copy, fence, attempts, witness, hasPayload, printerId: printer });
    expect(record?.content.copy).toBe(copy);
    expect(real.bench.spool.payload(record?.id ?? '').ok).toBe(hasPayload);
    // Two papers of a badge exist only when a person asked for the second one.
    expect(new Set(job.papers).size).toBe(job.papers.length);
  });
  expect(real.bench.spool.openJobs().map((job) => job.id)).toEqual(
    model.jobs.flatMap((job, at) => (oracle.isOpen(job) ? [real.ids[at]] : [])),
  );
}

function step(name: string, run: (model: Model, real: Real) => void): Step {
  return {
    check: () => true,
    run: (model, real) => {
      run(model, real);
      compare(model, real);
    },
    toString: () => name,
  };
}

/** Mostly one of the open jobs, because the closed ones soon outnumber them; -1 when there is none. */
function chosen(model: Model, pick: number): number {
  const all = model.jobs.map((_, at) => at);
  const open = all.filter((at) => model.jobs[at] !== undefined && oracle.isOpen(model.jobs[at]));
  const among = pick < 10 && open.length > 0 ? open : all;
  return among[pick % Math.max(1, among.length)] ?? -1;
}

/** A step on one job: the model says whether it may happen, the store must say the same. */
function onJob(
  name: string,
  pick: number,
  expected: (job: ModelJob, model: Model) => boolean,
  act: (record: JobRecord, real: Real) => Result<JobRecord>,
): Step {
  return step(`${name}(${pick})`, (model, real) => {
    const at = chosen(model, pick);
    const job = model.jobs[at];
    if (job === undefined) return;
    const record = real.bench.spool.job(real.ids[at] ?? '');
    if (record === null) throw new Error('the model and the spool have lost each other');
    const may = expected(job, model);
    expect(act(record, real).ok, `${name} of a badge that is ${record.state}`).toBe(may);
  });
}

const change = (wanted: JobChange) => (record: JobRecord, real: Real) =>
  real.bench.spool.change(record.id, wanted);

const reports: Readonly<Record<Report, JobChange>> = {
  sent: { to: 'sent' },
  confirmed: { to: 'confirmed', witness: 'printer' },
  'unsure-paper': { to: 'unsure', reason: 'vanished' },
  'unsure-none': { to: 'unsure', reason: 'stalled' },
  back: { to: 'queued', reason: 'offline' },
  held: { to: 'held', reason: 'media-mismatch' },
};

function issue(holder: number, kind: 'standard' | 'temporary', livesMs: number, retires: boolean): Step {
  return step(`issue(${holder},${kind},${livesMs},${retires})`, (model, { bench, ids }) => {
    const { spool, clock } = bench;
    const operation = kind === 'standard' ? 'replace' : 'temporary';
    const n = model.openIssues.length;
    const planned = must(spool.planIntent(sampleIntent({ operation, holderId: `holder-${holder}` })));
    must(spool.noteIntent(planned.id, { state: 'writing', step: `delete-${kind}` }));
    if (retires) {
      const closed = must(spool.retireJobs(`holder-${holder}`, kind, 'replaced', operation));
      expect(closed).toHaveLength(oracle.retire(model, holder, kind, 'replaced'));
    }
    const codeId = `code-${n}`;
    const fresh = sampleJob(clock, { kind, codeId, payload: samplePayload(codeId) }, livesMs);
    ids.push(must(spool.enqueue(planned.id, fresh)).id);
    model.openIssues.push(true);
    model.jobs.push({
      holder,
      kind,
      issue: n,
      expiresMs: clock.now() + livesMs,
      printer: 'front',
      state: 'queued',
      copy: 1,
      fence: 0,
      attempts: 0,
      witness: 'none',
      hasPayload: true,
      papers: [],
    });
  });
}

function closeIssue(pick: number): Step {
  return step(`closeIssue(${pick})`, (model, { bench, ids }) => {
    const at = chosen(model, pick);
    const job = model.jobs[at];
    if (job === undefined) return;
    const intentId = bench.spool.job(ids[at] ?? '')?.intentId ?? '';
    const may = !oracle.isOpen(job) || model.openIssues[job.issue] === false;
    expect(bench.spool.closeIntent(intentId).ok).toBe(may);
    if (may) model.openIssues[job.issue] = false;
  });
}

const pick = fc.nat(11);
const holders = fc.nat(5);
const kinds = fc.constantFrom('standard' as const, 'temporary' as const);
const reportNames = fc.constantFrom(...(Object.keys(reports) as Report[]));

const issues = fc
  .tuple(holders, kinds, fc.constantFrom(hourMs, 50 * hourMs, 500 * hourMs), fc.boolean())
  .map((args) => issue(...args));
const leases = pick.map((at) =>
  onJob(
    'lease',
    at,
    (job, model) => oracle.lease(model, job),
    (record, { bench }) => bench.spool.lease(record.id),
  ),
);
const reported = fc.tuple(pick, reportNames).map(([at, what]) =>
  onJob(
    `report-${what}`,
    at,
    (job) => oracle.report(job, what),
    (record, real) => change({ ...reports[what], by: 'worker', fence: record.fence })(record, real),
  ),
);
const reportedLate = fc.tuple(pick, reportNames).map(([at, what]) =>
  onJob(
    `late-${what}`,
    at,
    () => false,
    (record, real) => change({ ...reports[what], by: 'worker', fence: record.fence - 1 })(record, real),
  ),
);
const copies = pick.map((at) =>
  onJob(
    'print-again',
    at,
    (job, model) => oracle.printAgain(model, job),
    (record, { bench }) => bench.spool.queueCopy(record.id, 'nothing came out'),
  ),
);
const moves = fc.tuple(pick, fc.constantFrom('front', 'back')).map(([at, printer]) =>
  onJob(
    `move-${printer}`,
    at,
    (job) => oracle.move(job, printer),
    (record, { bench }) => bench.spool.moveJob(record.id, printer),
  ),
);
const failOvers = fc.tuple(pick, fc.constantFrom('front', 'back'), fc.boolean()).map(([at, printer, late]) =>
  onJob(
    `fail-over-${printer}${late ? '-late' : ''}`,
    at,
    (job) => !late && oracle.failOver(job, printer),
    (record, { bench }) =>
      bench.spool.moveJob(record.id, printer, { by: 'worker', fence: record.fence - (late ? 1 : 0) }),
  ),
);
const person = (what: Parameters<typeof oracle.person>[1], wanted: JobChange): fc.Arbitrary<Step> =>
  pick.map((at) => onJob(what, at, (job) => oracle.person(job, what), change(wanted)));
const cameOut = pick.map((at) =>
  onJob('came-out', at, oracle.cameOut, change({ to: 'sent', witness: 'person' })),
);
const scans = pick.map((at) => onJob('scan', at, oracle.scan, change({ to: 'verified', witness: 'scan' })));
const passing = fc.tuple(fc.constantFrom(1, 1000, hourMs, 60 * hourMs), fc.boolean()).map(([ms, sweeps]) =>
  step(`pass(${ms},${sweeps})`, (model, { bench }) => {
    bench.clock.jump(ms);
    model.nowMs += ms;
    if (sweeps) expect(must(bench.spool.expireJobs(model.nowMs))).toHaveLength(oracle.sweep(model));
  }),
);
const retiring = fc
  .tuple(holders, kinds, fc.constantFrom('replaced' as const, 'cancelled' as const))
  .map(([holder, kind, to]) =>
    step(`retire(${holder},${kind},${to})`, (model, { bench }) => {
      const closed = must(bench.spool.retireJobs(`holder-${holder}`, kind, to, 'test'));
      expect(closed).toHaveLength(oracle.retire(model, holder, kind, to));
    }),
  );
const restarting = step('restart', (model, { bench }) => {
  const spool = bench.reopen();
  must(spool.recover());
  oracle.restart(model);
  expect(spool.verifyAudit()).toBeNull();
});
const rotating = step('rotate', (_, { bench }) => {
  must(bench.spool.rotateKey());
});

const often = <T>(times: number, each: T): T[] => Array.from({ length: times }, () => each);

/** Every step there is; those that lead deep into a badge's life come more often than those that end it. */
export const steps: fc.Arbitrary<Step>[] = [
  ...often(5, issues),
  ...often(7, leases),
  ...often(10, reported),
  ...often(2, reportedLate),
  ...often(3, copies),
  ...often(3, cameOut),
  ...often(3, scans),
  ...often(2, person('hand-over', { to: 'handed-over' })),
  ...often(2, person('release', { to: 'queued' })),
  person('park', { to: 'held', reason: 'parked' }),
  person('cancel', { to: 'cancelled' }),
  ...often(2, moves),
  ...often(2, failOvers),
  ...often(2, pick.map(closeIssue)),
  ...often(2, passing),
  retiring,
  ...often(2, fc.constant(restarting)),
  fc.constant(rotating),
];
