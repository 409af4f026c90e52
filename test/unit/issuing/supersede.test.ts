import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasTruePin, overtakes, pinToAdopt, supersede } from '../../../src/main/issuing/supersede.ts';
import { operations, type Operation } from '../../../src/shared/credential/kinds.ts';
import type { Intent, IntentState } from '../../../src/main/spool/types.ts';
import { must, quickFolder, sampleIntent, sampleJob, SpoolBench } from '../../fakes/spool-samples.ts';

let bench: SpoolBench;
beforeEach(() => {
  bench = new SpoolBench(quickFolder());
});
afterEach(() => bench.dispose());

function begun(operation: Operation, state: IntentState, pin: string | null = null): Intent {
  const planned = must(bench.spool.planIntent(sampleIntent({ operation, pin })));
  if (state === 'planned') return planned;
  const writing = must(bench.spool.noteIntent(planned.id, { state: 'writing', step: 'create-standard' }));
  return state === 'writing' ? writing : must(bench.spool.noteIntent(planned.id, { state }));
}
/** The sealed pieces as they stand in the file. */
function sealedPins(): unknown {
  bench.spool.close();
  const db = new DatabaseSync(bench.file, { readOnly: true });
  const pins = db.prepare('SELECT id, pin FROM intents ORDER BY id').all();
  db.close();
  bench.reopen();
  return pins;
}
const stateOf = (intent: Intent) => bench.spool.intent(intent.id)?.state;

describe('what a later operation leaves of an earlier one', () => {
  const rows: Readonly<Record<Operation, readonly Operation[]>> = {
    'first-badge': operations,
    remove: operations,
    replace: ['first-badge', 'extend', 'replace'],
    temporary: ['temporary', 'end-temporary'],
    'end-temporary': ['temporary', 'end-temporary'],
    extend: ['extend'],
    'new-pin': ['new-pin'],
  };
  it.each(operations)('%s', (later) => {
    expect(operations.filter((earlier) => overtakes(later, earlier))).toEqual(
      operations.filter((earlier) => rows[later].includes(earlier)),
    );
  });
});

describe('closing what has become pointless', () => {
  it('closes an unfinished replacement when the next one is made', () => {
    const earlier = begun('replace', 'picture-lost');
    must(supersede(bench, begun('replace', 'created')));
    expect(stateOf(earlier)).toBe('done');
  });

  it.each(['planned', 'writing', 'not-done', 'unknown'] as const)(
    'closes nothing for one that is %s: it has not taken effect, as far as anybody knows',
    (state) => {
      const earlier = begun('replace', 'picture-lost');
      must(supersede(bench, begun('replace', state)));
      expect(stateOf(earlier)).toBe('picture-lost');
    },
  );

  it('leaves an operation with a badge still to hand over, and one of another holder', () => {
    const job = bench.queue({ operation: 'replace' });
    const other = must(bench.spool.planIntent(sampleIntent({ operation: 'replace', holderId: 'holder-2' })));
    must(supersede(bench, begun('replace', 'created')));
    expect(bench.spool.intent(job.intentId)?.state).toBe('created');
    expect(stateOf(other)).toBe('planned');
  });

  it('does not touch what was begun after it', () => {
    const first = begun('replace', 'created');
    const second = begun('replace', 'picture-lost');
    must(supersede(bench, first));
    expect(stateOf(second)).toBe('picture-lost');
  });

  it('leaves an operation whose PIN still waits, and drops a PIN that a new one has replaced', () => {
    const earlier = begun('first-badge', 'picture-lost', '27184590');
    must(supersede(bench, begun('replace', 'created')));
    expect(bench.spool.intent(earlier.id)).toMatchObject({ state: 'picture-lost', hasPin: true });
    must(supersede(bench, begun('new-pin', 'created', '90817263')));
    expect(bench.spool.intent(earlier.id)?.hasPin).toBe(false);
  });

  it('drops a waiting PIN when it is unknown whether a new one was set', () => {
    const earlier = begun('first-badge', 'picture-lost', '27184590');
    must(supersede(bench, begun('new-pin', 'unknown')));
    expect(bench.spool.intent(earlier.id)?.hasPin).toBe(false);
  });
});

