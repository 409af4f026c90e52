import { type CodeKind, operationFacts } from '../../shared/credential/kinds.ts';
import { checkPayloadHolder } from '../../shared/credential/payload.ts';
import { type Failure, fail, ok, type Result } from '../../shared/result.ts';
import type { CallTrace } from '../graph/types.ts';
import type { AuditFacts, Intent, IntentState } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';
import { reconcile } from './reconcile.ts';
import { type StepName, stepsFor } from './steps.ts';
import { type StepOutcome, write } from './write.ts';

/** Where an intent has come to, and why it went no further. */
export interface RunEnd {
  readonly intent: Intent;
  readonly jobId: string | null;
  readonly failure: Failure | null;
}

/**
 * Runs the Graph writes of one intent, one durable note before each (rule R2), and seals what comes back in the same
 * turn (rule R3). Never throws for normal trouble; wherever it stops, the intent says truthfully what exists now.
 */
export class Runner {
  readonly #ports: IssuingPorts;

  constructor(ports: IssuingPorts) {
    this.#ports = ports;
  }

  /** Runs `steps` of an intent; `pin` is the first PIN for `create-method`. */
  async run(intent: Intent, steps: readonly StepName[], pin: string | null): Promise<Result<RunEnd>> {
    let ownDelete = endedBefore(intent, steps);
    let current = intent;
    for (const step of steps) {
      const noted = this.#ports.spool.noteIntent(intent.id, { state: 'writing', step });
      if (!noted.ok) return this.#settle(current, ownDelete ? 'half-done' : 'not-done', noted.failure, null);
      current = noted.value;
      const outcome = await this.#perform(current, step, pin, ownDelete);
      const end = this.#take(current, step, outcome, ownDelete);
      if (end !== null) return end;
      if (step === 'delete-standard' || step === 'delete-temporary') ownDelete = true;
    }
    return this.#settle(current, 'done', null, null);
  }

  /**
   * Settles an intent whose last write has an unknown outcome, by reading only. Called after a restart and on request.
   * Returns the intent as it stands then: `created` never comes from here, because the picture is lost.
   */
  async settleByReading(intent: Intent, step: StepName): Promise<Result<RunEnd>> {
    const finding = await reconcile(this.#ports, intent, step);
    const ownDelete = endedBefore(intent, [step]);
    const lost = fail('graph-outcome-unknown', { step }).failure;
    if (finding === 'unknown') return this.#settle(intent, 'unknown', lost, null);
    if (finding === 'someone-else') {
      return this.#settle(intent, 'not-done', fail('code-exists', { step }).failure, null);
    }
    const isCreate = step.startsWith('create-');
    if (finding === 'happened') {
      if (isCreate) return this.#settle(intent, 'picture-lost', lost, null);
      this.#retire(intent, step);
      const rest = stepsFor(intent.operation, intent.before);
      const isLast = rest.at(-1) === step;
      return this.#settle(intent, isLast ? 'done' : 'half-done', isLast ? null : lost, null);
    }
    return this.#settle(intent, isCreate && ownDelete ? 'half-done' : 'not-done', lost, null);
  }

  async #perform(
    intent: Intent,
    step: StepName,
    pin: string | null,
    afterOwnDelete: boolean,
  ): Promise<StepOutcome> {
    const dates =
      intent.startsAt !== null && intent.expiresAt !== null
        ? { startsAt: intent.startsAt, expiresAt: intent.expiresAt }
        : null;
    return write(this.#ports, step, { holderId: intent.holderId, dates, pin, afterOwnDelete });
  }

  /** Deals with one outcome; null = go on with the next step. */
  #take(
    intent: Intent,
    step: StepName,
    outcome: StepOutcome,
    ownDelete: boolean,
  ): Promise<Result<RunEnd>> | Result<RunEnd> | null {
    switch (outcome.kind) {
      case 'code':
        return this.#seal(intent, outcome);
      case 'pin': {
        const facts = traceFacts(outcome.trace);
        const noted = this.#ports.spool.noteIntent(intent.id, { state: 'created', pin: outcome.pin, facts });
        return noted.ok ? ok({ intent: noted.value, jobId: null, failure: null }) : noted;
      }
      case 'done':
        this.#retire(intent, step);
        return null;
      case 'not-done':
        return this.#settle(intent, ownDelete ? 'half-done' : 'not-done', outcome.failure, outcome.trace);
      case 'unknown':
        return this.#unknown(intent, step, outcome);
    }
  }

