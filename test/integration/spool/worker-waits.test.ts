import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/result.ts';
import type { JobReason } from '../../../src/shared/printing/job.ts';
import { hourMs, must } from '../../fakes/spool-samples.ts';
import { prints, type Script } from '../../fakes/fake-printers.ts';
import { WorkerBench } from './worker-bench.ts';

const offline = fail('printer-offline').failure;
const notStarted =
  (reason: JobReason, retryAfterMs: number | null = null): Script =>
  () => ({ kind: 'not-started', reason, retryAfterMs });

describe('a printer that is away', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench();
  });
  afterEach(() => bench.end());

  it('costs no attempt, and the badge prints by itself when the printer is back', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({
      state: 'queued',
      reason: 'offline',
      attempts: 0,
      retryAt: new Date(bench.clock.now() + 2000).toISOString(),
    });
    await bench.pass(60_000);
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(bench.printers.requests).toEqual([]);
    await bench.pass(250);
    bench.printers.setProblem('front', null);
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'confirmed', attempts: 1, reason: null });
  });

  it('is asked again after 2, 5, 15, 30 and 60 seconds, and then each minute', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    bench.queue();
    await bench.quiet();
    const askedAt: number[] = [];
    const startMs = bench.clock.now();
    for (let second = 0; second <= 240; second += 1) {
      const before = bench.printers.asked.get('front') ?? 0;
      await bench.pass(1000);
      if ((bench.printers.asked.get('front') ?? 0) > before)
        askedAt.push((bench.clock.now() - startMs) / 1000);
    }
    expect(askedAt).toEqual([2, 7, 22, 52, 112, 172, 232]);
  });

  it('may say itself when to come again', async () => {
    bench.printers.script('front', notStarted('busy', 20_000));
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    await bench.pass(19_999);
    expect(bench.state(job.id)).toBe('queued');
    await bench.pass(1);
    expect(bench.state(job.id)).toBe('confirmed');
  });

  it('that flickers is not asked in a tight circle', async () => {
    bench.printers.usual = notStarted('offline');
    bench.start();
    bench.queue();
    await bench.quiet();
    for (let time = 0; time < 1000; time += 1) {
      bench.printers.tell('front');
      await bench.pass(1);
    }
    expect(bench.printers.requests.length).toBeLessThanOrEqual(5);
  });

  it('that only got worse wakes nobody', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    bench.queue();
    await bench.quiet();
    const asked = bench.printers.asked.get('front');
    bench.printers.setProblem('front', fail('cover-open').failure);
    await bench.quiet();
    expect(bench.printers.asked.get('front')).toBe(asked);
  });

  it.each(['offline', 'busy', 'paused', 'media-empty', 'cover-open', 'head-hot', 'cutter-jam'] as const)(
    'keeps its badge queued: %s',
    async (reason) => {
      bench.printers.script('front', notStarted(reason));
      bench.start();
      const job = bench.queue();
      await bench.quiet();
      expect(bench.spool.job(job.id)).toMatchObject({ state: 'queued', reason, attempts: 0 });
      await bench.pass(2000);
      expect(bench.state(job.id)).toBe('confirmed');
    },
  );

  it.each(['media-mismatch', 'printer-unknown', 'permission-denied'] as const)(
    'leaves to a person what only a person can mend: %s',
    async (reason) => {
      bench.printers.script('front', notStarted(reason));
      bench.start();
      const job = bench.queue();
      await bench.quiet();
      expect(bench.spool.job(job.id)).toMatchObject({ state: 'held', reason });
      await bench.pass(hourMs);
      expect(bench.state(job.id)).toBe('held');
    },
  );

  it('gives a leased job back when nothing has left after all', async () => {
    bench.printers.script('front', (request) => {
      request.mayStart();
      return { kind: 'not-started', reason: 'offline', retryAfterMs: null };
    });
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'queued', reason: 'offline', attempts: 1 });
    await bench.pass(2000);
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'confirmed', attempts: 2 });
    expect(bench.printers.papers).toHaveLength(1);
  });

  it('is tried at once when a person asks for it', async () => {
    bench.printers.script('front', notStarted('media-empty', 60_000));
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    must(bench.spool.change(job.id, { to: 'queued', retryAt: null }));
    await bench.pass(250);
    expect(bench.state(job.id)).toBe('confirmed');
  });

  it('does not hold up another printer', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    bench.queue({ holderId: 'holder-1' });
    const other = bench.queue({ holderId: 'holder-2' }, { printerId: 'back' });
    await bench.quiet();
    expect(bench.state(other.id)).toBe('confirmed');
  });

  it('prints in the order of storing when it is back', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    const jobs = [1, 2, 3, 4].map((n) => bench.queue({ holderId: `holder-${n}` }));
    await bench.quiet();
    bench.printers.setProblem('front', null);
    await bench.pass(250);
    expect(bench.printers.papers.map((paper) => paper.jobId)).toEqual(jobs.map((job) => job.id));
  });

  it('is tried at once after a restart, whatever the last run had planned', async () => {
    bench.printers.script('front', notStarted('offline', 600_000));
    const worker = bench.start();
    const job = bench.queue();
    await bench.quiet();
    await worker.stop();
    bench.reopen();
    bench.start();
    await bench.quiet();
    expect(bench.state(job.id)).toBe('confirmed');
  });

  it('may be left for another one', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    must(bench.spool.moveJob(job.id, 'back'));
    await bench.quiet();
    expect(bench.printers.papers).toEqual([{ printerId: 'back', jobId: job.id, copy: 1 }]);
    bench.printers.setProblem('front', null);
    await bench.pass(hourMs);
    expect(bench.printers.papers).toHaveLength(1);
  });
});

