import type { Operation } from '../credential/kinds.ts';
import type { Instant } from '../ids.ts';

/** One Graph write. An operation is a short list of them, each noted durably before it is sent. */
export const issueSteps = [
  'create-method',
  'delete-standard',
  'create-standard',
  'delete-temporary',
  'create-temporary',
  'extend-standard',
  'reset-pin',
  'delete-method',
] as const;
export type IssueStep = (typeof issueSteps)[number];

/**
 * What main waits for.
 * `checking` looks once more before anything is written · `writing` a write is on its way · `pausing` it was put off or
 * has to wait and is sent again · `reading` its answer was lost, and the directory is read to find out what happened.
 */
export type IssuePhase = 'checking' | 'writing' | 'pausing' | 'reading';

/** Where the operation under way stands, so that a long wait can be seen, understood and ended. */
export interface IssueProgress {
  readonly intentId: string | null;
  readonly operation: Operation;
  readonly holderId: string;
  readonly holderName: string;
  readonly phase: IssuePhase;
  readonly step: IssueStep | null;
  /** The writes of the operation in their order; empty while it is not known yet, or something else is looked up. */
  readonly steps: readonly IssueStep[];
  /** When the operator began to wait. */
  readonly startedAt: Instant;
  /** When this phase began. */
  readonly since: Instant;
  /** The pause under way; null in other phases. */
  readonly pause: {
    readonly reason: 'throttled' | 'unavailable' | 'offline' | 'not-yet-visible';
    readonly until: Instant;
  } | null;
  /**
   * True once the wait was cancelled. A write that may have reached Microsoft is then looked for by reading; cancelled
   * again, the operation ends as `unknown` and can be looked at later. It never ends as "nothing happened" unread.
   */
  readonly cancelled: boolean;
}
