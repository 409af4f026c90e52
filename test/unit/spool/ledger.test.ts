import { describe, expect, it } from 'vitest';
import {
  type Actor,
  type Door,
  judge,
  maxNoteLength,
  type Move,
  type Standing,
  transitions,
} from '../../../src/main/spool/ledger.ts';
import { isTerminal, type JobState, jobStates, terminalStates } from '../../../src/shared/printing/job.ts';

const actors: readonly Actor[] = ['worker', 'person', 'scan', 'system'];
const doors: readonly Door[] = ['change', 'lease', 'copy', 'move', 'expire', 'retire', 'recover'];

/** Written down a second time, by hand, from the rules: what may happen to a first copy. Everything else is refused. */
const allowed: Readonly<Partial<Record<JobState, readonly string[]>>> = {
  queued: [
    'queued worker change',
    'queued person change',
    'queued person move',
    'queued worker move',
    'sending worker lease',
    'held worker change',
    'held person change',
    'cancelled person change',
    'held system recover',
    'expired system expire',
    'replaced system retire',
    'cancelled system retire',
  ],
  sending: [
    'queued worker change',
    'held worker change',
    'sent worker change',
    'confirmed worker change',
    'unsure worker change',
    'unsure system recover',
    'verified scan change',
    'expired system expire',
    'replaced system retire',
    'cancelled system retire',
  ],
  sent: [
    'confirmed worker change',
    'verified scan change',
    'handed-over person change',
    'queued person copy',
    'expired system expire',
    'replaced system retire',
    'cancelled system retire',
  ],
  confirmed: [
    'verified scan change',
    'handed-over person change',
    'queued person copy',
    'expired system expire',
    'replaced system retire',
    'cancelled system retire',
  ],
  verified: [
    'handed-over person change',
    'queued person copy',
    'expired system expire',
    'replaced system retire',
    'cancelled system retire',
  ],
  held: [
    'queued person change',
    'queued person move',
    'queued system recover',
    'cancelled person change',
    'expired system expire',
    'replaced system retire',
    'cancelled system retire',
  ],
  unsure: [
    'sent person change',
    'verified scan change',
    'queued person copy',
    'expired system expire',
    'replaced system retire',
    'cancelled system retire',
  ],
};

const standing = (state: JobState, copy = 1): Standing => ({
  state,
  witness: 'none',
  copy,
  attempts: 3,
  fence: 7,
});

/** A move with everything its row may ask for, so that only the row itself decides. */
function wellAsked(from: JobState, to: JobState, by: Actor, door: Door): Move {
  const rule = transitions.find(
    (row) => row.from === from && row.to === to && row.by === by && row.door === door,
  );
  const witness = rule?.witness;
  return {
    to,
    by,
    door,
    note: 'nothing came out',
    ...(rule?.reasonNeeded === true
      ? { reason: rule.reason === 'waits' ? 'offline' : rule.reason === 'person' ? 'parked' : 'interrupted' }
      : {}),
    ...(witness === 'printer' || witness === 'person' || witness === 'scan' ? { witness } : {}),
  };
}

