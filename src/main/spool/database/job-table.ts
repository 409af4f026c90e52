import type { BadgeContent } from '../../../shared/badge/content.ts';
import type { CodeKind } from '../../../shared/credential/kinds.ts';
import { toInstant } from '../../../shared/ids.ts';
import { isTerminal, type JobPaper } from '../../../shared/printing/job.ts';
import type { Connection, Row, Statement } from './connection.ts';
import { idToText } from '../ids.ts';
import type { IntentBrief, SealedSecret } from './intent-table.ts';
import type { Moved } from '../ledger.ts';
import { wholeOf, wholeOrNull } from './rows.ts';
import { storedJob, type StoredJob } from './stored-job.ts';
import type { JobRecord } from '../types.ts';

export type { StoredJob } from './stored-job.ts';

/** What a move writes beside the ledger's own columns. */
export interface JobUpdate extends Moved {
  readonly retryMs: number | null;
  readonly printerId: string;
}

/** A fresh job as it goes into its row. */
export interface JobInsert {
  readonly rowId: number;
  readonly intentRowId: number;
  readonly intent: IntentBrief;
  readonly paper: JobPaper;
  readonly kind: CodeKind;
  /** Empty for a PIN slip. */
  readonly codeId: string;
  readonly printerId: string;
  readonly content: BadgeContent;
  readonly secret: SealedSecret;
  readonly expiresMs: number;
  readonly nowMs: number;
  readonly auditSeq: number;
}

const columns = `jobs.*, intents.operation, intents.holder_id, intents.holder_name, intents.holder_upn
  FROM jobs LEFT JOIN intents ON intents.id = jobs.intent_id`;

/**
 * The jobs table. Knows rows, not rules; every write happens inside the caller's transaction. `canOpen` says whether a
 * key is at hand: a payload that cannot be opened cannot be printed.
 */
export class JobTable {
  readonly #canOpen: (keyId: number) => boolean;
  readonly #insert: Statement;
  readonly #update: Statement;
  readonly #setPayload: Statement;
  readonly #one: Statement;
  readonly #open: Statement;
  readonly #expired: Statement;
  readonly #openOf: Statement;
  readonly #openOfHolder: Statement;
  readonly #queuedOf: Statement;
  readonly #ofIntent: Statement;
  readonly #openOfIntent: Statement;
  readonly #hasCode: Statement;
  readonly #history: Statement;
  readonly #queued: Statement;
  readonly #nextExpiry: Statement;
  readonly #lastId: Statement;
  readonly #prune: Statement;

