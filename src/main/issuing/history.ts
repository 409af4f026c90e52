import { isTerminal } from '../../shared/printing/job.ts';
import type {
  AnchorView,
  HistoryFilter,
  HistoryItem,
  HistoryPage,
  HistoryPeriod,
  HistoryQuery,
  TrailCheck,
  TrailEntry,
} from '../../shared/ipc/history.ts';
import type { AuditEntry, AuditPoint, PastOperation, Spool } from '../spool/types.ts';
import { issueStateOf, jobView } from './views.ts';

const dayMs = 24 * 3_600_000;
const lengthMs: Readonly<Record<HistoryPeriod, number>> = {
  day: dayMs,
  week: 7 * dayMs,
  month: 31 * dayMs,
  all: Number.POSITIVE_INFINITY,
};
const pageLength = 30;

export interface HistoryParts {
  readonly spool: Pick<Spool, 'findPast' | 'trailOf' | 'checkTrail'>;
  readonly now: () => number;
  /** Half a hash in groups that can be read aloud (spool/audit/anchor.ts). */
  readonly anchorOf: (point: AuditPoint) => AnchorView;
  /** Lets other work of the process come first. */
  readonly pause: () => Promise<void>;
}

/** One page of the operations of the past. */
export function findHistory({ spool, now }: HistoryParts, query: HistoryQuery): HistoryPage {
  const keeps = (item: PastOperation): boolean => fits(item, query.filter);
  const sinceMs = now() - lengthMs[query.period];
  const page = spool.findPast({ text: query.text, before: query.before, sinceMs, keeps }, pageLength);
  return { items: page.items.map(itemOf), more: page.more };
}

/** What the record holds of one operation, as it stands in an export; without hashes. */
export function trailOf({ spool }: HistoryParts, intentId: string): readonly TrailEntry[] {
  return spool.trailOf(intentId).map(({ seq, at, event, jobId, operator, facts }: AuditEntry) => ({
    seq,
    at,
    event,
    jobId,
    operator,
    facts,
  }));
}

/** Checks the whole record, in steps: printing and the window go on in between. */
export async function checkTrail({ spool, anchorOf, pause }: HistoryParts): Promise<TrailCheck> {
  const steps = spool.checkTrail();
  for (;;) {
    const { done, value } = steps.next();
    if (done !== true) {
      await pause();
      continue;
    }
    const { at, start, head } = value;
    if (at !== null) return { kind: 'broken', ...at };
    return {
      kind: 'whole',
      entries: head.seq - start.seq,
      firstSeq: start.seq + 1,
      anchor: anchorOf(head),
    };
  }
}

function fits({ intent, badge }: PastOperation, filter: HistoryFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'handed-over':
      return badge === null ? intent.state === 'done' : badge.state === 'handed-over';
    case 'otherwise':
      if (badge !== null) return isTerminal(badge.state) && badge.state !== 'handed-over';
      return intent.state !== 'done' && intent.state !== 'created';
    case 'copies':
      return badge !== null && badge.copy > 1;
  }
}

function itemOf({ intent, badge }: PastOperation): HistoryItem {
  return {
    intentId: intent.id,
    operation: intent.operation,
    holderName: intent.holderName,
    operatorName: intent.operatorName,
    state: issueStateOf(intent.state),
    badge: badge === null ? null : jobView(badge),
    createdAt: intent.createdAt,
    changedAt: intent.changedAt,
  };
}
