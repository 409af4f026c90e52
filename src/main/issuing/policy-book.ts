import type { Failure, Result } from '../../shared/result.ts';
import type { CallOptions, PolicyTarget, QrPolicy } from '../graph/types.ts';
import { graphId, type IssuingPorts } from './ports.ts';

/** How long a policy, or a refusal to show it, is believed. Administrators change it rarely. */
const keptMs = 10 * 60_000;
/** Graph's word for everybody in an include list. */
const everybody = 'all_users';

interface Remembered<T> {
  readonly operatorId: string;
  readonly atMs: number;
  readonly value: T;
}

/**
 * The tenant's rules for QR codes, as far as this operator may read them. Reading them takes a permission and a role
 * that many operators do not have; then nothing is known here, and the documented defaults count.
 */
export class PolicyBook {
  readonly #ports: Pick<IssuingPorts, 'graph' | 'operator' | 'now'>;
  #policy: Remembered<QrPolicy | null> | null = null;
  #groupsRefused: Remembered<true> | null = null;

  constructor(ports: Pick<IssuingPorts, 'graph' | 'operator' | 'now'>) {
    this.#ports = ports;
  }

  /** The policy, or null when it may not or cannot be read now. */
  async policy(): Promise<QrPolicy | null> {
    const known = this.#stillGood(this.#policy);
    if (known !== null) return known.value;
    const read = await this.#ports.graph.policy(quick());
    const value = read.ok ? read.value : null;
    if (read.ok || isRefusal(read.failure)) this.#policy = this.#remember(value);
    return value;
  }

  /** Whether the policy lets this holder use a QR code; null when that cannot be found out. */
  async covers(holderId: string): Promise<boolean | null> {
    const policy = await this.policy();
    if (policy === null) return null;
    if (policy.enabled === false) return false;
    const ids = groupIds([...policy.include, ...policy.exclude]);
    const groups = ids.length === 0 ? new Set<string>() : await this.#groups(holderId, ids);
    return judgeScope(policy, groups);
  }

  /** The groups among `ids` that the holder is in, in lower case; null when that may not be asked. */
  async #groups(holderId: string, ids: readonly string[]): Promise<ReadonlySet<string> | null> {
    if (this.#stillGood(this.#groupsRefused) !== null) return null;
    const found: Result<readonly string[]> = await this.#ports.graph.groupsOf(
      graphId(this.#ports, holderId),
      ids,
      quick(),
    );
    if (found.ok) return new Set(found.value.map((id) => id.toLowerCase()));
    if (isRefusal(found.failure)) this.#groupsRefused = this.#remember(true as const);
    return null;
  }

  #remember<T>(value: T): Remembered<T> | null {
    const operatorId = this.#ports.operator()?.objectId;
    return operatorId === undefined ? null : { operatorId, atMs: this.#ports.now(), value };
  }

  #stillGood<T>(remembered: Remembered<T> | null): Remembered<T> | null {
    if (remembered === null || remembered.operatorId !== this.#ports.operator()?.objectId) return null;
    const ageMs = this.#ports.now() - remembered.atMs;
    return ageMs >= 0 && ageMs < keptMs ? remembered : null;
  }
}

/** Whether somebody in these groups is covered; `groups` null = not known. An exclusion wins over an inclusion. */
export function judgeScope(
  policy: Pick<QrPolicy, 'include' | 'exclude'>,
  groups: ReadonlySet<string> | null,
): boolean | null {
  const excluded = isTargeted(policy.exclude, groups);
  if (excluded === true) return false;
  const included = isTargeted(policy.include, groups);
  if (included === false) return false;
  return excluded === null || included === null ? null : true;
}

function isTargeted(targets: readonly PolicyTarget[], groups: ReadonlySet<string> | null): boolean | null {
  if (targets.some(({ id }) => id.toLowerCase() === everybody)) return true;
  if (targets.length === 0) return false;
  if (groups === null) return null;
  if (targets.some(({ id }) => groups.has(id.toLowerCase()))) return true;
  // Another kind of target than a group may be added to the service one day; it says nothing we understand.
  return targets.every(({ type }) => type.toLowerCase() === 'group') ? false : null;
}

function groupIds(targets: readonly PolicyTarget[]): readonly string[] {
  const ids = targets
    .filter(({ type, id }) => type.toLowerCase() === 'group' && id.toLowerCase() !== everybody)
    .map(({ id }) => id.toLowerCase());
  return [...new Set(ids)];
}

/** A refusal will be the same in a minute; a bad connection need not be. */
function isRefusal({ code }: Failure): boolean {
  return (
    code.startsWith('graph-refused') ||
    code === 'sign-in-consent-required' ||
    code === 'sign-in-interaction-required' ||
    code === 'graph-claims-challenge'
  );
}

/** A hint is not worth waiting for: at the first pause the call is given up. */
function quick(): CallOptions {
  const controller = new AbortController();
  return { signal: controller.signal, interactive: false, onWait: () => controller.abort() };
}
