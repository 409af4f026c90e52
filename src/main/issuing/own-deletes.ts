import { isCreate, type StepName } from './steps.ts';

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

/**
 * The deletions this station has made lately. Only after one of them does "already exists" mean "not yet gone
 * everywhere", so that the create may be tried again; at any other time it means that somebody has a code there.
 */
export class OwnDeletes {
  readonly #atMs = new Map<string, number>();

  note(holderId: string, step: StepName, nowMs: number): void {
    for (const [key, atMs] of this.#atMs) if (nowMs - atMs > lagMs) this.#atMs.delete(key);
    this.#atMs.set(`${holderId} ${step}`, nowMs);
  }

  /** Whether this create may meet what we have just deleted ourselves. */
  mayBlock(holderId: string, step: StepName, nowMs: number): boolean {
    if (!isCreate(step)) return false;
    const atMs = this.#atMs.get(`${holderId} ${blockedBy[step]}`);
    return atMs !== undefined && nowMs - atMs >= 0 && nowMs - atMs <= lagMs;
  }
}
