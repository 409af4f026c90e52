import {
  batchStates,
  type LineCounts,
  lineNotes,
  type LineReason,
  type LineState,
  lineStates,
} from '../../../shared/credential/batch.ts';
import { operations } from '../../../shared/credential/kinds.ts';
import { failureCodes } from '../../../shared/failure-codes.ts';
import { toInstant } from '../../../shared/ids.ts';
import type { BatchLine, BatchLineRef, BatchRecord, NewBatch, NewBatchLine } from '../batch-types.ts';
import { idFromText, idToText } from '../ids.ts';
import type { Connection, Row, Statement } from './connection.ts';
import { rowCount, textOf, textOrNull, wholeOf, wholeOrNull, wordOf, wordOrNull } from './rows.ts';
import { wishOf } from './stored-wish.ts';

const reasons: readonly LineReason[] = [...lineNotes, ...failureCodes];
const mostLines = 500;

/** The tables of batches and their lines. Knows rows, not rules; every write happens inside the caller's transaction. */
export class BatchTable {
  readonly #insert: Statement;
  readonly #insertLine: Statement;
  readonly #update: Statement;
  readonly #putAway: Statement;
  readonly #one: Statement;
  readonly #current: Statement;
  readonly #begin: Statement;
  readonly #updateLine: Statement;
  readonly #leaveOut: Statement;
  readonly #counts: Statement;
  readonly #next: Statement;
  readonly #lines: Statement;
  readonly #lastId: Statement;
  readonly #pruneLines: Statement;
  readonly #prune: Statement;

