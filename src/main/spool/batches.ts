import type { BatchState, LineCounts, LineReason, LineState } from '../../shared/credential/batch.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type {
  BatchLine,
  BatchLineRef,
  BatchRecord,
  BatchStore,
  NewBatch,
  NewBatchLine,
} from './batch-types.ts';
import { idFromText } from './ids.ts';
import type { Parts } from './parts.ts';

/** Batches on SQLite. What is done for a holder stands in the audit trail with its intent; here, who asked for a batch. */
export class SqliteBatches implements BatchStore {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(batch: NewBatch, lines: readonly NewBatchLine[]): Result<BatchRecord> {
    const { db, clock, ids, batches } = this.#parts;
    return db.write(() => {
      if (batches.current() !== null) return fail('transition-refused', { why: 'batch-in-hand' });
      const nowMs = Math.floor(clock.now());
      const rowId = ids.next(nowMs);
      batches.insert(rowId, batch, lines, nowMs);
      const waiting = lines.filter(({ state }) => state === 'waiting').length;
      this.#audit('batch-started', batch, {
        list: batch.listName,
        wish: batch.wish.kind,
        lines: lines.length,
        waiting,
      });
      return stored(batches.one(rowId));
    });
  }

  current(): BatchRecord | null {
    return this.#parts.db.read(() => this.#parts.batches.current());
  }

  note(
    batchId: string,
    state: BatchState,
    facts: Readonly<Record<string, string | number>> = {},
  ): Result<BatchRecord> {
    return this.#change(batchId, (rowId, record) => {
      const { batches, clock } = this.#parts;
      if (record.state === 'finished') return fail('transition-refused', { from: 'finished', to: state });
      if (record.state === state) return ok(record);
      batches.update(rowId, state, Math.floor(clock.now()));
      const { done, failed, unsure } = batches.counts(rowId);
      this.#audit(`batch-${state}`, record, { ...facts, done, failed, unsure });
      return stored(batches.one(rowId));
    });
  }

  putAway(batchId: string): Result<void> {
    return this.#change(batchId, (rowId, record) => {
      if (record.state !== 'finished') return fail('transition-refused', { from: record.state });
      this.#parts.batches.putAway(rowId, Math.floor(this.#parts.clock.now()));
      return ok(undefined);
    });
  }

  counts(batchId: string): LineCounts {
    return this.#read(batchId, (rowId) => this.#parts.batches.counts(rowId));
  }

  lines(batchId: string, states: readonly LineState[], from: number, count: number): readonly BatchLine[] {
    return this.#read(batchId, (rowId) => this.#parts.batches.lines(rowId, states, from, count));
  }

  next(batchId: string): BatchLine | null {
    return this.#read(batchId, (rowId) => this.#parts.batches.next(rowId));
  }

  noteLine(
    { batchId, place }: BatchLineRef,
    state: LineState,
    reason: LineReason | null = null,
  ): Result<void> {
    return this.#change(batchId, (rowId) =>
      this.#parts.batches.updateLine(rowId, place, state, reason)
        ? ok(undefined)
        : fail('transition-refused'),
    );
  }

  leaveOutWaiting(batchId: string, reason: LineReason): Result<void> {
    return this.#change(batchId, (rowId) => {
      this.#parts.batches.leaveOutWaiting(rowId, reason);
      return ok(undefined);
    });
  }

  #audit(event: string, { operatorName }: NewBatch, facts: Readonly<Record<string, string | number>>): void {
    const { audit, clock } = this.#parts;
    audit.append({ atMs: clock.now(), event, operator: operatorName, facts });
  }

  #change<T>(batchId: string, work: (rowId: number, record: BatchRecord) => Result<T>): Result<T> {
    const { db, batches } = this.#parts;
    const rowId = idFromText('b', batchId);
    if (rowId === null) return fail('transition-refused');
    return db.write(() => {
      const record = batches.one(rowId);
      return record === null ? fail('transition-refused') : work(rowId, record);
    });
  }

  /** An id that is none of ours has no lines. */
  #read<T>(batchId: string, work: (rowId: number) => T): T {
    return this.#parts.db.read(() => work(idFromText('b', batchId) ?? -1));
  }
}

function stored(record: BatchRecord | null): Result<BatchRecord> {
  return record === null ? fail('transition-refused') : ok(record);
}
