import type { FailureCode } from '../failure-codes.ts';
import type { Holder } from './holder.ts';
import { type CredentialState, isActive, type Operation, operations } from './kinds.ts';
import { lifetimeLimits } from './lifetimes.ts';

/** Whether an operation can be chosen for a holder now, and which one is most likely wanted. */
export interface Offer {
  readonly operation: Operation;
  /** null = can be chosen; otherwise why not. */
  readonly refused: FailureCode | null;
  readonly suggested: boolean;
}

/**
 * The operations for one holder, in the order the wizard shows them. Pure: the same rule decides what the window
 * offers and what main accepts.
 *
 * A disabled account gets no new code (it could not sign in), but its codes can still be ended.
 */
export function offersFor(
  holder: Pick<Holder, 'enabled' | 'guest'>,
  state: CredentialState | null,
  nowMs: number,
): readonly Offer[] {
  const suggested = suggestedFor(state, nowMs);
  return operations.map((operation) => {
    const refused = refusalOf(operation, holder, state, nowMs);
    return { operation, refused, suggested: refused === null && operation === suggested };
  });
}

function suggestedFor(state: CredentialState | null, nowMs: number): Operation {
  if (state === null) return 'first-badge';
  return isActive(state.standard, nowMs) ? 'temporary' : 'replace';
}

const addsCode: readonly Operation[] = ['first-badge', 'replace', 'temporary', 'extend', 'new-pin'];

function refusalOf(
  operation: Operation,
  holder: Pick<Holder, 'enabled' | 'guest'>,
  state: CredentialState | null,
  nowMs: number,
): FailureCode | null {
  if (addsCode.includes(operation)) {
    if (holder.enabled === false) return 'holder-disabled';
    if (holder.guest === true) return 'holder-guest';
  }
  switch (operation) {
    case 'first-badge':
      return state === null ? null : 'method-exists';
    case 'replace':
    case 'temporary':
    case 'new-pin':
    case 'remove':
      return state === null ? 'method-not-found' : null;
    case 'end-temporary':
      return state !== null && isActive(state.temporary, nowMs) ? null : 'code-not-found';
    case 'extend': {
      if (state === null || state.standard === null || !isActive(state.standard, nowMs))
        return 'code-not-found';
      const last = Date.parse(state.standard.startsAt) + lifetimeLimits.standard.maxMs;
      return last - nowMs > lifetimeLimits.standard.minMs ? null : 'lifetime-refused';
    }
  }
}
