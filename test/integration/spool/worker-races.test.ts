import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobRecord, Spool, SpoolQueue } from '../../../src/main/spool/types.ts';
import { fail } from '../../../src/shared/result.ts';
import { hourMs, must } from '../../fakes/spool-samples.ts';
import { prints, type Script } from '../../fakes/fake-printers.ts';
import { WorkerBench } from './worker-bench.ts';

describe('a decision made while a badge is under way', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench();
  });
  afterEach(() => bench.end());

  /** Something happens after the page was made and right before the first byte. */
  const just = (act: () => void): Script => {
    return (request) => {
      act();
      return prints(request);
    };
  };

  it('counts until the first byte: a cancelled badge does not come out', async () => {
    bench.start();
    const job = bench.queue();
    bench.printers.script(
      'front',
      just(() => void must(bench.spool.change(job.id, { to: 'cancelled' }))),
    );
    await bench.quiet();
    expect(bench.state(job.id)).toBe('cancelled');
    expect(bench.printers.papers).toEqual([]);
  });

  it('counts until the first byte: a moved badge comes out at the other printer only', async () => {
    bench.start();
    const job = bench.queue();
    bench.printers.script(
      'front',
      just(() => void must(bench.spool.moveJob(job.id, 'back'))),
    );
    await bench.quiet();
    expect(bench.printers.papers).toEqual([{ printerId: 'back', jobId: job.id, copy: 1 }]);
  });

  it('counts until the first byte: a badge that was parked waits for its person', async () => {
    bench.start();
    const job = bench.queue();
    bench.printers.script(
      'front',
      just(() => void must(bench.spool.change(job.id, { to: 'held', reason: 'parked' }))),
    );
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'held', reason: 'parked' });
    expect(bench.printers.papers).toEqual([]);
  });

  it('counts until the first byte: a code that was replaced is never printed', async () => {
    bench.start();
    const job = bench.queue();
    const retire = (): void =>
      void must(bench.spool.retireJobs(job.holderId, 'standard', 'replaced', 'replace'));
    bench.printers.script('front', just(retire));
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'replaced', hasPayload: false });
    expect(bench.printers.papers).toEqual([]);
  });

  it('lets the next badge print when one was called off', async () => {
    bench.start();
    const job = bench.queue({ holderId: 'holder-1' });
    const next = bench.queue({ holderId: 'holder-2' });
    bench.printers.script(
      'front',
      just(() => void must(bench.spool.change(job.id, { to: 'cancelled' }))),
    );
    await bench.quiet();
    expect(bench.state(next.id)).toBe('confirmed');
  });

  it('stands against the printer’s late answer, which goes into the trail', async () => {
    bench.start();
    const job = bench.queue();
    bench.printers.script('front', (request) => {
      request.mayStart();
      must(bench.spool.retireJobs(job.holderId, 'standard', 'replaced', 'replace'));
      return { kind: 'confirmed' };
    });
    await bench.quiet();
    expect(bench.state(job.id)).toBe('replaced');
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({
      event: 'outcome-too-late',
      jobId: job.id,
      facts: { to: 'confirmed' },
    });
  });

  it('by a scan stands against the printer’s late answer', async () => {
    bench.start();
    const job = bench.queue();
    bench.printers.script('front', (request) => {
      request.mayStart();
      must(bench.spool.change(job.id, { to: 'verified', witness: 'scan' }));
      return { kind: 'unsure', reason: 'stalled', bytesSent: 9 };
    });
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'verified', witness: 'scan' });
  });

  it('lets a badge wait while a later operation may have ended its code, and go on when it did not', async () => {
    bench.printers.setProblem('front', fail('printer-offline').failure);
    bench.start();
    const job = bench.queue();
    await bench.quiet();
    const later = must(bench.spool.planIntent({ ...intentOf(job), operation: 'replace', pin: null }));
    must(bench.spool.noteIntent(later.id, { state: 'writing', step: 'delete-standard' }));
    bench.printers.setProblem('front', null);
    await bench.pass(2 * hourMs);
    expect(bench.state(job.id)).toBe('queued');
    expect(bench.printers.requests).toEqual([]);
    must(bench.spool.noteIntent(later.id, { state: 'not-done' }));
    await bench.pass(60_000);
    expect(bench.state(job.id)).toBe('confirmed');
  });

  function intentOf(job: JobRecord): Parameters<Spool['planIntent']>[0] {
    const intent = bench.spool.intent(job.intentId);
    if (intent === null) throw new Error('no intent');
    return { ...intent, pin: null };
  }
});

