import type { AuditEntry, AuditFacts } from '../types.ts';
import { type ChainStart, noHash, verifyChain } from './chain.ts';

/** What became of an exported audit trail. */
export type ExportVerdict =
  /** Every entry follows from the one before. Compare `head` with a head kept elsewhere to see that none was cut off. */
  | {
      readonly kind: 'whole';
      readonly entries: number;
      readonly start: ChainStart;
      readonly head: ChainStart;
    }
  /** The first entry that was changed, moved or whose predecessor is missing. */
  | { readonly kind: 'broken'; readonly seq: number }
  /** No trail of ours, or cut in half. */
  | { readonly kind: 'unreadable' };

/** Checks a JSON export by itself, without the spool it came from. Takes any text and never throws. */
export function verifyExport(text: string): ExportVerdict {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  const start = pointOf(get(parsed, 'start'));
  const head = pointOf(get(parsed, 'head'));
  const list = get(parsed, 'entries');
  const isOurs = get(parsed, 'format') === 'badge-station-audit/1';
  if (!isOurs || start === null || head === null || !Array.isArray(list)) return { kind: 'unreadable' };
  const entries: AuditEntry[] = [];
  for (const value of list as readonly unknown[]) {
    const entry = entryOf(value);
    if (entry === null) return { kind: 'broken', seq: start.seq + entries.length + 1 };
    entries.push(entry);
  }
  // A chain that says it begins at the very beginning cannot have a history before it.
  if (start.seq === 0 && start.hash !== noHash) return { kind: 'broken', seq: 1 };
  const broken = verifyChain(entries, start);
  if (broken !== null) return { kind: 'broken', seq: broken };
  const last = entries.at(-1) ?? start;
  if (last.seq !== head.seq || last.hash !== head.hash) return { kind: 'broken', seq: last.seq + 1 };
  return { kind: 'whole', entries: entries.length, start, head };
}

function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
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
