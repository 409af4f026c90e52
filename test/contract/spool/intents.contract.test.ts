import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/main/spool/types.ts';
import { codeOf, must, sampleIntent, sampleJob, type SpoolBench } from '../../fakes/spool-samples.ts';
import { eventsOf, stores } from './stores.ts';

describe.each(stores)('intents in %s', (_, make) => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = make();
  });
  afterEach(() => bench.dispose());

  const plan = (pin: string | null = null): Intent => must(bench.spool.planIntent(sampleIntent({ pin })));
  const writing = (pin: string | null = null): Intent =>
    must(bench.spool.noteIntent(plan(pin).id, { state: 'writing', step: 'create-method' }));

  it('are found by holder, by state, and by having nothing on its way', () => {
    const first = must(bench.spool.planIntent(sampleIntent({ holderId: 'a' })));
    const second = writing();
    const sealed = must(bench.spool.planIntent(sampleIntent({ holderId: 'b' })));
    must(bench.spool.noteIntent(sealed.id, { state: 'writing', step: 'create-method' }));
    const job = must(bench.spool.enqueue(sealed.id, sampleJob(bench.clock, { codeId: 'code-b' })));
    const ids = (found: readonly Intent[]): readonly string[] => found.map(({ id }) => id);
    expect(ids(bench.spool.openIntentsOf('b'))).toEqual([sealed.id]);
    expect(ids(bench.spool.openIntentsOf('nobody'))).toEqual([]);
    expect(ids(bench.spool.openIntentsIn(['planned', 'writing']))).toEqual([first.id, second.id]);
    expect(ids(bench.spool.openIntentsIn([]))).toEqual([]);
    expect(ids(bench.spool.idleIntents())).toEqual([first.id, second.id]);
    expect(bench.spool.openJobsOf('b')).toEqual([job]);
    expect(bench.spool.openJobsOf('a')).toEqual([]);
    must(bench.spool.change(job.id, { to: 'cancelled', by: 'person' }));
    expect(bench.spool.openJobsOf('b')).toEqual([]);
    expect(ids(bench.spool.idleIntents())).toContain(sealed.id);
  });

  it('come back as they were planned', () => {
    const before = {
      standard: {
        id: 'old-code',
        startsAt: '2026-01-01T00:00:00Z',
        expiresAt: '2026-12-31T23:59:17.1234567Z',
        createdAt: null,
        lastUsedAt: '2026-11-20T06:00:00Z',
      },
      temporary: null,
      pin: { mustChange: true, updatedAt: null },
    };
    const wanted = sampleIntent({
      operation: 'replace',
      before,
      expiresAt: '2027-01-01T00:00:42Z',
      reason: 'lost',
    });
    const { pin, ...rest } = wanted;
    const planned = must(bench.spool.planIntent(wanted));
    expect(pin).toBeNull();
    expect(planned).toMatchObject({ ...rest, state: 'planned', step: null, hasPin: false });
    expect(bench.spool.intent(planned.id)).toEqual(planned);
    expect(bench.spool.openIntents()).toEqual([planned]);
  });

  it('move on with step, time and trail', () => {
    const planned = plan();
    bench.clock.advance(5000);
    const noted = must(bench.spool.noteIntent(planned.id, { state: 'writing', step: 'delete-standard' }));
    expect(noted).toMatchObject({ state: 'writing', step: 'delete-standard', createdAt: planned.createdAt });
    expect(Date.parse(noted.changedAt) - Date.parse(planned.changedAt)).toBe(5000);
    const kept = must(bench.spool.noteIntent(planned.id, { state: 'unknown' }));
    expect(kept.step).toBe('delete-standard');
    expect(eventsOf(bench.spool)).toEqual(['intent-planned', 'intent-writing', 'intent-unknown']);
  });

  it('refuse to go where they may not, and change nothing then', () => {
    const planned = plan();
    expect(codeOf(bench.spool.noteIntent(planned.id, { state: 'created' }))).toBe('transition-refused');
    expect(codeOf(bench.spool.noteIntent(planned.id, { state: 'planned' }))).toBe('transition-refused');
    expect(bench.spool.intent(planned.id)).toEqual(planned);
    expect(eventsOf(bench.spool)).toEqual(['intent-planned']);
  });

  it.each(['i00000000000', 'nonsense', '', "i0000000000' OR 1=1"])('do not know %j', (id) => {
    expect(codeOf(bench.spool.noteIntent(id, { state: 'done' }))).toBe('intent-unknown');
    expect(codeOf(bench.spool.closeIntent(id))).toBe('intent-unknown');
    expect(codeOf(bench.spool.pin(id))).toBe('intent-unknown');
    expect(codeOf(bench.spool.dropPin(id, 'x'))).toBe('intent-unknown');
    expect(codeOf(bench.spool.enqueue(id, sampleJob(bench.clock)))).toBe('intent-unknown');
    expect(bench.spool.intent(id)).toBeNull();
    expect(bench.spool.jobsOfIntent(id)).toEqual([]);
  });

  it('show a PIN as often as asked, each time with a trace', () => {
    const intent = plan('48201593');
    expect(intent.hasPin).toBe(true);
    expect(must(bench.spool.pin(intent.id, 'Otto'))).toBe('48201593');
    expect(must(bench.spool.pin(intent.id))).toBe('48201593');
    const reveals = bench.spool.auditTrail(10).filter((entry) => entry.event === 'pin-revealed');
    expect(reveals.map((entry) => entry.operator)).toEqual([null, 'Otto']);
  });

  it('take a PIN that came with an answer, in place of the drawn one', () => {
    const intent = writing('48201593');
    must(bench.spool.noteIntent(intent.id, { state: 'created', pin: '59310482' }));
    expect(must(bench.spool.pin(intent.id))).toBe('59310482');
  });

  it('lose their PIN when it no longer counts, and stay as they are', () => {
    const intent = writing('48201593');
    const dropped = must(bench.spool.dropPin(intent.id, 'new-pin'));
    expect(dropped).toMatchObject({ state: 'writing', hasPin: false });
    expect(codeOf(bench.spool.pin(intent.id))).toBe('pin-gone');
    expect(must(bench.spool.dropPin(intent.id, 'again'))).toEqual(dropped);
    expect(eventsOf(bench.spool).filter((event) => event === 'pin-dropped')).toHaveLength(1);
  });

  it.each(['done', 'not-done'] as const)('lose their PIN when they end %s', (state) => {
    const intent = writing('48201593');
    expect(must(bench.spool.noteIntent(intent.id, { state })).hasPin).toBe(false);
    expect(codeOf(bench.spool.pin(intent.id))).toBe('pin-gone');
    expect(bench.spool.openIntents()).toEqual([]);
  });

  it.each(['unknown', 'picture-lost', 'half-done'] as const)('keep their PIN while they are %s', (state) => {
    const intent = writing('48201593');
    expect(must(bench.spool.noteIntent(intent.id, { state })).hasPin).toBe(true);
    expect(must(bench.spool.pin(intent.id))).toBe('48201593');
  });

  it('close from every open state, and closing again is no mistake', () => {
    for (const state of ['unknown', 'picture-lost', 'half-done'] as const) {
      const intent = writing();
      must(bench.spool.noteIntent(intent.id, { state }));
      expect(must(bench.spool.closeIntent(intent.id, { dismissed: true })).state).toBe('done');
    }
    const done = must(bench.spool.closeIntent(plan('48201593').id));
    const events = eventsOf(bench.spool);
    expect(must(bench.spool.closeIntent(done.id))).toEqual(done);
    expect(eventsOf(bench.spool)).toEqual(events);
  });

  it('stay open while a badge of theirs is', () => {
    const job = bench.queue({ pin: '48201593' });
    expect(codeOf(bench.spool.closeIntent(job.intentId))).toBe('transition-refused');
    expect(codeOf(bench.spool.noteIntent(job.intentId, { state: 'done' }))).toBe('transition-refused');
    expect(must(bench.spool.pin(job.intentId))).toBe('48201593');
    must(bench.spool.change(job.id, { to: 'cancelled' }));
    expect(must(bench.spool.closeIntent(job.intentId)).state).toBe('done');
  });

  it('list the open ones oldest first', () => {
    const ids = [plan(), plan(), plan()].map((intent) => intent.id);
    must(bench.spool.noteIntent(ids[1] ?? '', { state: 'not-done' }));
    expect(bench.spool.openIntents().map((intent) => intent.id)).toEqual([ids[0], ids[2]]);
  });
});
