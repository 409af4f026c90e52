import type { Connection } from './connection.ts';

/** `BdgS`: marks the file as a spool of ours, so that another program's database is never taken for one. */
export const applicationId = 0x42646753;

/** Brings the schema from the version before to this one. Runs inside a transaction. */
export type Migration = (db: Connection) => void;

/**
 * Version 1. Sealed secrets stand in the row they belong to: erasing is then part of the same row change, and an enqueue
 * touches few pages. Times are milliseconds since 1970; the directory's own instants are kept as text, to the last digit.
 *
 * `jobs_open` serves the open jobs (few, whatever the history) and the jobs of one intent. There are no foreign keys: the
 * retention would scan every job for each intent it deletes, and one more index would cost every enqueue a page.
 */
function first(db: Connection): void {
  db.exec(`
    CREATE TABLE seal_keys (
      id INTEGER PRIMARY KEY,
      wrapped BLOB,
      wrapped_by TEXT NOT NULL,
      proof BLOB NOT NULL,
      created_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE intents (
      id INTEGER PRIMARY KEY,
      operation TEXT NOT NULL,
      holder_id TEXT NOT NULL,
      holder_name TEXT NOT NULL,
      holder_upn TEXT NOT NULL,
      operator_id TEXT NOT NULL,
      operator_name TEXT NOT NULL,
      before TEXT,
      starts_at TEXT,
      expires_at TEXT,
      printer_id TEXT,
      reason TEXT,
      state TEXT NOT NULL,
      step TEXT,
      pin BLOB,
      pin_key INTEGER,
      open INTEGER NOT NULL,
      created_ms INTEGER NOT NULL,
      changed_ms INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX intents_open ON intents (id) WHERE open = 1;
    CREATE TABLE jobs (
      id INTEGER PRIMARY KEY,
      intent_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      code_id TEXT NOT NULL,
      printer_id TEXT NOT NULL,
      content TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      witness TEXT NOT NULL,
      copy INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      fence INTEGER NOT NULL,
      payload BLOB,
      payload_key INTEGER,
      open INTEGER NOT NULL,
      expires_ms INTEGER NOT NULL,
      retry_ms INTEGER,
      created_ms INTEGER NOT NULL,
      changed_ms INTEGER NOT NULL,
      audit_seq INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX jobs_open ON jobs (open, intent_id);
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at_ms INTEGER NOT NULL,
      event TEXT NOT NULL,
      intent_id INTEGER,
      job_id INTEGER,
      operator TEXT,
      facts TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE TABLE audit_start (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    INSERT INTO audit_start VALUES (1, 0, zeroblob(32));
  `);
}

/**
 * Version 2. A job may be a PIN slip. An older app must not open such a file: it would print the PIN as a QR code; the
 * higher version keeps it away.
 */
function second(db: Connection): void {
  db.exec("ALTER TABLE jobs ADD COLUMN paper TEXT NOT NULL DEFAULT 'badge'");
}

/**
 * Version 3. Batches and their lines. Nothing secret stands in them: a line knows its intent, and what is sealed stays
 * there. An older app must not open such a file: it would issue the lines of a batch that rests a second time by hand.
 */
function third(db: Connection): void {
  db.exec(`
    CREATE TABLE batches (
      id INTEGER PRIMARY KEY,
      list_name TEXT NOT NULL,
      wish TEXT NOT NULL,
      operator_name TEXT NOT NULL,
      state TEXT NOT NULL,
      put_away INTEGER NOT NULL,
      created_ms INTEGER NOT NULL,
      changed_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE batch_lines (
      batch_id INTEGER NOT NULL,
      place INTEGER NOT NULL,
      line INTEGER,
      entry TEXT NOT NULL,
      holder_id TEXT,
      holder_name TEXT,
      operation TEXT,
      code_before TEXT,
      ends INTEGER NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      intent_id INTEGER,
      PRIMARY KEY (batch_id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX batch_lines_state ON batch_lines (batch_id, state, place);
  `);
}

/** In order; the schema version is their count. A released migration is never edited, only followed by another. */
export const migrations: readonly Migration[] = [first, second, third];
