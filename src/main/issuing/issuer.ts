import { operationFacts } from '../../shared/credential/kinds.ts';
import { drawPin } from '../../shared/credential/pin.ts';
import type { IssueView, Plan } from '../../shared/ipc/views.ts';
import { type Failure, fail, ok, type Result } from '../../shared/result.ts';
import type { Intent } from '../spool/types.ts';
import { type PlanRecord, type PlanRequest, Plans, datesFor } from './plans.ts';
import type { IssuingPorts } from './ports.ts';
import { type RunEnd, Runner } from './runner.ts';
import { parseStep, sameCodes, stepsFor } from './steps.ts';
import { pinToAdopt, supersede } from './supersede.ts';
import type { TimingBook } from './timings.ts';
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
  readonly #runner: Runner;
  readonly #timings: TimingBook;
  readonly #failures = new Map<string, Failure>();
  readonly #revealed = new Set<string>();
  #running: string | null = null;

  constructor(ports: IssuingPorts, timings: TimingBook) {
    this.#ports = ports;
    this.#plans = new Plans(ports);
    this.#runner = new Runner(ports);
    this.#timings = timings;
  }

  async plan(request: PlanRequest): Promise<Result<Plan>> {
    if (this.#ports.operator() === null) return fail('not-signed-in');
    return this.#plans.make(request);
  }

  /** Does what the plan says. Resolves when the answer is sealed on disk, not when paper came out. */
  async run(planId: string, clickedAtMs: number, note: string): Promise<Result<IssueView>> {
    const operator = this.#ports.operator();
    if (operator === null) return fail('not-signed-in');
    return this.#alone(planId, async () => {
      const plan = this.#plans.take(planId);
      if (!plan.ok) return plan;
      const fresh = await this.#stillTrue(plan.value);
      if (!fresh.ok) return fresh;
      const started = this.#begin(plan.value, note);
      if (!started.ok) return started;
      const { intent, pin } = started.value;
      const end = await this.#runner.run(intent, stepsFor(intent.operation, intent.before), pin);
      return this.#finish(end, clickedAtMs);
    });
  }

  /**
   * Finds out by reading what became of an operation that stopped half-way. Never writes: what is missing then is done
   * by a new plan with all its checks, which takes over from this intent (supersede.ts).
   */
  async resume(intentId: string): Promise<Result<IssueView>> {
    if (this.#ports.operator() === null) return fail('not-signed-in');
    return this.#alone(intentId, async () => {
      const intent = this.#ports.spool.intent(intentId);
      if (intent === null) return fail('intent-unknown');
      const open = intent.state === 'unknown' || intent.state === 'writing' || intent.state === 'half-done';
      if (!open) return ok(this.view(intent));
      return this.#finish(await this.#settle(intent), null);
    });
  }

  /**
   * After a restart or a new sign-in: settles every operation whose last write has an unknown outcome, by reading
   * only. What is still missing then (`half-done`, `picture-lost`) is shown to the operator first of all.
   */
  async recover(): Promise<void> {
    for (const intent of this.#ports.spool.openIntents()) {
      if (this.#running !== null || this.#ports.operator() === null) return;
      if (intent.state === 'planned') this.#ports.spool.noteIntent(intent.id, { state: 'not-done' });
      if (intent.state === 'writing' || intent.state === 'unknown') await this.resume(intent.id);
    }
  }

  get(intentId: string): Result<IssueView> {
    const intent = this.#ports.spool.intent(intentId);
    return intent === null ? fail('intent-unknown') : ok(this.view(intent));
  }

  /** Operations with something left to do, oldest first; the one that runs right now is not among them. */
  open(): readonly IssueView[] {
    return this.#ports.spool
      .openIntents()
      .filter((intent) => intent.state !== 'planned' && intent.id !== this.#running)
      .map((intent) => this.view(intent));
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

  async #alone(id: string, work: () => Promise<Result<IssueView>>): Promise<Result<IssueView>> {
    if (this.#running !== null) return fail('busy');
    this.#running = id;
    try {
      return await work();
    } finally {
      this.#running = null;
    }
  }

  /** Looks once more right before the write, unless the check was made a moment ago. */
  async #stillTrue(plan: PlanRecord): Promise<Result<void>> {
    if (this.#ports.now() - plan.madeAtMs < freshEnoughMs) return ok(undefined);
    const [reading, printer] = await Promise.all([
      this.#ports.graph.credential(plan.holder.id),
      plan.printerId === null ? ok(null) : this.#ports.printers.ready(plan.printerId),
    ]);
    if (!reading.result.ok) return reading.result;
    if (!printer.ok) return printer;
    return sameCodes(plan.before, reading.result.value) ? ok(undefined) : fail('plan-stale');
  }

  #begin(plan: PlanRecord, note: string): Result<{ intent: Intent; pin: string | null }> {
    const { spool, now, randomBelow } = this.#ports;
    const operator = this.#ports.operator();
    if (operator === null) return fail('not-signed-in');
    const dates = datesFor(plan, plan.before, now(), randomBelow(60));
    if (!dates.ok) return dates;
    const drawn =
      operationFacts[plan.operation].pin === 'drawn'
        ? drawPin(this.#ports.pinLength(), () => randomBelow(10))
        : null;
    const planned = spool.planIntent({
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
      pin: drawn ?? pinToAdopt(this.#ports, plan.holder.id, plan.operation),
    });
    return planned.ok ? ok({ intent: planned.value, pin: drawn }) : planned;
  }

  async #settle(intent: Intent): Promise<Result<RunEnd>> {
    const step = parseStep(intent.step);
    if (step === null) {
      const noted = this.#ports.spool.noteIntent(intent.id, { state: 'not-done' });
      return noted.ok ? ok({ intent: noted.value, jobId: null, failure: null }) : noted;
    }
    return this.#runner.settleByReading(intent, step);
  }

  #finish(end: Result<RunEnd>, clickedAtMs: number | null): Result<IssueView> {
    if (!end.ok) return end;
    const { intent, jobId, failure } = end.value;
    if (jobId !== null && clickedAtMs !== null) {
      this.#timings.durable(jobId, clickedAtMs, this.#ports.now());
    }
    if (failure === null) this.#failures.delete(intent.id);
    else this.#failures.set(intent.id, failure);
    if (intent.state === 'created' || intent.state === 'done') supersede(this.#ports, intent);
    return ok(this.view(this.#ports.spool.intent(intent.id) ?? intent));
  }
}
