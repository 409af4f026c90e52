import type { BatchWish, LineCounts, LineReason, LineState } from '../credential/batch.ts';
import type { Operation } from '../credential/kinds.ts';
import type { PlaceKind } from '../credential/place.ts';
import type { JobState, JobView } from '../printing/job.ts';
import type { Failure } from '../result.ts';

/** Where the people of a batch come from. A file is chosen in main's own dialog: the window names no path. */
export type BatchSource =
  | { readonly kind: 'file' }
  /** A table or a column that was pasted. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly place: PlaceKind; readonly placeId: string; readonly name: string }
  | { readonly kind: 'reports' }
  /** Whoever failed, was left unfinished or is unsure in the batch that has just ended. */
  | { readonly kind: 'again' };

/**
 * `person`: asked for · `trouble`: the station's, the next holder would meet it too · `locked`: the station was locked ·
 * `restart`: the program was closed meanwhile.
 */
export const batchPauses = ['person', 'trouble', 'locked', 'restart'] as const;
export type BatchPause = (typeof batchPauses)[number];

/** The batch this station has in hand: being read, checked, run or reported. */
export interface BatchView {
  readonly phase: 'reading' | 'ready' | 'running' | 'paused' | 'finished';
  /** The file, the group or the unit; empty when it has no name. */
  readonly listName: string;
  readonly wish: BatchWish;
  readonly counts: LineCounts;
  /** While reading: people looked at, and of how many; null as long as nobody knows. */
  readonly reading: { readonly done: number; readonly of: number | null } | null;
  readonly pause: { readonly why: BatchPause; readonly failure: Failure | null } | null;
  /** Whose code is being made right now. */
  readonly now: string | null;
  /** Badges and slips that are made and not yet out, oldest first: never more than a few. */
  readonly ahead: readonly JobView[];
  /** What the next holder waits for: paper, a scan of the last replacement, or a person's answer about a badge. */
  readonly waitsFor: 'paper' | 'scan' | 'person' | null;
  /** Microsoft asked for patience until then, in milliseconds since 1970; null otherwise. */
  readonly patienceUntilMs: number | null;
  /** PINs that wait sealed for their holders. */
  readonly pinsWaiting: number;
}

export interface BatchLineView {
  /** Place in the list, from 0. */
  readonly place: number;
  /** Line of the file, from 1; null when the list was none. */
  readonly line: number | null;
  /** What the list said. */
  readonly entry: string;
  readonly holderName: string | null;
  readonly operation: Operation | null;
  readonly state: LineState;
  readonly reason: LineReason | null;
  /** How its badge stands; null when it has none. */
  readonly badge: JobState | null;
}

export interface BatchLines {
  readonly lines: readonly BatchLineView[];
  /** How many there are in all with these states. */
  readonly total: number;
}
