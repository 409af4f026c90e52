import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { ok, type Result } from '../../../shared/result.ts';
import { failureFrom, SpoolFault } from './faults.ts';

export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/**
 * A prepared statement whose rows are `unknown` until a reader has looked at them. There is no row-by-row reading: one
 * that is left half-way keeps the log from being emptied and the file from being closed. Long lists are read in pages.
 */
export interface Statement {
  run(...values: readonly SqlValue[]): number;
  get(...values: readonly SqlValue[]): Row | null;
  all(...values: readonly SqlValue[]): readonly Row[];
}

/**
 * One connection to the spool's file. All changes go through `write`, one durable transaction each.
 *
 * After a transaction that erased a secret the write-ahead log is folded into the file and cut to nothing, because old
 * copies of the page would otherwise stay in it (`secure_delete` cleans the file's own pages only).
 */
export class Connection {
  readonly #db: DatabaseSyncInstance;
  readonly #begin: StatementSyncInstance;
  readonly #commit: StatementSyncInstance;
  readonly #rollback: StatementSyncInstance;
  #scrubWanted = true;
  #erased = false;
  #afterWrite: (committed: boolean) => void = () => {};
  #ticks: () => number = () => 0;
  #onTimed: (ms: number) => void = () => {};

  /** Expects a database whose pragmas are set (database.ts). */
  constructor(db: DatabaseSyncInstance) {
    this.#db = db;
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#rollback = db.prepare('ROLLBACK');
  }

  prepare(sql: string): Statement {
    const statement = this.#db.prepare(sql);
    return {
      run: (...values) => statement.run(...values).changes,
      get: (...values) => asRow(statement.get(...values)),
      all: (...values) => statement.all(...values).filter(isRow),
    };
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** Runs `work` in a transaction: committed when it answers ok, rolled back when it fails or throws. */
  write<T>(work: () => Result<T>): Result<T> {
    let committed = false;
    const began = this.#ticks();
    try {
      const result = this.#transact(work);
      committed = result.ok;
      if (committed) this.#scrubWanted ||= this.#erased;
      if (committed && this.#scrubWanted) this.scrub();
      return result;
    } finally {
      this.#onTimed(this.#ticks() - began);
      this.#afterWrite(committed);
    }
  }

  /** Told how long a transaction took, in milliseconds of a clock that never jumps; the disk is most of it. */
  timeWrites(ticks: () => number, listener: (ms: number) => void): void {
    this.#ticks = ticks;
    this.#onTimed = listener;
  }

  /** Called after each transaction, when its outcome is on disk. */
  afterWrite(listener: (committed: boolean) => void): void {
    this.#afterWrite = listener;
  }

  /** Runs a read that answers plain values; trouble with the file becomes a `SpoolFault`. */
  read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const failure = failureFrom(error);
      throw failure === null ? error : new SpoolFault(failure);
    }
  }

  /** The same for reads that can answer a failure. */
  tryRead<T>(work: () => T): Result<T> {
    try {
      return ok(work());
    } catch (error) {
      const failure = failureFrom(error);
      if (failure === null) throw error;
      return { ok: false, failure };
    }
  }

  /** To be called inside `write` by whoever erased a secret. */
  noteErasure(): void {
    this.#erased = true;
  }

  /** Folds the log into the file and empties it. When that fails now, the next commit tries again. */
  scrub(): boolean {
    try {
      const row = this.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      this.#scrubWanted = row?.['busy'] === 1;
    } catch (error) {
      if (failureFrom(error) === null) throw error;
      this.#scrubWanted = true;
    }
    return !this.#scrubWanted;
  }

  /**
   * Closes for good: the log is folded in and removed, the lock let go.
   *
   * The binding (1.2.1) does not finalize its statements at `close`; SQLite then keeps the connection, and with it the
   * lock, until the collector comes. So the exclusive mode is left by hand first.
   */
  close(): void {
    if (!this.#db.isOpen) return;
    this.scrub();
    for (const sql of [
      'PRAGMA journal_mode = DELETE',
      'PRAGMA locking_mode = NORMAL',
      'SELECT 1 FROM sqlite_schema',
    ]) {
      try {
        this.#db.exec(sql);
      } catch (error) {
        // A damaged or full disk keeps its log; the next opening deals with it.
        if (failureFrom(error) === null) throw error;
      }
    }
    this.#db.close();
  }

  #transact<T>(work: () => Result<T>): Result<T> {
    this.#erased = false;
    try {
      this.#begin.run();
      const result = work();
      if (result.ok) this.#commit.run();
      else this.#rollback.run();
      return result;
    } catch (error) {
      this.#undo();
      const failure = failureFrom(error);
      if (failure === null) throw error;
      return { ok: false, failure };
    }
  }

  #undo(): void {
    try {
      // A full disk may have rolled back already.
      if (this.#db.isTransaction) this.#rollback.run();
    } catch (error) {
      if (failureFrom(error) === null) throw error;
    }
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

function asRow(value: unknown): Row | null {
  return isRow(value) ? value : null;
}