  constructor(db: Connection) {
    this.#insert = db.prepare('INSERT INTO batches VALUES (?, ?, ?, ?, ?, 0, ?, ?)');
    this.#insertLine = db.prepare('INSERT INTO batch_lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)');
    this.#update = db.prepare('UPDATE batches SET state = ?, changed_ms = ? WHERE id = ?');
    this.#putAway = db.prepare('UPDATE batches SET put_away = 1, changed_ms = ? WHERE id = ?');
    this.#one = db.prepare('SELECT * FROM batches WHERE id = ?');
    this.#current = db.prepare('SELECT * FROM batches WHERE put_away = 0 ORDER BY id DESC LIMIT 1');
    this.#begin = db.prepare(
      `UPDATE batch_lines SET state = 'begun', reason = NULL, intent_id = ?
        WHERE batch_id = ? AND place = ? AND state = 'waiting'`,
    );
    this.#updateLine = db.prepare(
      'UPDATE batch_lines SET state = ?, reason = ? WHERE batch_id = ? AND place = ?',
    );
    this.#leaveOut = db.prepare(
      "UPDATE batch_lines SET state = 'left-out', reason = ? WHERE batch_id = ? AND state = 'waiting'",
    );
    this.#counts = db.prepare(
      'SELECT state, count(*) AS lines FROM batch_lines WHERE batch_id = ? GROUP BY state',
    );
    this.#next = db.prepare(
      `SELECT * FROM batch_lines WHERE batch_id = ? AND state IN ('begun', 'waiting')
        ORDER BY state, place LIMIT 1`,
    );
    this.#lines = db.prepare(
      `SELECT * FROM batch_lines WHERE batch_id = ? AND state IN (SELECT value FROM json_each(?))
        ORDER BY place LIMIT ? OFFSET ?`,
    );
    this.#lastId = db.prepare('SELECT coalesce(max(id), 0) AS id FROM batches');
    this.#pruneLines = db.prepare(
      'DELETE FROM batch_lines WHERE batch_id IN (SELECT id FROM batches WHERE changed_ms < ?)',
    );
    this.#prune = db.prepare('DELETE FROM batches WHERE changed_ms < ?');
  }

  insert(rowId: number, batch: NewBatch, lines: readonly NewBatchLine[], nowMs: number): void {
    const { listName, wish, operatorName } = batch;
    this.#insert.run(rowId, listName, JSON.stringify(wish), operatorName, 'running', nowMs, nowMs);
    for (const [place, line] of lines.entries()) {
      const { holderId, holderName, operation, codeBefore, ends, state, reason } = line;
      this.#insertLine.run(
        rowId,
        place,
        line.line,
        line.entry,
        holderId,
        holderName,
        operation,
        codeBefore,
        ends ? 1 : 0,
        state,
        reason,
      );
    }
  }

  update(rowId: number, state: BatchRecord['state'], nowMs: number): void {
    this.#update.run(state, nowMs, rowId);
  }

  putAway(rowId: number, nowMs: number): void {
    this.#putAway.run(nowMs, rowId);
  }

  one(rowId: number): BatchRecord | null {
    const row = this.#one.get(rowId);
    return row === null ? null : recordOf(row);
  }

  current(): BatchRecord | null {
    const row = this.#current.get();
    return row === null ? null : recordOf(row);
  }

  /** Ties a waiting line to its intent; false when it does not wait. */
  begin({ batchId, place }: BatchLineRef, intentRowId: number): boolean {
    return this.#begin.run(intentRowId, idFromText('b', batchId), place) === 1;
  }

  updateLine(rowId: number, place: number, state: LineState, reason: LineReason | null): boolean {
    return this.#updateLine.run(state, reason, rowId, place) === 1;
  }

  leaveOutWaiting(rowId: number, reason: LineReason): void {
    this.#leaveOut.run(reason, rowId);
  }

  counts(rowId: number): LineCounts {
    const counted = new Map(
      this.#counts.all(rowId).map((row) => [wordOf(lineStates, row, 'state'), wholeOf(row, 'lines')]),
    );
    const of = (state: LineState): number => counted.get(state) ?? 0;
    return {
      waiting: of('waiting'),
      begun: of('begun'),
      issued: of('issued'),
      done: of('done'),
      'left-out': of('left-out'),
      failed: of('failed'),
      unsure: of('unsure'),
    };
  }

  /** Begun lines come before waiting ones. */
  next(rowId: number): BatchLine | null {
    const row = this.#next.get(rowId);
    return row === null ? null : lineOf(row);
  }

  lines(rowId: number, states: readonly LineState[], from: number, count: number): readonly BatchLine[] {
    const most = rowCount(count, mostLines);
    const skip = rowCount(from, Number.MAX_SAFE_INTEGER);
    return this.#lines.all(rowId, JSON.stringify(states), most, skip).map(lineOf);
  }

  lastId(): number {
    return wholeOf(this.#lastId.get() ?? {}, 'id');
  }

  /** Deletes batches nobody has touched since; answers how many. */
  prune(beforeMs: number): number {
    this.#pruneLines.run(beforeMs);
    return this.#prune.run(beforeMs);
  }
}

function recordOf(row: Row): BatchRecord {
  return {
    id: idToText('b', wholeOf(row, 'id')),
    listName: textOf(row, 'list_name'),
    wish: wishOf(row, 'wish'),
    operatorName: textOf(row, 'operator_name'),
    state: wordOf(batchStates, row, 'state'),
    createdAt: toInstant(wholeOf(row, 'created_ms')),
  };
}

function lineOf(row: Row): BatchLine {
  const intentRowId = wholeOrNull(row, 'intent_id');
  return {
    place: wholeOf(row, 'place'),
    line: wholeOrNull(row, 'line'),
    entry: textOf(row, 'entry'),
    holderId: textOrNull(row, 'holder_id'),
    holderName: textOrNull(row, 'holder_name'),
    operation: wordOrNull(operations, row, 'operation'),
    codeBefore: textOrNull(row, 'code_before'),
    ends: wholeOf(row, 'ends') === 1,
    state: wordOf(lineStates, row, 'state'),
    reason: wordOrNull(reasons, row, 'reason'),
    intentId: intentRowId === null ? null : idToText('i', intentRowId),
  };
}
