import { operations } from '../../../shared/credential/kinds.ts';
import { toInstant } from '../../../shared/ids.ts';
import { jobPapers, jobReasons, jobStates, witnesses } from '../../../shared/printing/job.ts';
import { idToText } from '../ids.ts';
import type { JobRecord } from '../types.ts';
import type { Row } from './connection.ts';
import type { SealedSecret } from './intent-table.ts';
import { bytesOrNull, textOf, wholeOf, wholeOrNull, wordOf, wordOrNull } from './rows.ts';
import { contentOf } from './stored-json.ts';

export interface StoredJob {
  readonly rowId: number;
  readonly intentRowId: number;
  readonly record: JobRecord;
  /** What is secret about it: a badge's payload, a slip's PIN; null once erased. */
  readonly payload: SealedSecret | null;
  readonly expiresMs: number;
}

/** A job from its row, joined with its intent's. `canOpen` says whether a key is at hand. */
export function storedJob(row: Row, canOpen: (keyId: number) => boolean): StoredJob {
  const rowId = wholeOf(row, 'id');
  const intentRowId = wholeOf(row, 'intent_id');
  const expiresMs = wholeOf(row, 'expires_ms');
  const retryMs = wholeOrNull(row, 'retry_ms');
  const sealed = bytesOrNull(row, 'payload');
  const payload = sealed === null ? null : { sealed, keyId: wholeOrNull(row, 'payload_key') ?? 0 };
  const content = contentOf(row, 'content');
  const record: JobRecord = {
    id: idToText('j', rowId),
    intentId: idToText('i', intentRowId),
    operation: wordOf(operations, row, 'operation'),
    paper: wordOf(jobPapers, row, 'paper'),
    kind: content.kind,
    holderId: textOf(row, 'holder_id'),
    holderName: textOf(row, 'holder_name'),
    holderUpn: textOf(row, 'holder_upn'),
    printerId: textOf(row, 'printer_id'),
    codeId: textOf(row, 'code_id'),
    state: wordOf(jobStates, row, 'state'),
    reason: wordOrNull(jobReasons, row, 'reason'),
    witness: wordOf(witnesses, row, 'witness'),
    copy: wholeOf(row, 'copy'),
    attempts: wholeOf(row, 'attempts'),
    fence: wholeOf(row, 'fence'),
    serial: content.serial,
    content,
    expiresAt: content.expiresAt,
    createdAt: toInstant(wholeOf(row, 'created_ms')),
    changedAt: toInstant(wholeOf(row, 'changed_ms')),
    retryAt: retryMs === null ? null : toInstant(retryMs),
    hasPayload: payload !== null && canOpen(payload.keyId),
  };
  return { rowId, intentRowId, record, payload, expiresMs };
}
