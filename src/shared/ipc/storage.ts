import type { Operation } from '../credential/kinds.ts';
import type { Instant } from '../ids.ts';
import type { JobState } from '../printing/job.ts';
import type { Failure } from '../result.ts';

/** Something that was not finished when the stored queue broke, as far as it could still be read. */
export interface UnfinishedView {
  readonly holderName: string;
  readonly operation: Operation;
  /** How its badge stood; null when it had none yet, `unreadable` when that cannot be told. */
  readonly badge: JobState | 'unreadable' | null;
  /** A PIN waited to be shown. */
  readonly pinWaited: boolean;
  readonly startedAt: Instant;
}

/** What a damaged queue still tells. */
export interface DamageView {
  /** False: nothing in it can be read, and what was not finished is not known. */
  readonly isReadable: boolean;
  /** Oldest first; `isWhole` says whether there may have been more. */
  readonly unfinished: readonly UnfinishedView[];
  readonly isWhole: boolean;
}

/** An earlier queue that was put aside in this run, after a person agreed. */
export interface AsideView extends DamageView {
  /** Name of the file it was renamed to, in the data folder. */
  readonly file: string;
}

/** How the ledger stands. */
export interface StorageView {
  /** Why it is not open, and nothing can be issued; null when it is. */
  readonly failure: Failure | null;
  /** `kept`: secrets outlive a restart. `memory`: they do not. `broken`: what was stored does not open. */
  readonly seal: 'kept' | 'memory' | 'broken';
  readonly aside: AsideView | null;
}
