import { operationFacts } from '../../shared/credential/kinds.ts';
import { drawPin } from '../../shared/credential/pin.ts';
import type { IssueProgress } from '../../shared/ipc/progress.ts';
import type { IssueView, Plan } from '../../shared/ipc/views.ts';
import { type Failure, fail, ok, type Result } from '../../shared/result.ts';
import type { Operator } from '../auth/types.ts';
import type { BatchLineRef, Intent } from '../spool/types.ts';
import { OwnDeletes } from './own-deletes.ts';
import { datesFor, type PlanRecord, type PlanRequest, Plans } from './plans.ts';
import { PolicyBook } from './policy-book.ts';
import { directoryNow, graphId, type IssuingPorts } from './ports.ts';
import { needsReading, Recovery } from './recovery.ts';
import { Refusals } from './refusals.ts';
import { Runner } from './runner.ts';
import { type RunEnd, Settler } from './settle.ts';
import { parseStep, sameCodes, stepsFor } from './steps.ts';
import { openOf, pinToAdopt } from './supersede.ts';
import { endOf, tidy } from './tidy.ts';
import type { TimingBook } from './timings.ts';
import { Track } from './track.ts';
import { issueView } from './views.ts';

/** A check younger than this is not repeated at the press of the button. */
const freshEnoughMs = 15_000;

/**
 * The use cases of issuing. One operation runs at a time at a station, which keeps the holder on screen the holder on
 * paper (rule R9); a second request meanwhile gets `busy`.
 */
export class Issuer {
  readonly #ports: IssuingPorts;
  readonly #plans: Plans;
  readonly #settler: Settler;
  readonly #runner: Runner;
  readonly #recovery: Recovery;
  readonly #ownDeletes = new OwnDeletes();
  readonly #refusals = new Refusals();
  readonly #timings: TimingBook;
  readonly #failures = new Map<string, Failure>();
  readonly #revealed = new Set<string>();
  #track: Track | null = null;
  #work: Promise<unknown> = Promise.resolve();
  #closing = false;

