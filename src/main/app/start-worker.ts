import type { Clock } from '../clock.ts';
import type { Log } from '../log/types.ts';
import type { SpoolWorker } from '../spool/worker.ts';

const againMs = 5000;

/**
 * Starts the worker. Settling what the last run left is a write; when the disk does not take it, nothing prints, and it is
 * tried again until it does. Answers the way to give up.
 */
export function startWorker(
  worker: Pick<SpoolWorker, 'start'>,
  clock: Clock,
  log: Pick<Log, 'error'>,
): () => void {
  let stopTimer: () => void = () => undefined;
  const attempt = (): void => {
    const started = worker.start();
    if (started.ok) return;
    log.error('spool.worker-not-started', { code: started.failure.code });
    stopTimer = clock.setTimer(againMs, attempt);
  };
  attempt();
  return () => stopTimer();
}
