import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import { fail } from '../../../src/shared/result.ts';
import type { JobReason } from '../../../src/shared/printing/job.ts';
import { prints, type Script } from '../../fakes/fake-printers.ts';
import { hourMs, must } from '../../fakes/spool-samples.ts';
import { deferred, WorkerBench } from './worker-bench.ts';

const secondMs = 1000;
const offline = fail('printer-offline').failure;

const keepsWaiting =
  (reason: JobReason): Script =>
  () => ({ kind: 'not-started', reason, retryAfterMs: null });

describe('a stand-by printer', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench(['front', 'back', 'spare']);
    bench.route = ['front', 'back', 'spare'];
  });
  afterEach(() => bench.end());

  /** Lets time pass second by second, as it does, so that each timer finds the world as it was then. */
  async function pass(seconds: number): Promise<void> {
    for (let n = 0; n < seconds; n += 1) await bench.pass(secondMs);
  }

  const papers = (): readonly string[] =>
    bench.printers.papers.map((paper) => `${paper.printerId} ${paper.copy}`);

  it('takes a badge after its printer was away for a while: made anew for its dots, printed once', async () => {
    bench.printers.dpi.set('back', 300);
    bench.printers.setProblem('front', offline);
    bench.start();
    const job = bench.queue();
    await pass(14);
    expect(bench.spool.job(job.id)).toMatchObject({ printerId: 'front', state: 'queued' });
    await pass(2);
    expect(bench.spool.job(job.id)).toMatchObject({ printerId: 'back', state: 'confirmed', copy: 1 });
    expect(bench.badges.canvases.at(-1)).toMatchObject({ dpi: 300 });
    bench.printers.setProblem('front', null);
    await bench.pass(10 * hourMs);
    expect(papers()).toEqual(['back 1']);
    const moved = bench.spool.auditTrail(20).find(({ facts }) => facts['failOverFrom'] !== undefined);
    expect(moved?.facts).toMatchObject({
      failOverFrom: 'front',
      printerId: 'back',
      by: 'worker',
      waitedFor: 'offline',
    });
    // Every payload that was unsealed to try a page was wiped again.
    expect(bench.badges.given.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('gets nothing when the printer is back in time', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    bench.queue();
    await pass(14);
    bench.printers.setProblem('front', null);
    await pass(60);
    expect(papers()).toEqual(['front 1']);
  });

  it.each([
    ['offline', 15],
    ['printer-fault', 15],
    ['cutter-jam', 30],
    ['media-empty', 45],
    ['cover-open', 45],
    ['paused', 45],
  ] as const)('takes over from a printer with %s after %d seconds', async (reason, seconds) => {
    bench.printers.script('front', ...Array.from({ length: 40 }, () => keepsWaiting(reason)));
    bench.start();
    bench.queue();
    await pass(seconds - 1);
    expect(papers()).toEqual([]);
    await pass(2);
    expect(papers()).toEqual(['back 1']);
  });

  it.each(['busy', 'head-hot'] as const)('is not asked for what passes by itself: %s', async (reason) => {
    bench.printers.script('front', ...Array.from({ length: 40 }, () => keepsWaiting(reason)));
    bench.start();
    bench.queue();
    await pass(200);
    expect(bench.printers.requests.every(({ printerId }) => printerId === 'front')).toBe(true);
  });

  it('takes all that wait, in their order, one paper each', async () => {
    bench.printers.setProblem('front', offline);
    bench.start();
    const jobs = [1, 2, 3, 4].map((n) => bench.queue({ holderId: `holder-${n}` }));
    await pass(17);
    expect(bench.printers.papers.map(({ jobId }) => jobId)).toEqual(jobs.map(({ id }) => id));
    expect(bench.printers.overlaps).toBe(0);
    // A badge stored in the midst of the outage goes as soon as its own printer was tried.
    const late = bench.queue({ holderId: 'late' });
    await pass(31);
    expect(bench.spool.job(late.id)?.printerId).toBe('back');
  });

  it('is passed over while it is not ready, silent or too small; the next in the route takes it', async () => {
    bench.printers.setProblem('front', offline);
    bench.printers.setProblem('back', offline);
    bench.start();
    bench.queue();
    await pass(17);
    expect(papers()).toEqual(['spare 1']);

    bench.printers.setProblem('back', null);
    bench.printers.silent.add('back');
    bench.queue({ holderId: 'holder-2' });
    await pass(32);
    expect(papers()).toEqual(['spare 1', 'spare 1']);
  });

  it('that the badge does not fit on leaves it where it is, readable, and tries again later', async () => {
    bench.route = ['front', 'back'];
    bench.printers.setProblem('front', offline);
    bench.badges.failMake(fail('symbol-does-not-fit').failure);
    bench.start();
    const job = bench.queue();
    await pass(40);
    expect(bench.spool.job(job.id)).toMatchObject({ printerId: 'front', state: 'queued', reason: 'offline' });
    bench.badges.failMake(null);
    await pass(16);
    expect(papers()).toEqual(['back 1']);
  });

  it('that comes back takes over at once what has waited long enough', async () => {
    bench.route = ['front', 'back'];
    bench.printers.setProblem('front', offline);
    bench.printers.setProblem('back', offline);
    bench.start();
    bench.queue();
    await pass(100);
    expect(papers()).toEqual([]);
    bench.printers.setProblem('back', null);
    await bench.quiet();
    expect(papers()).toEqual(['back 1']);
  });

  it('is not guessed: without one in the route a badge waits for its printer', async () => {
    bench.route = ['front'];
    bench.printers.setProblem('front', offline);
    bench.start();
    bench.queue();
    await pass(300);
    expect(bench.printers.requests).toEqual([]);
    bench.printers.setProblem('front', null);
    await bench.quiet();
    expect(papers()).toEqual(['front 1']);
  });

  it('never gets a badge of which a byte may have left: only a person may send that', async () => {
    bench.printers.script('front', (request) => {
      request.mayStart();
      bench.printers.setProblem('front', offline);
      return { kind: 'unsure', reason: 'vanished', bytesSent: 100 };
    });
    bench.start();
    const unsure = bench.queue({ holderId: 'holder-1' });
    const next = bench.queue({ holderId: 'holder-2' });
    await pass(60);
    expect(bench.spool.job(unsure.id)).toMatchObject({ state: 'unsure', printerId: 'front' });
    expect(bench.spool.job(next.id)).toMatchObject({ state: 'confirmed', printerId: 'back' });

    // A person who saw nothing come out sends it as copy 2; one paper each, and both are accounted for.
    must(bench.spool.queueCopy(unsure.id, 'nothing came out', { printerId: 'back', operator: 'Otto' }));
    await bench.quiet();
    expect(papers()).toEqual(['back 1', 'back 2']);
  });

  it('does not double a badge whose own printer answers after all, in the very moment', async () => {
    const stuck = deferred<void>();
    bench.printers.script('front', async (request): Promise<PrintOutcome> => {
      bench.printers.setProblem('front', offline);
      await stuck.promise;
      // Only now does it ask whether it may begin.
      return prints(request);
    });
    bench.start();
    const job = bench.queue();
    // A note from elsewhere that the printer keeps badges waiting.
    must(bench.spool.change(job.id, { by: 'worker', to: 'queued', reason: 'offline', fence: job.fence }));
    for (let n = 0; n < 17; n += 1) {
      bench.clock.advance(secondMs);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(papers).toEqual(['back 1']);
    stuck.resolve();
    await bench.quiet();
    expect(papers()).toEqual(['back 1']);
  });

  it('loses the race against a person who decided while it was being asked', async () => {
    bench.printers.setProblem('front', offline);
    // So that the badge still waits there when the answer comes.
    bench.printers.setProblem('spare', offline);
    bench.start();
    const job = bench.queue();
    await pass(14);
    const ready = bench.printers.ready.bind(bench.printers);
    bench.printers.ready = async (printerId) => {
      if (bench.spool.job(job.id)?.state === 'queued') must(bench.spool.moveJob(job.id, 'spare'));
      return ready(printerId);
    };
    await pass(3);
    expect(bench.spool.job(job.id)).toMatchObject({ printerId: 'spare', state: 'queued' });
    expect(papers()).toEqual([]);
  });

  it('waits anew after a restart: what was before it is not known', async () => {
    bench.printers.setProblem('front', offline);
    const worker = bench.start();
    const job = bench.queue();
    await pass(14);
    await worker.stop();
    bench.reopen();
    bench.start();
    await pass(14);
    expect(bench.spool.job(job.id)?.printerId).toBe('front');
    await pass(2);
    expect(bench.spool.job(job.id)?.printerId).toBe('back');
  });

  it('leaves no timer behind', async () => {
    bench.printers.setProblem('front', offline);
    const worker = bench.start();
    bench.queue();
    await pass(5);
    await worker.stop();
    expect(bench.clock.pending).toBe(0);
  });
});
