import type { FailureCode } from '../../shared/failure-codes.ts';
import type { Failure } from '../../shared/result.ts';

/** How long a refusal is held up to the operator. Roles and policies do get changed while somebody waits at the desk. */
const keptMs = 5 * 60_000;

const roleCodes: readonly FailureCode[] = ['graph-refused', 'graph-refused-role', 'graph-refused-self'];

interface Noted {
  readonly atMs: number;
  readonly failure: Failure;
}

/**
 * What Microsoft lately refused this operator to do to whom, and whether it has let them do anything. Roles cannot be
 * read with the permissions we ask for, so this experience is all there is to know before a write.
 */
export class Refusals {
  readonly #byPair = new Map<string, Noted>();
  readonly #trusted = new Set<string>();

  /** Notes how a write ended; `failure` null = carried out. */
  note(operatorId: string, holderId: string, failure: Failure | null, nowMs: number): void {
    const key = keyOf(operatorId, holderId);
    if (failure === null) {
      this.#byPair.delete(key);
      this.#trusted.add(operatorId);
    } else if (roleCodes.includes(failure.code) || failure.code === 'graph-policy-refused') {
      for (const [old, noted] of this.#byPair) if (nowMs - noted.atMs >= keptMs) this.#byPair.delete(old);
      this.#byPair.set(key, { atMs: nowMs, failure });
    }
  }

  /** The refusal this pair met lately: of the role, or of the policy. */
  lately(operatorId: string, holderId: string, about: 'role' | 'policy', nowMs: number): Failure | null {
    const noted = this.#byPair.get(keyOf(operatorId, holderId));
    if (noted === undefined || nowMs < noted.atMs || nowMs - noted.atMs >= keptMs) return null;
    return roleCodes.includes(noted.failure.code) === (about === 'role') ? noted.failure : null;
  }

  /** Whether this operator has carried out anything since the start of the app. */
  hasWritten(operatorId: string): boolean {
    return this.#trusted.has(operatorId);
  }
}

function keyOf(operatorId: string, holderId: string): string {
  return `${operatorId} ${holderId}`.toLowerCase();
}
