import { isTerminal } from '../../shared/printing/job.ts';
import type { Intent, JobRecord } from '../spool/types.ts';
import type { IssuingPorts } from './ports.ts';

/**
 * Closes operations that have nothing left to do, so that nothing stays open for ever: a badge that was handed over
 * (the app was stopped before it could say so), a code that has expired or given way to another, and a PIN nobody came
 * for within the retention.
 */
export function tidy(ports: Pick<IssuingPorts, 'spool' | 'now' | 'retentionMs' | 'log'>): void {
  // Whoever still has a badge on its way has something left to do; a list of a thousand people is not gone through for it.
  for (const intent of ports.spool.idleIntents()) {
    const end = endOf(ports, intent);
    if (end === null) continue;
    const closed = ports.spool.closeIntent(intent.id, { nothingLeft: end });
    if (!closed.ok)
      ports.log.warn('finished-work-not-closed', { intent: intent.id, code: closed.failure.code });
  }
}

type Ended = 'handed-over' | 'code-replaced' | 'code-expired' | 'pin-not-fetched';

/** Why an open operation has nothing left to do; null while it has. */
export function endOf(
  ports: Pick<IssuingPorts, 'spool' | 'now' | 'retentionMs'>,
  intent: Intent,
): Ended | null {
  switch (intent.state) {
    case 'created':
      return endOfCreated(ports, intent, ports.spool.jobsOfIntent(intent.id));
    case 'picture-lost':
    case 'unknown':
    case 'half-done':
      return endOfUnfinished(ports, intent);
    case 'planned':
    case 'writing':
    case 'done':
    case 'not-done':
      return null;
  }
}

function endOfCreated(
  ports: Pick<IssuingPorts, 'now' | 'retentionMs'>,
  intent: Intent,
  jobs: readonly JobRecord[],
): Ended | null {
  if (jobs.some((job) => !isTerminal(job.state))) return null;
  const newest = jobs.filter(({ paper }) => paper === 'badge').at(-1);
  if (newest?.state === 'handed-over') return 'handed-over';
  const sinceMs = Math.max(Date.parse(intent.changedAt), ...jobs.map((job) => Date.parse(job.changedAt)));
  const pinWaits = intent.hasPin && ports.now() - sinceMs < ports.retentionMs();
  if (pinWaits) return null;
  if (newest?.state === 'replaced') return 'code-replaced';
  if (newest?.state === 'expired') return 'code-expired';
  if (newest === undefined) return 'pin-not-fetched';
  // A person threw the badge away, not the code: it works until it is replaced or ended, and that stays on the list.
  return Date.parse(newest.expiresAt) <= ports.now() ? 'code-expired' : null;
}

/**
 * Whatever became of a code that would have expired by now, it works no more. A standard code that was ended without a
 * new one stays on the list all the same: its holder still has no badge.
 */
function endOfUnfinished(ports: Pick<IssuingPorts, 'now'>, intent: Intent): Ended | null {
  if (intent.expiresAt === null || intent.hasPin || Date.parse(intent.expiresAt) > ports.now()) return null;
  if (intent.state === 'half-done' && intent.operation !== 'temporary') return null;
  return intent.operation === 'extend' ? null : 'code-expired';
}
