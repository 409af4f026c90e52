import { type Operation, operationFacts } from '../../shared/credential/kinds.ts';
import { isTerminal } from '../../shared/printing/job.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Intent, IntentState } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';

/** States in which a waiting PIN is known to be the one in the directory. */
const pinCounts: readonly IntentState[] = ['created', 'picture-lost', 'half-done'];

/** States of a later operation in which nobody knows whether it has touched the PIN. */
const mayHaveActed: readonly IntentState[] = ['writing', 'unknown'];

/**
 * Whether the PIN that waits with an intent is known to be the holder's PIN; if not, nobody may be shown it. A later
 * operation that sets or ends PINs casts doubt on it from its first write until that is settled.
 */
export function hasTruePin(ports: Pick<IssuingPorts, 'spool'>, intent: Intent): boolean {
  if (!intent.hasPin || !pinCounts.includes(intent.state)) return false;
  const open = openOf(ports, intent.holderId);
  const later = open.slice(open.findIndex(({ id }) => id === intent.id) + 1);
  return !later.some(
    ({ operation, state }) => operationFacts[operation].pin !== 'kept' && mayHaveActed.includes(state),
  );
}

/**
 * The operation that set a PIN which nobody has handed over yet. A replacement keeps the PIN, so the waiting one moves
 * over to it; otherwise a holder would get a new badge without ever learning the PIN.
 */
export function pinToAdopt(
  ports: Pick<IssuingPorts, 'spool'>,
  holderId: string,
  operation: Operation,
): string | null {
  if (operation !== 'replace') return null;
  return (
    openOf(ports, holderId)
      .filter((intent) => hasTruePin(ports, intent))
      .at(-1)?.id ?? null
  );
}

/**
 * Closes what an operation has made pointless: earlier operations of the same holder whose code is gone, and PINs that
 * no longer count. An operation with something still to hand over stays. Idempotent, and called before `later` itself
 * is written, so that a crash in between only means that it is done again.
 */
export function supersede(ports: Pick<IssuingPorts, 'spool'>, later: Intent): Result<void> {
  const { spool } = ports;
  for (const earlier of earlierThan(ports, later)) {
    const pinIsDead = earlier.hasPin && endsPins(later);
    if (pinIsDead) {
      const dropped = spool.dropPin(earlier.id, later.operation);
      if (!dropped.ok) return dropped;
    }
    const hasOpenJob = spool.jobsOfIntent(earlier.id).some((job) => !isTerminal(job.state));
    const pinWaits = earlier.hasPin && !pinIsDead;
    if (hasOpenJob || pinWaits || !isMoot(earlier, later)) continue;
    const closed = spool.closeIntent(earlier.id, { supersededBy: later.id });
    if (!closed.ok) return closed;
  }
  return ok(undefined);
}

/** Whether PINs of earlier operations count no more, or have moved over to this one. */
function endsPins(later: Intent): boolean {
  switch (later.state) {
    case 'created':
    case 'half-done':
      return later.hasPin;
    case 'picture-lost':
      return later.hasPin || later.operation === 'new-pin';
    case 'done':
      return later.operation === 'remove';
    case 'unknown':
      // The PIN may be another one now. The old one must not be given to anybody; setting a new one is always right.
      return later.operation === 'new-pin';
    case 'planned':
    case 'writing':
    case 'not-done':
      return false;
  }
}

/** Whether `later`, as it stands, has settled an unfinished `earlier` operation of the same holder. */
function isMoot(earlier: Intent, later: Intent): boolean {
  const isProven = later.state === 'created' || later.state === 'done';
  const hasEnded = later.state === 'picture-lost' || later.state === 'half-done';
  return (isProven || hasEnded) && overtakes(later.operation, earlier.operation);
}

/** Whether a `later` operation that took effect leaves nothing of an `earlier` one. */
export function overtakes(later: Operation, earlier: Operation): boolean {
  if (later === earlier) return true;
  switch (later) {
    // A first badge can only be made where there was nothing left.
    case 'first-badge':
    case 'remove':
      return true;
    case 'replace':
      return earlier === 'first-badge' || earlier === 'extend';
    case 'temporary':
    case 'end-temporary':
      return earlier === 'temporary' || earlier === 'end-temporary';
    case 'extend':
    case 'new-pin':
      return false;
  }
}

/** Open intents of one holder, oldest first. */
export function openOf(ports: Pick<IssuingPorts, 'spool'>, holderId: string): readonly Intent[] {
  return ports.spool.openIntentsOf(holderId);
}

/** An operation that is settled late must not touch what was begun after it. */
function earlierThan(ports: Pick<IssuingPorts, 'spool'>, later: Intent): readonly Intent[] {
  const open = openOf(ports, later.holderId);
  const at = open.findIndex((intent) => intent.id === later.id);
  return at < 0 ? [] : open.slice(0, at);
}
