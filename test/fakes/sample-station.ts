import { operationFacts } from '../../src/shared/credential/kinds.ts';
import { offersFor } from '../../src/shared/credential/offers.ts';
import { toInstant } from '../../src/shared/ids.ts';
import type { IssueProgress } from '../../src/shared/ipc/progress.ts';
import type { AppSnapshot, CredentialView, IssueView, Plan } from '../../src/shared/ipc/views.ts';
import type { JobView } from '../../src/shared/printing/job.ts';
import { fail, ok } from '../../src/shared/result.ts';
import { FakeBridge } from './bridge.ts';
import { SampleBatch } from './sample-batch.ts';
import { historyAnswers } from './sample-history.ts';
import { printerSetupAnswers } from './sample-printer-setup.ts';
import {
  sampleChecks,
  sampleCredential,
  sampleDamage,
  sampleHolders,
  sampleIssue,
  sampleJob,
  sampleOperatorAsHolder,
  sampleOperators,
  samplePlaces,
  sampleSnapshot,
} from './sample-views.ts';

/** A badge-shaped pattern of 54 × 86 dots; no QR code. */
const patternPng =
  'iVBORw0KGgoAAAANSUhEUgAAADYAAABWCAAAAACh2jpbAAAARElEQVR42u3WoRIAEBRFwff/P00QBeYGXtgbjLLBSarCjWAY1pit6+HcWF3Kryx821umpJJKKqmkkq1L+jxhGIZhWLgJfKMwlRyel3gAAAAASUVORK5CYII=';

/**
 * A station with sample people behind the bridge: it searches, plans and issues, and a test moves its one job and its
 * queue from outside. It knows nothing of Graph or printers; main's own tests do.
 */
export class SampleStation {
  readonly bridge = new FakeBridge();
  snapshot: AppSnapshot;
  credential: CredentialView['state'];
  planned: Plan | null = null;
  /** The operation under way. */
  issue: IssueView | null = null;
  /** Further unfinished operations, for the queue. */
  others: readonly IssueView[] = [];
  /** The list in hand. */
  readonly batch: SampleBatch;
  pin = '48271936';
  readonly #now: () => number;

  constructor(now: () => number, snapshot: Partial<AppSnapshot> = {}) {
    this.#now = now;
    this.snapshot = sampleSnapshot(snapshot);
    this.credential = sampleCredential(now());
    this.#answerReadings();
    this.#answerWork();
    this.batch = new SampleBatch(this.bridge, now);
    this.bridge.answer(printerSetupAnswers(() => this.snapshot));
  }