describe('time', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench();
  });
  afterEach(() => bench.end());

  const away = fail('printer-offline').failure;

  it('closes a waiting badge the moment its code expires', async () => {
    bench.printers.setProblem('front', away);
    bench.start();
    const job = bench.queue({}, {}, 8 * hourMs);
    await bench.pass(8 * hourMs - 1);
    expect(bench.state(job.id)).toBe('queued');
    await bench.pass(1);
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'expired', hasPayload: false });
    // What is left is the lane's own timer, which finds nothing to do.
    await bench.pass(60_000);
    expect(bench.clock.pending).toBe(0);
  });

  it.each(['sent', 'unsure', 'held'] as const)('closes a badge that is %s, too', async (state) => {
    bench.printers.script('front', (request) => {
      if (state === 'held') return { kind: 'not-started', reason: 'media-mismatch', retryAfterMs: null };
      request.mayStart();
      return state === 'sent' ? { kind: 'sent' } : { kind: 'unsure', reason: 'stalled', bytesSent: 1 };
    });
    bench.start();
    const job = bench.queue({}, {}, hourMs);
    await bench.quiet();
    expect(bench.state(job.id)).toBe(state);
    await bench.pass(hourMs);
    expect(bench.state(job.id)).toBe('expired');
  });

  it('that passed while the machine slept is seen at resume', async () => {
    bench.printers.setProblem('front', away);
    const worker = bench.start();
    const job = bench.queue({}, {}, hourMs);
    await bench.quiet();
    bench.clock.jump(2 * hourMs);
    expect(bench.state(job.id)).toBe('queued');
    worker.resume();
    await bench.quiet();
    expect(bench.state(job.id)).toBe('expired');
  });

  it('that passed unnoticed is seen before the first byte', async () => {
    bench.start();
    const job = bench.queue({}, {}, hourMs);
    bench.printers.script('front', (request) => {
      bench.clock.jump(2 * hourMs);
      return prints(request);
    });
    await bench.quiet();
    expect(bench.state(job.id)).toBe('expired');
    expect(bench.printers.papers).toEqual([]);
  });

  it('that was set forward is noticed within a quarter of an hour, without any event', async () => {
    bench.start();
    const job = bench.queue({}, {}, 300 * 24 * hourMs);
    await bench.quiet();
    expect(bench.state(job.id)).toBe('confirmed');
    bench.clock.jump(400 * 24 * hourMs);
    await bench.pass(15 * 60_000);
    expect(bench.state(job.id)).toBe('expired');
  });

  it('that was set back makes nothing print twice and loses no timer', async () => {
    bench.start();
    const printed = bench.queue({ holderId: 'holder-1' }, {}, hourMs);
    await bench.quiet();
    bench.clock.jump(-24 * hourMs);
    const later = bench.queue({ holderId: 'holder-2' }, {}, hourMs);
    await bench.quiet();
    expect(bench.printers.papers.map((paper) => paper.jobId)).toEqual([printed.id, later.id]);
    await bench.pass(hourMs);
    expect(bench.state(later.id)).toBe('expired');
    expect(bench.state(printed.id)).toBe('confirmed');
    await bench.pass(24 * hourMs);
    expect(bench.state(printed.id)).toBe('expired');
  });

  it('of a change to winter time does not matter', async () => {
    // 25 October 2026, 03:00 → 02:00 in Berlin; the badge says Berlin time, the ledger UTC.
    bench.clock.jump(Date.UTC(2026, 9, 25, 0, 30) - bench.clock.now());
    bench.printers.setProblem('front', away);
    bench.start();
    const job = bench.queue({}, {}, hourMs);
    await bench.pass(hourMs - 1);
    expect(bench.state(job.id)).toBe('queued');
    await bench.pass(1);
    expect(bench.state(job.id)).toBe('expired');
  });

  it('that passed while the app was closed is seen at start, before anything prints', async () => {
    const job = bench.queue({}, {}, hourMs);
    bench.spool.close();
    bench.clock.jump(hourMs);
    bench.reopen();
    bench.start();
    await bench.quiet();
    expect(bench.state(job.id)).toBe('expired');
    expect(bench.printers.requests).toEqual([]);
  });
});

