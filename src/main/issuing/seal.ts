import { type CodeKind, operationFacts } from '../../shared/credential/kinds.ts';
import { checkPayloadHolder } from '../../shared/credential/payload.ts';
import type { Intent } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';
import { type RunEnd, type Settler, traceFacts } from './settle.ts';
import { type StepName, voidedBy } from './steps.ts';
import { supersede } from './supersede.ts';
import type { StepOutcome } from './write.ts';

/**
 * Seals a fresh code and queues its badge, in the turn in which the answer came (rule R3). Synchronous on purpose:
 * nothing may come between the answer and the disk.
 */
export function sealCode(
  ports: IssuingPorts,
  settler: Settler,
  intent: Intent,
  step: StepName,
  outcome: StepOutcome & { readonly kind: 'code' },
): RunEnd {
  const { spool, log } = ports;
  const { fresh, trace, pin } = outcome;
  const kind = operationFacts[intent.operation].prints ?? 'standard';
  retireEarlier(ports, intent, voidedBy(step));
  const queued = spool.enqueue(
    intent.id,
    {
      kind,
      codeId: fresh.code.id,
      printerId: intent.printerId ?? '',
      payload: fresh.payload,
      content: {
        ...ports.station(),
        kind,
        holderName: intent.holderName,
        expiresAt: fresh.code.expiresAt,
      },
    },
    { ...(pin === null ? {} : { pin }), facts: traceFacts(trace) },
  );
  const holder = checkPayloadHolder(fresh.payload, intent.holderUpn);
  fresh.payload.fill(0);
  if (!queued.ok) {
    // The code exists but could not be stored: its picture is gone with this turn. Say so, so that it is replaced.
    log.warn('fresh-code-not-stored', { intent: intent.id, code: queued.failure.code });
    return settler.settle(intent, 'picture-lost', { failure: queued.failure, trace });
  }
  if (!holder.ok) log.warn('payload-of-another-holder', { intent: intent.id });
  const stored: Intent = { ...intent, state: 'created', step, hasPin: intent.hasPin || pin !== null };
  closeEarlier(ports, stored);
  return { intent: stored, jobId: queued.value.id, failure: holder.ok ? null : holder.failure };
}

/** Seals a PIN that the directory has set. It is in this one answer only. */
export function sealPin(
  ports: IssuingPorts,
  settler: Settler,
  intent: Intent,
  outcome: StepOutcome & { readonly kind: 'pin' },
): RunEnd {
  const facts = traceFacts(outcome.trace);
  const noted = ports.spool.noteIntent(intent.id, { state: 'created', pin: outcome.pin, facts });
  if (!noted.ok) {
    ports.log.warn('fresh-pin-not-stored', { intent: intent.id, code: noted.failure.code });
    return settler.settle(intent, 'picture-lost', { failure: noted.failure, trace: outcome.trace });
  }
  closeEarlier(ports, noted.value);
  return { intent: noted.value, jobId: null, failure: null };
}

/**
 * There is one active code of each kind, so a badge that still waits carries a dead one, whoever ended it (rule R6).
 * Nothing is written when there is none; what fails here is held back by the spool as long as this intent is open.
 */
function retireEarlier(ports: IssuingPorts, intent: Intent, kinds: readonly CodeKind[]): void {
  for (const kind of kinds) {
    const retired = ports.spool.retireJobs(intent.holderId, kind, 'replaced', intent.operation);
    if (!retired.ok) ports.log.warn('jobs-not-retired', { kind, code: retired.failure.code });
  }
}

/** What this fails to close is closed at the next start (tidy.ts). */
function closeEarlier(ports: IssuingPorts, created: Intent): void {
  const cleared = supersede(ports, created);
  if (!cleared.ok) {
    ports.log.warn('earlier-work-not-closed', { intent: created.id, code: cleared.failure.code });
  }
}