  /** Changes what the window is told about the station. */
  change(snapshot: Partial<AppSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...snapshot };
    this.bridge.emit('snapshot', {});
  }

  /** Moves the job under way and tells the window. */
  moveJob(change: Partial<JobView>): void {
    if (this.issue?.job) this.#moveIssue({ job: { ...this.issue.job, ...change } });
  }

  /** Moves the PIN slip under way and tells the window. */
  moveSlip(change: Partial<JobView>): void {
    if (!this.issue?.slip) return;
    this.#moveIssue({ slip: { ...this.issue.slip, ...change }, pinRevealed: change.state === 'sent' });
  }

  /** Changes the plan's checks for the next question. */
  checks = sampleChecks();

  /** Four unfinished operations, one of each kind that a queue can hold. */
  fillQueue(): void {
    const now = this.#now();
    const other = (
      number: number,
      holderName: string,
      issue: Partial<IssueView>,
      job: Partial<JobView> | null,
    ) => {
      const ids = {
        intentId: `intent-${number}`,
        holderName,
        createdAt: toInstant(now - number * 17 * 60_000),
      };
      const filled = job === null ? null : sampleJob(now, { ...ids, id: `job-${number}`, ...job });
      return sampleIssue(now, { ...ids, ...issue, job: filled });
    };
    this.others = [
      other(2, 'Ana Lima', {}, { state: 'unsure', reason: 'interrupted' }),
      other(3, 'Anouk de Vries', { operation: 'new-pin', pinWaiting: true }, null),
      other(4, 'Olu Adeyemi', { state: 'half-done' }, null),
      other(
        5,
        'Mina Sato',
        { operation: 'temporary' },
        { state: 'queued', reason: 'media-empty', kind: 'temporary', serial: 'P2M-9HT' },
      ),
    ];
    this.bridge.emit('job', { jobId: 'job-2' });
  }

  /** Lets a page come out of the on-screen printer: a pattern, enough to see where it goes. */
  printOnScreen(): void {
    const png = Uint8Array.from(atob(patternPng), (unit) => unit.charCodeAt(0));
    this.bridge.answer({ 'printers.screenPages': () => ok([{ jobId: 'job-1', png }]) });
    this.bridge.emit('job', { jobId: 'job-1' });
  }

  /** An operation that takes its time, at this phase. */
  keepWaiting(phase: IssueProgress['phase'], cancelled: boolean): void {
    const startedAt = toInstant(this.#now() - 23_000);
    const steps = ['delete-standard', 'create-standard'] as const;
    this.bridge.answer({
      'issue.run': () => new Promise(() => undefined),
      'issue.progress': () =>
        ok({
          intentId: 'intent-1',
          operation: 'replace',
          holderId: sampleIssue(this.#now()).holderId,
          holderName: 'Ana Lima',
          phase,
          step: 'create-standard',
          steps,
          startedAt,
          since: startedAt,
          pause: null,
          cancelled,
        }),
    });
    this.bridge.emit('issue', {});
  }

  #moveIssue(change: Partial<IssueView>): IssueView {
    const issue = { ...(this.issue ?? sampleIssue(this.#now())), ...change };
    this.issue = issue;
    this.bridge.emit('job', { jobId: issue.job?.id ?? 'none' });
    return issue;
  }

  #answerReadings(): void {
    this.bridge.answer({
      'app.snapshot': () => ok(this.snapshot),
      'app.usable': () => ok(null),
      'issue.progress': () => ok(null),
      'issue.cancelWait': () => ok(null),
      'holders.search': ({ text }) => {
        const wanted = text.toLowerCase();
        const holders = sampleHolders.filter(({ name, upn, employeeId }) =>
          `${name} ${upn} ${employeeId}`.toLowerCase().includes(wanted),
        );
        return ok({ holders, more: holders.length > 3 ? 'more' : null });
      },
      'holders.more': () => ok({ holders: [], more: null }),
      'holders.reports': () => ok({ holders: sampleHolders.slice(0, 2), more: null }),
      'holders.places': ({ text }) =>
        ok(samplePlaces.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))),
      'holders.members': () => ok({ holders: sampleHolders, more: null }),
      'holders.photo': () => ok(null),
      'holders.credential': ({ holderId }) => {
        const holder =
          holderId === 'me' ? sampleOperatorAsHolder : sampleHolders.find(({ id }) => id === holderId);
        if (holder === undefined) return fail('holder-not-found');
        return ok({
          holder,
          own: holderId === 'me',
          state: this.credential,
          offers: offersFor(holder, this.credential, this.#now()),
        });
      },
      'issue.get': ({ intentId }) => {
        const found = this.#open().find((issue) => issue.intentId === intentId);
        return found === undefined ? fail('intent-unknown') : ok(found);
      },
      'issue.open': () => ok(this.#open().filter(({ state }) => state !== 'done')),
      'jobs.open': () =>
        ok(this.#open().flatMap(({ job, state }) => (job === null || state === 'done' ? [] : [job]))),
      'printers.check': () => this.#firstPrinter(),
      'printers.screenPages': () => ok([]),
      'practice.operators': () => ok(sampleOperators),
      'storage.damage': () => ok(sampleDamage),
      ...historyAnswers(this.#now),
      'storage.reopen': () => fail('spool-corrupt', { why: 'header' }),
    });
  }

  #firstPrinter() {
    const [printer] = this.snapshot.printers;
    return printer === undefined ? fail('printer-unknown') : ok(printer);
  }

  #answerWork(): void {
    this.bridge.answer({
      'session.signIn': () => ok(null),
      'session.signInByCode': () => ok(null),
      'app.openHelp': () => ok(null),
      'session.cancel': () => ok(null),
      'session.signOut': () => ok(null),
      'camera.open': () => ok('open'),
      'camera.close': () => ok(null),
      'lock.lock': () => ok(null),
      'lock.unlock': () => ok(null),
      'issue.pinHidden': () => ok(null),
      'practice.choose': () => ok(null),
      'practice.closeBrowser': () => ok(null),
      'issue.plan': (request) => {
        const holder = sampleHolders.find(({ id }) => id === request.holderId);
        if (holder === undefined) return fail('holder-not-found');
        const { lifetime, operation } = request;
        const lengthMs =
          lifetime === null
            ? 0
            : lifetime.kind === 'standard'
              ? lifetime.days * 864e5
              : lifetime.hours * 36e5;
        this.planned = {
          planId: 'plan-1',
          holder,
          operation,
          lifetime,
          expiresAt: lifetime === null ? null : toInstant(this.#now() + lengthMs),
          printer: this.snapshot.printers.find(({ id }) => id === request.printerId) ?? null,
          ends: operation === 'replace' ? ['standard'] : [],
          checks: this.checks,
          ready: this.checks.every(({ verdict }) => verdict !== 'failed'),
        };
        return ok(this.planned);
      },
      'issue.run': ({ planId }) => {
        const plan = this.planned;
        if (plan === null || plan.planId !== planId) return fail('plan-stale');
        return ok(this.#start(plan));
      },
      'issue.revealPin': () => {
        if (this.issue !== null) this.issue = { ...this.issue, pinRevealed: true };
        return ok({ pin: this.pin });
      },
      'issue.printSlip': () => {
        const { pinSlip } = this.snapshot.routes;
        const slip = sampleJob(this.#now(), { id: 'slip-1', paper: 'pin-slip', printerId: pinSlip[0] ?? '' });
        return ok(this.#moveIssue({ slip }));
      },
      'issue.handOver': () => {
        const job = this.issue?.job ?? null;
        const closed = job === null ? null : { ...job, state: 'handed-over' as const, hasPayload: false };
        return ok(this.#moveIssue({ state: 'done', pinWaiting: false, job: closed }));
      },
      'jobs.move': ({ printerId }) => {
        const job: JobView = { ...(this.issue?.job ?? sampleJob(this.#now())), printerId, state: 'queued' };
        this.#moveIssue({ job });
        return ok(job);
      },
      'jobs.verify': ({ scanned }) => {
        const job = this.issue?.job ?? sampleJob(this.#now());
        if (scanned !== 'the right badge') return ok({ verdict: 'another-holder', job });
        const verified: JobView = { ...job, state: 'verified', witness: 'scan' };
        this.#moveIssue({ job: verified });
        return ok({ verdict: 'match', job: verified });
      },
    });
  }

  #start({ operation, expiresAt, holder }: Plan): IssueView {
    const { prints, pin } = operationFacts[operation];
    const now = this.#now();
    const change = { operation, holderId: holder.id, holderName: holder.name };
    const job =
      prints === null
        ? null
        : sampleJob(now, { ...change, kind: prints, expiresAt: expiresAt ?? toInstant(now) });
    const pinWaiting = pin === 'drawn' || pin === 'reset';
    const state = job === null && !pinWaiting ? 'done' : 'created';
    return this.#moveIssue({ ...sampleIssue(now), ...change, state, job, pinWaiting, expiresAt });
  }

  #open(): readonly IssueView[] {
    return this.issue === null ? this.others : [this.issue, ...this.others];
  }
}
