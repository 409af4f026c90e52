import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/result.ts';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import { prints, takesBytes } from '../../fakes/fake-printers.ts';
import { must, samplePayload } from '../../fakes/spool-samples.ts';
import { deferred, WorkerBench } from './worker-bench.ts';

describe('the worker', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench();
  });
  afterEach(() => bench.end());

  it('prints what is stored, as soon as it is stored', async () => {
    bench.start();
    const job = bench.queue();
    expect(bench.printers.requests).toEqual([]);
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'confirmed', witness: 'printer', attempts: 1 });
    expect(bench.printers.papers).toEqual([{ printerId: 'front', jobId: job.id, copy: 1 }]);
    expect(bench.milestones).toEqual(['woken', 'made', 'proven']);
    expect(bench.clock.pending).toBe(1);
  });

  it('prints what was stored before it started', async () => {
    const jobs = [1, 2, 3].map((n) => bench.queue({ holderId: `holder-${n}` }));
    bench.start();
    await bench.quiet();
    expect(bench.printers.papers.map((paper) => paper.jobId)).toEqual(jobs.map((job) => job.id));
  });

  it('says no more than the printer said', async () => {
    bench.printers.usual = takesBytes;
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'sent', witness: 'none' });
  });

  it('makes the page for the printer at hand, from the very payload, and wipes it', async () => {
    const seen: string[] = [];
    bench.printers.script('front', (request) => {
      seen.push(new TextDecoder().decode(request.badge.page.bits));
      return prints(request);
    });
    bench.start();
    bench.queue();
    await bench.quiet();
    expect(seen).toEqual([`1${new TextDecoder().decode(samplePayload())}`]);
    expect(bench.badges.canvases[0]).toMatchObject({ dpi: 203 });
    const [given] = bench.badges.given;
    expect(given?.length).toBe(samplePayload().length);
    expect(given?.every((byte) => byte === 0)).toBe(true);
  });

  it('tells the printer what the symbol says, for one that draws it itself, and wipes that too', async () => {
    const told: string[] = [];
    let kept: Uint8Array | undefined;
    bench.printers.script('front', (request) => {
      kept = request.payload;
      told.push(new TextDecoder().decode(request.payload));
      return prints(request);
    });
    bench.start();
    bench.queue();
    await bench.quiet();
    expect(told).toEqual([new TextDecoder().decode(samplePayload())]);
    expect(kept?.every((byte) => byte === 0)).toBe(true);
  });

  it('keeps the payload until hand-over, so that a badge can be compared or printed again', async () => {
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)?.hasPayload).toBe(true);
    must(bench.spool.queueCopy(job.id, 'smudged'));
    await bench.quiet();
    expect(bench.printers.papers.map((paper) => paper.copy)).toEqual([1, 2]);
  });

  it('sends the jobs of one printer one after another, those of two side by side', async () => {
    const first = deferred<PrintOutcome>();
    bench.printers.script('front', (request) => {
      request.mayStart();
      return first.promise;
    });
    bench.start();
    const one = bench.queue({ holderId: 'holder-1' });
    const two = bench.queue({ holderId: 'holder-2' });
    const other = bench.queue({ holderId: 'holder-3' }, { printerId: 'back' });
    await until(() => bench.state(other.id) === 'confirmed');
    expect([one, two].map((job) => bench.state(job.id))).toEqual(['sending', 'queued']);
    first.resolve({ kind: 'confirmed' });
    await bench.quiet();
    expect([one, two].map((job) => bench.state(job.id))).toEqual(['confirmed', 'confirmed']);
    expect(bench.printers.overlaps).toBe(0);
  });

  it('holds a badge whose payload names another holder, and prints nothing', async () => {
    bench.start();
    const job = bench.queue({}, { payload: samplePayload('code-1', 'otto@contoso.example') });
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'held', reason: 'holder-mismatch', attempts: 0 });
    expect(bench.printers.requests).toEqual([]);
  });

  it.each([
    ['symbol-does-not-fit', 'media-mismatch'],
    ['font-missing', 'not-readable'],
    ['payload-invalid', 'not-readable'],
  ] as const)('holds a badge that cannot be made: %s', async (code, reason) => {
    bench.badges.failMake(fail(code).failure);
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'held', reason });
    expect(bench.printers.requests).toEqual([]);
  });

  it('holds a page that does not read back', async () => {
    bench.badges.failProve(fail('badge-unreadable').failure);
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'held', reason: 'not-readable' });
    expect(bench.badges.given[0]?.every((byte) => byte === 0)).toBe(true);
  });

  it('holds a badge whose printer is not there, and lets the next one print', async () => {
    bench.start();
    const lost = bench.queue({ holderId: 'holder-1' }, { printerId: 'gone' });
    const next = bench.queue({ holderId: 'holder-2' });
    await bench.quiet();
    expect(bench.spool.job(lost.id)).toMatchObject({ state: 'held', reason: 'printer-unknown' });
    expect(bench.state(next.id)).toBe('confirmed');
  });

  it('prints a held badge when a person lets it go', async () => {
    bench.badges.failProve(fail('badge-unreadable').failure);
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    bench.badges.failProve(null);
    must(bench.spool.change(job.id, { to: 'queued' }));
    await bench.quiet();
    expect(bench.state(job.id)).toBe('confirmed');
  });

  it('survives a bug in the badge maker: the job is held, nothing secret is logged', async () => {
    bench.badges.throwInMake();
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'held', reason: 'not-readable' });
    expect(bench.logged).toEqual([`spool.badge-bug {"job":"${job.id}","error":"Error"}`]);
    expect(bench.badges.given[0]?.every((byte) => byte === 0)).toBe(true);
  });

  it('tells a broken printer driver apart by whether it had begun', async () => {
    bench.printers.script(
      'front',
      () => Promise.reject(new Error('ms-qrpin in the message')),
      (request) => {
        request.mayStart();
        return Promise.reject(new Error('boom'));
      },
    );
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'queued', reason: 'printer-fault', attempts: 0 });
    await bench.pass(2000);
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'unsure', reason: 'interrupted', attempts: 1 });
    expect(bench.logged.join()).not.toContain('ms-qrpin');
  });

  it('believes paper that a printer made without asking', async () => {
    bench.printers.script('front', () => ({ kind: 'sent' }));
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.state(job.id)).toBe('sent');
    expect(bench.printers.papers).toHaveLength(1);
  });

  it('gives the lease once, however often a driver asks', async () => {
    const answers: boolean[] = [];
    bench.printers.script('front', (request) => {
      answers.push(request.mayStart(), request.mayStart());
      return { kind: 'sent' };
    });
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(answers).toEqual([true, false]);
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('takes a job back from a driver that asked twice and then sent nothing', async () => {
    bench.printers.script('front', (request) => {
      request.mayStart();
      request.mayStart();
      return { kind: 'not-started', reason: 'offline', retryAfterMs: null };
    });
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'queued', reason: 'offline' });
  });

  it('has no timer while nothing is open', async () => {
    bench.start();
    expect(bench.clock.pending).toBe(0);
    const job = bench.queue();
    await bench.quiet();
    must(bench.spool.change(job.id, { to: 'handed-over' }));
    expect(bench.clock.pending).toBe(0);
  });
});

/** Turns the event loop until something is true; a test that waits in vain runs into its time limit. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

describe('a logo that disturbs the decoder', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench();
  });
  afterEach(() => bench.end());

  it('costs the logo and not the badge', async () => {
    const asked: unknown[] = [];
    const make = bench.badges.make.bind(bench.badges);
    bench.badges.make = (content, payload, canvas, options) => {
      asked.push(options?.withoutLogo ?? false);
      const complaint = fail('badge-unreadable', { complaint: 'not-one-symbol' }).failure;
      bench.badges.failProve(options?.withoutLogo === true ? null : complaint);
      return make(content, payload, canvas);
    };
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    expect(asked).toEqual([false, true]);
    expect(bench.spool.job(job.id)?.state).toBe('confirmed');
    expect(bench.logged.join()).toContain('badge.without-logo');
  });
});
