import type { Holder } from '../../shared/credential/holder.ts';
import type { CredentialState, Operation } from '../../shared/credential/kinds.ts';
import { operationFacts } from '../../shared/credential/kinds.ts';
import { latestExtension, type Lifetime, lifetimeMs, planDates } from '../../shared/credential/lifetimes.ts';
import { toInstant } from '../../shared/ids.ts';
import type { Plan } from '../../shared/ipc/views.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CodeDates } from '../graph/types.ts';
import type { IssuingPorts } from './ports.ts';
import { isReady, preflight } from './preflight.ts';
import { endsOf } from './steps.ts';

/** How long a check stays good. After that the operator checks again: printers and directories change. */
const planLifeMs = 5 * 60_000;

/** What main remembers of a plan; the window only gets its id and what to show. */
export interface PlanRecord {
  readonly id: string;
  readonly holder: Holder;
  readonly before: CredentialState | null;
  readonly operation: Operation;
  readonly lifetime: Lifetime | null;
  readonly printerId: string | null;
  readonly ready: boolean;
  readonly madeAtMs: number;
}

export interface PlanRequest {
  readonly holderId: string;
  readonly operation: Operation;
  readonly lifetime: Lifetime | null;
  readonly printerId: string | null;
}

/** Makes plans and hands each out once. One plan is open at a time: the station stays on one holder (rule R9). */
export class Plans {
  readonly #ports: IssuingPorts;
  #open: PlanRecord | null = null;

  constructor(ports: IssuingPorts) {
    this.#ports = ports;
  }

  /** Reads holder and credential afresh, runs every check, and says what would happen. */
  async make(request: PlanRequest): Promise<Result<Plan>> {
    const ports = this.#ports;
    const [holder, reading] = await Promise.all([
      ports.graph.holder(request.holderId),
      ports.graph.credential(request.holderId),
    ]);
    if (!holder.ok) return holder;
    if (!reading.result.ok) return reading.result;
    const state = reading.result.value;
    const printerId = operationFacts[request.operation].prints === null ? null : request.printerId;
    const dates = datesFor(request, state, ports.now(), 0);
    if (!dates.ok) return dates;
    const report = await preflight(ports, {
      holder: holder.value,
      state,
      operation: request.operation,
      printerId,
    });
    const ready = isReady(report.checks);
    this.#open = {
      id: ports.newId(),
      holder: holder.value,
      before: state,
      operation: request.operation,
      lifetime: request.lifetime,
      printerId,
      ready,
      madeAtMs: ports.now(),
    };
    return ok({
      planId: this.#open.id,
      holder: holder.value,
      operation: request.operation,
      lifetime: request.lifetime,
      expiresAt: dates.value?.expiresAt ?? null,
      printer: report.printer,
      ends: endsOf(request.operation, state, ports.now()),
      checks: report.checks,
      ready,
    });
  }

  /** Takes a plan for use; it cannot be used again. */
  take(planId: string): Result<PlanRecord> {
    const plan = this.#open;
    if (plan === null || plan.id !== planId) return fail('plan-stale');
    this.#open = null;
    const age = this.#ports.now() - plan.madeAtMs;
    if (age < 0 || age > planLifeMs) return fail('plan-stale');
    return plan.ready ? ok(plan) : fail('plan-impossible');
  }
}

/**
 * The dates to ask Graph for; null when the operation has none. `markSecond` makes the expiry recognisable as ours.
 * An extension cannot pass 395 days after the code's own start, so a longer wish is cut to that day.
 */
export function datesFor(
  request: Pick<PlanRequest, 'operation' | 'lifetime'>,
  state: CredentialState | null,
  nowMs: number,
  markSecond: number,
): Result<CodeDates | null> {
  const kind = operationFacts[request.operation].prints;
  if (kind === null && request.operation !== 'extend') return ok(null);
  const wanted = kind ?? 'standard';
  if (request.lifetime === null || request.lifetime.kind !== wanted)
    return fail('lifetime-refused', { wanted });
  if (request.operation === 'extend') {
    const length = lifetimeMs(request.lifetime);
    if (length === null || !state?.standard) return fail('lifetime-refused', { wanted });
    const last = latestExtension(Date.parse(state.standard.startsAt));
    const expireMs = Math.min(Math.floor((nowMs + length) / 1000) * 1000, last);
    return ok({ startsAt: state.standard.startsAt, expiresAt: toInstant(expireMs) });
  }
  const dates = planDates(request.lifetime, nowMs, markSecond);
  if (dates === null) return fail('lifetime-refused', { wanted });
  return ok({ startsAt: toInstant(dates.startMs), expiresAt: toInstant(dates.expireMs) });
}
