import type { FailureCode } from '../failure-codes.ts';
import type { Lifetime } from './lifetimes.ts';

/**
 * What a batch is for. `badge`: everybody ends up with a badge that works, so whoever has none gets a first one and
 * whoever's code has ended, or ends soon, gets another. `temporary`: a code for today. `extend`: codes that end soon are
 * moved on, and nothing is printed.
 */
export const wishKinds = ['badge', 'temporary', 'extend'] as const;
export type WishKind = (typeof wishKinds)[number];

export interface BatchWish {
  readonly kind: WishKind;
  /** A standard code that ends within so many days is due, 0 to 395; of no meaning for `temporary`. */
  readonly withinDays: number;
  readonly lifetime: Lifetime;
  /** null where nothing is printed. */
  readonly printerId: string | null;
  /** Each first badge is followed by its PIN slip; otherwise PINs wait sealed and are shown one at a time. */
  readonly slips: boolean;
}

export const withinDaysRange = { min: 0, max: 395, usual: 30 } as const;
/** The longest list a batch takes. Longer ones are a site's whole staff by mistake, or two shifts' work. */
export const maxBatchLines = 5000;

/**
 * Where one line of a batch stands. `waiting` not begun · `begun` its intent is stored, the end is not yet · `issued` the
 * code exists and its badge is on the way · `done` the paper is out, or nothing was to be printed · `left-out` nothing
 * was done, on purpose · `failed` nothing could be done · `unsure` something was done and a person has to look.
 */
export const lineStates = ['waiting', 'begun', 'issued', 'done', 'left-out', 'failed', 'unsure'] as const;
export type LineState = (typeof lineStates)[number];

/** Why somebody is left out, failed or is unsure, where it is no failure of the usual list. */
export const lineNotes = [
  'listed-twice',
  'line-unreadable',
  'line-without-key',
  'line-disagrees',
  'not-unique',
  'own-badge',
  'code-fresh',
  'code-changed',
  'has-temporary',
  'badge-under-way',
  'not-begun',
  'badge-cancelled',
  'picture-lost',
  'half-done',
  'outcome-unknown',
] as const;
export type LineNote = (typeof lineNotes)[number];
export type LineReason = LineNote | FailureCode;

/** How a batch stands: it runs, it waits for a person, or it is over. */
export const batchStates = ['running', 'paused', 'finished'] as const;
export type BatchState = (typeof batchStates)[number];

export type LineCounts = Readonly<Record<LineState, number>>;
