import type { AuditEntry, AuditFacts } from '../types.ts';
import { type ChainBreak, type ChainStart, findBreak, noHash } from './chain.ts';
import { readAuditCsv } from './csv-reading.ts';

/** What became of an exported audit trail. */
export type ExportVerdict =
  /** Every entry follows from the one before. Compare `head` with a head kept elsewhere to see that none was cut off. */
  | {
      readonly kind: 'whole';
      readonly entries: readonly AuditEntry[];
      readonly start: ChainStart;
      readonly head: ChainStart;
    }
  /** The first entry that was changed, moved or whose predecessor is missing. */
  | { readonly kind: 'broken'; readonly at: ChainBreak }
  /** No trail of ours, or cut in half. */
  | { readonly kind: 'unreadable' };

/** Checks an export, JSON or CSV, by itself, without the spool it came from. Takes any text and never throws. */
export function verifyExport(text: string): ExportVerdict {
  return /^\s*[{[]/.test(text) ? verifyJson(text) : verifyCsv(text);
}

function verifyJson(text: string): ExportVerdict {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const start = pointOf(get(parsed, 'start'));
  const head = pointOf(get(parsed, 'head'));
  const list: unknown = get(parsed, 'entries');
  const isOurs = get(parsed, 'format') === 'badge-station-audit/1';
  if (!isOurs || start === null || head === null || !Array.isArray(list)) return { kind: 'unreadable' };
  return judged(list.map(entryOf), start, head);
}

/** A table does not say where its chain begins and ends: it is taken to begin with its first line. */
function verifyCsv(text: string): ExportVerdict {
  const rows = readAuditCsv(text);
  if (rows === null) return { kind: 'unreadable' };
  const entries = rows.map((row) =>
    entryOf({ ...row, seq: numberOf(row['seq']), facts: jsonOf(row['facts']) }),
  );
  const first = entries[0];
  const start = first ? { seq: first.seq - 1, hash: first.prevHash } : { seq: 0, hash: noHash };
  return judged(entries, start, null);
}

function judged(
  list: readonly (AuditEntry | null)[],
  start: ChainStart,
  head: ChainStart | null,
): ExportVerdict {
  const entries: AuditEntry[] = [];
  for (const entry of list) {
    if (entry === null) {
      return { kind: 'broken', at: { seq: start.seq + entries.length + 1, why: 'unreadable' } };
    }
    entries.push(entry);
  }
  // A chain that says it begins at the very beginning cannot have a history before it.
  if (start.seq === 0 && start.hash !== noHash) return { kind: 'broken', at: { seq: 1, why: 'unlinked' } };
  const at = findBreak(entries, start);
  if (at !== null) return { kind: 'broken', at };
  const last = entries.at(-1) ?? start;
  const isCut = head !== null && (last.seq !== head.seq || last.hash !== head.hash);
  if (isCut) return { kind: 'broken', at: { seq: last.seq + 1, why: 'missing' } };
  return { kind: 'whole', entries, start, head: { seq: last.seq, hash: last.hash } };
}

function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function numberOf(text: unknown): unknown {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pointOf(value: unknown): ChainStart | null {
  const seq = get(value, 'seq');
  const hash = get(value, 'hash');
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0 && typeof hash === 'string'
    ? { seq, hash }
    : null;
}

function entryOf(value: unknown): AuditEntry | null {
  const point = pointOf(value);
  const texts = ['at', 'event', 'prevHash'].map((name) => get(value, name));
  const [at, event, prevHash] = texts;
  const [intentId, jobId, operator] = ['intentId', 'jobId', 'operator'].map((name) => get(value, name));
  const facts = factsOf(get(value, 'facts'));
  if (point === null || facts === null) return null;
  if (typeof at !== 'string' || typeof event !== 'string' || typeof prevHash !== 'string') return null;
  if (!isTextOrNull(intentId) || !isTextOrNull(jobId) || !isTextOrNull(operator)) return null;
  return { ...point, at, event, prevHash, intentId, jobId, operator, facts };
}

function factsOf(value: unknown): AuditFacts | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const facts: Record<string, string | number | boolean | null> = {};
  for (const name of Object.keys(value)) {
    const fact = get(value, name);
    if (!isFact(fact)) return null;
    facts[name] = fact;
  }
  return facts;
}

function isFact(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
