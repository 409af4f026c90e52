import { serialOf } from '../../shared/badge/content.ts';
import { parseInstant } from '../../shared/ids.ts';
import { isTerminal } from '../../shared/printing/job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { StoredIntent } from './database/intent-table.ts';
import { idFromText, idToText } from './ids.ts';
import { erasePin, withIntent, writeIntent } from './intent-moves.ts';
import { isClosed } from './intent-rules.ts';
import { applyMove } from './job-moves.ts';
import type { Parts } from './parts.ts';
import { unpackPinBytes } from './sealing/seal.ts';
import { openSecret, sealSecret } from './sealing/secrets.ts';
import type { Intent, JobRecord, NewSlip } from './types.ts';

/**
 * Adds a PIN slip as a job of its own: the waiting PIN is sealed once more, for this job, without leaving the spool. The
 * intent keeps its PIN until hand-over, so that a slip that is lost on the way loses nothing.
 *
 * `pin-gone` without a waiting PIN, `transition-refused` while a slip of this intent is not finished: a second paper
 * with the same PIN is a person's decision about the first (`queueCopy`).
 */
export function queueSlip(
  parts: Parts,
  intentId: string,
  fresh: NewSlip,
  operator: string | null,
): Result<JobRecord> {
  const expiresMs = parseInstant(fresh.content.expiresAt);
  if (expiresMs === null) return fail('payload-invalid', { why: 'expiry' });
  return withIntent(parts, intentId, (found) => {
    const { rowId: intentRowId, intent } = found;
    if (isClosed(intent.state)) return fail('transition-refused', { from: intent.state });
    if (found.pin === null) return fail('pin-gone');
    if (openSlips(parts, intentRowId).length > 0) return fail('transition-refused', { why: 'slip-open' });
    const nowMs = parts.clock.now();
    const rowId = parts.ids.next(nowMs);
    const packed = openSecret(parts, 'pin', intentRowId, found.pin);
    if (!packed.ok) return packed;
    const secret = sealSecret(parts, 'slip', rowId, packed.value);
    packed.value.fill(0);
    if (!secret.ok) return secret;
    const content = { ...fresh.content, serial: serialOf(idToText('j', rowId)), copy: 1 };
    const { printerId } = fresh;
    const auditSeq = parts.audit.append({
      atMs: nowMs,
      event: 'slip-queued',
      intentId: intentRowId,
      jobId: rowId,
      operator,
      facts: { printerId, serial: content.serial },
    });
    const record = parts.jobs.insert({
      rowId,
      intentRowId,
      intent,
      paper: 'pin-slip',
      kind: content.kind,
      codeId: '',
      printerId,
      content,
      secret: secret.value,
      expiresMs,
      nowMs: Math.floor(nowMs),
      auditSeq,
    });
    parts.touched(rowId);
    return ok(record);
  });
}

/**
 * A slip's PIN as ASCII digits, for the moment of drawing it. The caller wipes them.
 *
 * SECURITY: pin-apart (docs/security.md). A badge has no PIN to give out, and this is the only way to a slip's.
 */
export function slipPin(parts: Parts, jobId: string): Result<Uint8Array> {
  const rowId = idFromText('j', jobId);
  if (rowId === null) return fail('job-unknown');
  const job = parts.db.tryRead(() => parts.jobs.one(rowId));
  if (!job.ok) return job;
  if (job.value === null) return fail('job-unknown');
  if (job.value.record.paper !== 'pin-slip') return fail('transition-refused', { why: 'not-a-slip' });
  if (job.value.payload === null) return fail('payload-gone');
  const packed = openSecret(parts, 'slip', rowId, job.value.payload);
  if (!packed.ok) return packed;
  const pin = unpackPinBytes(packed.value);
  packed.value.fill(0);
  return ok(pin);
}

/** Erases a PIN and closes its slips in the same step: a PIN that counts no more must not come out of a printer (R6). */
export function dropPin(parts: Parts, intentId: string, note: string): Result<Intent> {
  return withIntent(parts, intentId, (found: StoredIntent) => {
    const { intent } = found;
    for (const slip of openSlips(parts, found.rowId)) {
      const closed = applyMove(
        parts,
        slip,
        { to: 'replaced', by: 'system', door: 'retire' },
        { facts: { note } },
      );
      if (!closed.ok) return closed;
    }
    if (!intent.hasPin) return ok(intent);
    erasePin(parts, found);
    return writeIntent(parts, found, { ...intent, event: 'pin-dropped', facts: { note } });
  });
}

function openSlips(parts: Parts, intentRowId: number) {
  return parts.jobs
    .ofIntent(intentRowId)
    .filter(({ record }) => record.paper === 'pin-slip' && !isTerminal(record.state));
}
