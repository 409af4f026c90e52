import { toInstant } from '../../../shared/ids.ts';
import {
  type ChainBreak,
  type ChainStart,
  checkEvent,
  cleanFacts,
  digestOf,
  findBreakInSteps,
  noHash,
  wellFormed,
} from './chain.ts';
import type { Connection, Row, Statement } from '../database/connection.ts';
import { CorruptRow } from '../database/faults.ts';
import { idToText } from '../ids.ts';
import { bytesOf, jsonOf, rowCount, textOf, textOrNull, wholeOf, wholeOrNull } from '../database/rows.ts';
import type { AuditEntry, AuditFacts, TrailVerdict } from '../types.ts';
import { upTo } from './export.ts';

export interface AuditNote {
  readonly atMs: number;
  readonly event: string;
  readonly intentId?: number | null;
  readonly jobId?: number | null;
  readonly operator?: string | null;
  readonly facts?: AuditFacts;
}

/** The most entries `trail` gives at once; the export gives them all. */
const mostEntries = 10_000;

/** What an intent's life begins with (intent-moves.ts). */
const firstEvent = 'intent-planned';

/** The audit table: appended to inside every transaction, never changed, pruned from its old end only. */
export class AuditLog {
  readonly #insert: Statement;
  readonly #head: Statement;
  readonly #start: Statement;
  readonly #newest: Statement;
  readonly #page: Statement;
  readonly #pageBefore: Statement;
  readonly #firstKept: Statement;
  readonly #setStart: Statement;
  readonly #deleteTo: Statement;
  readonly #orphan: Statement;
  #known: ChainStart | null = null;