describe('a PIN nobody was told yet', () => {
  it('moves to the replacement inside the spool: sealed anew, shown to nobody, and the trail says so', () => {
    const earlier = begun('first-badge', 'picture-lost', '27184590');
    expect(pinToAdopt(bench, 'holder-1', 'replace')).toBe(earlier.id);
    const later = must(
      bench.spool.planIntent(
        sampleIntent({ operation: 'replace', pinFrom: pinToAdopt(bench, 'holder-1', 'replace') }),
      ),
    );
    expect(later.hasPin).toBe(true);
    const trail = bench.spool.auditTrail(50);
    expect(trail.map(({ event }) => event)).not.toContain('pin-revealed');
    expect(trail.find(({ intentId }) => intentId === later.id)?.facts).toMatchObject({
      hasPin: true,
      pinFrom: earlier.id,
    });
    expect(must(bench.spool.pin(later.id))).toBe('27184590');
  });

  it.each(operations.filter((operation) => operation !== 'replace'))('does not move to %s', (operation) => {
    begun('first-badge', 'picture-lost', '27184590');
    expect(pinToAdopt(bench, 'holder-1', operation)).toBeNull();
  });

  it.each(['planned', 'writing', 'not-done', 'unknown'] as const)(
    'does not move while the operation that set it is %s: it may not be the PIN in the directory',
    (state) => {
      begun('first-badge', state, '27184590');
      expect(pinToAdopt(bench, 'holder-1', 'replace')).toBeNull();
    },
  );

  it.each([
    ['first-badge', 'writing', false],
    ['first-badge', 'unknown', false],
    ['new-pin', 'unknown', false],
    ['remove', 'unknown', false],
    ['first-badge', 'planned', true],
    ['first-badge', 'not-done', true],
    ['temporary', 'unknown', true],
    ['replace', 'writing', true],
    ['extend', 'unknown', true],
  ] as const)('after a %s that is %s is known to be the right one: %s', (operation, state, expected) => {
    const earlier = begun('first-badge', 'created', '27184590');
    expect(hasTruePin(bench, earlier)).toBe(true);
    begun(operation, state);
    expect(hasTruePin(bench, earlier)).toBe(expected);
  });

  it('is not put in doubt by what came before it, or by another holder', () => {
    begun('new-pin', 'unknown');
    must(bench.spool.planIntent(sampleIntent({ operation: 'remove', holderId: 'holder-2' })));
    expect(hasTruePin(bench, begun('first-badge', 'created', '27184590'))).toBe(true);
  });

  it.each(['', 'i999', 'junk', 'j1'])('is none in an operation that is not there: %j', (pinFrom) => {
    const later = must(bench.spool.planIntent(sampleIntent({ operation: 'replace', pinFrom })));
    expect(later.hasPin).toBe(false);
  });

  it('stays sealed as it is when the answer brings the same one again', () => {
    const planned = must(bench.spool.planIntent(sampleIntent({ pin: '27184590' })));
    must(bench.spool.noteIntent(planned.id, { state: 'writing', step: 'create-method' }));
    const before = sealedPins();
    must(bench.spool.enqueue(planned.id, sampleJob(bench.clock), { pin: '27184590' }));
    expect(sealedPins()).toEqual(before);
    expect(must(bench.spool.pin(planned.id))).toBe('27184590');
  });

  it('gives way to another one in the answer', () => {
    const planned = must(bench.spool.planIntent(sampleIntent({ pin: '27184590' })));
    must(bench.spool.noteIntent(planned.id, { state: 'writing', step: 'create-method' }));
    const before = sealedPins();
    must(bench.spool.enqueue(planned.id, sampleJob(bench.clock), { pin: '55443322' }));
    expect(sealedPins()).not.toEqual(before);
    expect(must(bench.spool.pin(planned.id))).toBe('55443322');
  });
});
