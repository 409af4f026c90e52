import { fail, ok, type Result } from '../../shared/result.ts';
import { idFromText } from './ids.ts';
import { codesEndedBy, endsPin, isClosed, mayGo } from './intent-rules.ts';
import type { SealedSecret, StoredIntent } from './database/intent-table.ts';
import type { Parts } from './parts.ts';
import { openPin, putPin, sealPin } from './sealing/secrets.ts';
import type { AuditFacts, BatchLineRef, Intent, IntentState, JobRecord, NewIntent } from './types.ts';

/** What `noteIntent` may change. */
export interface IntentNote {
  readonly state: IntentState;
  readonly step?: string | null;
  readonly pin?: string;
  readonly facts?: AuditFacts;
}

/** With `line` the intent and the line of the batch it is for are one: whatever happens next, each knows of the other. */
export function planIntent(parts: Parts, fresh: NewIntent, line?: BatchLineRef): Result<Intent> {
  return parts.db.write(() => {
    const nowMs = parts.clock.now();
    const rowId = parts.ids.next(nowMs);
    const pin = firstPin(parts, rowId, fresh);
    if (!pin.ok) return pin;
    const auditSeq = parts.audit.append({
      atMs: nowMs,
      event: 'intent-planned',
      intentId: rowId,
      operator: fresh.operatorName,
      facts: {
        operation: fresh.operation,
        holderId: fresh.holderId,
        holderUpn: fresh.holderUpn,
        operatorId: fresh.operatorId,
        standardBefore: fresh.before?.standard?.id ?? null,
        temporaryBefore: fresh.before?.temporary?.id ?? null,
        startsAt: fresh.startsAt,
        expiresAt: fresh.expiresAt,
        printerId: fresh.printerId,
        reason: fresh.reason,
        hasPin: pin.value !== null,
        pinFrom: fresh.pinFrom ?? null,
      },
    });
    parts.intents.insert(rowId, fresh, pin.value, Math.floor(nowMs), auditSeq);
    if (line !== undefined && !parts.batches.begin(line, rowId))
      return fail('transition-refused', { why: 'line' });
    return stored(parts, rowId);
  });
}

/** The PIN a new operation starts with, sealed for it. A waiting PIN that cannot be opened any more is not taken over. */
function firstPin(parts: Parts, rowId: number, fresh: NewIntent): Result<SealedSecret | null> {
  if (fresh.pin !== null) return sealPin(parts, rowId, fresh.pin);
  const fromId = idFromText('i', fresh.pinFrom ?? '');
  const waiting = fromId === null ? null : (parts.intents.one(fromId)?.pin ?? null);
  if (fromId === null || waiting === null) return ok(null);
  const opened = openPin(parts, fromId, waiting);
  return opened.ok ? sealPin(parts, rowId, opened.value) : ok(null);
}

export function noteIntent(parts: Parts, intentId: string, note: IntentNote): Result<Intent> {
  return withIntent(parts, intentId, (found) => {
    const { intent, rowId } = found;
    if (!mayGo(intent.state, note.state)) {
      return fail('transition-refused', { from: intent.state, to: note.state });
    }
    if (isClosed(note.state) && hasOpenJobs(parts, rowId)) return refuseForJobs(intent, note.state);
    if (note.pin !== undefined) {
      const pin = putPin(parts, rowId, note.pin);
      if (!pin.ok) return pin;
    }
    if (isClosed(note.state)) erasePin(parts, found);
    return writeIntent(parts, found, {
      state: note.state,
      step: note.step === undefined ? intent.step : note.step,
      event: `intent-${note.state}`,
      facts: { step: note.step ?? intent.step, ...note.facts },
    });
  });
}

/** Closing what is closed already is no mistake; nothing changes then. */
export function closeIntent(parts: Parts, intentId: string, facts: AuditFacts = {}): Result<Intent> {
  return withIntent(parts, intentId, (found) => {
    const { intent, rowId } = found;
    if (isClosed(intent.state)) return ok(intent);
    if (hasOpenJobs(parts, rowId)) return refuseForJobs(intent, 'done');
    const hadPin = intent.hasPin;
    erasePin(parts, found);
    return writeIntent(parts, found, {
      state: 'done',
      step: intent.step,
      event: 'intent-done',
      facts: { ...facts, pinErased: hadPin },
    });
  });
}

export function revealPin(parts: Parts, intentId: string, operator: string | null): Result<string> {
  return withIntent(parts, intentId, ({ rowId, pin }) => {
    if (pin === null) return fail('pin-gone');
    const opened = openPin(parts, rowId, pin);
    if (!opened.ok) return opened;
    // The PIN is answered only after the commit: nobody sees it without a trace.
    parts.audit.append({ atMs: parts.clock.now(), event: 'pin-revealed', intentId: rowId, operator });
    return opened;
  });
}

/**
 * Whether a later operation of the same holder may have ended this job's code or PIN already: then the job must not print
 * until that operation is settled (rule R6).
 */
export function isOvertaken(
  parts: Parts,
  job: {
    readonly intentRowId: number;
    readonly record: Pick<JobRecord, 'holderId' | 'kind' | 'paper'>;
  },
): boolean {
  return parts.intents
    .openOf(job.record.holderId)
    .some(
      ({ rowId, intent }) =>
        rowId > job.intentRowId &&
        intent.state !== 'planned' &&
        (job.record.paper === 'badge'
          ? codesEndedBy(intent.operation).includes(job.record.kind)
          : endsPin(intent.operation)),
    );
}

export function withIntent<T>(
  parts: Parts,
  intentId: string,
  work: (found: StoredIntent) => Result<T>,
): Result<T> {
  const rowId = idFromText('i', intentId);
  if (rowId === null) return fail('intent-unknown');
  return parts.db.write(() => {
    const found = parts.intents.one(rowId);
    return found === null ? fail('intent-unknown') : work(found);
  });
}

export function writeIntent(
  parts: Parts,
  found: StoredIntent,
  next: Pick<Intent, 'state' | 'step'> & { readonly event: string; readonly facts: AuditFacts },
): Result<Intent> {
  const nowMs = parts.clock.now();
  const { rowId, intent } = found;
  const auditSeq = parts.audit.append({
    atMs: nowMs,
    event: next.event,
    intentId: rowId,
    operator: intent.operatorName,
    facts: next.facts,
  });
  parts.intents.update(rowId, next, Math.floor(nowMs), auditSeq);
  // Whether this holder's queued jobs may print can depend on it (isOvertaken).
  for (const jobRowId of parts.jobs.queuedOf(intent.holderId)) parts.touched(jobRowId);
  return stored(parts, rowId);
}

export function erasePin(parts: Parts, found: StoredIntent): void {
  if (found.pin === null) return;
  parts.intents.setPin(found.rowId, null);
  parts.db.noteErasure();
}

function hasOpenJobs(parts: Parts, intentRowId: number): boolean {
  return parts.jobs.openOfIntent(intentRowId);
}

function refuseForJobs(intent: Intent, to: IntentState): Result<Intent> {
  return fail('transition-refused', { from: intent.state, to, why: 'open-job' });
}

function stored(parts: Parts, rowId: number): Result<Intent> {
  const found = parts.intents.one(rowId);
  return found === null ? fail('intent-unknown') : ok(found.intent);
}
