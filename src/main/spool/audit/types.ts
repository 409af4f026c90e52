import type { Instant } from '../../../shared/ids.ts';
import type { TrailBreak } from '../../../shared/ipc/history.ts';

/** Facts for the audit trail: request ids, reasons, printer ids. Never a secret. */
export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface AuditEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly event: string;
  readonly intentId: string | null;
  readonly jobId: string | null;
  readonly operator: string | null;
  readonly facts: AuditFacts;
  readonly prevHash: string;
  readonly hash: string;
}

/** An entry of the audit trail by its number and hash (hex). */
export interface AuditPoint {
  readonly seq: number;
  readonly hash: string;
}

/** Where an audit trail begins and ends, and where it first does not fit; `at` null = it is whole. */
export interface TrailVerdict {
  readonly at: { readonly seq: number; readonly why: TrailBreak } | null;
  readonly start: AuditPoint;
  readonly head: AuditPoint;
}
