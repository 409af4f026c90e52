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
