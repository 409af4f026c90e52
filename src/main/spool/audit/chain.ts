import { createHash } from 'node:crypto';
import type { TrailBreak } from '../../../shared/ipc/history.ts';
import type { AuditEntry, AuditFacts, AuditPoint } from '../types.ts';

/** The hash before the first entry: 32 zero bytes. */
export const noHash = '0'.repeat(64);

const maxFacts = 32;
const maxText = 300;
const withheld = '[withheld]';
const eventName = /^[a-z][a-z0-9-]{0,47}$/;
const secretNames = /^(pin|payload|raw-?content|secret|password|token|access-?token|id-?token)$/i;
const secretText = /ms-qrpin|^eyJ[\w-]{8,}\.|-----BEGIN|^\s*\d{8,20}\s*$|^[A-Za-z0-9+/_-]{86,}={0,2}$/i;
const digitRun = /\d{8,20}/g;
/** Facts that people type; a PIN could stand in the middle of a sentence. */
const typedFacts: readonly string[] = ['note', 'reason'];

/**
 * Makes facts fit for the audit trail: plain values only, short, sorted, and nothing that looks like a secret.
 *
 * A value that does not pass is replaced by `[withheld]` and never refused, because the entry belongs to a change that
 * has to be written. Names and patterns are a net under callers that must not pass secrets in the first place.
 */
export function cleanFacts(facts: unknown): AuditFacts {
  const clean: Record<string, string | number | boolean | null> = {};
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return clean;
  const names = Object.keys(facts).sort().slice(0, maxFacts);
  for (const name of names) {
    const value: unknown = Reflect.get(facts, name);
    if (value === undefined) continue;
    clean[wellFormed(name, 48)] = cleanFact(name, value);
  }
  return clean;
}

function cleanFact(name: string, value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  if (secretNames.test(name)) return withheld;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return withheld;
  const text = wellFormed(value, maxText);
  if (secretText.test(text)) return withheld;
  return typedFacts.includes(name) ? text.replace(digitRun, withheld) : text;
}

/** Cut to a length; half a surrogate pair becomes U+FFFD, because the file keeps UTF-8 and the hash must be the same. */
export function wellFormed(text: string, maxLength: number): string {
  if (text.length <= maxLength && !/[\uD800-\uDFFF]/.test(text)) return text;
  return Buffer.from(text.slice(0, maxLength), 'utf8').toString('utf8');
}

/** Event names are ours, so a bad one is a bug. */
export function checkEvent(event: string): void {
  if (!eventName.test(event)) throw new TypeError('An audit event is named in lower case with hyphens');
}

/** Facts as JSON with sorted names. */
export function factsJson(facts: AuditFacts): string {
  return JSON.stringify(Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/**
 * The text that is hashed: the entry with its predecessor's hash as JSON with sorted names and no spaces (RFC 8785),
 * so that anybody can recompute the chain from an export. `facts` is what `factsJson` gives for the entry's facts.
 */
export function canonical(entry: Omit<AuditEntry, 'hash' | 'facts'>, facts: string): string {
  const { at, event, intentId, jobId, operator, prevHash, seq } = entry;
  const head = `{"at":${quoted(at)},"event":${quoted(event)},"facts":${facts},"intentId":${quoted(intentId)}`;
  return `${head},"jobId":${quoted(jobId)},"operator":${quoted(operator)},"prevHash":${quoted(prevHash)},"seq":${seq}}`;
}

function quoted(text: string | null): string {
  return text === null ? 'null' : JSON.stringify(text);
}

/** SHA-256 over `canonical`. SECURITY: audit-chain (docs/security.md). */
export function digestOf(entry: Omit<AuditEntry, 'hash' | 'facts'>, facts: string): Buffer {
  return createHash('sha256').update(canonical(entry, facts), 'utf8').digest();
}

/** The same in hex, as entries and exports carry it. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return digestOf(entry, factsJson(entry.facts)).toString('hex');
}

/** Sequence number and hash of the entry before the first one kept; also used for the newest one. */
export type ChainStart = AuditPoint;

/**
 * Why an entry does not fit. `changed`: its hash is not that of its content · `missing`: entries before it are gone ·
 * `misplaced`: its number comes twice or out of order · `unlinked`: it does not follow from the one before ·
 * `unreadable`: it is no entry · `orphaned`: a badge or an operation rests on it, and it is not there or says otherwise.
 */
export type BreakReason = TrailBreak;

/** The first place where a trail stops being one. */
export interface ChainBreak {
  readonly seq: number;
  readonly why: BreakReason;
}

/**
 * Recomputes a chain of entries, oldest first. Answers the first entry that was changed, moved, inserted or whose
 * predecessor is missing; null when the chain is whole. Works on the store and on an export alike.
 */
export function findBreak(entries: Iterable<AuditEntry>, start: ChainStart): ChainBreak | null {
  const steps = findBreakInSteps(entries, start);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Entries checked between two pauses: some ten milliseconds. */
const stepEntries = 1000;

/** The same with pauses, after each of which it tells how many entries were checked. */
export function* findBreakInSteps(
  entries: Iterable<AuditEntry>,
  start: ChainStart,
): Generator<number, ChainBreak | null> {
  let { seq, hash } = start;
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq) return { seq, why: entry.seq > seq ? 'missing' : 'misplaced' };
    if (entry.prevHash !== hash) return { seq, why: 'unlinked' };
    if (hashOf(entry) !== entry.hash) return { seq, why: 'changed' };
    hash = entry.hash;
    if (seq % stepEntries === 0) yield seq - start.seq;
  }
  return null;
}

/** The sequence number alone. */
export function verifyChain(entries: Iterable<AuditEntry>, start: ChainStart): number | null {
  return findBreak(entries, start)?.seq ?? null;
}
