import type { Instant } from '../ids.ts';

/**
 * Why the station is locked: somebody asked for it, nobody touched it for a while, the operating system's own screen was
 * locked, or the computer went to sleep.
 */
export const lockReasons = ['person', 'idle', 'system', 'sleep'] as const;
export type LockReason = (typeof lockReasons)[number];

/** All that a locked screen may show. Counts only: no name of a holder, no badge. */
export interface LockView {
  readonly why: LockReason;
  readonly since: Instant;
  /** Name of the operator who has to come back, or hand the station to somebody else. */
  readonly operatorName: string;
  /** Print jobs that go on by themselves. */
  readonly printing: number;
  /** Print jobs and operations that wait for a person. */
  readonly waiting: number;
}
