import type { JobReason } from '../../../shared/printing/job.ts';

/** The slowest link in use: 9600 baud, ten bits a byte, behind a print server that takes the whole job at once. */
const slowestBytesPerSecond = 960;
const longestMs = 60_000;

/** What a job's bytes may need to get through before the printer can even begin to answer for them. */
export function serialMs(bytes: number): number {
  return Math.min(longestMs, Math.ceil((bytes / slowestBytesPerSecond) * 1000));
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
