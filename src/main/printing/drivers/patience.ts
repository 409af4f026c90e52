import type { JobReason } from '../../../shared/printing/job.ts';
import type { JobSize, PrintTimings } from './types.ts';

/** No link is waited for longer than this, however large the job. */
const longestMs = 60_000;

/** What a job needs at the least and may need at the most before its printer can answer for it. */
export function sizeOfJob(bytes: number, heightMm: number, timings: PrintTimings): JobSize {
  return {
    paperMs: Math.ceil((heightMm / timings.paperMmPerSecond) * 1000),
    linkMs: Math.min(longestMs, Math.ceil((bytes / timings.slowestBytesPerSecond) * 1000)),
  };
}

/**
 * When it makes sense to try again by itself; null = not before a person has done something. A printer whose state
 * changes is tried at once (`onChange`), so these are only the fall-back.
 */
const retryAfter: Readonly<Partial<Record<JobReason, number>>> = {
  busy: 1000,
  offline: 5000,
  'media-empty': 5000,
  'cover-open': 5000,
  paused: 5000,
  'head-hot': 10_000,
  'cutter-jam': 10_000,
  'printer-fault': 15_000,
};

export function retryAfterMs(reason: JobReason): number | null {
  return retryAfter[reason] ?? null;
}
