import type { FailureFacts } from '../../../shared/result.ts';
import type { PeopleText } from './en/people.ts';

type Hint = keyof PeopleText['hints'];

/**
 * What Microsoft's error numbers mean for a person at a desk (Microsoft identity platform, "AADSTS error codes"). They
 * choose a sentence and nothing else: Microsoft says that they may change.
 */
const hintOf: ReadonlyMap<number, Hint> = new Map([
  [50011, 'not-set-up'],
  [50194, 'not-set-up'],
  [650056, 'not-set-up'],
  [650057, 'not-set-up'],
  [700016, 'not-set-up'],
  [7000218, 'not-set-up'],
  [50105, 'not-assigned'],
  [53000, 'blocked'],
  [53003, 'blocked'],
  [50034, 'account'],
  [50053, 'account'],
  [50057, 'account'],
  [50020, 'other-organisation'],
  [90072, 'other-organisation'],
  [65001, 'approval'],
  [65004, 'approval'],
]);

/** The AADSTS number among a failure's facts; null when there is none. Facts cross the bridge as plain values. */
export function errorNumber({ aadsts }: FailureFacts): number | null {
  return typeof aadsts === 'number' && Number.isInteger(aadsts) && aadsts > 0 ? aadsts : null;
}

/** The sentence that says more about a failed sign-in; null when the number says nothing useful. */
export function signInHint(facts: FailureFacts): Hint | null {
  const number = errorNumber(facts);
  return number === null ? null : (hintOf.get(number) ?? null);
}
