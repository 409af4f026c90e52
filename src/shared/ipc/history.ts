import type { Operation } from '../credential/kinds.ts';
import type { Instant } from '../ids.ts';
import type { JobView } from '../printing/job.ts';
import type { IssueState } from './views.ts';

/**
 * Which operations of the past to show. `handed-over`: the holder has it, or it was carried out · `otherwise`: cancelled,
 * expired, replaced, or it never came about · `copies`: more than one paper was asked for.
 */
export const historyFilters = ['all', 'handed-over', 'otherwise', 'copies'] as const;
export type HistoryFilter = (typeof historyFilters)[number];

/** How far back, counted from now. */
export const historyPeriods = ['day', 'week', 'month', 'all'] as const;
export type HistoryPeriod = (typeof historyPeriods)[number];

export interface HistoryQuery {
  /** Part of a name, a user name or a serial; empty for everybody. */
  readonly text: string;
  readonly filter: HistoryFilter;
  readonly period: HistoryPeriod;
  /** Where the page before ended (`more`); null for the first one. */
  readonly before: string | null;
}

/** One operation of the past, with its badge if it had one. */
export interface HistoryItem {
  readonly intentId: string;
  readonly operation: Operation;
  readonly holderName: string;
  readonly operatorName: string;
  readonly state: IssueState;
  readonly badge: JobView | null;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

export interface HistoryPage {
  readonly items: readonly HistoryItem[];
  /** Ask again with this as `before`; null when everything was looked at. */
  readonly more: string | null;
}

/** An entry of the audit trail as it stands in an export. */
export interface TrailEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly event: string;
  readonly jobId: string | null;
  readonly operator: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** The newest entry, to be noted down away from the station: `SEQ:FINGERPRINT`. */
export interface AnchorView {
  readonly seq: number;
  readonly fingerprint: string;
}

/** What a check of the whole trail found. */
export type TrailCheck =
  | {
      readonly kind: 'whole';
      readonly entries: number;
      /** Entries before this one were removed by retention; 1 = none. */
      readonly firstSeq: number;
      readonly anchor: AnchorView;
    }
  | { readonly kind: 'broken'; readonly seq: number; readonly why: TrailBreak };

/** Why an entry does not fit (spool/audit/chain.ts says more). */
export const trailBreaks = ['changed', 'missing', 'misplaced', 'unlinked', 'unreadable', 'orphaned'] as const;
export type TrailBreak = (typeof trailBreaks)[number];

/** What became of an export. `file` is its name without folder; null when nobody chose one. */
export interface ExportView {
  readonly file: string | null;
  readonly anchor: AnchorView;
}
