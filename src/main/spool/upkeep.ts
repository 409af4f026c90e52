import { fail, ok, type Result } from '../../shared/result.ts';
import type { Parts } from './parts.ts';
import { openSecret, sealWith } from './sealing/secrets.ts';
import { keysInUse, recover } from './sweeps.ts';
import type { JobRecord, PruneReport } from './types.ts';

/**
 * Makes a new data key and seals every open secret under it, all in one transaction; the old keys are forgotten.
 * `seal-broken` when one of the secrets does not open: then nothing changes.
 */
export function rotateKey(parts: Parts): Result<number> {
  const restore = parts.keys.snapshot();
  const rotated = parts.db.write((): Result<number> => {
    const fresh = parts.keys.renew(parts.clock.now());
    let count = 0;
    for (const { rowId, record, payload } of parts.jobs.open()) {
      if (payload === null) continue;
      const kind = record.paper === 'badge' ? 'payload' : 'slip';
      const plain = openSecret(parts, kind, rowId, payload);
      if (!plain.ok) return plain;
      parts.jobs.setPayload(rowId, sealWith(fresh, kind, rowId, plain.value));
      plain.value.fill(0);
      count += 1;
    }
    for (const { rowId, pin } of parts.intents.open()) {
      if (pin === null) continue;
      const plain = openSecret(parts, 'pin', rowId, pin);
      if (!plain.ok) return plain;
      parts.intents.setPin(rowId, sealWith(fresh, 'pin', rowId, plain.value));
      plain.value.fill(0);
      count += 1;
    }
    parts.keys.forget(keysInUse(parts));
    parts.audit.append({
      atMs: parts.clock.now(),
      event: 'seal-rotated',
      facts: { keyId: fresh.id, seal: parts.keys.state, resealed: count },
    });
    parts.db.noteErasure();
    return ok(count);
  });
  if (!rotated.ok) restore();
  return rotated;
}

/**
 * A person's way out of a broken seal: a new key beside the old one, which stays, in case the key store opens again.
 * Waiting jobs under the old key are held with `seal-lost`; answers them.
 */
export function renewSeal(parts: Parts, operator?: string): Result<readonly JobRecord[]> {
  if (parts.keys.state !== 'broken') return ok([]);
  const restore = parts.keys.snapshot();
  const renewed = parts.db.write(() => {
    const fresh = parts.keys.renew(parts.clock.now());
    parts.audit.append({
      atMs: parts.clock.now(),
      event: 'seal-renewed',
      operator: operator ?? null,
      facts: { keyId: fresh.id, seal: parts.keys.state },
    });
    return ok(undefined);
  });
  if (!renewed.ok) {
    restore();
    return renewed;
  }
  return recover(parts);
}

/**
 * Retention: deletes closed jobs and intents last changed before `beforeMs`, and audit entries older than that from the
 * chain's old end. The chain stays verifiable: it begins at the last entry that was dropped.
 */
export function prune(parts: Parts, beforeMs: number): Result<PruneReport> {
  if (!Number.isFinite(beforeMs)) return ok({ jobs: 0, intents: 0, auditEntries: 0 });
  return parts.db.write(() => {
    const cutMs = Math.floor(beforeMs);
    const report = {
      jobs: parts.jobs.prune(cutMs),
      intents: parts.intents.prune(cutMs),
      auditEntries: parts.audit.prune(cutMs),
    };
    parts.batches.prune(cutMs);
    if (report.jobs + report.intents + report.auditEntries === 0) return ok(report);
    const start = parts.audit.start();
    parts.audit.append({
      atMs: parts.clock.now(),
      event: 'history-pruned',
      facts: { ...report, chainStartsAfter: start.seq, chainStartHash: start.hash },
    });
    return ok(report);
  });
}

/** Reads the whole file and checks its structure; takes about a second per 100,000 jobs, so it is run on request. */
export function checkFile(parts: Parts): Result<void> {
  return parts.db.write(() => {
    const rows = parts.db.prepare('PRAGMA integrity_check(10)').all();
    const sound = rows.length === 1 && rows[0]?.['integrity_check'] === 'ok';
    return sound ? ok(undefined) : fail('spool-corrupt', { problems: rows.length });
  });
}
