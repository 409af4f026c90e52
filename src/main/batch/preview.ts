import {
  type BatchWish,
  type LineCounts,
  type LineState,
  lineStates,
} from '../../shared/credential/batch.ts';
import type { BatchLines, BatchView } from '../../shared/ipc/batch.ts';
import type { NewBatchLine } from '../spool/types.ts';
import type { Reading } from './reading.ts';

/** A list that is being read, or was read and is not begun. Kept in memory: nothing has been done for anybody on it. */
export interface Preview {
  readonly listName: string;
  readonly wish: BatchWish;
  /** null as long as it is being read. */
  readonly lines: readonly NewBatchLine[] | null;
  readonly reading: Reading;
}

export function previewView({ listName, wish, lines, reading }: Preview): BatchView {
  return {
    phase: lines === null ? 'reading' : 'ready',
    listName,
    wish,
    counts: countsOf(lines ?? []),
    reading: lines === null ? { done: reading.done, of: reading.of } : null,
    pause: null,
    now: null,
    ahead: [],
    waitsFor: null,
    patienceUntilMs: lines === null ? reading.patience.untilMs : null,
    pinsWaiting: 0,
  };
}

export function previewLines(
  { lines }: Preview,
  states: readonly LineState[],
  from: number,
  count: number,
): BatchLines {
  const wanted = (lines ?? [])
    .map((line, place) => ({ ...line, place }))
    .filter(({ state }) => states.includes(state));
  return {
    total: wanted.length,
    lines: wanted
      .slice(from, from + count)
      .map(({ place, line, entry, holderName, operation, state, reason }) => ({
        place,
        line,
        entry,
        holderName,
        operation,
        state,
        reason,
        badge: null,
      })),
  };
}

function countsOf(lines: readonly NewBatchLine[]): LineCounts {
  const counts: Record<LineState, number> = {
    waiting: 0,
    begun: 0,
    issued: 0,
    done: 0,
    'left-out': 0,
    failed: 0,
    unsure: 0,
  };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

/** All there are: for a report, and for a window that asks for no state in particular. */
export const everyState: readonly LineState[] = lineStates;
