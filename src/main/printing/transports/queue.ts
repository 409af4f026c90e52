import type { QueueAdvice } from '../../../shared/printing/queue-advice.ts';

/** How a system queue treats a badge's bytes at rest, and whether it prints behind our back. */
export interface QueueHygiene {
  /**
   * Whether the queue keeps printed documents. `ours-removed`: it would, but we take our own jobs out after printing;
   * `unknown` where its settings cannot be read.
   */
  readonly keepsDocuments: 'no' | 'ours-removed' | 'yes' | 'unknown';
  /** Whether it tries failed jobs again by itself; null where it does not say. We cancel ours when we give up. */
  readonly retriesByItself: boolean | null;
  /** What an administrator should change, as codes; empty = nothing. */
  readonly advice: readonly QueueAdvice[];
}

/** Something a queue transport could not tidy up; told apart from the outcome of the job. */
export type LeftBehind = (what: { readonly queue: string; readonly why: string }) => void;
