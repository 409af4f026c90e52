import { createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Connection, Row, Statement } from '../database/connection.ts';
import { bytesOf, bytesOrNull, wholeOf } from '../database/rows.ts';
import { type DataKey, proofOf } from './seal.ts';
import type { KeyWrap, SealState } from '../types.ts';

const keyBytes = 32;
/** Stands in for the wrap's name where a key lives in memory only. */
const thisRunOnly = 'this-run-only';

/**
 * The station's data keys. One is current; older ones stay as long as something sealed under them is left.
 *
 * A key is wrapped by the operating system's key store, or is kept in memory only, and then everything sealed under it
 * is lost at the end of the run (style: secrets rest sealed or not at all).
 */
export class KeyRing {
  readonly #wrap: KeyWrap | null;
  readonly #insert: Statement;
  readonly #all: Statement;
  readonly #delete: Statement;
  readonly #keys = new Map<number, DataKey>();
  #current: DataKey | null = null;
  #state: SealState = 'memory';

  constructor(db: Connection, wrap: KeyWrap | null) {
    this.#wrap = wrap;
    this.#insert = db.prepare('INSERT INTO seal_keys VALUES (?, ?, ?, ?, ?)');
    this.#all = db.prepare('SELECT * FROM seal_keys ORDER BY id');
    this.#delete = db.prepare('DELETE FROM seal_keys WHERE id = ?');
  }

  /** `kept`: sealed secrets outlive this run. `memory`: they do not. `broken`: the key is there but does not open. */
  get state(): SealState {
    return this.#state;
  }

  /** The key for new secrets; null while the seal is broken. */
  get current(): DataKey | null {
    return this.#current;
  }

  key(id: number): DataKey | null {
    return this.#keys.get(id) ?? null;
  }

  /** When the current key was made; null while there is none. */
  madeMs(): number | null {
    const row = this.#all.all().find((each) => wholeOf(each, 'id') === this.#current?.id);
    return row === undefined ? null : wholeOf(row, 'created_ms');
  }

  /** Whether a key can never come back, because it lived in an earlier run's memory. */
  isGone(id: number): boolean {
    if (this.#keys.has(id)) return false;
    const row = this.#all.all().find((each) => wholeOf(each, 'id') === id);
    return row === undefined || bytesOrNull(row, 'wrapped') === null;
  }

  /**
   * Opens the stored keys, or makes the first one. A stored key that does not open is never replaced here: the key
   * store may only be locked, and a new key would hide that the old badges are still there. Call inside a transaction.
   */
  load(nowMs: number): void {
    const wrapped = this.#all.all().filter((row) => bytesOrNull(row, 'wrapped') !== null);
    for (const row of wrapped) {
      const key = this.#open(row);
      if (key !== null) this.#keys.set(key.id, key);
    }
    const newest = wrapped.at(-1);
    if (this.#wrap === null || newest === undefined) {
      this.#make(nowMs);
      return;
    }
    this.#current = this.#keys.get(wholeOf(newest, 'id')) ?? null;
    this.#state = this.#current === null ? 'broken' : 'kept';
  }

  /** Makes a new current key; older ones stay in the ring. Call inside a transaction. */
  renew(nowMs: number): DataKey {
    return this.#make(nowMs);
  }

  /** Forgets keys that nothing is sealed under any more. Call inside a transaction. */
  forget(inUse: ReadonlySet<number>): void {
    for (const row of this.#all.all()) {
      const id = wholeOf(row, 'id');
      if (id === this.#current?.id || inUse.has(id)) continue;
      this.#delete.run(id);
      this.#keys.delete(id);
    }
  }

  /** Puts back what `renew` changed, when the transaction around it did not hold. */
  snapshot(): () => void {
    const [keys, current, state] = [new Map(this.#keys), this.#current, this.#state];
    return () => {
      this.#keys.clear();
      for (const [id, key] of keys) this.#keys.set(id, key);
      this.#current = current;
      this.#state = state;
    };
  }

  #make(nowMs: number): DataKey {
    const last = this.#all.all().at(-1);
    const bytes = randomBytes(keyBytes);
    const made: DataKey = {
      id: last === undefined ? 1 : wholeOf(last, 'id') + 1,
      key: createSecretKey(bytes),
    };
    const wrapped = this.#wrapped(bytes);
    bytes.fill(0);
    const by = wrapped === null ? thisRunOnly : (this.#wrap?.name ?? thisRunOnly);
    this.#insert.run(made.id, wrapped, by, proofOf(made), Math.floor(nowMs));
    this.#keys.set(made.id, made);
    this.#current = made;
    this.#state = wrapped === null ? 'memory' : 'kept';
    return made;
  }

  /** A key store that cannot wrap right now is the same as none: nothing is promised that it cannot keep. */
  #wrapped(bytes: Uint8Array): Uint8Array | null {
    if (this.#wrap === null) return null;
    try {
      return this.#wrap.wrap(bytes);
    } catch {
      return null;
    }
  }

  #open(row: Row): DataKey | null {
    if (this.#wrap === null) return null;
    let bytes: Uint8Array;
    try {
      bytes = this.#wrap.unwrap(bytesOf(row, 'wrapped'));
    } catch {
      return null;
    }
    if (bytes.length !== keyBytes) return null;
    const key: DataKey = { id: wholeOf(row, 'id'), key: createSecretKey(bytes) };
    bytes.fill(0);
    const proof = bytesOf(row, 'proof');
    const expected = proofOf(key);
    return proof.length === expected.length && timingSafeEqual(proof, expected) ? key : null;
  }
}
