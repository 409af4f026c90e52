import { serialOf } from '../../shared/badge/content.ts';
import { maxPayloadBytes } from '../../shared/credential/payload.ts';
import { parseInstant } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { idFromText, idToText } from './ids.ts';
import { isOvertaken } from './intent-moves.ts';
import { isClosed } from './intent-rules.ts';
import type { StoredJob } from './database/job-table.ts';
import { type Actor, judge, type Move } from './ledger.ts';
import type { Parts } from './parts.ts';
import { openSecret, putPin, sealSecret } from './sealing/secrets.ts';
import type { AuditFacts, JobChange, JobRecord, NewJob } from './types.ts';

export interface EnqueueOptions {
  readonly pin?: string;
  readonly facts?: AuditFacts;
}

/** What a decision may carry beside the move itself. */
export interface DecisionOptions {
  readonly operator?: string;
  readonly facts?: AuditFacts;
  /** Sends the job to another printer; its page is made anew for that one. */
  readonly printerId?: string;
}

/** Seals the answer of a Graph write and adds its job: one transaction (rule R3). The caller wipes its own payload. */
export function enqueue(
  parts: Parts,
  intentId: string,
  fresh: NewJob,
  options: EnqueueOptions,
): Result<JobRecord> {
  const intentRowId = idFromText('i', intentId);
  if (intentRowId === null) return fail('intent-unknown');
  const expiresMs = parseInstant(fresh.content.expiresAt);
  if (expiresMs === null) return fail('payload-invalid', { why: 'expiry' });
  const bytes = fresh.payload.length;
  if (bytes === 0 || bytes > maxPayloadBytes) return fail('payload-invalid', { bytes });
  return parts.db.write(() => {
    const intent = parts.intents.brief(intentRowId);
    if (intent === null) return fail('intent-unknown');
    // A late answer is taken in whatever state the intent is in: its secret comes only once.
    if (isClosed(intent.state)) return fail('transition-refused', { from: intent.state, to: 'created' });
    if (parts.jobs.hasCode(intentRowId, fresh.codeId))
      return fail('transition-refused', { from: intent.state, to: 'created', why: 'same-code-twice' });
    const nowMs = parts.clock.now();
    const rowId = parts.ids.next(nowMs);
    const payload = sealSecret(parts, 'payload', rowId, fresh.payload);
    if (!payload.ok) return payload;
    if (options.pin !== undefined) {
      const pin = putPin(parts, intentRowId, options.pin);
      if (!pin.ok) return pin;
    }
    const content = { ...fresh.content, serial: serialOf(idToText('j', rowId)), copy: 1 };
    const auditSeq = parts.audit.append({
      atMs: nowMs,
      event: 'job-queued',
      intentId: intentRowId,
      jobId: rowId,
      operator: intent.operatorName,
      facts: {
        ...options.facts,
        kind: fresh.kind,
        codeId: fresh.codeId,
        printerId: fresh.printerId,
        serial: content.serial,
      },
    });
    const wholeMs = Math.floor(nowMs);
    const record = parts.jobs.insert({
      rowId,
      intentRowId,
      intent,
      paper: 'badge',
      kind: fresh.kind,
      codeId: fresh.codeId,
      printerId: fresh.printerId,
      content,
      secret: payload.value,
      expiresMs,
      nowMs: wholeMs,
      auditSeq,
    });
    parts.intents.update(intentRowId, { state: 'created', step: intent.step }, wholeMs, auditSeq);
    parts.touched(rowId);
    return ok(record);
  });
}

/** `queued` → `sending`: the first byte may leave now. Whoever comes second gets `lease-lost`. */
export function lease(
  parts: Parts,
  jobId: string,
  expected: { readonly fence?: number; readonly printerId?: string },
): Result<JobRecord> {
  return withJob(parts, jobId, (job) => {
    const { record } = job;
    const stale =
      (expected.fence !== undefined && expected.fence !== record.fence) ||
      (expected.printerId !== undefined && expected.printerId !== record.printerId);
    if (stale) return fail('lease-lost', { fence: record.fence });
    if (job.expiresMs <= parts.clock.now()) return fail('code-expired');
    if (isOvertaken(parts, job)) return fail('code-replaced');
    if (!record.hasPayload) return fail(job.payload === null ? 'payload-gone' : 'seal-broken');
    return applyMove(
      parts,
      job,
      { to: 'sending', by: 'worker', door: 'lease' },
      { printerId: record.printerId },
    );
  });
}

