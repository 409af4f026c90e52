import { useCallback, useEffect, useRef, useState } from 'react';
import type { Channel, Contract, EventName, ReplyOf, RequestOf } from '../../../shared/ipc/contract.ts';
import { useStation } from './station-context.tsx';

/** Channels that ask for something as it stands, without saying more. */
type PlainChannel = {
  [C in Channel]: Contract[C]['request'] extends Readonly<Record<string, never>> ? C : never;
}[Channel];

export interface Reading<C extends Channel> {
  /** null until the first answer is here. */
  readonly reply: ReplyOf<C> | null;
  readonly again: () => void;
}

/**
 * Asks main for something and asks again after each of the given events. Answers may overtake each other; only the
 * answer to the last question is taken. A failed later reading keeps the last good one. `events` must be a constant.
 */
export function useReading<C extends PlainChannel>(
  channel: C,
  events: readonly EventName[],
  isOn = true,
): Reading<C> {
  const station = useStation();
  const [reply, setReply] = useState<ReplyOf<C> | null>(null);
  const lastAsked = useRef(0);
  const again = useCallback(() => {
    lastAsked.current += 1;
    const asked = lastAsked.current;
    const request: Readonly<Record<string, never>> = {};
    void station.call(channel, request as RequestOf<C>).then((answer) => {
      if (asked !== lastAsked.current) return;
      setReply((before) => (answer.ok || before === null || !before.ok ? answer : before));
    });
  }, [station, channel]);
  useEffect(() => {
    if (!isOn) return undefined;
    const stops = events.map((event) => station.on(event, again));
    again();
    return () => {
      // Answers still under way belong to a question nobody asks any more.
      lastAsked.current += 1;
      for (const stop of stops) stop();
    };
  }, [station, again, events, isOn]);
  return { reply, again };
}
