import type { Connection, Row, Statement } from '../database/connection.ts';
import { textOf, wholeOf } from '../database/rows.ts';
import { idFromText, idToText } from '../ids.ts';
import type { Parts } from '../parts.ts';
import type { Intent, JobRecord, PastOperation, PastPage, PastQuery } from '../types.ts';
import { asSerial, folded } from './fold.ts';

/** Rows looked at in one go; the caller asks again from there. Keeps the window from standing still. */
const mostLookedAt = 20_000;
const rowsAtOnce = 500;
/**
 * Older rows in a row before a search of a period ends. Ids grow with time, but a clock may have been set back in between.
 */
const olderBeforeEnd = 1000;

/** Finds operations of the past, newest first. Its statements are made when it is first used. */
export class HistoryFinder {
  readonly #parts: Parts;
  readonly #page: Statement;
  readonly #withSerial: Statement;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { db }: { readonly db: Connection } = parts;
    this.#page = db.prepare(
      `SELECT id, holder_name, holder_upn, operator_name, created_ms FROM intents
        WHERE id < ? ORDER BY id DESC LIMIT ${rowsAtOnce}`,
    );
    this.#withSerial = db.prepare(
      `SELECT DISTINCT intent_id FROM jobs WHERE content LIKE '%"serial":"' || ? || '"%'`,
    );
  }

  find(query: PastQuery, limit: number): PastPage {
    const matches = this.#matcher(query);
    const items: PastOperation[] = [];
    let before = query.before === null ? Number.MAX_SAFE_INTEGER : (idFromText('i', query.before) ?? 0);
    let older = 0;
    for (let lookedAt = 0; lookedAt < mostLookedAt;) {
      const rows = this.#page.all(before);
      for (const row of rows) {
        lookedAt += 1;
        before = wholeOf(row, 'id');
        const isOlder = wholeOf(row, 'created_ms') < query.sinceMs;
        older = isOlder ? older + 1 : 0;
        if (older >= olderBeforeEnd) return { items, more: null };
        if (isOlder || !matches(row)) continue;
        const item = this.#load(before);
        if (item === null || !query.keeps(item)) continue;
        items.push(item);
        if (items.length === limit) return { items, more: idToText('i', before) };
      }
      if (rows.length < rowsAtOnce) return { items, more: null };
    }
    return { items, more: idToText('i', before) };
  }

  #matcher({ text }: PastQuery): (row: Row) => boolean {
    const wanted = folded(text.trim());
    if (wanted === '') return () => true;
    const serial = asSerial(text);
    const bySerial = new Set(
      serial === null ? [] : this.#withSerial.all(serial).map((row) => wholeOf(row, 'intent_id')),
    );
    return (row) =>
      bySerial.has(wholeOf(row, 'id')) ||
      ['holder_name', 'holder_upn', 'operator_name'].some((column) =>
        folded(textOf(row, column)).includes(wanted),
      );
  }

  #load(rowId: number): PastOperation | null {
    const found = this.#parts.intents.one(rowId);
    if (found === null) return null;
    const badges = this.#parts.jobs
      .ofIntent(rowId)
      .map(({ record }) => record)
      .filter(({ paper }) => paper === 'badge');
    return { intent: found.intent satisfies Intent, badge: lastOf(badges) };
  }
}

function lastOf(badges: readonly JobRecord[]): JobRecord | null {
  return badges.at(-1) ?? null;
}
