import type { CodeKind, Operation } from '../credential/kinds.ts';
import type { Instant } from '../ids.ts';

/** States of a print job (docs/architecture.md, "The ledger"). */
export const jobStates = [
  'queued',
  'sending',
  'sent',
  'confirmed',
  'verified',
  'handed-over',
  'held',
  'unsure',
  'cancelled',
  'expired',
  'replaced',
] as const;
export type JobState = (typeof jobStates)[number];

/** States from which a job never comes back; its payload is erased. */
export const terminalStates: readonly JobState[] = ['handed-over', 'cancelled', 'expired', 'replaced'];

export function isTerminal(state: JobState): boolean {
  return terminalStates.includes(state);
}

/** Why a job waits (queued, held) or why nobody knows what came of it (unsure). */
export const jobReasons = [
  'offline',
  'busy',
  'paused',
  'media-empty',
  'media-mismatch',
  'cover-open',
  'head-hot',
  'cutter-jam',
  'printer-fault',
  'printer-unknown',
  'permission-denied',
  'not-readable',
  'holder-mismatch',
  'seal-lost',
  'parked',
  'interrupted',
  'vanished',
  'stalled',
  'fault-while-printing',
] as const;
export type JobReason = (typeof jobReasons)[number];

/** Who or what says that paper came out. */
export const witnesses = ['none', 'printer', 'person', 'scan'] as const;
export type Witness = (typeof witnesses)[number];

/** What a job puts on paper. A PIN and a QR code never share a piece of paper or a job (rule R8). */
export const jobPapers = ['badge', 'pin-slip'] as const;
export type JobPaper = (typeof jobPapers)[number];

/** A job as the window sees it: no payload, no PIN. */
export interface JobView {
  readonly id: string;
  readonly intentId: string;
  readonly operation: Operation;
  readonly paper: JobPaper;
  /** Of a PIN slip: `standard`, which says nothing. */
  readonly kind: CodeKind;
  readonly holderId: string;
  readonly holderName: string;
  readonly printerId: string;
  readonly state: JobState;
  readonly reason: JobReason | null;
  readonly witness: Witness;
  readonly copy: number;
  readonly attempts: number;
  readonly serial: string;
  /** When the code ends; of a PIN slip, when it is wiped if nobody has come for it. */
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  /** When the next try by itself is due; null when none is planned. */
  readonly retryAt: Instant | null;
  /** Whether what is secret about it is still here, so that the job can print. */
  readonly hasPayload: boolean;
}

/** What a scan of the printed badge showed. */
export type ScanVerdict =
  | 'match'
  | 'older-badge'
  | 'another-holder'
  | 'not-a-code'
  /** The right badge, but typed by a scanner in another keyboard's letters; proves nothing. */
  | 'other-keyboard'
  | 'unreadable';
