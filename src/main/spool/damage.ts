import fs from 'node:fs';
import type { Database } from 'sql.js';
import { operations } from '../../shared/credential/kinds.ts';
import { toInstant } from '../../shared/ids.ts';
import type { DamageView, UnfinishedView } from '../../shared/ipc/storage.ts';
import { jobStates } from '../../shared/printing/job.ts';
import { foldLog } from './database/log-image.ts';
import { applicationId } from './database/migrations.ts';

const magic = 'SQLite format 3\0';
const applicationIdAt = 68;
/** So many are shown; a station has a handful open. */
const mostShown = 200;

const nothingReadable: DamageView = { isReadable: false, unfinished: [], isWhole: false };

/**
 * Reads out of a damaged spool whatever tells what was not finished, so that a person knows whom to look up before the
 * file is put aside. Works on a copy in memory; the file is not touched. Never throws: what cannot be read is left out.
 */
export async function reportDamage(file: string): Promise<DamageView> {
  try {
    const database = fs.readFileSync(file);
    const log = fs.existsSync(`${file}-wal`) ? fs.readFileSync(`${file}-wal`) : Buffer.alloc(0);
    const image = mended(foldLog(database, log));
    if (image === null) return nothingReadable;
    const { default: load } = await import('sql.js');
    const { Database: Memory } = await load();
    const db = new Memory(image);
    try {
      return unfinishedIn(db);
    } finally {
      db.close();
    }
  } catch {
    return nothingReadable;
  }
}

/** With its first words put right, when the rest of the first page says that it is ours; null when it does not. */
function mended(image: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(image);
  if (bytes.length < 512 || bytes.readInt32BE(applicationIdAt) !== applicationId) return null;
  bytes.write(magic, 0, 'latin1');
  return bytes;
}

function unfinishedIn(db: Database): DamageView {
  const jobs = scan(db, 'jobs');
  const intents = scan(db, 'intents');
  // Version 1 knew badges only, and said nothing of it.
  const badges = jobs.rows.filter(({ paper = 'badge' }) => paper === 'badge');
  const badgeOf = new Map(badges.map((row) => [row['intent_id'], row['state']]));
  const unfinished = intents.rows.flatMap((row): UnfinishedView[] => {
    const { operation, holder_name: holderName, created_ms: createdMs } = row;
    const known = operations.find((each) => each === operation);
    if (known === undefined || typeof holderName !== 'string' || typeof createdMs !== 'number') return [];
    const badge =
      jobStates.find((each) => each === badgeOf.get(row['id'])) ?? (jobs.isWhole ? null : 'unreadable');
    const pinWaited = row['pin'] !== null;
    return [{ holderName, operation: known, badge, pinWaited, startedAt: toInstant(createdMs) }];
  });
  return {
    isReadable: intents.rows.length > 0 || intents.isWhole,
    unfinished: unfinished.slice(0, mostShown),
    isWhole: intents.isWhole && unfinished.length <= mostShown,
  };
}

type Row = ReturnType<ReturnType<Database['prepare']>['getAsObject']>;

/**
 * The open rows of a table, from both ends: a broken page in the middle hides what lies behind it from either side only.
 * `NOT INDEXED`, because an index may be broken where the table is not.
 */
function scan(
  db: Database,
  table: 'jobs' | 'intents',
): { readonly rows: readonly Row[]; readonly isWhole: boolean } {
  const found = new Map<Row[string], Row>();
  const read = (order: 'ASC' | 'DESC'): boolean => {
    try {
      const statement = db.prepare(`SELECT * FROM ${table} NOT INDEXED WHERE open = 1 ORDER BY id ${order}`);
      try {
        while (statement.step()) {
          const row = statement.getAsObject();
          found.set(row['id'] ?? null, row);
        }
        return true;
      } finally {
        statement.free();
      }
    } catch {
      return false;
    }
  };
  const isWhole = read('ASC') || read('DESC');
  const rows = [...found].sort(([a], [b]) => Number(a) - Number(b)).map(([, row]) => row);
  return { rows, isWhole };
}
