import type { LeftBehind } from '../queue.ts';
import { CupsQueue } from './cups-queue.ts';
import { CupsServer } from './cups-server.ts';

/** From this state on a job is over: 7 cancelled, 8 aborted, 9 completed (RFC 8011 5.3.7). */
const firstEnded = 7;
const askMs = 2000;
const lookMs = 250;

export interface PageJobTools {
  readonly server?: CupsServer;
  readonly onLeftBehind?: LeftBehind;
  /** How long a job may print before it is left alone. */
  readonly patienceMs?: number;
}

/**
 * Takes a page that Electron printed out of CUPS again: it would keep the document for a day (cupsd.conf,
 * PreserveJobFiles). A job we gave up on is cancelled first, so that it cannot come out later. Never rejects; what stays
 * there is told to `onLeftBehind`.
 */
export async function takeOut(
  queueName: string,
  jobName: string,
  isGivenUp: boolean,
  { server = new CupsServer(), onLeftBehind = () => undefined, patienceMs = 120_000 }: PageJobTools,
): Promise<void> {
  const queue = new CupsQueue(server, queueName);
  const end = performance.now() + patienceMs;
  let why = 'not-ended';
  let wasRemoved = false;
  while (performance.now() < end) {
    try {
      const id = await queue.findJob(jobName, askMs);
      if (id === null && wasRemoved) return;
      const job = id === null ? null : await queue.job(id, askMs);
      if (id !== null && job !== null) {
        if (isGivenUp && job.state < firstEnded) await queue.cancel(id, askMs);
        if (isGivenUp || job.state >= firstEnded) {
          await queue.purge(id, askMs);
          // Looked for once more before we believe it.
          wasRemoved = true;
          continue;
        }
      }
      why = 'not-ended';
    } catch (error) {
      // A server under load may miss one question.
      why = error instanceof Error ? error.message : 'unknown';
    }
    await new Promise((resolve) => setTimeout(resolve, lookMs).unref());
  }
  onLeftBehind({ queue: queueName, why });
}
