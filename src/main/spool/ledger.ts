import type { JobReason, JobState, Witness } from '../../shared/printing/job.ts';
import { isTerminal } from '../../shared/printing/job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type ReasonKind, reasonKind } from './reasons.ts';

/** Who moves a job. `system` = the store's own rules: start-up, expiry, a code that ended. */
export type Actor = 'worker' | 'person' | 'scan' | 'system';

/** The store method a transition belongs to; no other method may make it. */
export type Door = 'change' | 'lease' | 'copy' | 'move' | 'expire' | 'retire' | 'recover';

/** One row of the ledger: how a job may get from one state to another. */
export interface Transition {
  readonly from: JobState;
  readonly to: JobState;
  readonly by: Actor;
  readonly door: Door;
  /** Reasons the new state may carry; `any` must be given too. `none`: a reason is refused. */
  readonly reason: ReasonKind | 'any' | 'none';
  /** `optional` lets the reason away. */
  readonly reasonNeeded: boolean;
  /** The witness the new state has; `person`, `printer` and `scan` must be named by the caller. `keeps`: as it was. */
  readonly witness: Witness | 'keeps';
  /** Whether a sentence on why is required. */
  readonly noteNeeded: boolean;
  /** Bumping the fence shuts out a worker that still holds the old one. */
  readonly bumpsFence: boolean;
  /** From the second copy on only: an earlier paper may exist. `first`: the very first copy only. */
  readonly copies: 'any' | 'first' | 'later';
}

type Rest = Partial<Omit<Transition, 'from' | 'to' | 'by' | 'door'>>;

function row(from: JobState, to: JobState, by: Actor, door: Door, rest: Rest = {}): Transition {
  return {
    reason: 'none',
    reasonNeeded: false,
    witness: 'keeps',
    noteNeeded: false,
    bumpsFence: false,
    copies: 'any',
    ...rest,
    from,
    to,
    by,
    door,
  };
}

const openStates = ['queued', 'sending', 'sent', 'confirmed', 'verified', 'held', 'unsure'] as const;
const paperStates = ['sent', 'confirmed', 'verified', 'unsure'] as const;

/**
 * The ledger: every way a print job may move, and nothing else. Read it as rule R5 in rows: until the first byte has
 * left (`queued`, `held`) a job may try again by itself; afterwards only a person or a scan decides.
 */
export const transitions: readonly Transition[] = [
  // Before the first byte
  row('queued', 'queued', 'worker', 'change', { reason: 'waits', reasonNeeded: true }),
  row('queued', 'queued', 'person', 'change'),
  row('queued', 'sending', 'worker', 'lease', { witness: 'none', bumpsFence: true }),
  row('queued', 'held', 'worker', 'change', { reason: 'person', reasonNeeded: true }),
  row('queued', 'held', 'person', 'change', { reason: 'person', reasonNeeded: true }),
  row('queued', 'cancelled', 'person', 'change'),
  row('queued', 'queued', 'person', 'move', { bumpsFence: true }),
  row('queued', 'queued', 'worker', 'move', { bumpsFence: true }),
  row('held', 'queued', 'person', 'change'),
  row('held', 'queued', 'person', 'move', { bumpsFence: true }),
  row('held', 'cancelled', 'person', 'change'),

  // While bytes may be leaving
  row('sending', 'queued', 'worker', 'change', { reason: 'waits', reasonNeeded: true }),
  row('sending', 'held', 'worker', 'change', { reason: 'person', reasonNeeded: true }),
  row('sending', 'sent', 'worker', 'change', { witness: 'none' }),
  row('sending', 'confirmed', 'worker', 'change', { witness: 'printer' }),
  row('sending', 'unsure', 'worker', 'change', { reason: 'any', reasonNeeded: true, witness: 'none' }),

  // After the last byte
  row('sent', 'confirmed', 'worker', 'change', { witness: 'printer' }),
  row('unsure', 'sent', 'person', 'change', { witness: 'person' }),
  row('sent', 'handed-over', 'person', 'change'),
  row('confirmed', 'handed-over', 'person', 'change'),
  row('verified', 'handed-over', 'person', 'change'),

  // A scan of the paper is the strongest witness. A matching paper while the job waits can only be an earlier copy;
  // while a second copy is on its way, a scan cannot tell the two apart and has to wait.
  row('sending', 'verified', 'scan', 'change', { witness: 'scan', bumpsFence: true, copies: 'first' }),
  row('sent', 'verified', 'scan', 'change', { witness: 'scan' }),
  row('confirmed', 'verified', 'scan', 'change', { witness: 'scan' }),
  row('unsure', 'verified', 'scan', 'change', { witness: 'scan' }),
  row('queued', 'verified', 'scan', 'change', { witness: 'scan', bumpsFence: true, copies: 'later' }),
  row('held', 'verified', 'scan', 'change', { witness: 'scan', copies: 'later' }),

  // A second copy: a person saw that no usable badge came out, and says so
  ...paperStates.map((from) =>
    row(from, 'queued', 'person', 'copy', { witness: 'none', noteNeeded: true, bumpsFence: true }),
  ),

  // Dead codes never print (rule R6)
  ...openStates.flatMap((from) => [
    row(from, 'expired', 'system', 'expire', { bumpsFence: true }),
    row(from, 'replaced', 'system', 'retire', { bumpsFence: true }),
    row(from, 'cancelled', 'system', 'retire', { bumpsFence: true }),
  ]),

  // At start-up
  row('sending', 'unsure', 'system', 'recover', {
    reason: 'paper',
    reasonNeeded: true,
    witness: 'none',
    bumpsFence: true,
  }),
  row('queued', 'held', 'system', 'recover', { reason: 'person', reasonNeeded: true }),
  row('held', 'queued', 'system', 'recover'),
];

