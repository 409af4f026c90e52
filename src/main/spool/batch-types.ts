import type {
  BatchState,
  BatchWish,
  LineCounts,
  LineReason,
  LineState,
} from '../../shared/credential/batch.ts';
import type { Operation } from '../../shared/credential/kinds.ts';
import type { Instant } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';

/** A batch as it rests on disk. There is nothing secret in it, nor in its lines. */
export interface BatchRecord {
  readonly id: string;
  readonly listName: string;
  readonly wish: BatchWish;
  readonly operatorName: string;
  readonly state: BatchState;
  readonly createdAt: Instant;
}

export type NewBatch = Pick<BatchRecord, 'listName' | 'wish' | 'operatorName'>;

/** One line: whom the list named, what is to be done, and how far that is. */
export interface BatchLine {
  /** From 0. */
  readonly place: number;
  /** Line of the file, from 1. */
  readonly line: number | null;
  readonly entry: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly operation: Operation | null;
  /** Id of the standard code the holder had when the list was read. */
  readonly codeBefore: string | null;
  /** Whether a code that works ends with it. */
  readonly ends: boolean;
  readonly state: LineState;
  readonly reason: LineReason | null;
  readonly intentId: string | null;
}

export type NewBatchLine = Omit<BatchLine, 'place' | 'intentId'>;

/** A line by its batch and its place. */
export interface BatchLineRef {
  readonly batchId: string;
  readonly place: number;
}

/**
 * Batches, one in hand at a time. Each change is a durable transaction. Failures as in `SpoolStore`, and
 * `transition-refused` for a batch or line that is not there or not so far.
 */
export interface BatchStore {
  /** Stores the whole list before anything is done for it. Refused while another batch is in hand. */
  start(batch: NewBatch, lines: readonly NewBatchLine[]): Result<BatchRecord>;
  /** The batch in hand: the newest that was not put away. */
  current(): BatchRecord | null;
  note(
    batchId: string,
    state: BatchState,
    facts?: Readonly<Record<string, string | number>>,
  ): Result<BatchRecord>;
  /** The report was read. */
  putAway(batchId: string): Result<void>;
  counts(batchId: string): LineCounts;
  /** In the order of the list. */
  lines(batchId: string, states: readonly LineState[], from: number, count: number): readonly BatchLine[];
  /** The first line that is begun or waits. */
  next(batchId: string): BatchLine | null;
  noteLine(ref: BatchLineRef, state: LineState, reason?: LineReason | null): Result<void>;
  /** Every line that still waits is left out, for this reason. */
  leaveOutWaiting(batchId: string, reason: LineReason): Result<void>;
}
