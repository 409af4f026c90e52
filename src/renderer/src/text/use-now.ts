import { useEffect, useState } from 'react';

/** Times on the screen are given to the minute, so a look at the clock every quarter of one is enough. */
const lookEveryMs = 15_000;

/** The present in epoch milliseconds, kept fresh while it is on screen; `everyMs` must be a constant. */
export function useNow(everyMs = lookEveryMs): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
