import type { FailureFacts } from '../../../shared/result.ts';
import type { RolesText } from './en/roles.ts';

const hints: readonly (keyof RolesText)[] = ['no-role', 'other-unit', 'look-only', 'protected-person'];

/** The sentence about a role problem; null when the facts name none. Facts cross the bridge as plain values. */
export function roleHint({ role }: FailureFacts): keyof RolesText | null {
  return hints.find((hint) => hint === role) ?? null;
}
