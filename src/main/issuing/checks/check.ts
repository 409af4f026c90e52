import type { Holder } from '../../../shared/credential/holder.ts';
import type { CredentialState, Operation } from '../../../shared/credential/kinds.ts';
import type { Instant } from '../../../shared/ids.ts';
import type { Check, CheckName } from '../../../shared/ipc/views.ts';
import { fail, type Failure, type FailureFacts, type Result } from '../../../shared/result.ts';
import type { FailureCode } from '../../../shared/failure-codes.ts';

/** What is to be done, for whom, and where it is printed. */
export interface CheckInput {
  readonly holder: Holder;
  readonly state: CredentialState | null;
  readonly operation: Operation;
  readonly printerId: string | null;
  /** When the new code would end; null when there is none. */
  readonly expiresAt: Instant | null;
}

export function passed(name: CheckName): Check {
  return { name, verdict: 'ok', failure: null };
}

export function failed(name: CheckName, failure: Failure): Check {
  return { name, verdict: 'failed', failure };
}

/** Something to know that leaves the decision to the operator. */
export function warned(name: CheckName, code: FailureCode, facts: FailureFacts = {}): Check {
  return { name, verdict: 'warning', failure: fail(code, facts).failure };
}

/** Could not be found out; shown, and no obstacle. */
export function unknown(name: CheckName): Check {
  return { name, verdict: 'unknown', failure: null };
}

export function fromResult(name: CheckName, result: Result<unknown>): Check {
  return result.ok ? passed(name) : failed(name, result.failure);
}
