import type { CodeKind } from '../../shared/credential/kinds.ts';
import { ok, type Result } from '../../shared/result.ts';
import { applyMove } from './job-moves.ts';
import type { StoredJob } from './database/job-table.ts';
import type { Move } from './ledger.ts';
import type { Parts } from './parts.ts';
import type { AuditFacts, JobRecord } from './types.ts';

/** Closes every open job whose code has expired at `nowMs` (rule R6). */
export function expireJobs(parts: Parts, nowMs: number): Result<readonly JobRecord[]> {
  const next = parts.db.tryRead(() => parts.jobs.nextExpiry());
  if (!next.ok) return next;
  if (next.value === null || next.value > nowMs) return ok([]);
  const move: Move = { to: 'expired', by: 'system', door: 'expire' };
  return parts.db.write(() => sweep(parts, parts.jobs.expired(nowMs), move));
}

/** Closes every open job of a code that was replaced or ended (rule R6). */
export function retireJobs(
  parts: Parts,
  holderId: string,
  kind: CodeKind,
  to: 'replaced' | 'cancelled',
  note: string,
): Result<readonly JobRecord[]> {
  const move: Move = { to, by: 'system', door: 'retire' };
  return parts.db.write(() => sweep(parts, parts.jobs.openOf(holderId, kind), move, { note }));
}

/**
 * Closes badges that were stored before `beforeMs` and of which no paper was ever begun: a sealed code that nobody fetches
 * does not rest here for ever. A second copy is left alone, because it is younger than its badge and a paper may exist.
 */
export function wipeUnprinted(parts: Parts, beforeMs: number): Result<readonly JobRecord[]> {
  const isDue = ({ record }: StoredJob): boolean =>
    (record.state === 'queued' || record.state === 'held') &&
    record.paper === 'badge' &&
    record.copy === 1 &&
    Date.parse(record.createdAt) < beforeMs;
  const due = parts.db.tryRead(() => parts.jobs.open().filter(isDue));
  if (!due.ok || due.value.length === 0) return due.ok ? ok([]) : due;
  const move: Move = { to: 'cancelled', by: 'system', door: 'retire' };
  return parts.db.write(() => sweep(parts, parts.jobs.open().filter(isDue), move, { note: 'never-printed' }));
}

/**
 * At start: what was `sending` is `unsure`, because nobody knows how far it got. Waiting jobs whose payload cannot be
 * opened are held, and come back by themselves once the key opens again. Secrets whose key died with an earlier run are
 * erased: they are noise by now.
 */
export function recover(parts: Parts): Result<readonly JobRecord[]> {
  return parts.db.write(() => {
    const changed: JobRecord[] = [];
    for (const job of parts.jobs.open()) {
      const move = recoveryOf(job);
      if (move !== null) {
        const moved = applyMove(parts, job, move);
        if (!moved.ok) return moved;
        changed.push(moved.value);
      }
      if (job.payload !== null && parts.keys.isGone(job.payload.keyId)) {
        parts.jobs.setPayload(job.rowId, null);
        note(parts, 'payload-lost', job.intentRowId, job.rowId);
      }
    }
    for (const { rowId, pin } of parts.intents.open()) {
      if (pin === null || !parts.keys.isGone(pin.keyId)) continue;
      parts.intents.setPin(rowId, null);
      note(parts, 'pin-lost', rowId, null);
    }
    parts.keys.forget(keysInUse(parts));
    return ok(changed);
  });
}

function recoveryOf(job: StoredJob): Move | null {
  const { state, reason, hasPayload } = job.record;
  if (state === 'sending') return { to: 'unsure', reason: 'interrupted', by: 'system', door: 'recover' };
  if (state === 'queued' && !hasPayload)
    return { to: 'held', reason: 'seal-lost', by: 'system', door: 'recover' };
  if (state === 'held' && reason === 'seal-lost' && hasPayload)
    return { to: 'queued', by: 'system', door: 'recover' };
  return null;
}

/** Keys that something open is sealed under. Closed rows hold no secret. */
export function keysInUse(parts: Parts): ReadonlySet<number> {
  const inUse = new Set<number>();
  for (const { payload } of parts.jobs.open()) if (payload !== null) inUse.add(payload.keyId);
  for (const { pin } of parts.intents.open()) if (pin !== null) inUse.add(pin.keyId);
  return inUse;
}

function note(parts: Parts, event: string, intentId: number, jobId: number | null): void {
  parts.audit.append({ atMs: parts.clock.now(), event, intentId, jobId });
  parts.db.noteErasure();
}

function sweep(
  parts: Parts,
  jobs: readonly StoredJob[],
  move: Move,
  facts: AuditFacts = {},
): Result<readonly JobRecord[]> {
  const changed: JobRecord[] = [];
  for (const job of jobs) {
    const moved = applyMove(parts, job, move, { facts });
    if (!moved.ok) return moved;
    changed.push(moved.value);
  }
  return ok(changed);
}
