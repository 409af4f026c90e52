import { DatabaseSync } from '@photostructure/sqlite';
import { defineQueue } from 'plainjob';

/** What both peers are told about durability, and what the spool itself uses (spool/database/database.ts). */
const durable = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA secure_delete = ON',
  'PRAGMA locking_mode = EXCLUSIVE',
];

/** One insert of so many bytes, each a transaction of its own: the least a durable queue can do. */
export function bareInsert(file: string, bytes: number): { insert: () => void; close: () => void } {
  const db = new DatabaseSync(file);
  for (const pragma of durable) db.exec(pragma);
  db.exec('CREATE TABLE jobs (id INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT');
  const statement = db.prepare('INSERT INTO jobs (data) VALUES (?)');
  const data = new Uint8Array(bytes).map((_, at) => at * 31);
  return { insert: () => void statement.run(data), close: () => db.close() };
}

/**
 * plainjob on the same SQLite binding and with the same durability: by itself it asks for `synchronous = NORMAL`, which
 * may lose the newest jobs in a power cut.
 */
export function plainJobQueue(file: string, bytes: number): { insert: () => void; close: () => void } {
  const db = new DatabaseSync(file);
  for (const pragma of durable) db.exec(pragma);
  const queue = defineQueue({
    connection: {
      driver: 'better-sqlite3',
      filename: file,
      pragma: () => undefined,
      exec: (sql) => db.exec(sql),
      prepare: (sql) => {
        const statement = db.prepare(sql);
        return {
          run: (...values: unknown[]) => statement.run(...(values as never[])),
          get: (...values: unknown[]) => statement.get(...(values as never[])),
          all: (...values: unknown[]) => statement.all(...(values as never[])),
        };
      },
      transaction: (work) =>
        ((...values: unknown[]) => {
          db.exec('BEGIN IMMEDIATE');
          try {
            const result = work(...values);
            db.exec('COMMIT');
            return result;
          } catch (error) {
            db.exec('ROLLBACK');
            throw error;
          }
        }) as never,
      close: () => db.close(),
    },
    logger: { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} },
  });
  const data = { badge: 'x'.repeat(bytes) };
  return { insert: () => void queue.add('badge', data), close: () => queue.close() };
}
