import type { FailureCode } from '../../shared/failure-codes.ts';
import type { JobReason } from '../../shared/printing/job.ts';
import type { PrinterMood } from '../../shared/printing/printer.ts';
import type { Failure } from '../../shared/result.ts';
import type { Standing } from './drivers/types.ts';
import type { PrintOutcome } from './types.ts';

/** How a printer looks and what stands in its way. */
export interface Mood {
  readonly mood: PrinterMood;
  readonly problem: Failure | null;
}

export const unknownMood: Mood = { mood: 'unknown', problem: null };

/** The words for a printer's own trouble, by the reason a job waits for. */
const codeOf: Readonly<Partial<Record<JobReason, FailureCode>>> = {
  offline: 'printer-offline',
  busy: 'printer-busy',
  paused: 'paused',
  'media-empty': 'media-empty',
  'media-mismatch': 'media-mismatch',
  'cover-open': 'cover-open',
  'head-hot': 'head-hot',
  'cutter-jam': 'cutter-jam',
  'printer-unknown': 'printer-unknown',
  'permission-denied': 'permission-denied',
  vanished: 'printer-vanished',
  stalled: 'printer-silent',
};

const away: ReadonlySet<JobReason> = new Set(['offline', 'vanished', 'printer-unknown']);

/** A printer in trouble; what has no word of its own is a `printer-fault`. */
export function troubled(reason: JobReason): Mood {
  return {
    mood: away.has(reason) ? 'offline' : 'attention',
    problem: { code: codeOf[reason] ?? 'printer-fault', facts: { reason } },
  };
}

export function moodOfStanding(standing: Standing): Mood {
  switch (standing.kind) {
    case 'ready':
      return { mood: 'ready', problem: null };
    case 'silent':
      return { mood: 'silent', problem: null };
    case 'trouble':
      return troubled(standing.reason);
  }
}

/** What the end of a job says about its printer; null = nothing beyond what it said before the job. */
export function moodOfOutcome(outcome: PrintOutcome): Mood | null {
  return outcome.kind === 'unsure' && outcome.reason !== 'interrupted' ? troubled(outcome.reason) : null;
}

export function sameMood(one: Mood, other: Mood): boolean {
  return one.mood === other.mood && one.problem?.code === other.problem?.code;
}