describe('a job that nobody knows the end of', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench();
  });
  afterEach(() => bench.end());

  const vanishes: Script = (request) => {
    request.mayStart();
    return { kind: 'unsure', reason: 'vanished', bytesSent: 4096 };
  };

  it('is never printed again by itself', async () => {
    bench.printers.script('front', vanishes);
    const worker = bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'unsure', reason: 'vanished' });
    expect(bench.spool.auditTrail(1)[0]?.facts).toMatchObject({ bytesSent: 4096 });
    await bench.pass(10 * hourMs);
    worker.resume();
    bench.printers.tell('front');
    await bench.quiet();
    expect(bench.printers.requests).toHaveLength(1);
  });

  it('makes the lane ask the printer before the next holder’s badge', async () => {
    bench.printers.script('front', vanishes);
    bench.start();
    bench.queue({ holderId: 'holder-1' });
    const next = bench.queue({ holderId: 'holder-2' });
    await bench.quiet();
    expect(bench.printers.asked.get('front')).toBe(1);
    expect(bench.state(next.id)).toBe('confirmed');
  });

  it('keeps the next badge waiting while the printer is not well', async () => {
    bench.printers.script('front', (request) => {
      request.mayStart();
      bench.printers.setProblem('front', offline);
      return { kind: 'unsure', reason: 'vanished', bytesSent: 1 };
    });
    bench.start();
    bench.queue({ holderId: 'holder-1' });
    const next = bench.queue({ holderId: 'holder-2' });
    await bench.quiet();
    expect(bench.spool.job(next.id)).toMatchObject({ state: 'queued', reason: 'offline', attempts: 0 });
  });

  it('prints as copy 2 when a person says that nothing came out', async () => {
    bench.printers.script('front', vanishes, prints);
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    must(bench.spool.queueCopy(job.id, 'nothing came out'));
    await bench.quiet();
    expect(bench.printers.papers).toEqual([{ printerId: 'front', jobId: job.id, copy: 2 }]);
    expect(bench.badges.contents.map((content) => content.copy)).toEqual([1, 2]);
  });
});