  constructor(db: Pick<Connection, 'prepare'>) {
    this.#insert = db.prepare('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#head = db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
    this.#start = db.prepare('SELECT seq, hash FROM audit_start');
    this.#newest = db.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT ?');
    this.#page = db.prepare('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT 500');
    this.#pageBefore = db.prepare('SELECT * FROM audit WHERE seq <= ? ORDER BY seq DESC LIMIT 500');
    this.#firstKept = db.prepare('SELECT seq FROM audit WHERE at_ms >= ? ORDER BY seq LIMIT 1');
    this.#setStart = db.prepare(
      'UPDATE audit_start SET (seq, hash) = (SELECT seq, hash FROM audit WHERE seq = ?)',
    );
    this.#deleteTo = db.prepare('DELETE FROM audit WHERE seq <= ?');
    this.#orphan = db.prepare(
      `SELECT min(seq) AS seq FROM (
        SELECT jobs.audit_seq AS seq FROM jobs LEFT JOIN audit ON audit.seq = jobs.audit_seq
          WHERE audit.job_id IS NOT jobs.id OR coalesce(audit.event, '') NOT IN ('job-' || jobs.state, 'slip-' || jobs.state)
        UNION ALL
        SELECT intents.audit_seq FROM intents LEFT JOIN audit ON audit.seq = intents.audit_seq
          WHERE audit.intent_id IS NOT intents.id
      ) WHERE seq > ?`,
    );
  }

  /** Adds an entry and answers its sequence number. Call it inside a transaction. */
  append(note: AuditNote): number {
    checkEvent(note.event);
    const head = this.head();
    const facts = JSON.stringify(cleanFacts(note.facts ?? {}));
    const atMs = Math.floor(note.atMs);
    const intentId = note.intentId ?? null;
    const jobId = note.jobId ?? null;
    const entry = {
      seq: head.seq + 1,
      at: toInstant(atMs),
      event: note.event,
      intentId: intentId === null ? null : idToText('i', intentId),
      jobId: jobId === null ? null : idToText('j', jobId),
      // Nobody is null; an empty name would look the same in a table.
      operator: note.operator ? wellFormed(note.operator, 200) : null,
      prevHash: head.hash,
    };
    const digest = digestOf(entry, facts);
    this.#insert.run(entry.seq, atMs, entry.event, intentId, jobId, entry.operator, facts, digest);
    this.#known = { seq: entry.seq, hash: digest.toString('hex') };
    return entry.seq;
  }

  /** Sequence number and hash of the newest entry. Whoever keeps them can tell later that nothing was cut off. */
  head(): ChainStart {
    this.#known ??= this.#readHead();
    return this.#known;
  }

  /** To be called when a transaction did not hold: what was appended in it is gone. */
  forgetHead(): void {
    this.#known = null;
  }

  #readHead(): ChainStart {
    const row = this.#head.get();
    return row === null ? this.start() : { seq: wholeOf(row, 'seq'), hash: hexOf(row) };
  }

  /** Where the kept part of the chain begins. */
  start(): ChainStart {
    const row = this.#start.get();
    if (row === null) throw new CorruptRow('audit_start');
    return { seq: wholeOf(row, 'seq'), hash: hexOf(row) };
  }

  /** The newest entries, newest first. */
  trail(limit: number): readonly AuditEntry[] {
    const count = rowCount(limit, mostEntries);
    // One more than asked for: an entry's predecessor holds its `prevHash`.
    const rows = this.#newest.all(count + 1);
    return rows.slice(0, count).map((row, at) => {
      const before = rows[at + 1];
      return entryOf(row, before === undefined ? this.start().hash : hexOf(before));
    });
  }

  /** Every kept entry, oldest first, read in pages; entries added meanwhile come along. */
  *entries(): IterableIterator<AuditEntry> {
    let { seq, hash } = this.start();
    for (let rows = this.#page.all(seq); rows.length > 0; rows = this.#page.all(seq)) {
      for (const row of rows) {
        const entry = entryOf(row, hash);
        yield entry;
        ({ seq, hash } = entry);
      }
    }
  }

  /**
   * The first entry that does not fit, or null. Beside the chain itself it checks that every job and intent still finds
   * the last entry about itself, so that entries cut off the new end are missed, and a job changed by hand is noticed.
   */
  findBreak(): ChainBreak | null {
    const steps = this.check();
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value.at;
    }
  }

  /** The same in steps; entries that are added meanwhile are left for the next time. */
  *check(): Generator<number, TrailVerdict> {
    const [start, head] = [this.start(), this.head()];
    if (start.seq === 0 && start.hash !== noHash) return { at: { seq: 1, why: 'unlinked' }, start, head };
    const at = yield* findBreakInSteps(upTo(this.entries(), head.seq), start);
    return { at: at ?? this.#findOrphan(start), start, head };
  }

  #findOrphan(start: ChainStart): ChainBreak | null {
    const row = this.#orphan.get(start.seq);
    const seq = row === null ? null : wholeOrNull(row, 'seq');
    return seq === null ? null : { seq, why: 'orphaned' };
  }

  /**
   * The entries about one intent, oldest first, looked for backwards from `lastSeq`. An intent's first entry is that it
   * was planned, so the search ends there, and reads no more of the trail than the operation took.
   */
  ofIntent(intentRowId: number, lastSeq: number): readonly AuditEntry[] {
    const found: AuditEntry[] = [];
    for (let last = lastSeq; last > 0;) {
      const rows = this.#pageBefore.all(last);
      for (const [at, row] of rows.entries()) {
        last = wholeOf(row, 'seq') - 1;
        if (wholeOrNull(row, 'intent_id') !== intentRowId) continue;
        const before = rows[at + 1];
        // The hash of the one before is not shown; it stays with the export.
        found.unshift(entryOf(row, before === undefined ? '' : hexOf(before)));
        if (textOf(row, 'event') === firstEvent) return found;
      }
      if (rows.length === 0) return found;
    }
    return found;
  }

  /** Drops entries older than `beforeMs` from the old end; the chain then starts at the last one dropped. */
  prune(beforeMs: number): number {
    const kept = this.#firstKept.get(beforeMs);
    const last = kept === null ? this.head().seq : wholeOf(kept, 'seq') - 1;
    if (last <= this.start().seq) return 0;
    this.#setStart.run(last);
    return this.#deleteTo.run(last);
  }
}

function hexOf(row: Row): string {
  return Buffer.from(bytesOf(row, 'hash')).toString('hex');
}

function entryOf(row: Row, prevHash: string): AuditEntry {
  const intentId = wholeOrNull(row, 'intent_id');
  const jobId = wholeOrNull(row, 'job_id');
  return {
    seq: wholeOf(row, 'seq'),
    at: toInstant(wholeOf(row, 'at_ms')),
    event: textOf(row, 'event'),
    intentId: intentId === null ? null : idToText('i', intentId),
    jobId: jobId === null ? null : idToText('j', jobId),
    operator: textOrNull(row, 'operator'),
    facts: factsOf(row),
    prevHash,
    hash: hexOf(row),
  };
}

/** Facts as they were written. They are not cleaned again: a stricter rule of a later version must not break the chain. */
function factsOf(row: Row): AuditFacts {
  const value = jsonOf(row, 'facts');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new CorruptRow('facts');
  const facts: Record<string, string | number | boolean | null> = {};
  for (const name of Object.keys(value)) {
    const fact: unknown = Reflect.get(value, name);
    if (!isFact(fact)) throw new CorruptRow('facts');
    facts[name] = fact;
  }
  return facts;
}

function isFact(value: unknown): value is string | number | boolean | null {
  return (
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  );
}
