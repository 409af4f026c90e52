import type { JobReason } from '../../../shared/printing/job.ts';
import type { Media } from '../../../shared/printing/media.ts';
import type { PrinterProfile } from '../../../shared/printing/profile.ts';
import type { Encoder } from '../encoders/encoder.ts';
import type { Talk } from './talk.ts';

/** What a printer says of itself before a job. */
export type Standing =
  | { readonly kind: 'ready' }
  /** It answers no questions. It may print all the same. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'trouble'; readonly reason: JobReason };

/** What a printer says once all bytes of a job were taken. */
export type Ending =
  /** Its own word that printing has ended. */
  | { readonly kind: 'printed' }
  /** It answers and shows no fault, but has no word for "printed", or did not use it. */
  | { readonly kind: 'unproven' }
  | { readonly kind: 'trouble'; readonly reason: JobReason }
  /** It answered before the job and does not any more, or never got to the end of it. */
  | { readonly kind: 'stalled' };

/** Bounds of every wait, in milliseconds. Tests shorten them. */
export interface PrintTimings {
  /** Opening the line. */
  readonly connectMs: number;
  /** One answer to one question. */
  readonly answerMs: number;
  /** A chunk of which not a byte is taken for this long counts as stalled. */
  readonly chunkMs: number;
  /** Another's job in the printer, or a fault that passes by itself. */
  readonly busyMs: number;
  /** Between two questions. */
  readonly pollMs: number;
  /** Waiting for the end of a job, beside the time its bytes and its paper need. */
  readonly completionMs: number;
  /** How long a printer that has answered before may be silent until it counts as one that cannot. */
  readonly silenceMs: number;
  /** Saying goodbye on a line that can answer. */
  readonly finishMs: number;
  /** Following a job to its end on a line that cannot answer, such as a system queue. */
  readonly queueMs: number;
  /** Paper speed from which the earliest possible end of a label is reckoned; slow on purpose. */
  readonly paperMmPerSecond: number;
  /** The slowest link in use: 9600 baud, ten bits a byte, behind a print server that takes the whole job at once. */
  readonly slowestBytesPerSecond: number;
}

export const usualTimings: PrintTimings = {
  connectMs: 3000,
  answerMs: 1000,
  chunkMs: 10_000,
  busyMs: 5000,
  pollMs: 100,
  completionMs: 15_000,
  silenceMs: 60_000,
  finishMs: 2000,
  queueMs: 120_000,
  paperMmPerSecond: 100,
  slowestBytesPerSecond: 960,
};

/** What one printer has shown of itself so far, kept by the door from job to job. */
export interface PrinterMemory {
  /** Whether it has ever answered a question in this run; null = never asked. */
  answers: boolean | null;
  /** Whether it knows the second, finer question of its language; null = not tried. */
  answersMore: boolean | null;
  /** Whether it answers in the middle of a job, when it has read that far; null = not known. */
  answersAlong: boolean | null;
  /**
   * The rest of a job that broke off may still stand in it: it vanished before it could be told to forget, or an earlier
   * run of ours ended in mid-job. It would come out before, or swallow, the next holder's badge.
   */
  mayHoldRest: boolean;
  /** Since when a printer that can answer has been silent; null = it is not. */
  silentSince: number | null;
}

export function newMemory(): PrinterMemory {
  return { answers: null, answersMore: null, answersAlong: null, mayHoldRest: false, silentSince: null };
}

export interface JobSize {
  /** Milliseconds the paper moves at the least. */
  readonly paperMs: number;
  /** Milliseconds the bytes may need on the slowest link. */
  readonly linkMs: number;
}

/** One language's way to ask for state and for the end of a job, for one open line. */
export interface Protocol {
  /**
   * Asks for the state of things: before a job, or only to know. Only before a job may it send what could disturb a
   * label that is still being printed. Bounded; rejects with `LineError` when the line breaks.
   */
  ask(purpose: 'job' | 'look'): Promise<Standing>;
  /** The job with what the language needs around it to answer for its end. */
  wrap(job: Uint8Array): Uint8Array;
  /** Takes in what came unasked while bytes were going out; a reason means: stop sending. */
  heard(bytes: Uint8Array): JobReason | null;
  /**
   * Bytes at the end of a job without which nothing of it prints; 0 where a language has no such end. They leave only
   * when the printer has shown that it read what stands before, so that a job that got stuck on the way can never
   * come out later.
   */
  holdBack(job: Uint8Array): number;
  /** Asks whether the printer has read what left so far; a reason means: keep the end back and give up. */
  hasRead(size: JobSize): Promise<JobReason | null>;
  /** Waits for the end of the job. Bounded; rejects with `LineError` when the line breaks. */
  ending(size: JobSize): Promise<Ending>;
  /** Bytes that make the printer forget what it has not printed yet; null where the language has none. */
  readonly cancel: Uint8Array | null;
}

export interface ProtocolParts {
  readonly talk: Talk;
  readonly profile: PrinterProfile;
  /** What is loaded, for printers that can tell. */
  readonly media: Media;
  readonly memory: PrinterMemory;
  readonly timings: PrintTimings;
}

/** A printer family: how its pages are written and how it is talked to. */
export interface Driver {
  readonly encoder: Encoder;
  readonly protocolFor: (parts: ProtocolParts) => Protocol;
}
