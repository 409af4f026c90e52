import type { Failure } from '../../shared/result.ts';
import { selfId, type Traced } from './types.ts';

/**
 * Why Microsoft says 403 to this operator about this person, as far as experience tells.
 * `no-role` nobody's methods could be read so far · `other-unit` others' can be read, this person's cannot ·
 * `look-only` reading is allowed, and no change was so far · `protected-person` others can be changed, this one not.
 */
export type RoleHint = 'no-role' | 'other-unit' | 'look-only' | 'protected-person';

interface Seen {
  hasRead: boolean;
  hasWritten: boolean;
}

/**
 * Tells role problems apart. Graph answers all of them with the same 403, and an operator's roles cannot be read with
 * the permissions this app asks for; but a role that reaches nobody, one that is limited to a unit, one that may only
 * look, and a person whose own role is higher leave different traces. It picks a sentence and nothing else.
 */
export class RoleSense {
  readonly #operatorId: () => string | null;
  readonly #seen = new Map<string, Seen>();

  constructor(operatorId: () => string | null) {
    this.#operatorId = operatorId;
  }

  /** Notes how a call ended, and adds `role` to the facts of a refusal. One's own method has rules of its own. */
  async sense<T>(about: 'read' | 'write', holderId: string, call: Promise<Traced<T>>): Promise<Traced<T>> {
    const operatorId = this.#operatorId();
    const traced = await call;
    // Whoever has come since is somebody else: what this answer says is not about them.
    if (operatorId === null || operatorId !== this.#operatorId() || holderId === selfId) return traced;
    const seen = this.#of(operatorId);
    if (traced.result.ok) {
      if (about === 'read') seen.hasRead = true;
      else seen.hasWritten = true;
      return traced;
    }
    const { failure } = traced.result;
    if (failure.code !== 'graph-refused-role') return traced;
    return { ...traced, result: { ok: false, failure: withHint(failure, hintFor(about, seen)) } };
  }

  #of(operatorId: string): Seen {
    const known = this.#seen.get(operatorId) ?? { hasRead: false, hasWritten: false };
    this.#seen.set(operatorId, known);
    return known;
  }
}

function hintFor(about: 'read' | 'write', { hasRead, hasWritten }: Seen): RoleHint {
  if (about === 'read') return hasRead || hasWritten ? 'other-unit' : 'no-role';
  return hasWritten ? 'protected-person' : 'look-only';
}

function withHint({ code, facts }: Failure, role: RoleHint): Failure {
  return { code, facts: { ...facts, role } };
}