export function change(parts: Parts, jobId: string, wanted: JobChange): Result<JobRecord> {
  return withJob(parts, jobId, (job) => {
    if (wanted.fence !== undefined && wanted.fence !== job.record.fence) {
      return fail('lease-lost', { fence: job.record.fence });
    }
    const move: Move = {
      to: wanted.to,
      by: actorOf(wanted),
      door: 'change',
      ...(wanted.reason === undefined ? {} : { reason: wanted.reason }),
      ...(wanted.witness === undefined ? {} : { witness: wanted.witness }),
      ...(wanted.note === undefined ? {} : { note: wanted.note }),
    };
    const retryMs = wanted.to === 'queued' ? parseInstant(wanted.retryAt) : null;
    return applyMove(parts, job, move, {
      retryMs,
      facts: wanted.facts ?? {},
      ...(wanted.operator === undefined ? {} : { operator: wanted.operator }),
    });
  });
}

/** A second copy, decided by a person who says why. The badge carries its copy number, so two papers can be told apart. */
export function queueCopy(
  parts: Parts,
  jobId: string,
  note: string,
  options: DecisionOptions,
): Result<JobRecord> {
  return withJob(parts, jobId, (job) => {
    if (!job.record.hasPayload) return fail(job.payload === null ? 'payload-gone' : 'seal-broken');
    if (job.expiresMs <= parts.clock.now()) return fail('code-expired');
    return applyMove(parts, job, { to: 'queued', by: 'person', door: 'copy', note }, options);
  });
}

/**
 * Sends a waiting job to another printer. Whatever the old printer's worker still holds is void (fence). A worker may do
 * so for a stand-by printer, a person also from `held`.
 */
export function moveJob(
  parts: Parts,
  jobId: string,
  printerId: string,
  options: DecisionOptions & { readonly by?: 'worker' | 'person'; readonly fence?: number },
): Result<JobRecord> {
  const { by = 'person', fence, ...rest } = options;
  return withJob(parts, jobId, (job) => {
    if (fence !== undefined && fence !== job.record.fence) {
      return fail('lease-lost', { fence: job.record.fence });
    }
    return applyMove(parts, job, { to: 'queued', by, door: 'move' }, { ...rest, printerId });
  });
}

export interface MoveOptions extends DecisionOptions {
  readonly retryMs?: number | null;
}

/** Applies one row of the ledger with its audit entry and, in an end state, the erasing. Inside a transaction. */
export function applyMove(
  parts: Parts,
  job: StoredJob,
  move: Move,
  options: MoveOptions = {},
): Result<JobRecord> {
  const { record, rowId } = job;
  const moved = judge(record, move);
  if (!moved.ok) return moved;
  const nowMs = parts.clock.now();
  const next = moved.value;
  const printerId = options.printerId ?? record.printerId;
  const auditSeq = parts.audit.append({
    atMs: nowMs,
    event: `${record.paper === 'badge' ? 'job' : 'slip'}-${next.state}`,
    intentId: job.intentRowId,
    jobId: rowId,
    operator: options.operator ?? null,
    facts: {
      ...options.facts,
      from: record.state,
      by: move.by,
      copy: next.copy,
      fence: next.fence,
      printerId,
      ...(next.reason === null ? {} : { reason: next.reason }),
      ...(next.witness === 'none' ? {} : { witness: next.witness }),
      ...(move.note === undefined || move.note === '' ? {} : { note: move.note }),
    },
  });
  const retryMs = options.retryMs ?? null;
  const changed = parts.jobs.update(job, { ...next, printerId, retryMs }, Math.floor(nowMs), auditSeq);
  if (next.erases && job.payload !== null) parts.db.noteErasure();
  parts.touched(rowId);
  return ok(changed);
}

/**
 * The payload in plain bytes. The caller wipes them.
 *
 * SECURITY: pin-apart (docs/security.md). A slip's PIN is not given out here, so that it cannot become a QR code.
 */
export function payloadOf(parts: Parts, jobId: string): Result<Uint8Array> {
  const rowId = idFromText('j', jobId);
  if (rowId === null) return fail('job-unknown');
  const job = parts.db.tryRead(() => parts.jobs.one(rowId));
  if (!job.ok) return job;
  if (job.value === null) return fail('job-unknown');
  if (job.value.record.paper !== 'badge') return fail('transition-refused', { why: 'not-a-badge' });
  if (job.value.payload === null) return fail('payload-gone');
  return openSecret(parts, 'payload', rowId, job.value.payload);
}

/** Who asks, when the caller does not say: a scan names its witness, a worker its fence, everybody else is a person. */
function actorOf(wanted: JobChange): Actor {
  if (wanted.by !== undefined) return wanted.by;
  if (wanted.witness === 'scan') return 'scan';
  if (wanted.witness === 'person') return 'person';
  return wanted.fence === undefined ? 'person' : 'worker';
}

function withJob(
  parts: Parts,
  jobId: string,
  work: (job: StoredJob) => Result<JobRecord>,
): Result<JobRecord> {
  const rowId = idFromText('j', jobId);
  if (rowId === null) return fail('job-unknown');
  return parts.db.write(() => {
    const job = parts.jobs.one(rowId);
    return job === null ? fail('job-unknown') : work(job);
  });
}
