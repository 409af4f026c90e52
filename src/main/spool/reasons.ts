import type { FailureCode } from '../../shared/failure-codes.ts';
import type { JobReason } from '../../shared/printing/job.ts';

/**
 * What a reason means for a job of which no byte has left.
 * `waits` the printer mends it and the badge then prints by itself · `person` somebody must decide or put something
 * right · `paper` says why nobody knows what came out; only `unsure` jobs carry it.
 */
export type ReasonKind = 'waits' | 'person' | 'paper';

const kinds: Readonly<Record<JobReason, ReasonKind>> = {
  offline: 'waits',
  busy: 'waits',
  paused: 'waits',
  'media-empty': 'waits',
  'cover-open': 'waits',
  'head-hot': 'waits',
  'cutter-jam': 'waits',
  'printer-fault': 'waits',
  vanished: 'waits',
  stalled: 'waits',
  'media-mismatch': 'person',
  'printer-unknown': 'person',
  'permission-denied': 'person',
  'not-readable': 'person',
  'holder-mismatch': 'person',
  'seal-lost': 'person',
  parked: 'person',
  interrupted: 'paper',
  'fault-while-printing': 'paper',
};

export function reasonKind(reason: JobReason): ReasonKind {
  return kinds[reason];
}

const reasonOfCode: Readonly<Partial<Record<FailureCode, JobReason>>> = {
  'printer-unknown': 'printer-unknown',
  'printer-not-chosen': 'printer-unknown',
  'address-invalid': 'printer-unknown',
  'address-practice-only': 'printer-unknown',
  'language-unknown': 'printer-unknown',
  'profile-unknown': 'printer-unknown',
  'printer-offline': 'offline',
  'printer-refused': 'offline',
  'printer-silent': 'stalled',
  'printer-vanished': 'vanished',
  'printer-busy': 'busy',
  busy: 'busy',
  paused: 'paused',
  'media-empty': 'media-empty',
  'media-mismatch': 'media-mismatch',
  'cover-open': 'cover-open',
  'head-hot': 'head-hot',
  'cutter-jam': 'cutter-jam',
  'permission-denied': 'permission-denied',
  'symbol-does-not-fit': 'media-mismatch',
  'payload-invalid': 'not-readable',
  'badge-unreadable': 'not-readable',
  'font-missing': 'not-readable',
  'holder-mismatch': 'holder-mismatch',
  'seal-broken': 'seal-lost',
  'seal-unavailable': 'seal-lost',
  'payload-gone': 'seal-lost',
};

/** Why a job waits, told by the failure that stopped it. What has no word of its own is a fault of the printer. */
export function reasonOf(code: FailureCode): JobReason {
  return reasonOfCode[code] ?? 'printer-fault';
}
