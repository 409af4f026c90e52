/**
 * Time as the rooms see it. Passed in everywhere, so that tests own it.
 *
 * app.ts may hand in a clock that is corrected by the difference to Microsoft's clock; expiry (rule R6) then follows the
 * directory's time and not a wrong station clock.
 */
export interface Clock {
  /** Milliseconds since 1970, UTC. May jump forwards and backwards. */
  now(): number;
  /**
   * Calls `fn` once after about `ms` milliseconds and returns the way to stop it. A timer says "look again", not "the
   * time has come": it stands still while the machine sleeps and never waits longer than 24 days.
   */
  setTimer(ms: number, fn: () => void): () => void;
}

/** The longest wait `setTimeout` keeps (2^31 - 1 ms); beyond it Node would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(ms, fn) {
    const timer = setTimeout(fn, Math.min(Math.max(0, ms), longestTimerMs));
    return () => clearTimeout(timer);
  },
};
