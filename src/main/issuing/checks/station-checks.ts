import { operationFacts } from '../../../shared/credential/kinds.ts';
import type { Check } from '../../../shared/ipc/views.ts';
import { fail } from '../../../shared/result.ts';
import type { IssuingPorts } from '../ports.ts';
import { type CheckInput, failed, passed, unknown, warned } from './check.ts';

/** Free space below which nothing is issued: room for the spool, its log and a few hundred jobs. */
export const minFreeBytes = 50 * 1024 * 1024;
/**
 * Clock differences, ours against Microsoft's: warned from, refused from. Dates follow Microsoft's clock, but the
 * station closes expired badges by its own.
 */
export const clockLimitsMs = { warn: 2 * 60_000, refuse: 10 * 60_000 } as const;

export function checkClock(ports: IssuingPorts): Check {
  const skewMs = ports.graph.clockSkewMs;
  if (skewMs === null) return unknown('clock');
  const facts = { minutes: Math.round(skewMs / 60_000) };
  if (Math.abs(skewMs) >= clockLimitsMs.refuse) return failed('clock', fail('clock-wrong', facts).failure);
  return Math.abs(skewMs) >= clockLimitsMs.warn ? warned('clock', 'clock-wrong', facts) : passed('clock');
}

/** Whether the answer can be sealed. A key that does not open must stop everything that bears a secret. */
export function checkSeal(ports: IssuingPorts, { operation }: CheckInput): Check {
  const { prints, pin } = operationFacts[operation];
  const bearsSecret = prints !== null || pin === 'drawn' || pin === 'reset';
  if (!bearsSecret) return passed('seal');
  switch (ports.spool.sealState) {
    case 'kept':
      return passed('seal');
    case 'memory':
      return warned('seal', 'seal-unavailable');
    case 'broken':
      return failed('seal', fail('seal-broken').failure);
  }
}

/** A real write, because free space alone does not say that the ledger can be written. */
export async function checkDisk(ports: IssuingPorts): Promise<Check> {
  const written = ports.spool.audit('checked-before-issuing', {});
  if (!written.ok) return failed('disk', written.failure);
  const free = await ports.diskFreeBytes();
  if (free === null || free >= minFreeBytes) return passed('disk');
  return failed('disk', fail('spool-unwritable', { freeMegabytes: Math.floor(free / 1_048_576) }).failure);
}
