import { wholeOrNull } from '../database/rows.ts';
import { idFromText } from '../ids.ts';
import { isClosed } from '../intent-rules.ts';
import type { Parts } from '../parts.ts';
import type { AuditEntry } from '../types.ts';

/** The audit entries of one operation and its papers, oldest first. Empty when it is not known. */
export function trailOf(parts: Parts, intentId: string): readonly AuditEntry[] {
  const rowId = idFromText('i', intentId);
  const found = rowId === null ? null : parts.intents.one(rowId);
  if (rowId === null || found === null) return [];
  // Of an open one, notes that change nothing (a scan that did not match) may stand behind its last change.
  const last = isClosed(found.intent.state) ? lastChange(parts, rowId) : parts.audit.head().seq;
  return parts.audit.ofIntent(rowId, last);
}

/** The entry of the last change of an intent or one of its papers. */
function lastChange({ db, audit }: Parts, rowId: number): number {
  const row = db
    .prepare(
      `SELECT max(seq) AS seq FROM (SELECT audit_seq AS seq FROM intents WHERE id = ?
        UNION ALL SELECT audit_seq FROM jobs WHERE open IN (0, 1) AND intent_id = ?)`,
    )
    .get(rowId, rowId);
  return (row === null ? null : wholeOrNull(row, 'seq')) ?? audit.head().seq;
}
