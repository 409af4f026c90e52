import type { LockReason } from '../../shared/ipc/lock.ts';

/** What is known of a locked station. */
export interface Locked {
  readonly why: LockReason;
  /** Epoch milliseconds. */
  readonly sinceMs: number;
  readonly operatorName: string;
}