  async #unknown(
    intent: Intent,
    step: StepName,
    outcome: StepOutcome & { readonly kind: 'unknown' },
  ): Promise<Result<RunEnd>> {
    this.#ports.log.warn('graph-write-outcome-unknown', { step, ...traceFacts(outcome.trace) });
    const end = await this.settleByReading(intent, step);
    if (!end.ok) return end;
    // A delete that did happen after all: go on with what is left, as if its answer had come.
    if (end.value.intent.state === 'half-done' && step.startsWith('delete-')) {
      const all = stepsFor(intent.operation, intent.before);
      return this.run(end.value.intent, all.slice(all.indexOf(step) + 1), null);
    }
    return end;
  }

  #seal(intent: Intent, outcome: StepOutcome & { readonly kind: 'code' }): Result<RunEnd> {
    const { spool, log } = this.#ports;
    const { fresh, trace } = outcome;
    const kind: CodeKind = operationFacts[intent.operation].prints ?? 'standard';
    const queued = spool.enqueue(
      intent.id,
      {
        kind,
        codeId: fresh.code.id,
        printerId: intent.printerId ?? '',
        payload: fresh.payload,
        content: {
          ...this.#ports.station(),
          kind,
          holderName: intent.holderName,
          expiresAt: fresh.code.expiresAt,
        },
      },
      { ...(outcome.pin === null ? {} : { pin: outcome.pin }), facts: traceFacts(trace) },
    );
    const holder = checkPayloadHolder(fresh.payload, intent.holderUpn);
    fresh.payload.fill(0);
    if (!queued.ok) {
      // The code exists but could not be stored: its picture is gone with this turn. Say so, so that it is replaced.
      log.warn('fresh-code-not-stored', { intent: intent.id, code: queued.failure.code });
      return this.#settle(intent, 'picture-lost', queued.failure, trace);
    }
    if (!holder.ok) log.warn('payload-of-another-holder', { intent: intent.id });
    const stored = spool.intent(intent.id) ?? intent;
    return ok({ intent: stored, jobId: queued.value.id, failure: holder.ok ? null : holder.failure });
  }

  /** Closes the jobs of codes that have just ended: dead codes never print (rule R6). */
  #retire(intent: Intent, step: StepName): void {
    const kinds: readonly CodeKind[] =
      step === 'delete-standard'
        ? ['standard']
        : step === 'delete-temporary'
          ? ['temporary']
          : step === 'delete-method'
            ? ['standard', 'temporary']
            : [];
    const to = intent.operation === 'replace' || intent.operation === 'temporary' ? 'replaced' : 'cancelled';
    for (const kind of kinds) {
      const retired = this.#ports.spool.retireJobs(intent.holderId, kind, to, intent.operation);
      if (!retired.ok) this.#ports.log.warn('jobs-not-retired', { kind, code: retired.failure.code });
    }
  }

  #settle(
    intent: Intent,
    state: IntentState,
    failure: Failure | null,
    trace: CallTrace | null,
  ): Result<RunEnd> {
    const facts: AuditFacts = {
      ...(trace === null ? {} : traceFacts(trace)),
      ...(failure === null ? {} : { failure: failure.code }),
    };
    const noted =
      state === 'done'
        ? this.#ports.spool.closeIntent(intent.id, facts)
        : this.#ports.spool.noteIntent(intent.id, { state, facts });
    // If even this note fails, the intent stays `writing` on disk and is settled by reading at the next start.
    if (!noted.ok) return noted;
    return ok({ intent: noted.value, jobId: null, failure });
  }
}

/** Whether a code of this operation's kind was already ended by it before the first of `steps`. */
function endedBefore(intent: Intent, steps: readonly StepName[]): boolean {
  const first = steps[0];
  const all = stepsFor(intent.operation, intent.before);
  return first !== undefined && first.startsWith('create-') && all.indexOf(first) > 0;
}

function traceFacts(trace: CallTrace): AuditFacts {
  return {
    clientRequestId: trace.clientRequestId,
    requestId: trace.requestId,
    status: trace.status,
    attempts: trace.attempts,
  };
}
