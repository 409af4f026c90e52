import { operations } from '../../../shared/credential/kinds.ts';
import { toInstant } from '../../../shared/ids.ts';
import type { Connection, Row, Statement } from './connection.ts';
import { idToText } from '../ids.ts';
import { isClosed } from '../intent-rules.ts';
import { bytesOrNull, textOf, textOrNull, wholeOf, wholeOrNull, wordOf } from './rows.ts';
import { credentialOf } from './stored-json.ts';
import { type Intent, type IntentState, intentStates, type NewIntent } from '../types.ts';

/** A sealed secret as it stands in its row. */
export interface SealedSecret {
  readonly sealed: Uint8Array;
  readonly keyId: number;
}

export interface StoredIntent {
  readonly rowId: number;
  readonly intent: Intent;
  readonly pin: SealedSecret | null;
}

/** What storing a job needs of its intent. */
export type IntentBrief = Pick<
  Intent,
  'id' | 'operation' | 'holderId' | 'holderName' | 'holderUpn' | 'operatorName' | 'state' | 'step' | 'hasPin'
>;

/** The intents table. Knows rows, not rules; every write happens inside the caller's transaction. */
export class IntentTable {
  readonly #insert: Statement;
  readonly #update: Statement;
  readonly #setPin: Statement;
  readonly #one: Statement;
  readonly #brief: Statement;
  readonly #open: Statement;
  readonly #openOf: Statement;
  readonly #openIn: Statement;
  readonly #idle: Statement;
  readonly #lastId: Statement;
  readonly #prune: Statement;

  constructor(db: Connection) {
    this.#insert = db.prepare(
      'INSERT INTO intents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#update = db.prepare(
      'UPDATE intents SET state = ?, step = ?, open = ?, changed_ms = ?, audit_seq = ? WHERE id = ?',
    );
    this.#setPin = db.prepare('UPDATE intents SET pin = ?, pin_key = ? WHERE id = ?');
    this.#one = db.prepare('SELECT * FROM intents WHERE id = ?');
    this.#brief = db.prepare(
      `SELECT operation, holder_id, holder_name, holder_upn, operator_name, state, step, pin IS NOT NULL AS has_pin
        FROM intents WHERE id = ?`,
    );
    this.#open = db.prepare('SELECT * FROM intents WHERE open = 1 ORDER BY id');
    this.#openOf = db.prepare('SELECT * FROM intents WHERE open = 1 AND holder_id = ? ORDER BY id');
    this.#openIn = db.prepare(
      'SELECT * FROM intents WHERE open = 1 AND state IN (SELECT value FROM json_each(?)) ORDER BY id',
    );
    this.#idle = db.prepare(
      `SELECT * FROM intents WHERE open = 1 AND NOT EXISTS
        (SELECT 1 FROM jobs WHERE jobs.open = 1 AND jobs.intent_id = intents.id) ORDER BY id`,
    );
    this.#lastId = db.prepare('SELECT coalesce(max(id), 0) AS id FROM intents');
    this.#prune = db.prepare(
      `DELETE FROM intents WHERE open = 0 AND changed_ms < ? AND NOT EXISTS
        (SELECT 1 FROM jobs WHERE jobs.open IN (0, 1) AND jobs.intent_id = intents.id)`,
    );
  }

  insert(rowId: number, intent: NewIntent, pin: SealedSecret | null, nowMs: number, auditSeq: number): void {
    this.#insert.run(
      rowId,
      intent.operation,
      intent.holderId,
      intent.holderName,
      intent.holderUpn,
      intent.operatorId,
      intent.operatorName,
      intent.before === null ? null : JSON.stringify(intent.before),
      intent.startsAt,
      intent.expiresAt,
      intent.printerId,
      intent.reason,
      'planned',
      null,
      pin?.sealed ?? null,
      pin?.keyId ?? null,
      1,
      nowMs,
      nowMs,
      auditSeq,
    );
  }

  update(rowId: number, intent: Pick<Intent, 'state' | 'step'>, nowMs: number, auditSeq: number): void {
    this.#update.run(intent.state, intent.step, isClosed(intent.state) ? 0 : 1, nowMs, auditSeq, rowId);
  }

  setPin(rowId: number, pin: SealedSecret | null): void {
    this.#setPin.run(pin?.sealed ?? null, pin?.keyId ?? null, rowId);
  }

  one(rowId: number): StoredIntent | null {
    const row = this.#one.get(rowId);
    return row === null ? null : storedOf(row);
  }

  /** The few columns an enqueue needs; it is measured against a bare insert. */
  brief(rowId: number): IntentBrief | null {
    const row = this.#brief.get(rowId);
    if (row === null) return null;
    return {
      id: idToText('i', rowId),
      operation: wordOf(operations, row, 'operation'),
      holderId: textOf(row, 'holder_id'),
      holderName: textOf(row, 'holder_name'),
      holderUpn: textOf(row, 'holder_upn'),
      operatorName: textOf(row, 'operator_name'),
      state: wordOf(intentStates, row, 'state'),
      step: textOrNull(row, 'step'),
      hasPin: wholeOf(row, 'has_pin') === 1,
    };
  }

  /** Oldest first. */
  open(): readonly StoredIntent[] {
    return this.#open.all().map(storedOf);
  }

  openOf(holderId: string): readonly StoredIntent[] {
    return this.#openOf.all(holderId).map(storedOf);
  }

  openIn(states: readonly IntentState[]): readonly StoredIntent[] {
    return this.#openIn.all(JSON.stringify(states)).map(storedOf);
  }

  /** Open intents without a job that is open. */
  idle(): readonly StoredIntent[] {
    return this.#idle.all().map(storedOf);
  }

  lastId(): number {
    return wholeOf(this.#lastId.get() ?? {}, 'id');
  }

  /** Deletes closed intents without jobs; answers how many. */
  prune(beforeMs: number): number {
    return this.#prune.run(beforeMs);
  }
}

function storedOf(row: Row): StoredIntent {
  const sealed = bytesOrNull(row, 'pin');
  const intent: Intent = {
    id: idToText('i', wholeOf(row, 'id')),
    operation: wordOf(operations, row, 'operation'),
    holderId: textOf(row, 'holder_id'),
    holderName: textOf(row, 'holder_name'),
    holderUpn: textOf(row, 'holder_upn'),
    operatorId: textOf(row, 'operator_id'),
    operatorName: textOf(row, 'operator_name'),
    before: credentialOf(row, 'before'),
    startsAt: textOrNull(row, 'starts_at'),
    expiresAt: textOrNull(row, 'expires_at'),
    printerId: textOrNull(row, 'printer_id'),
    reason: textOrNull(row, 'reason'),
    state: wordOf(intentStates, row, 'state'),
    step: textOrNull(row, 'step'),
    hasPin: sealed !== null,
    createdAt: toInstant(wholeOf(row, 'created_ms')),
    changedAt: toInstant(wholeOf(row, 'changed_ms')),
  };
  const keyId = wholeOrNull(row, 'pin_key');
  const pin = sealed === null ? null : { sealed, keyId: keyId ?? 0 };
  return { rowId: wholeOf(row, 'id'), intent, pin };
}
