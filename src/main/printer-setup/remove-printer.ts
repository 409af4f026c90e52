import { fail, type Result } from '../../shared/result.ts';
import type { JobRecord } from '../spool/types.ts';
import { dropPrinter } from './printer-list.ts';
import type { SetupPorts } from './types.ts';
import { needsPrinter } from './views.ts';

/** Papers that keep a printer from being removed, by what a person can do about them. */
interface Held {
  /** Can go to another printer. */
  readonly movable: readonly JobRecord[];
  /** On their way right now, or nobody knows whether they came out. */
  readonly unsure: number;
  /** PIN slips stay with the printers set up for them. */
  readonly slips: number;
}

/**
 * Removes a printer. While papers wait there it is refused (`printer-in-use`, with their numbers), unless they are all
 * badges that can go to `moveTo`; each is made anew for that printer first. What did not fit there stays, and so does the
 * printer.
 */
export async function removePrinter(
  ports: SetupPorts,
  printerId: string,
  moveTo: string | null,
): Promise<Result<null>> {
  if (!ports.settings.current.printers.some(({ id }) => id === printerId))
    return fail('printer-unknown', { printerId });
  const source = ports.settings.lockedBy('printers');
  // Before anything is moved: a printer that stays must keep its badges.
  if (source !== null) return fail('settings-locked', { source, path: '$.printers' });
  const held = heldBy(ports, printerId);
  const isFixed = held.unsure > 0 || held.slips > 0;
  if (isFixed || (held.movable.length > 0 && moveTo === null)) return inUse(held);
  for (const job of held.movable) {
    const moved = await ports.moveBadge(job.id, moveTo ?? '', 'printer-removed');
    if (!moved.ok) return moved;
  }
  // While they moved another one may have come.
  const left = heldBy(ports, printerId);
  if (left.movable.length + left.unsure + left.slips > 0) return inUse(left);
  return dropPrinter(ports, printerId);
}

function heldBy(ports: SetupPorts, printerId: string): Held {
  const jobs = ports.spool
    .openJobs()
    .filter((job) => job.printerId === printerId && needsPrinter.has(job.state));
  const badges = jobs.filter(({ paper }) => paper === 'badge');
  const movable = badges.filter(({ state }) => state === 'queued' || state === 'held');
  return { movable, unsure: badges.length - movable.length, slips: jobs.length - badges.length };
}

function inUse({ movable, unsure, slips }: Held): Result<never> {
  return fail('printer-in-use', { waiting: movable.length, unsure, slips });
}
