import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchRecord } from '../../../src/main/spool/types.ts';
import { sampleBatch, sampleLine } from '../../fakes/batch/samples.ts';
import { codeOf, hourMs, must, sampleIntent, type SpoolBench } from '../../fakes/spool-samples.ts';
import { eventsOf, stores } from './stores.ts';

describe.each(stores)('batches in %s', (_, make) => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = make();
  });
  afterEach(() => bench.dispose());

  const people = ['a', 'b', 'c'].map((name, at) =>
    sampleLine({ line: at + 2, holderId: `holder-${name}`, holderName: name }),
  );
  const start = (): BatchRecord => must(bench.spool.batches.start(sampleBatch(), people));

  it('come back as they were stored, in the order of the list', () => {
    const batch = start();
    expect(bench.spool.batches.current()).toEqual(batch);
    expect(batch).toMatchObject({ ...sampleBatch(), state: 'running' });
    expect(bench.spool.batches.lines(batch.id, ['waiting'], 0, 10)).toEqual(
      people.map((line, place) => ({ ...line, place, intentId: null })),
    );
    expect(bench.spool.batches.lines(batch.id, ['waiting'], 1, 1).map(({ place }) => place)).toEqual([1]);
    expect(bench.spool.batches.lines(batch.id, ['done', 'failed'], 0, 10)).toEqual([]);
  });

  it('are one at a time, until the report was read', () => {
    const batch = start();
    expect(codeOf(bench.spool.batches.start(sampleBatch(), people))).toBe('transition-refused');
    expect(codeOf(bench.spool.batches.putAway(batch.id))).toBe('transition-refused');
    must(bench.spool.batches.note(batch.id, 'finished'));
    expect(codeOf(bench.spool.batches.note(batch.id, 'running'))).toBe('transition-refused');
    must(bench.spool.batches.putAway(batch.id));
    expect(bench.spool.batches.current()).toBeNull();
    expect(start().id).not.toBe(batch.id);
  });

  it('tie a line to its intent in one transaction', () => {
    const batch = start();
    const line = { batchId: batch.id, place: 1 };
    const intent = must(bench.spool.planIntent(sampleIntent(), line));
    expect(bench.spool.batches.next(batch.id)).toMatchObject({
      place: 1,
      state: 'begun',
      intentId: intent.id,
    });
    expect(codeOf(bench.spool.planIntent(sampleIntent(), line))).toBe('transition-refused');
    expect(bench.spool.openIntents()).toEqual([intent]);
  });

  it('take a line that went back to waiting once more', () => {
    const batch = start();
    const line = { batchId: batch.id, place: 0 };
    must(bench.spool.planIntent(sampleIntent(), line));
    must(bench.spool.batches.noteLine(line, 'waiting'));
    const again = must(bench.spool.planIntent(sampleIntent(), line));
    expect(bench.spool.batches.next(batch.id)?.intentId).toBe(again.id);
  });

  it('count their lines, and know who is next', () => {
    const batch = start();
    const { batches } = bench.spool;
    must(batches.noteLine({ batchId: batch.id, place: 0 }, 'done'));
    must(batches.noteLine({ batchId: batch.id, place: 1 }, 'failed', 'graph-refused-role'));
    expect(batches.counts(batch.id)).toMatchObject({ waiting: 1, done: 1, failed: 1, unsure: 0 });
    expect(batches.next(batch.id)?.place).toBe(2);
    must(batches.leaveOutWaiting(batch.id, 'not-begun'));
    expect(batches.next(batch.id)).toBeNull();
    expect(batches.lines(batch.id, ['left-out'], 0, 10)[0]).toMatchObject({ place: 2, reason: 'not-begun' });
  });

  it('stand in the audit trail with who asked for them', () => {
    const batch = start();
    must(bench.spool.batches.note(batch.id, 'paused', { why: 'person' }));
    must(bench.spool.batches.note(batch.id, 'running'));
    must(bench.spool.batches.note(batch.id, 'finished'));
    expect(eventsOf(bench.spool)).toEqual([
      'batch-started',
      'batch-paused',
      'batch-running',
      'batch-finished',
    ]);
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({ operator: 'Otto Operator' });
    expect(bench.spool.verifyAudit()).toBeNull();
  });

  it('go with the rest of the history', () => {
    const batch = start();
    must(bench.spool.batches.note(batch.id, 'finished'));
    bench.clock.advance(500 * 24 * hourMs);
    must(bench.spool.prune(bench.clock.now() - 400 * 24 * hourMs));
    expect(bench.spool.batches.current()).toBeNull();
    expect(bench.spool.batches.counts(batch.id).waiting).toBe(0);
  });

  it.each(['', 'b', 'i00000000000', 'b00000000000', '../b'])('know nothing of the id "%s"', (id) => {
    const { batches } = bench.spool;
    expect(batches.next(id)).toBeNull();
    expect(batches.lines(id, ['waiting'], 0, 10)).toEqual([]);
    expect(codeOf(batches.note(id, 'paused'))).toBe('transition-refused');
    expect(codeOf(batches.noteLine({ batchId: id, place: 0 }, 'done'))).toBe('transition-refused');
    expect(codeOf(bench.spool.planIntent(sampleIntent(), { batchId: id, place: 0 }))).toBe(
      'transition-refused',
    );
  });
});
