import type { FailureCode } from '../../../../shared/failure-codes.ts';
import type { JobReason } from '../../../../shared/printing/job.ts';

interface Bit {
  readonly bit: number;
  readonly reason: JobReason;
}

/**
 * PRINTER_STATUS_… of PRINTER_INFO_2 (winspool.h) that stop a badge, the most telling first. Without a language
 * monitor most drivers leave this at 0 whatever happens, so a clean status proves nothing.
 */
export const printerBits: readonly Bit[] = [
  { bit: 0x0000_0010, reason: 'media-empty' }, // PAPER_OUT
  { bit: 0x0040_0000, reason: 'cover-open' }, // DOOR_OPEN
  { bit: 0x0000_0080, reason: 'offline' }, // OFFLINE
  { bit: 0x0000_1000, reason: 'offline' }, // NOT_AVAILABLE
  { bit: 0x0080_0000, reason: 'offline' }, // SERVER_UNKNOWN
  { bit: 0x0200_0000, reason: 'offline' }, // SERVER_OFFLINE
  { bit: 0x0000_0001, reason: 'paused' }, // PAUSED
  { bit: 0x0000_0004, reason: 'printer-unknown' }, // PENDING_DELETION
  { bit: 0x0000_0008, reason: 'printer-fault' }, // PAPER_JAM
  { bit: 0x0000_0040, reason: 'printer-fault' }, // PAPER_PROBLEM
  { bit: 0x0000_0800, reason: 'printer-fault' }, // OUTPUT_BIN_FULL
  { bit: 0x0004_0000, reason: 'printer-fault' }, // NO_TONER
  { bit: 0x0010_0000, reason: 'printer-fault' }, // USER_INTERVENTION
  { bit: 0x0020_0000, reason: 'printer-fault' }, // OUT_OF_MEMORY
  { bit: 0x0000_0002, reason: 'printer-fault' }, // ERROR
  { bit: 0x0000_0200, reason: 'busy' }, // BUSY
];

/** "Use Printer Offline", which Windows also sets by itself when a USB printer is unplugged. */
const workOffline = 0x400;
/** "Keep printed documents". */
export const keepsPrintedJobs = 0x100;

export function printerReasons(status: number, attributes: number): readonly JobReason[] {
  const found = new Set<JobReason>();
  for (const { bit, reason } of printerBits) if ((status & bit) !== 0) found.add(reason);
  if ((attributes & workOffline) !== 0) found.add('offline');
  return [...found];
}

/** JOB_STATUS_… of JOB_INFO_1 (winspool.h). */
export const jobBits: readonly Bit[] = [
  { bit: 0x0040, reason: 'media-empty' }, // PAPEROUT
  { bit: 0x0020, reason: 'offline' }, // OFFLINE
  { bit: 0x0001, reason: 'paused' }, // PAUSED
  { bit: 0x0200, reason: 'printer-fault' }, // BLOCKED_DEVQ
  { bit: 0x0400, reason: 'printer-fault' }, // USER_INTERVENTION
  { bit: 0x0002, reason: 'printer-fault' }, // ERROR
];

/** PRINTED and COMPLETE: everything was transferred; paper may still be moving. */
const done = 0x0080 | 0x1000;
/** DELETING and DELETED: somebody took it out, or (most drivers) it is through. */
const leaving = 0x0004 | 0x0100;

export type JobLook =
  | { readonly kind: 'done' }
  | { readonly kind: 'leaving' }
  | { readonly kind: 'stuck'; readonly reason: JobReason }
  | { readonly kind: 'working' };

export function readJobStatus(status: number): JobLook {
  if ((status & done) !== 0) return { kind: 'done' };
  if ((status & leaving) !== 0) return { kind: 'leaving' };
  const stuck = jobBits.find(({ bit }) => (status & bit) !== 0);
  return stuck ? { kind: 'stuck', reason: stuck.reason } : { kind: 'working' };
}

/** System error codes that the spooler's calls end with (winerror.h). */
const errors: ReadonlyMap<number, { readonly code: FailureCode; readonly reason: JobReason }> = new Map([
  [1801, { code: 'printer-unknown', reason: 'printer-unknown' }], // ERROR_INVALID_PRINTER_NAME
  [1905, { code: 'printer-unknown', reason: 'printer-unknown' }], // ERROR_PRINTER_DELETED
  [5, { code: 'permission-denied', reason: 'permission-denied' }], // ERROR_ACCESS_DENIED
  [1722, { code: 'printer-offline', reason: 'offline' }], // RPC_S_SERVER_UNAVAILABLE: the spooler is stopped
  [1717, { code: 'printer-offline', reason: 'offline' }], // RPC_S_UNKNOWN_IF
  [1906, { code: 'printer-refused', reason: 'printer-fault' }], // ERROR_INVALID_PRINTER_STATE
  [1804, { code: 'printer-refused', reason: 'printer-fault' }], // ERROR_INVALID_DATATYPE
  [63, { code: 'cancelled', reason: 'interrupted' }], // ERROR_PRINT_CANCELLED
]);

/** What an error of the spooler means; unknown ones are a refusal. */
export function spoolerError(code: number | null): {
  readonly code: FailureCode;
  readonly reason: JobReason;
} {
  if (code === null) return { code: 'printer-silent', reason: 'stalled' };
  return errors.get(code) ?? { code: 'printer-refused', reason: 'printer-fault' };
}