/** Where a job stands, as far as the ledger asks. */
export interface Standing {
  readonly state: JobState;
  readonly witness: Witness;
  readonly copy: number;
  readonly attempts: number;
  readonly fence: number;
}

export interface Move {
  readonly to: JobState;
  readonly by: Actor;
  readonly door: Door;
  readonly reason?: JobReason | null;
  readonly witness?: Witness;
  readonly note?: string;
}

/** Where a job stands after a move. `erases`: its payload must go in the same transaction. */
export interface Moved extends Standing {
  readonly reason: JobReason | null;
  readonly erases: boolean;
}

/** Longest note kept; a sentence, not a letter. */
export const maxNoteLength = 500;

/** Judges a move by the table. A refusal names the rule that was missed, so that a bug is found and a person is told. */
export function judge(standing: Standing, move: Move): Result<Moved> {
  const refuse = (why: string): Result<Moved> =>
    fail('transition-refused', { from: standing.state, to: move.to, by: move.by, why });
  const rule = transitions.find(
    (each) =>
      each.from === standing.state && each.to === move.to && each.by === move.by && each.door === move.door,
  );
  if (rule === undefined) return refuse('not-in-ledger');
  if (rule.copies === 'first' && standing.copy > 1) return refuse('second-copy-under-way');
  if (rule.copies === 'later' && standing.copy === 1) return refuse('no-paper-yet');
  const reason = move.reason ?? null;
  if (reason === null ? rule.reasonNeeded : !mayCarry(rule, reason)) return refuse('reason');
  if (!witnessFits(rule, move.witness)) return refuse('witness');
  if (rule.noteNeeded && (move.note ?? '').trim() === '') return refuse('note-needed');
  if ((move.note ?? '').length > maxNoteLength) return refuse('note-too-long');
  return ok({
    state: move.to,
    reason,
    witness: rule.witness === 'keeps' ? standing.witness : rule.witness,
    copy: standing.copy + (rule.door === 'copy' ? 1 : 0),
    attempts: standing.attempts + (rule.door === 'lease' ? 1 : 0),
    fence: standing.fence + (rule.bumpsFence ? 1 : 0),
    erases: isTerminal(move.to),
  });
}

function mayCarry(rule: Transition, reason: JobReason): boolean {
  if (rule.reason === 'none') return false;
  return rule.reason === 'any' || reasonKind(reason) === rule.reason;
}

/** A witness is never assumed: a state that rests on one must be asked for with it, and no other. */
function witnessFits(rule: Transition, witness: Witness | undefined): boolean {
  if (rule.witness === 'keeps') return witness === undefined;
  if (rule.witness === 'none') return witness === undefined || witness === 'none';
  return witness === rule.witness;
}
