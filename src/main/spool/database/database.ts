import fs from 'node:fs';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { Connection } from './connection.ts';
import { failureFrom } from './faults.ts';
import { hasLog, makeFile, readHeader } from './files.ts';
import { applicationId, type Migration } from './migrations.ts';
import { wholeOf } from './rows.ts';

/** SQLite's default page size, which the spool keeps. */
const pageBytes = 4096;

/** Files open in this process. Opening one twice would let go of the first one's lock (POSIX locks, fcntl(2)). */
const openHere = new Set<string>();

export interface OpenedDatabase {
  readonly db: Connection;
  /** Schema version the file had; 0 = it is new. */
  readonly before: number;
  close(): void;
}

export interface DatabaseOptions {
  /** Path of the file, or `:memory:`. */
  readonly path: string;
  readonly migrations: readonly Migration[];
  /** Upper limit in pages of 4 KiB, so that a ledger gone wild cannot fill the disk. */
  readonly maxPages?: number;
}

/**
 * Opens and migrates the spool's file.
 *
 * Failures: `spool-in-use` another process has it · `spool-newer` a newer version wrote it; the file is left as it is ·
 * `spool-corrupt` it is no spool or damaged; the file is left as it is · `spool-unwritable` disk, folder or rights.
 */
export function openDatabase(options: DatabaseOptions): Result<OpenedDatabase> {
  const inMemory = options.path === ':memory:';
  const key = inMemory ? null : options.path;
  if (key !== null && openHere.has(key)) return fail('spool-in-use', { here: true });
  let db: Connection | null = null;
  try {
    if (!inMemory) {
      const header = checkHeader(options.path, options.migrations.length);
      if (!header.ok) return header;
      makeFile(options.path);
    }
    const raw = Connection.raw(options.path);
    try {
      setPragmas((sql) => raw.exec(sql), options.maxPages);
      db = new Connection(raw);
    } catch (error) {
      raw.close();
      throw error;
    }
    const before = migrate(db, options);
    if (!before.ok) {
      db.close();
      return before;
    }
    if (key !== null) openHere.add(key);
    const opened = db;
    const close = (): void => {
      opened.close();
      if (key !== null) openHere.delete(key);
    };
    return ok({ db, before: before.value, close });
  } catch (error) {
    db?.close();
    const failure = failureFrom(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

function checkHeader(file: string, newest: number): Result<void> {
  const header = readHeader(file);
  const isOurs = header.kind === 'sqlite' && header.applicationId === applicationId;
  if (isOurs && header.userVersion > newest) {
    return fail('spool-newer', { version: header.userVersion, known: newest });
  }
  // A power cut can tear the first page while the log still holds it; SQLite then mends the file.
  if (header.kind === 'missing' || header.kind === 'empty' || isOurs || hasLog(file)) return ok(undefined);
  // One page without tables is what a station leaves that lost its power in its very first start.
  const isUnused = header.kind === 'sqlite' && header.userVersion === 0 && header.bytes <= pageBytes;
  return isUnused ? ok(undefined) : fail('spool-corrupt', { why: 'header' });
}

/**
 * `locking_mode=EXCLUSIVE` before the first access keeps the lock for as long as the file is open, which also saves the
 * shared-memory file (sqlite.org/wal.html, section 8). `temp_store=MEMORY`: no temporary file ever.
 */
function setPragmas(exec: (sql: string) => void, maxPages: number | undefined): void {
  exec('PRAGMA locking_mode = EXCLUSIVE');
  exec('PRAGMA temp_store = MEMORY');
  exec('PRAGMA secure_delete = ON');
  exec('PRAGMA journal_mode = WAL');
  exec('PRAGMA synchronous = FULL');
  if (maxPages !== undefined) exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxPages))}`);
}

function migrate(db: Connection, options: DatabaseOptions): Result<number> {
  const pragma = (name: string): number => wholeOf(db.prepare(`PRAGMA ${name}`).get() ?? {}, name);
  const before = pragma('user_version');
  const id = pragma('application_id');
  const tables = wholeOf(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() ?? {}, 'n');
  const isNew = before === 0 && id === 0 && tables === 0;
  if (!isNew && id !== applicationId) return fail('spool-corrupt', { why: 'foreign' });
  const newest = options.migrations.length;
  if (before > newest) return fail('spool-newer', { version: before, known: newest });
  const backup = isNew || options.path === ':memory:' ? null : `${options.path}.before-${newest}`;
  // Also what a power cut in the midst of a migration left behind.
  if (backup !== null) fs.rmSync(backup, { force: true });
  if (before === newest) return ok(before);
  if (backup !== null) {
    db.prepare('VACUUM INTO ?').run(backup);
    fs.chmodSync(backup, 0o600);
  }
  const migrated = db.write(() => {
    for (const step of options.migrations.slice(before)) step(db);
    db.exec(`PRAGMA application_id = ${applicationId}`);
    db.exec(`PRAGMA user_version = ${newest}`);
    const check = db.prepare('PRAGMA quick_check(1)').get();
    return check?.['quick_check'] === 'ok' ? ok(before) : fail('spool-corrupt', { why: 'migration' });
  });
  // Its sealed secrets would outlive their jobs, so the copy stays only until the new schema is on disk.
  if (backup !== null && migrated.ok) fs.rmSync(backup, { force: true });
  return migrated;
}
