import { useCallback, useEffect, useRef, useState } from 'react';
import type { Holder } from '../../../shared/credential/holder.ts';
import type { PlaceKind } from '../../../shared/credential/place.ts';
import type { HolderList } from '../../../shared/ipc/views.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import type { Station } from '../api/station.ts';
import { useStation } from '../api/station-context.tsx';

/** Whose list it is. */
export type Source = { readonly kind: 'reports' } | { readonly kind: PlaceKind; readonly placeId: string };

export interface Members {
  /** null until the first page is here. */
  readonly holders: readonly Holder[] | null;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly failure: Failure | null;
  readonly more: () => void;
  readonly again: () => void;
}

interface State {
  readonly holders: readonly Holder[] | null;
  readonly next: string | null;
  readonly isReading: boolean;
  readonly failure: Failure | null;
}

const empty: State = { holders: null, next: null, isReading: true, failure: null };

/** A list of people, page by page. `source` must not change while the component is shown: give it a key. */
export function useMembers(source: Source): Members {
  const station = useStation();
  const first = useRef(source);
  const isShown = useRef(true);
  const [state, setState] = useState<State>(empty);

  const read = useCallback(async (asked: Promise<Result<HolderList>>) => {
    const reply = await asked;
    if (!isShown.current) return;
    setState((before) => {
      if (!reply.ok) return { ...before, isReading: false, failure: reply.failure };
      const { holders, more } = reply.value;
      // A person can be on two pages when the directory changes in between.
      const known = new Map([...(before.holders ?? []), ...holders].map((holder) => [holder.id, holder]));
      return { holders: [...known.values()], next: more, isReading: false, failure: null };
    });
  }, []);
  const again = useCallback(() => {
    setState(empty);
    void read(ask(station, first.current));
  }, [station, read]);

  useEffect(() => {
    isShown.current = true;
    void read(ask(station, first.current));
    return () => {
      isShown.current = false;
    };
  }, [station, read]);

  const { holders, next, isReading, failure } = state;
  const more = () => {
    if (next === null || isReading) return;
    setState({ ...state, isReading: true });
    void read(station.call('holders.more', { more: next }));
  };
  return { holders, hasMore: next !== null, isReading, failure, more, again };
}

function ask(station: Station, source: Source): Promise<Result<HolderList>> {
  return source.kind === 'reports'
    ? station.call('holders.reports', {})
    : station.call('holders.members', source);
}
