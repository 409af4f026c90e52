import { useCallback, useRef, useState } from 'react';
import type { Channel, ReplyOf, RequestOf } from '../../../shared/ipc/contract.ts';
import type { Failure } from '../../../shared/result.ts';
import { useStation } from './station-context.tsx';

export interface Action<C extends Channel> {
  /** Does it; null when it was already under way, so that a second press changes nothing. */
  readonly run: (request: RequestOf<C>) => Promise<ReplyOf<C> | null>;
  readonly isBusy: boolean;
  /** Why the last try did not work. */
  readonly failure: Failure | null;
  /** Takes the last failure off the screen. */
  readonly forget: () => void;
}

/** One thing the operator can do: runs once at a time and keeps the last failure beside its control. */
export function useAction<C extends Channel>(channel: C): Action<C> {
  const station = useStation();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isRunning = useRef(false);
  const run = useCallback(
    async (request: RequestOf<C>) => {
      if (isRunning.current) return null;
      isRunning.current = true;
      setBusy(true);
      setFailure(null);
      const reply = await station.call(channel, request);
      isRunning.current = false;
      setBusy(false);
      setFailure(reply.ok ? null : reply.failure);
      return reply;
    },
    [station, channel],
  );
  const forget = useCallback(() => setFailure(null), []);
  return { run, isBusy, failure, forget };
}