  constructor(db: Connection, canOpen: (keyId: number) => boolean) {
    this.#canOpen = canOpen;
    this.#insert = db.prepare(
      'INSERT INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#update = db.prepare(
      `UPDATE jobs SET state = ?, reason = ?, witness = ?, copy = ?, attempts = ?, fence = ?, retry_ms = ?,
        printer_id = ?, content = ?, open = ?, changed_ms = ?, audit_seq = ? WHERE id = ?`,
    );
    this.#setPayload = db.prepare('UPDATE jobs SET payload = ?, payload_key = ? WHERE id = ?');
    this.#one = db.prepare(`SELECT ${columns} WHERE jobs.id = ?`);
    this.#open = db.prepare(`SELECT ${columns} WHERE jobs.open = 1 ORDER BY jobs.id`);
    this.#expired = db.prepare(`SELECT ${columns} WHERE jobs.open = 1 AND expires_ms <= ? ORDER BY jobs.id`);
    this.#openOf = db.prepare(
      `SELECT ${columns} WHERE jobs.open = 1 AND intents.holder_id = ? AND jobs.kind = ? AND jobs.paper = 'badge'
        ORDER BY jobs.id`,
    );
    this.#openOfHolder = db.prepare(
      `SELECT ${columns} WHERE jobs.open = 1 AND intents.holder_id = ? ORDER BY jobs.id`,
    );
    this.#queuedOf = db.prepare(
      `SELECT jobs.id FROM jobs JOIN intents ON intents.id = jobs.intent_id
        WHERE jobs.open = 1 AND jobs.state = 'queued' AND intents.holder_id = ?`,
    );
    this.#ofIntent = db.prepare(
      `SELECT ${columns} WHERE jobs.open IN (0, 1) AND jobs.intent_id = ? ORDER BY jobs.id`,
    );
    this.#openOfIntent = db.prepare('SELECT 1 FROM jobs WHERE open = 1 AND intent_id = ? LIMIT 1');
    this.#hasCode = db.prepare(
      'SELECT 1 FROM jobs WHERE open IN (0, 1) AND intent_id = ? AND code_id = ? LIMIT 1',
    );
    this.#history = db.prepare(`SELECT ${columns} WHERE jobs.id < ? ORDER BY jobs.id DESC LIMIT ?`);
    this.#queued = db.prepare(
      `SELECT ${columns} WHERE jobs.open = 1 AND jobs.state = 'queued' AND jobs.printer_id = ? AND jobs.id > ?
        ORDER BY jobs.id LIMIT 1`,
    );
    this.#nextExpiry = db.prepare('SELECT min(expires_ms) AS ms FROM jobs WHERE open = 1');
    this.#lastId = db.prepare('SELECT coalesce(max(id), 0) AS id FROM jobs');
    this.#prune = db.prepare('DELETE FROM jobs WHERE open = 0 AND changed_ms < ?');
  }

  /** Adds a queued job with its sealed secret; answers it as `one` would. */
  insert(job: JobInsert): JobRecord {
    const { rowId, intent, content, kind, codeId, printerId, paper, nowMs } = job;
    this.#insert.run(
      rowId,
      job.intentRowId,
      kind,
      codeId,
      printerId,
      JSON.stringify(content),
      'queued',
      null,
      'none',
      1,
      0,
      0,
      job.secret.sealed,
      job.secret.keyId,
      1,
      job.expiresMs,
      null,
      nowMs,
      nowMs,
      job.auditSeq,
      paper,
    );
    const at = toInstant(nowMs);
    return {
      id: idToText('j', rowId),
      intentId: intent.id,
      operation: intent.operation,
      paper,
      kind,
      holderId: intent.holderId,
      holderName: intent.holderName,
      holderUpn: intent.holderUpn,
      printerId,
      codeId,
      state: 'queued',
      reason: null,
      witness: 'none',
      copy: 1,
      attempts: 0,
      fence: 0,
      serial: content.serial,
      content,
      expiresAt: content.expiresAt,
      createdAt: at,
      changedAt: at,
      retryAt: null,
      hasPayload: true,
    };
  }

  /** Writes a move, erasing the payload with an end state; answers the job as it is then. */
  update(job: StoredJob, next: JobUpdate, nowMs: number, auditSeq: number): JobRecord {
    const { state, reason, witness, copy, attempts, fence, printerId, retryMs } = next;
    const { record, rowId } = job;
    const content = copy === record.copy ? record.content : { ...record.content, copy };
    this.#update.run(
      state,
      reason,
      witness,
      copy,
      attempts,
      fence,
      retryMs,
      printerId,
      JSON.stringify(content),
      isTerminal(state) ? 0 : 1,
      nowMs,
      auditSeq,
      rowId,
    );
    if (next.erases) this.setPayload(rowId, null);
    return {
      ...record,
      state,
      reason,
      witness,
      copy,
      attempts,
      fence,
      printerId,
      content,
      changedAt: toInstant(nowMs),
      retryAt: retryMs === null ? null : toInstant(retryMs),
      hasPayload: record.hasPayload && !next.erases,
    };
  }

  setPayload(rowId: number, payload: SealedSecret | null): void {
    this.#setPayload.run(payload?.sealed ?? null, payload?.keyId ?? null, rowId);
  }

  one(rowId: number): StoredJob | null {
    const row = this.#one.get(rowId);
    return row === null ? null : this.#stored(row);
  }

  /** Oldest first. */
  open(): readonly StoredJob[] {
    return this.#open.all().map((row) => this.#stored(row));
  }

  /** Open jobs whose code has expired at `nowMs`. */
  expired(nowMs: number): readonly StoredJob[] {
    return this.#expired.all(nowMs).map((row) => this.#stored(row));
  }

  /** Every open job of a holder, badges and slips. */
  openOfHolder(holderId: string): readonly StoredJob[] {
    return this.#openOfHolder.all(holderId).map((row) => this.#stored(row));
  }

  /** Open jobs of a holder's codes of one kind. */
  openOf(holderId: string, kind: CodeKind): readonly StoredJob[] {
    return this.#openOf.all(holderId, kind).map((row) => this.#stored(row));
  }

  queuedOf(holderId: string): readonly number[] {
    return this.#queuedOf.all(holderId).map((row) => wholeOf(row, 'id'));
  }

  ofIntent(intentRowId: number): readonly StoredJob[] {
    return this.#ofIntent.all(intentRowId).map((row) => this.#stored(row));
  }

  /** Whether an intent has a job for this code already, open or closed. */
  hasCode(intentRowId: number, codeId: string): boolean {
    return this.#hasCode.get(intentRowId, codeId) !== null;
  }

  openOfIntent(intentRowId: number): boolean {
    return this.#openOfIntent.get(intentRowId) !== null;
  }

  /** Newest first, older than the given row. */
  history(limit: number, beforeRowId: number): readonly StoredJob[] {
    return this.#history.all(beforeRowId, limit).map((row) => this.#stored(row));
  }

  /** The oldest queued job of a printer after the given row. */
  nextQueued(printerId: string, afterRowId: number): StoredJob | null {
    const row = this.#queued.get(printerId, afterRowId);
    return row === null ? null : this.#stored(row);
  }

  /** When the first code of an open job expires, in milliseconds since 1970; null when nothing is open. */
  nextExpiry(): number | null {
    const row = this.#nextExpiry.get();
    return row === null ? null : wholeOrNull(row, 'ms');
  }

  lastId(): number {
    return wholeOf(this.#lastId.get() ?? {}, 'id');
  }

  /** Deletes closed jobs; answers how many. */
  prune(beforeMs: number): number {
    return this.#prune.run(beforeMs);
  }

  #stored(row: Row): StoredJob {
    return storedJob(row, this.#canOpen);
  }
}
