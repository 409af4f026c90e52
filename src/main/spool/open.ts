import { ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import { AuditLog } from './audit/log.ts';
import { type OpenedDatabase, openDatabase } from './database/database.ts';
import { failureFrom } from './database/faults.ts';
import { setAside } from './database/files.ts';
import { IdSource, idToText } from './ids.ts';
import { BatchTable } from './database/batch-table.ts';
import { IntentTable } from './database/intent-table.ts';
import { JobTable } from './database/job-table.ts';
import { KeyRing } from './sealing/keys.ts';
import { type Migration, migrations } from './database/migrations.ts';
import type { Parts } from './parts.ts';
import { SqliteSpool } from './store.ts';
import type { AuditFacts, KeyWrap, Spool } from './types.ts';

export interface SpoolOptions {
  /** Path of the database file, or `:memory:`. Its folder is made when it is missing. */
  readonly path: string;
  readonly clock: Clock;
  /** The operating system's key store; null = none here, and secrets live no longer than this run. */
  readonly keyWrap: KeyWrap | null;
  /**
   * Set after a person agreed to start anew: an unreadable file is renamed, never deleted, and a new one begins.
   * Without it an unreadable file is left alone and the answer is `spool-corrupt`.
   */
  readonly setAsideCorrupt?: boolean;
  /**
   * Reads everything that is open before the spool counts as sound, so that a broken page is found at the start and not
   * by the badge that stands on it.
   */
  readonly readsOpenWork?: boolean;
  /** More for the entry that the opening leaves in the audit trail. */
  readonly facts?: AuditFacts;
  /** Called when a listener of `onChange` throws; the change itself stands. */
  readonly onListenerError?: (error: unknown) => void;
  /**
   * Told when a write took longer than `slowWriteMs`: the disk is slow or dying, and the window stood still for as long.
   * Nothing is lost by it.
   */
  readonly onSlowWrite?: (ms: number) => void;
  /** Milliseconds of a clock that never jumps; `performance.now` unless given. */
  readonly ticks?: () => number;
  /** Upper limit of the file in pages of 4 KiB. */
  readonly maxPages?: number;
  /** The schema's steps; tests pass their own. */
  readonly migrations?: readonly Migration[];
}

/** A write this long is felt at the desk; usual disks need a hundredth of it. */
export const slowWriteMs = 1000;

/**
 * Opens the spool, ready to be written: the last step is a durable write, so that a full or read-only disk is found here
 * and not after a code was created.
 *
 * Failures: `spool-in-use`, `spool-newer`, `spool-corrupt`, `spool-unwritable`. A seal that does not open is no failure:
 * the ledger can be read, `sealState` is `broken`, and everything that needs a secret answers `seal-broken`.
 */
export function openSpool(options: SpoolOptions): Result<Spool> {
  const opened = tryOpen(options, null);
  if (opened.ok || opened.failure.code !== 'spool-corrupt' || options.setAsideCorrupt !== true) return opened;
  if (options.path === ':memory:') return opened;
  try {
    return tryOpen(options, setAside(options.path, options.clock.now()));
  } catch (error) {
    const failure = failureFrom(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

function tryOpen(options: SpoolOptions, setAsideAs: string | null): Result<Spool> {
  const opened = openDatabase({
    path: options.path,
    migrations: options.migrations ?? migrations,
    ...(options.maxPages === undefined ? {} : { maxPages: options.maxPages }),
  });
  if (!opened.ok) return opened;
  try {
    const built = build(opened.value, options, setAsideAs);
    if (!built.ok) opened.value.close();
    return built;
  } catch (error) {
    opened.value.close();
    const failure = failureFrom(error);
    if (failure === null) throw error;
    return { ok: false, failure };
  }
}

function build(opened: OpenedDatabase, options: SpoolOptions, setAsideAs: string | null): Result<Spool> {
  const { db } = opened;
  const keys = new KeyRing(db, options.keyWrap);
  const jobs = new JobTable(db, (keyId) => keys.key(keyId) !== null);
  const intents = new IntentTable(db);
  const batches = new BatchTable(db);
  const touched = new Set<number>();
  const listeners = new Set<(jobId: string) => void>();
  const parts: Parts = {
    db,
    clock: options.clock,
    keys,
    jobs,
    intents,
    batches,
    audit: new AuditLog(db),
    ids: new IdSource(Math.max(jobs.lastId(), intents.lastId(), batches.lastId())),
    touched: (rowId) => touched.add(rowId),
  };
  const { onSlowWrite, ticks = () => performance.now() } = options;
  if (onSlowWrite !== undefined) {
    db.timeWrites(ticks, (ms) => {
      if (ms > slowWriteMs) onSlowWrite(ms);
    });
  }
  db.afterWrite((committed) => {
    const changed = [...touched];
    touched.clear();
    if (!committed) {
      parts.audit.forgetHead();
      return;
    }
    for (const rowId of changed) tell(listeners, idToText('j', rowId), options.onListenerError);
  });
  const ready = db.write(() => {
    keys.load(options.clock.now());
    parts.audit.append({
      atMs: options.clock.now(),
      event: 'spool-opened',
      facts: {
        ...options.facts,
        isNew: opened.before === 0,
        seal: keys.state,
        ...(setAsideAs === null ? {} : { setAsideAs }),
      },
    });
    if (options.readsOpenWork === true) {
      jobs.open();
      intents.open();
    }
    return ok(undefined);
  });
  return ready.ok ? ok(new SqliteSpool(parts, listeners, () => opened.close(), setAsideAs)) : ready;
}

/** Store the outcome first, tell others after; a failing listener never changes an outcome. */
function tell(
  listeners: ReadonlySet<(jobId: string) => void>,
  jobId: string,
  onError: ((error: unknown) => void) | undefined,
): void {
  for (const listener of listeners) {
    try {
      listener(jobId);
    } catch (error) {
      onError?.(error);
    }
  }
}