describe('the end of a run', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench();
  });
  afterEach(() => bench.end());

  it('waits for the job under way, writes its outcome and starts no other', async () => {
    const worker = bench.start();
    bench.printers.script('front', async (request) => {
      request.mayStart();
      await new Promise((resolve) => request.signal?.addEventListener('abort', resolve));
      return { kind: 'unsure', reason: 'interrupted', bytesSent: 12 };
    });
    const job = bench.queue({ holderId: 'holder-1' });
    const next = bench.queue({ holderId: 'holder-2' });
    while (bench.state(job.id) !== 'sending') await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'unsure', reason: 'interrupted' });
    expect(bench.state(next.id)).toBe('queued');
    expect(bench.clock.pending).toBe(0);
  });

  it('leaves a badge that had not begun exactly as it was', async () => {
    const worker = bench.start();
    bench.printers.script('front', async (request) => {
      await new Promise((resolve) => request.signal?.addEventListener('abort', resolve));
      return request.mayStart()
        ? { kind: 'sent' }
        : { kind: 'not-started', reason: 'interrupted', retryAfterMs: null };
    });
    const job = bench.queue();
    while (bench.printers.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await worker.stop();
    expect(bench.spool.job(job.id)).toEqual(job);
  });
});

/** The real store, but for a while every change fails as on a full disk. */
class FullDisk {
  readonly #spool: Spool;
  isFull = false;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  store(): SpoolQueue {
    const full = (): boolean => this.isFull;
    const spool = this.#spool;
    return new Proxy(spool, {
      get(target, name): unknown {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]): unknown => {
          const writes = ['change', 'lease', 'expireJobs', 'audit', 'recover'].includes(String(name));
          if (full() && writes) return fail('spool-unwritable', { sqlite: 13 });
          return Reflect.apply(value, target, args);
        };
      },
    });
  }
}

describe('a ledger that cannot be written', () => {
  let bench: WorkerBench;
  let disk: FullDisk;
  beforeEach(() => {
    bench = new WorkerBench();
    disk = new FullDisk(bench.spool);
  });
  afterEach(() => bench.end());

  it('lets nothing print, and the badge prints when there is room again', async () => {
    bench.start(disk.store());
    disk.isFull = true;
    const job = bench.queue();
    await bench.quiet();
    expect(bench.printers.papers).toEqual([]);
    expect(bench.state(job.id)).toBe('queued');
    await bench.pass(2000);
    expect(bench.printers.papers).toEqual([]);
    disk.isFull = false;
    await bench.pass(5000);
    expect(bench.state(job.id)).toBe('confirmed');
    expect(bench.printers.papers).toHaveLength(1);
  });

  it('does not lose what came of a job, and prints nothing else until that is written', async () => {
    bench.printers.script('front', (request) => {
      request.mayStart();
      disk.isFull = true;
      return { kind: 'confirmed' };
    });
    bench.start(disk.store());
    const job = bench.queue({ holderId: 'holder-1' });
    const next = bench.queue({ holderId: 'holder-2' });
    await bench.quiet();
    expect([job, next].map((each) => bench.state(each.id))).toEqual(['sending', 'queued']);
    await bench.pass(2000);
    expect(bench.printers.papers).toHaveLength(1);
    disk.isFull = false;
    await bench.pass(5000);
    expect([job, next].map((each) => bench.state(each.id))).toEqual(['confirmed', 'confirmed']);
    expect(bench.printers.papers).toHaveLength(2);
  });

  it('is a question at the next start when the outcome never got written', async () => {
    bench.printers.script('front', (request) => {
      request.mayStart();
      disk.isFull = true;
      return { kind: 'confirmed' };
    });
    const worker = bench.start(disk.store());
    const job = bench.queue();
    await bench.quiet();
    await worker.stop();
    bench.reopen();
    bench.start();
    await bench.quiet();
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'unsure', reason: 'interrupted' });
    expect(bench.printers.papers).toHaveLength(1);
  });

  it('is tried again when it is an expiry that could not be written', async () => {
    bench.printers.setProblem('front', fail('printer-offline').failure);
    bench.start(disk.store());
    const job = bench.queue({}, {}, hourMs);
    await bench.quiet();
    disk.isFull = true;
    await bench.pass(hourMs);
    expect(bench.state(job.id)).toBe('queued');
    disk.isFull = false;
    await bench.pass(5000);
    expect(bench.state(job.id)).toBe('expired');
  });

  it('starts no worker at all', () => {
    disk.isFull = true;
    expect(() => bench.start(disk.store())).toThrow('spool-unwritable');
    expect(bench.clock.pending).toBe(0);
  });
});
