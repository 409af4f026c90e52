import type { FailureCode } from '../../shared/failure-codes.ts';
import type { Failure } from '../../shared/result.ts';
import type { Plan } from '../../shared/ipc/views.ts';

/** Trouble of one holder: the next one may be fine. Everything else would meet each of them, so the batch pauses. */
const holderCodes: readonly FailureCode[] = [
  'holder-not-found',
  'holder-disabled',
  'holder-guest',
  'holder-mismatch',
  'method-not-found',
  'method-exists',
  'code-not-found',
  'code-exists',
  'lifetime-refused',
  'pin-refused',
  'graph-refused-role',
  'graph-refused-self',
  'graph-policy-refused',
  'symbol-does-not-fit',
  'badge-unreadable',
];

/** What passes by itself: an operator's hand is in between, or a plan grew old while something was waited for. */
const passingCodes: readonly FailureCode[] = ['busy', 'plan-stale'];

export function isHoldersOwn({ code }: Failure): boolean {
  return holderCodes.includes(code);
}

export function isPassing({ code }: Failure): boolean {
  return passingCodes.includes(code);
}

/** Why a plan cannot be carried out; null when it can. */
export function obstacleOf(plan: Plan): Failure | null {
  return plan.checks.find(({ verdict }) => verdict === 'failed')?.failure ?? null;
}

/** The reason that each intent of a batch bears, in the ledger and in the audit trail. */
export function noteOf(batchId: string): string {
  return `batch ${batchId}`;
}
