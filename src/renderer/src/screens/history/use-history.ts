import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  HistoryFilter,
  HistoryItem,
  HistoryPage,
  HistoryPeriod,
} from '../../../../shared/ipc/history.ts';
import type { Failure } from '../../../../shared/result.ts';
import { useStation } from '../../api/station-context.tsx';
import { useStationEvent } from '../../api/use-event.ts';

/** Typing pauses this long before it is searched for. */
const pauseMs = 250;

export interface Wanted {
  readonly text: string;
  readonly filter: HistoryFilter;
  readonly period: HistoryPeriod;
}

export interface History {
  /** null until the first page is here. */
  readonly items: readonly HistoryItem[] | null;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly failure: Failure | null;
  readonly readMore: () => void;
  readonly again: () => void;
}

interface Found {
  readonly items: readonly HistoryItem[];
  readonly more: string | null;
}

/** The operations that fit what is wanted, newest first; only the answer to the latest question is taken. */
export function useHistory(wanted: Wanted): History {
  const station = useStation();
  const [found, setFound] = useState<Found | null>(null);
  const [isReading, setReading] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(0);
  const { text, filter, period } = wanted;

  const read = useCallback(
    async (before: string | null, known: readonly HistoryItem[]) => {
      asked.current += 1;
      const mine = asked.current;
      setReading(true);
      setFailure(null);
      let page: HistoryPage = { items: [], more: before };
      let from = before;
      // Main looks at a bounded number at a time: an empty page with more behind it is not the end.
      do {
        const reply = await station.call('history.find', { text, filter, period, before: from });
        if (mine !== asked.current) return;
        if (!reply.ok) {
          setFailure(reply.failure);
          setReading(false);
          return;
        }
        page = reply.value;
        from = page.more;
      } while (page.items.length === 0 && page.more !== null);
      setFound({ items: [...known, ...page.items], more: page.more });
      setReading(false);
    },
    [station, text, filter, period],
  );

  const again = useCallback(() => void read(null, []), [read]);
  useEffect(() => {
    const timer = setTimeout(again, text === '' ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      asked.current += 1;
    };
  }, [again, text]);
  // Something was finished while it is being looked at; with further pages open, the list stays as it is.
  useStationEvent('job', () => {
    if (found !== null && found.items.length <= 30) again();
  });
  return {
    items: found?.items ?? null,
    hasMore: (found?.more ?? null) !== null,
    isReading,
    failure,
    readMore: () => void read(found?.more ?? null, found?.items ?? []),
    again,
  };
}
