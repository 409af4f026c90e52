import type { Failure, Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import type { CallTrace } from '../graph/types.ts';
import type { AuditFacts, Intent, IntentState } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';
import { isCreate, type StepName, voidedBy } from './steps.ts';
import { supersede } from './supersede.ts';

/** Where an intent has come to, and why it went no further. */
export interface RunEnd {
  readonly intent: Intent;
  readonly jobId: string | null;
  readonly failure: Failure | null;
}

/** What is to be written about an intent. */
interface Settlement {
  readonly intent: Intent;
  readonly state: IntentState;
  /** The step that is known to have happened: codes it made void must not print any more. */
  readonly ended: StepName | null;
  readonly facts: AuditFacts;
}

export interface SettleOptions {
  readonly failure?: Failure | null;
  readonly trace?: CallTrace | null;
  readonly ended?: StepName | null;
}

/**
 * Writes down how an intent stands. When the disk refuses even that, the statement is kept in memory and shown all the
 * same, and written as soon as it can be; after a restart the intent is found in `writing` and reading comes to the
 * same end.
 */
export class Settler {
  readonly #ports: IssuingPorts;
  readonly #unwritten = new Map<string, Settlement>();

  constructor(ports: IssuingPorts) {
    this.#ports = ports;
  }

  /** Never fails: whatever the disk does, the operator gets the true statement. */
  settle(intent: Intent, state: IntentState, options: SettleOptions = {}): RunEnd {
    const { failure = null, trace = null, ended = null } = options;
    const facts = {
      ...(trace === null ? {} : traceFacts(trace)),
      ...(failure === null ? {} : { failure: failure.code }),
    };
    const settlement: Settlement = { intent, state, ended, facts };
    const written = this.#write(settlement);
    if (written.ok) {
      this.#unwritten.delete(intent.id);
      return { intent: written.value, jobId: null, failure };
    }
    this.#ports.log.warn('outcome-not-stored', { intent: intent.id, state, code: written.failure.code });
    if (isPermanent(written.failure)) {
      return { intent: this.#ports.spool.intent(intent.id) ?? intent, jobId: null, failure };
    }
    this.#unwritten.set(intent.id, settlement);
    return { intent: { ...intent, state }, jobId: null, failure: failure ?? written.failure };
  }

  /** The intent as it truly stands, also when that could not be written yet. */
  standing(intent: Intent): Intent {
    const settlement = this.#unwritten.get(intent.id);
    if (settlement === undefined) return intent;
    if (intent.state !== 'done' && intent.state !== 'not-done') return { ...intent, state: settlement.state };
    this.#unwritten.delete(intent.id);
    return intent;
  }

  /** Tries once more to write what could not be written. */
  flush(): void {
    for (const [intentId, settlement] of this.#unwritten) {
      const written = this.#write(settlement);
      if (written.ok || isPermanent(written.failure)) this.#unwritten.delete(intentId);
    }
  }

  /** Closes the jobs of codes that a step has made void: dead codes never print (rule R6). */
  retire(intent: Intent, step: StepName): Result<void> {
    const { operation } = intent;
    const isReplaced = operation === 'replace' || operation === 'temporary' || isCreate(step);
    for (const kind of voidedBy(step)) {
      const to = isReplaced ? 'replaced' : 'cancelled';
      const retired = this.#ports.spool.retireJobs(intent.holderId, kind, to, intent.operation);
      if (!retired.ok) return retired;
    }
    return ok(undefined);
  }

  /** Jobs first, the intent last: while it is open, the spool holds back the jobs whose codes it may have ended. */
  #write({ intent, state, ended, facts }: Settlement): Result<Intent> {
    const { spool } = this.#ports;
    const retired = ended === null ? ok(undefined) : this.retire(intent, ended);
    if (!retired.ok) return retired;
    const cleared = supersede(this.#ports, { ...intent, state });
    if (!cleared.ok) return cleared;
    return state === 'done'
      ? spool.closeIntent(intent.id, facts)
      : spool.noteIntent(intent.id, { state, facts });
  }
}

/** Refused by the ledger's rules, so that trying again is of no use: somebody else has settled it. */
function isPermanent(failure: Failure): boolean {
  return failure.code === 'transition-refused' || failure.code === 'intent-unknown';
}

/** The ids by which a call can be found in Microsoft's logs. */
export function traceFacts(trace: CallTrace): AuditFacts {
  return {
    clientRequestId: trace.clientRequestId,
    requestId: trace.requestId,
    status: trace.status,
    attempts: trace.attempts,
  };
}
