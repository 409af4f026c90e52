import type { Operation } from '../../shared/credential/kinds.ts';
import { isTerminal } from '../../shared/printing/job.ts';
import type { Intent } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';

/**
 * A PIN that an earlier operation drew and nobody has handed over yet. A replacement keeps the PIN, so the waiting one
 * moves over to it; otherwise a holder would get a new badge without ever learning the PIN.
 */
export function pinToAdopt(ports: IssuingPorts, holderId: string, operation: Operation): string | null {
  if (operation !== 'replace') return null;
  const waiting = othersOf(ports, holderId, '')
    .filter((intent) => intent.hasPin)
    .at(-1);
  if (!waiting) return null;
  const pin = ports.spool.pin(waiting.id);
  return pin.ok ? pin.value : null;
}

/**
 * Closes what a finished operation has made pointless: earlier operations of the same holder whose code is gone, and
 * PINs that no longer count. An operation with something still to hand over stays.
 */
export function supersede(ports: IssuingPorts, done: Intent): void {
  for (const earlier of othersOf(ports, done.holderId, done.id)) {
    const pinIsDead = earlier.hasPin && (done.hasPin || done.operation === 'remove');
    if (pinIsDead) ports.spool.dropPin(earlier.id, done.operation);
    const jobs = ports.spool.jobsOfIntent(earlier.id);
    const nothingToPrint = jobs.every((job) => isTerminal(job.state));
    const pinWaits = earlier.hasPin && !pinIsDead;
    const openForPaper = earlier.state === 'created' && jobs.length > 0 && !nothingToPrint;
    if (openForPaper || pinWaits || !overtakes(done.operation, earlier.operation)) continue;
    ports.spool.closeIntent(earlier.id, { supersededBy: done.id });
  }
}

/** Whether a finished `later` operation settles an unfinished `earlier` one of the same holder. */
function overtakes(later: Operation, earlier: Operation): boolean {
  if (later === 'remove' || later === earlier) return true;
  if (later === 'replace') return earlier === 'first-badge' || earlier === 'extend';
  if (later === 'temporary' || later === 'end-temporary') {
    return earlier === 'temporary' || earlier === 'end-temporary';
  }
  return false;
}

function othersOf(ports: IssuingPorts, holderId: string, exceptId: string): readonly Intent[] {
  return ports.spool.openIntents().filter((intent) => intent.holderId === holderId && intent.id !== exceptId);
}
