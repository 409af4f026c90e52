import type { CodeState, CredentialState } from '../../shared/credential/kinds.ts';
import { endedBy, isCreate, type StepName } from './steps.ts';

/**
 * How long after a deletion the directory's copies may still believe in what was deleted. Microsoft gives no figure;
 * some seconds are usual, a minute is generous.
 */
const lagMs = 60_000;

/** What a create may still meet after which deletion. */
const blockedBy: Readonly<Record<'create-method' | 'create-standard' | 'create-temporary', StepName>> = {
  'create-method': 'delete-method',
  'create-standard': 'delete-standard',
  'create-temporary': 'delete-temporary',
};

interface Deletion {
  readonly holderId: string;
  readonly step: StepName;
  readonly atMs: number;
  /** Ids of the codes that went, in lower case. */
  readonly codeIds: readonly string[];
}

/**
 * The deletions this station has made lately. A write that succeeded is trusted more than a copy that has not heard of
 * it yet: only after a deletion of ours does "already exists" mean "not yet gone everywhere", and a code we have
 * deleted does not come back because a reading still shows it.
 */
export class OwnDeletes {
  #deletions: readonly Deletion[] = [];

  note(holderId: string, step: StepName, before: CredentialState | null, nowMs: number): void {
    const codeIds = endedBy(step).flatMap((kind) => before?.[kind]?.id.toLowerCase() ?? []);
    const recent = this.#deletions.filter((one) => isRecent(one, nowMs));
    this.#deletions = [...recent, { holderId, step, atMs: nowMs, codeIds }];
  }

  /** Whether this create may meet what we have just deleted ourselves. */
  mayBlock(holderId: string, step: StepName, nowMs: number): boolean {
    return isCreate(step) && this.#of(holderId, nowMs).some((one) => one.step === blockedBy[step]);
  }

  /** A reading without what is known to be gone. */
  correct(holderId: string, reading: CredentialState | null, nowMs: number): CredentialState | null {
    const deletions = this.#of(holderId, nowMs);
    if (reading === null || deletions.length === 0) return reading;
    const gone = new Set(deletions.flatMap(({ codeIds }) => codeIds));
    const left = (code: CodeState | null): CodeState | null =>
      code === null || gone.has(code.id.toLowerCase()) ? null : code;
    const standard = left(reading.standard);
    const temporary = left(reading.temporary);
    const isAllGone = standard === null && temporary === null;
    if (isAllGone && deletions.at(-1)?.step === 'delete-method') return null;
    return { ...reading, standard, temporary };
  }

  #of(holderId: string, nowMs: number): readonly Deletion[] {
    return this.#deletions.filter((one) => one.holderId === holderId && isRecent(one, nowMs));
  }
}

/** A clock that was set back makes a deletion forgotten, which is the careful side. */
function isRecent({ atMs }: Deletion, nowMs: number): boolean {
  return nowMs >= atMs && nowMs - atMs <= lagMs;
}
