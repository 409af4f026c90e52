import type { JobReason } from '../../shared/printing/job.ts';
import { retryAfterMs } from './drivers/patience.ts';
import type { PrintOutcome } from './types.ts';

/** No byte has left; the job tries again by itself when its reason says so. */
export function notStarted(reason: JobReason): PrintOutcome {
  return { kind: 'not-started', reason, retryAfterMs: retryAfterMs(reason) };
}
