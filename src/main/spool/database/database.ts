import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import fs from 'node:fs';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { Connection } from './connection.ts';
import { failureFrom } from './faults.ts';
import { hasLog, makeFile, readHeader } from './files.ts';
import { applicationId, type Migration } from './migrations.ts';

const inMemory = ':memory:';
/** SQLite's default page size, which the spool keeps. */
const pageBytes = 4096;

/** Files open in this process. Opening one twice would let go of the first one's lock (POSIX locks, fcntl(2)). */
const openHere = new Set<string>();

export interface OpenedDatabase {
  readonly db: Connection;
  /** Schema version the file had; 0 = it is new. */
  readonly before: number;
  readonly close: () => void;
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
  const { path } = options;
  if (openHere.has(path)) return fail('spool-in-use', { here: true });
  try {
    if (path === inMemory) return connect(options);
    const header = checkHeader(path, options.migrations.length);
    if (!header.ok) return header;
    makeFile(path);
    const opened = connect(options);
    if (!opened.ok) return opened;
    openHere.add(path);
    const close = (): void => {
      opened.value.close();
      openHere.delete(path);
    };
    return ok({ ...opened.value, close });
  } catch (error) {
    const failure = failureFrom(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

function connect(options: DatabaseOptions): Result<OpenedDatabase> {
  const raw = new DatabaseSync(options.path, { timeout: 0, defensive: true });
  let db: Connection | null = null;
  try {
    setPragmas(raw, options.maxPages);
    const version = versionOf(raw, options.migrations.length);
    if (!version.ok) {
      raw.close();
      return version;
    }
    db = new Connection(raw);
    const before = version.value;
    const migrated = migrate(db, before, options);
    if (!migrated.ok) {
      db.close();
      return migrated;
    }
    const opened = db;
    return ok({ db: opened, before, close: () => opened.close() });
  } catch (error) {
    if (db === null) raw.close();
    else db.close();
    throw error;
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
function setPragmas(raw: DatabaseSyncInstance, maxPages: number | undefined): void {
  raw.exec('PRAGMA locking_mode = EXCLUSIVE');
  raw.exec('PRAGMA temp_store = MEMORY');
  raw.exec('PRAGMA secure_delete = ON');
  raw.exec('PRAGMA journal_mode = WAL');
  raw.exec('PRAGMA synchronous = FULL');
  if (maxPages !== undefined) raw.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxPages))}`);
}

/**
 * The schema version, once it is sure that the file is ours. Read through a function of ours, because a prepared
 * statement would keep a refused file open (Connection.close says why), and then it could not be set aside on Windows.
 */
function versionOf(raw: DatabaseSyncInstance, newest: number): Result<number> {
  let read: readonly unknown[] = [];
  raw.function('tell_us', { varargs: true }, (...values: unknown[]) => {
    read = values;
    return null;
  });
  raw.exec(`SELECT tell_us((SELECT user_version FROM pragma_user_version),
    (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema))`);
  const [version, id, tables] = read;
  if (typeof version !== 'number') return fail('spool-corrupt', { why: 'version' });
  if (version === 0 && id === 0 && tables === 0) return ok(0);
  if (id !== applicationId) return fail('spool-corrupt', { why: 'foreign' });
  return version > newest ? fail('spool-newer', { version, known: newest }) : ok(version);
}

function migrate(db: Connection, before: number, options: DatabaseOptions): Result<void> {
  const newest = options.migrations.length;
  const backup = `${options.path}.before-${newest}`;
  const isFile = options.path !== inMemory;
  // Also what a power cut in the midst of a migration left behind.
  if (isFile) fs.rmSync(backup, { force: true });
  if (before === newest) return ok(undefined);
  if (isFile && before > 0) {
    db.prepare('VACUUM INTO ?').run(backup);
    fs.chmodSync(backup, 0o600);
  }
  const migrated = db.write(() => {
    for (const step of options.migrations.slice(before)) step(db);
    db.exec(`PRAGMA application_id = ${applicationId}`);
    db.exec(`PRAGMA user_version = ${newest}`);
    const check = db.prepare('PRAGMA quick_check(1)').get();
    return check?.['quick_check'] === 'ok' ? ok(undefined) : fail('spool-corrupt', { why: 'migration' });
  });
  // Its sealed secrets would outlive their jobs, so the copy stays only until the new schema is on disk.
  if (isFile && migrated.ok) fs.rmSync(backup, { force: true });
  return migrated;
}
