import type { Database } from 'sql.js';
import { type Failure, fail, ok, type Result } from '../../../shared/result.ts';
import type { Row, Statement } from '../database/connection.ts';
import { CorruptRow, failureFrom } from '../database/faults.ts';
import { readImage } from '../database/file-image.ts';
import type { AuditEntry } from '../types.ts';
import type { ChainBreak, ChainStart } from './chain.ts';
import { type ExportFormat, exportOf } from './export.ts';
import { AuditLog } from './log.ts';

/** An audit trail as it stood at one moment, away from the spool it came from. */
export interface AuditReading {
  start(): ChainStart;
  head(): ChainStart;
  entries(): Iterable<AuditEntry>;
  /** The first entry that does not fit, or null. */
  findBreak(): ChainBreak | null;
  export(format: ExportFormat): IterableIterator<string>;
  close(): void;
}

/**
 * Reads the audit trail out of a spool's file, also while a station is running on it. The file is read as bytes and
 * opened in memory by a SQLite of its own (sql.js), so that nothing can be changed by it; see file-image.ts.
 */
export async function readAudit(file: string): Promise<Result<AuditReading>> {
  const image = readImage(file);
  if (!image.ok) return image;
  // Loaded here and not at the start: a station that runs never needs it.
  const { default: load } = await import('sql.js');
  const { Database: Memory } = await load();
  const db = new Memory(image.value);
  try {
    const log = new AuditLog({ prepare: (sql) => statementOf(db, sql) });
    return ok({
      start: () => log.start(),
      head: () => log.head(),
      entries: () => log.entries(),
      findBreak: () => log.findBreak(),
      export: (format) => exportOf(log, format),
      close: () => db.close(),
    });
  } catch (error) {
    db.close();
    return { ok: false, failure: readingFault(error) };
  }
}

/** What a thrown error of a reading means: a file that is not as we wrote it. Bugs are thrown on. */
export function readingFault(error: unknown): Failure {
  const known = failureFrom(error);
  if (known !== null) return known;
  // sql.js throws plain errors with SQLite's words and no number.
  if (error instanceof Error && !(error instanceof TypeError))
    return fail('spool-corrupt', { why: 'pages' }).failure;
  throw error;
}

function statementOf(db: Database, sql: string): Statement {
  const all = (...values: readonly (string | number | null | Uint8Array)[]): readonly Row[] => {
    const statement = db.prepare(sql);
    try {
      statement.bind([...values]);
      const rows: Row[] = [];
      while (statement.step()) rows.push(statement.getAsObject());
      return rows;
    } finally {
      statement.free();
    }
  };
  return {
    all,
    get: (...values) => all(...values)[0] ?? null,
    run: () => {
      throw new CorruptRow('read-only');
    },
  };
}