describe('the ledger', () => {
  const cells = jobStates.flatMap((from) =>
    jobStates.flatMap((to) =>
      actors.flatMap((by) => doors.map((door) => ({ from, to, by, door, name: `${to} ${by} ${door}` }))),
    ),
  );

  it('knows every cell of state, change, actor and door as the rules have it', () => {
    const wrong = cells.filter(({ from, to, by, door, name }) => {
      const expected = allowed[from]?.includes(name) ?? false;
      return judge(standing(from), wellAsked(from, to, by, door)).ok !== expected;
    });
    expect(wrong).toEqual([]);
    expect(cells).toHaveLength(11 * 11 * 4 * 7);
  });

  it('has no row twice', () => {
    const names = transitions.map(({ from, to, by, door }) => `${from} ${to} ${by} ${door}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(terminalStates)('lets nothing leave %s', (state) => {
    expect(transitions.filter((row) => row.from === state)).toEqual([]);
  });

  it('erases the payload in every terminal state and in no other', () => {
    for (const row of transitions) {
      const moved = judge(
        standing(row.from, row.copies === 'later' ? 2 : 1),
        wellAsked(row.from, row.to, row.by, row.door),
      );
      expect(moved.ok && moved.value.erases, `${row.from} to ${row.to}`).toBe(isTerminal(row.to));
    }
  });

  it('lets no worker and no rule of the store undo a byte that may have left', () => {
    const undoing = transitions.filter(
      (row) =>
        ['sent', 'confirmed', 'verified', 'unsure'].includes(row.from) &&
        ['queued', 'held', 'sending'].includes(row.to) &&
        row.by !== 'person',
    );
    expect(undoing).toEqual([]);
  });

  it('gives a second copy only for a reason, and counts it', () => {
    const copy: Move = { to: 'queued', by: 'person', door: 'copy' };
    expect(judge(standing('unsure'), copy).ok).toBe(false);
    expect(judge(standing('unsure'), { ...copy, note: '   ' }).ok).toBe(false);
    const moved = judge(standing('unsure'), { ...copy, note: 'nothing came out' });
    expect(moved.ok && moved.value).toMatchObject({ state: 'queued', copy: 2, fence: 8, witness: 'none' });
  });

  it('counts an attempt and bumps the fence at the lease only', () => {
    const moved = judge(standing('queued'), { to: 'sending', by: 'worker', door: 'lease' });
    expect(moved.ok && moved.value).toMatchObject({ attempts: 4, fence: 8 });
    const back = judge(standing('sending'), {
      to: 'queued',
      by: 'worker',
      door: 'change',
      reason: 'offline',
    });
    expect(back.ok && back.value).toMatchObject({ attempts: 3, fence: 7 });
  });

  it.each([
    ['sending', 'confirmed', 'worker', undefined],
    ['sending', 'confirmed', 'worker', 'person'],
    ['sending', 'sent', 'worker', 'printer'],
    ['unsure', 'sent', 'person', undefined],
    ['unsure', 'sent', 'person', 'scan'],
    ['sent', 'verified', 'scan', undefined],
    ['sent', 'verified', 'scan', 'person'],
    ['sent', 'handed-over', 'person', 'scan'],
  ] as const)('refuses %s to %s by %s with witness %s', (from, to, by, witness) => {
    const moved = judge(standing(from), {
      to,
      by,
      door: 'change',
      ...(witness === undefined ? {} : { witness }),
    });
    expect(moved.ok ? null : moved.failure.facts['why']).toBe('witness');
  });

  it.each([
    ['queued', 'worker', null],
    ['queued', 'worker', 'parked'],
    ['queued', 'worker', 'interrupted'],
    ['queued', 'person', 'offline'],
    ['held', 'worker', null],
    ['held', 'worker', 'offline'],
    ['held', 'person', null],
  ] as const)('refuses queued to %s by %s for the reason %s', (to, by, reason) => {
    const moved = judge(standing('queued'), { to, by, door: 'change', reason });
    expect(moved.ok ? null : moved.failure.facts['why']).toBe('reason');
  });

  it('lets any reason make a job unsure, but not none', () => {
    const unsure: Move = { to: 'unsure', by: 'worker', door: 'change' };
    expect(judge(standing('sending'), { ...unsure, reason: 'media-empty' }).ok).toBe(true);
    expect(judge(standing('sending'), unsure).ok).toBe(false);
  });

  it.each(['queued', 'held'] as const)('takes a scan of %s for an earlier copy, and only then', (state) => {
    const scan: Move = { to: 'verified', by: 'scan', door: 'change', witness: 'scan' };
    expect(judge(standing(state, 1), scan).ok).toBe(false);
    expect(judge(standing(state, 2), scan).ok).toBe(true);
  });

  it('does not let a scan close a second copy that is on its way', () => {
    const scan: Move = { to: 'verified', by: 'scan', door: 'change', witness: 'scan' };
    expect(judge(standing('sending', 1), scan).ok).toBe(true);
    expect(judge(standing('sending', 2), scan).ok).toBe(false);
  });

  it('keeps the witness through hand-over and forgets it with a new copy', () => {
    const seen: Standing = { ...standing('verified'), witness: 'scan' };
    const over = judge(seen, { to: 'handed-over', by: 'person', door: 'change' });
    expect(over.ok && over.value.witness).toBe('scan');
    const again = judge(seen, { to: 'queued', by: 'person', door: 'copy', note: 'torn' });
    expect(again.ok && again.value.witness).toBe('none');
  });

  it('refuses a note that is a letter', () => {
    const copy: Move = { to: 'queued', by: 'person', door: 'copy', note: 'x'.repeat(maxNoteLength + 1) };
    expect(judge(standing('unsure'), copy).ok).toBe(false);
  });
});
