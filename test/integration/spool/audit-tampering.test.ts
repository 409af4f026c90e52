import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must, SpoolBench } from '../../fakes/spool-samples.ts';
import { tamper } from './raw-file.ts';

describe('an audit trail that was tampered with in the file', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
    const job = bench.queue();
    const leased = bench.lease(job);
    must(bench.spool.change(job.id, { to: 'sent', fence: leased.fence }));
    must(bench.spool.change(job.id, { to: 'handed-over', operator: 'Otto' }));
    must(bench.spool.closeIntent(job.intentId));
    bench.spool.close();
  });
  afterEach(() => bench.dispose());

  it.each([
    ['another operator', "UPDATE audit SET operator = 'Olga' WHERE seq = 6", 6],
    ['another time', 'UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 3', 3],
    ['another event', "UPDATE audit SET event = 'job-cancelled' WHERE seq = 5", 5],
    ['another fact', `UPDATE audit SET facts = replace(facts, '"copy":1', '"copy":2') WHERE seq = 5`, 5],
    ['a fact left out', `UPDATE audit SET facts = '{}' WHERE seq = 4`, 4],
    ['another job', 'UPDATE audit SET job_id = job_id + 1 WHERE seq = 4', 4],
    ['an entry taken out', 'DELETE FROM audit WHERE seq = 4', 4],
    ['the first entry taken out', 'DELETE FROM audit WHERE seq = 1', 1],
    ['the newest entries cut off before reopening', 'DELETE FROM audit WHERE seq >= 6', 7],
    ['a job said to be cancelled', "UPDATE jobs SET state = 'cancelled'", 7],
    ['a hash of zeros', 'UPDATE audit SET hash = zeroblob(32) WHERE seq = 2', 2],
    ['a short hash', "UPDATE audit SET hash = x'00' WHERE seq = 2", 2],
    ['the beginning moved', 'UPDATE audit_start SET hash = randomblob(32)', 1],
  ])('shows it: %s', (_, sql, at) => {
    tamper(bench.file, sql, 'SELECT 1');
    expect(bench.reopen().verifyAudit()).toBe(at);
  });

  it('is whole when nothing was done', () => {
    expect(bench.reopen().verifyAudit()).toBeNull();
  });
});
