import type { Clock } from '../clock.ts';

/** How this computer tells that somebody is there. */
export interface Activity {
  /** Milliseconds since the last key, pointer or touch anywhere on this computer; 0 when the system cannot say. */
  systemIdleMs(): number;
  /** Calls back at each key, pointer or touch in a window of ours; returns the way to stop. */
  onInput(listener: () => void): () => void;
}

/**
 * Calls `onIdle` once nobody has touched this computer for `idleMs`. Somebody who types into another program is there,
 * too, so both clocks must have run out: the system's and our window's. Looks again exactly when the time may be over,
 * not at intervals.
 *
 * Returns the way to stop.
 */
export function watchIdle(clock: Clock, activity: Activity, idleMs: number, onIdle: () => void): () => void {
  let lastInputMs = clock.now();
  let stopTimer = (): void => undefined;
  const idleFor = (): number => {
    const here = clock.now() - lastInputMs;
    // A clock that was set back says nothing; count from now on.
    if (here < 0) lastInputMs = clock.now();
    const system = activity.systemIdleMs();
    return Math.max(0, Math.min(here, system > 0 ? system : here));
  };
  const look = (): void => {
    const restMs = idleMs - idleFor();
    if (restMs > 0) {
      stopTimer = clock.setTimer(restMs, look);
      return;
    }
    onIdle();
    // Locked or not (nobody may be signed in): the next look is a whole stretch away.
    stopTimer = clock.setTimer(idleMs, look);
  };
  const stopInput = activity.onInput(() => {
    lastInputMs = clock.now();
  });
  stopTimer = clock.setTimer(idleMs, look);
  return () => {
    stopInput();
    stopTimer();
  };
}
