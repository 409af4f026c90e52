import type { Holder } from '../../shared/credential/holder.ts';
import type { CredentialState, Operation } from '../../shared/credential/kinds.ts';
import { operationFacts } from '../../shared/credential/kinds.ts';
import { latestExtension, type Lifetime, lifetimeMs, planDates } from '../../shared/credential/lifetimes.ts';
import { toInstant } from '../../shared/ids.ts';
import type { Plan } from '../../shared/ipc/views.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { CallOptions, CodeDates } from '../graph/types.ts';
import { directoryNow, graphId, type IssuingPorts } from './ports.ts';
import { type Experience, isReady, preflight } from './preflight.ts';
import { endsOf } from './steps.ts';

/** How long a check stays good. After that the operator checks again: printers and directories change. */
const planLifeMs = 5 * 60_000;

/** What main remembers of a plan; the window only gets its id and what to show. */
export interface PlanRecord {
  readonly id: string;
  readonly operatorId: string;
  readonly holder: Holder;
  readonly before: CredentialState | null;
  readonly operation: Operation;
  readonly lifetime: Lifetime | null;
  readonly printerId: string | null;
  /** What a first PIN must have: the longer of what the station and the tenant's policy ask for. */
  readonly pinLength: number;
  readonly ready: boolean;
  readonly madeAtMs: number;
}

export interface PlanRequest {
  readonly holderId: string;
  readonly operation: Operation;
  readonly lifetime: Lifetime | null;
  readonly printerId: string | null;
  /**
   * Id of the standard code the wish was made for, null for none. When the holder has another by now, the answer is
   * `code-exists`: somebody else was quicker, and that code is not to be ended by accident.
   */
  readonly codeBefore?: string | null;
}

/**
 * Makes plans and hands each out once. One plan is open at a time: the station stays on one holder (rule R9). A plan
 * counts only for the operator who asked for it, and only if nothing else was asked for since.
 */
export class Plans {
  readonly #ports: IssuingPorts;
  readonly #experience: Experience;
  #open: PlanRecord | null = null;
  #asked = 0;

  constructor(ports: IssuingPorts, experience: Experience) {
    this.#ports = ports;
    this.#experience = experience;
  }

  /** Reads holder and credential afresh, runs every check, and says what would happen. */
  async make(request: PlanRequest, options: CallOptions = {}): Promise<Result<Plan>> {
    const ports = this.#ports;
    const operator = ports.operator();
    if (operator === null) return fail('not-signed-in');
    this.#open = null;
    this.#asked += 1;
    const asked = this.#asked;
    const [holderRead, reading] = await Promise.all([
      ports.graph.holder(request.holderId, options),
      ports.graph.credential(graphId(ports, request.holderId), options),
    ]);
    if (!holderRead.ok) return holderRead;
    if (!reading.result.ok) return reading.result;
    const holder = holderRead.value;
    const state = this.#experience.ownDeletes.correct(holder.id, reading.result.value, ports.now());
    if (hasMoved(request, state)) return fail('code-exists', { call: 'plan' });
    const { operation, lifetime } = request;
    const { prints } = operationFacts[operation];
    const printerId = prints === null ? null : request.printerId;
    const nowMs = directoryNow(ports);
    const dates = datesFor(request, state, nowMs, 0);
    if (!dates.ok) return dates;
    const expiresAt = dates.value?.expiresAt ?? null;
    const input = { holder, state, operation, printerId, expiresAt };
    const [report, policy] = await Promise.all([
      preflight(ports, this.#experience, input),
      this.#experience.policies.policy(),
    ]);
    // Two questions can overtake each other; only the last one may end in a plan.
    if (asked !== this.#asked || ports.operator()?.objectId !== operator.objectId) return fail('plan-stale');
    const plan: PlanRecord = {
      id: ports.newId(),
      operatorId: operator.objectId,
      holder,
      before: state,
      operation,
      lifetime,
      printerId,
      pinLength: Math.max(ports.pinLength(), policy?.pinLength ?? 0),
      ready: isReady(report.checks),
      madeAtMs: ports.now(),
    };
    this.#open = plan;
    return ok({
      planId: plan.id,
      holder,
      operation,
      lifetime,
      expiresAt,
      printer: report.printer,
      ends: endsOf(operation, state, nowMs),
      checks: report.checks,
      ready: plan.ready,
    });
  }

  /** Takes a plan for use; it cannot be used again. */
  take(planId: string): Result<PlanRecord> {
    const plan = this.#open;
    if (plan === null || plan.id !== planId) return fail('plan-stale');
    this.#open = null;
    if (plan.operatorId !== this.#ports.operator()?.objectId) return fail('plan-stale');
    const age = this.#ports.now() - plan.madeAtMs;
    if (age < 0 || age > planLifeMs) return fail('plan-stale');
    return plan.ready ? ok(plan) : fail('plan-impossible');
  }
}

function hasMoved({ codeBefore }: PlanRequest, state: CredentialState | null): boolean {
  if (codeBefore === undefined) return false;
  // Ids come in capitals or small letters, as the service likes.
  return (state?.standard?.id.toLowerCase() ?? null) !== (codeBefore?.toLowerCase() ?? null);
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