  constructor(ports: IssuingPorts, timings: TimingBook) {
    this.#ports = ports;
    this.#plans = new Plans(ports, {
      policies: new PolicyBook(ports),
      refusals: this.#refusals,
      ownDeletes: this.#ownDeletes,
    });
    this.#settler = new Settler(ports);
    this.#runner = new Runner(ports, this.#settler, this.#ownDeletes);
    this.#recovery = new Recovery(ports, async (intent, track) => {
      this.#noteEnd(await this.#settle(intent, track));
    });
    this.#timings = timings;
  }

  /** Runs every check. What an earlier operation left unclear about this holder is settled first, by reading. */
  async plan(request: PlanRequest): Promise<Result<Plan>> {
    const operator = this.#ports.operator();
    if (operator === null) return fail('not-signed-in');
    const { operation } = request;
    const holderId = request.holderId === 'me' ? operator.objectId : request.holderId;
    return this.#alone({ operation, holderId, holderName: '' }, async (track) => {
      for (const intent of openOf(this.#ports, holderId).filter(needsReading)) {
        this.#noteEnd(await this.#settle(intent, track));
      }
      track.enter('checking', null);
      return this.#plans.make({ ...request, holderId }, track.writeOptions());
    });
  }

  /**
   * Does what the plan says. Resolves when the answer is sealed on disk, not when paper came out. `line` is the line of
   * the batch it is done for; it is begun in the same transaction as the intent.
   */
  async run(
    planId: string,
    clickedAtMs: number,
    note: string,
    line?: BatchLineRef,
  ): Promise<Result<IssueView>> {
    const operator = this.#ports.operator();
    if (operator === null) return fail('not-signed-in');
    if (this.#track !== null) return fail('busy');
    const plan = this.#plans.take(planId);
    if (!plan.ok) return plan;
    const { holder, operation } = plan.value;
    return this.#alone({ operation, holderId: holder.id, holderName: holder.name }, async (track) => {
      const fresh = await this.#stillTrue(plan.value, track);
      if (!fresh.ok) return fresh;
      const started = this.#begin(plan.value, operator, note, line);
      if (!started.ok) return started;
      const { intent, pin } = started.value;
      track.intentId = intent.id;
      track.steps = stepsFor(operation, intent.before);
      const end = await this.#runner.run(intent, track.steps, pin, track);
      this.#noteRefusal(operator, end);
      if (end.jobId !== null) this.#timings.durable(end.jobId, clickedAtMs, this.#ports.now());
      return ok(this.#noteEnd(end));
    });
  }

  /**
   * Finds out by reading what became of an operation that stopped half-way. Never writes: what is missing then is done
   * by a new plan with all its checks, which takes over from this intent (supersede.ts).
   */
  async resume(intentId: string): Promise<Result<IssueView>> {
    if (this.#ports.operator() === null) return fail('not-signed-in');
    const known = this.#ports.spool.intent(intentId);
    if (known === null) return fail('intent-unknown');
    return this.#alone(known, async (track) => {
      const intent = this.#standing(intentId);
      if (intent === null) return fail('intent-unknown');
      track.intentId = intentId;
      const canTell = needsReading(intent) || intent.state === 'half-done';
      return ok(canTell ? this.#noteEnd(await this.#settle(intent, track)) : this.view(intent));
    });
  }

  /**
   * After a restart, a new sign-in or a sleep: settles every operation whose last write has an unknown outcome, by
   * reading only. What is still missing then (`half-done`, `picture-lost`) is shown to the operator first of all.
   */
  async recover(): Promise<void> {
    if (this.#track !== null || this.#closing) return;
    this.#settler.flush();
    await this.#recovery.start();
  }

  /** What is waited for right now; null when nothing is under way. */
  progress(): IssueProgress | null {
    return this.#track?.view() ?? null;
  }

  /** Ends the wait under way as soon as that can be done honestly. */
  async cancelWait(): Promise<void> {
    if (this.#track === null) return;
    this.#track.cancel();
    // A claims challenge may have put a question to the operator in the browser: that is part of the wait.
    await this.#ports.cancelSignIn();
  }

  /** Begins nothing more, and resolves when the answer under way is sealed: it comes only once. */
  async stop(): Promise<void> {
    this.#closing = true;
    await this.#recovery.giveWay();
    await this.#work;
  }

  get(intentId: string): Result<IssueView> {
    const intent = this.#standing(intentId);
    return intent === null ? fail('intent-unknown') : ok(this.view(intent));
  }

  /** Operations with something left to do, oldest first; the one that runs right now is not among them. */
  open(): readonly IssueView[] {
    return this.#ports.spool
      .openIntents()
      .map((intent) => this.#settler.standing(intent))
      .filter(({ state }) => state !== 'planned' && state !== 'done' && state !== 'not-done')
      .filter((intent) => !this.isRunning(intent.id) && endOf(this.#ports, intent) === null)
      .map((intent) => this.view(intent));
  }

  /** Whether a write or a reading for this intent is under way; nobody else may touch it then. */
  isRunning(intentId: string): boolean {
    return this.#track?.intentId === intentId;
  }

  markRevealed(intentId: string): void {
    this.#revealed.add(intentId);
  }

  view(intent: Intent): IssueView {
    return issueView(this.#ports.spool, intent, {
      pinRevealed: this.#revealed.has(intent.id),
      failure: this.#failures.get(intent.id) ?? null,
    });
  }

  async #alone<T>(
    subject: Pick<Intent, 'operation' | 'holderId' | 'holderName'>,
    work: (track: Track) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (this.#track !== null || this.#closing) return fail('busy');
    const { operation, holderId, holderName } = subject;
    const parts = { now: this.#ports.now, tell: this.#ports.onProgress, interactive: true };
    const track = new Track({ operation, holderId, holderName }, parts);
    this.#track = track;
    const done = this.#undisturbed(track, work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #undisturbed<T>(track: Track, work: (track: Track) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      await this.#recovery.giveWay();
      this.#settler.flush();
      return await work(track);
    } finally {
      this.#track = null;
      this.#ports.onProgress();
      this.#recoverSoon();
    }
  }

  /** Takes up again what gave way. A failure in the background must not become the failure of what the operator did. */
  #recoverSoon(): void {
    if (this.#closing || !this.#ports.spool.openIntentsIn(['writing', 'unknown']).some(needsReading)) return;
    this.recover().catch(() => this.#ports.log.warn('recovery-stopped'));
  }

  /** Looks once more right before the write, unless the check was made a moment ago. */
  async #stillTrue(plan: PlanRecord, track: Track): Promise<Result<void>> {
    const ageMs = this.#ports.now() - plan.madeAtMs;
    if (ageMs >= 0 && ageMs < freshEnoughMs) return ok(undefined);
    track.enter('checking', null);
    const [reading, printer] = await Promise.all([
      this.#ports.graph.credential(graphId(this.#ports, plan.holder.id), track.writeOptions()),
      plan.printerId === null ? ok(null) : this.#ports.printers.ready(plan.printerId),
    ]);
    if (!reading.result.ok) return reading.result;
    if (!printer.ok) return printer;
    const now = this.#ownDeletes.correct(plan.holder.id, reading.result.value, this.#ports.now());
    return sameCodes(plan.before, now) ? ok(undefined) : fail('plan-stale');
  }

  #begin(
    plan: PlanRecord,
    operator: Operator,
    note: string,
    line: BatchLineRef | undefined,
  ): Result<{ intent: Intent; pin: string | null }> {
    const { spool, randomBelow } = this.#ports;
    const dates = datesFor(plan, plan.before, directoryNow(this.#ports), randomBelow(60));
    if (!dates.ok) return dates;
    const drawn =
      operationFacts[plan.operation].pin === 'drawn' ? drawPin(plan.pinLength, () => randomBelow(10)) : null;
    const fresh = {
      operation: plan.operation,
      holderId: plan.holder.id,
      holderName: plan.holder.name,
      holderUpn: plan.holder.upn,
      operatorId: operator.objectId,
      operatorName: operator.name,
      before: plan.before,
      startsAt: dates.value?.startsAt ?? null,
      expiresAt: dates.value?.expiresAt ?? null,
      printerId: plan.printerId,
      reason: note === '' ? null : note,
      pin: drawn,
      pinFrom: pinToAdopt(this.#ports, plan.holder.id, plan.operation),
    };
    const planned = spool.planIntent(fresh, line);
    return planned.ok ? ok({ intent: planned.value, pin: drawn }) : planned;
  }

  async #settle(intent: Intent, track: Track): Promise<RunEnd> {
    const step = parseStep(intent.step);
    if (step !== null) return this.#runner.settleByReading(intent, step, track);
    // A step of another version of the app: nothing can be said about it, and nothing is claimed.
    const state = intent.state === 'planned' ? 'not-done' : 'unknown';
    return this.#settler.settle(intent, state, { failure: fail('graph-outcome-unknown').failure });
  }

  #noteEnd({ intent, failure }: RunEnd): IssueView {
    if (failure === null) this.#failures.delete(intent.id);
    else this.#failures.set(intent.id, failure);
    tidy(this.#ports);
    return this.view(intent);
  }

  #noteRefusal(operator: Operator, { intent, failure }: RunEnd): void {
    const isDone = intent.state === 'created' || intent.state === 'done';
    if (!isDone && failure === null) return;
    this.#refusals.note(operator.objectId, intent.holderId, isDone ? null : failure, this.#ports.now());
  }

  #standing(intentId: string): Intent | null {
    const intent = this.#ports.spool.intent(intentId);
    return intent === null ? null : this.#settler.standing(intent);
  }
}
