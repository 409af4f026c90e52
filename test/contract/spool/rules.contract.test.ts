import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobRecord, NewIntent, NewJob } from '../../../src/main/spool/types.ts';
import { codeOf, hourMs, must, sampleIntent, type SpoolBench } from '../../fakes/spool-samples.ts';
import { eventsOf, stores } from './stores.ts';

describe.each(stores)('dead codes in %s', (_, make) => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = make();
  });
  afterEach(() => bench.dispose());

  /** One job in each open state. */
  function oneOfEach(livesMs: number): readonly JobRecord[] {
    const { spool } = bench;
    const queue = (): JobRecord => bench.queue({}, {}, livesMs);
    const sending = (): JobRecord => bench.lease(queue());
    const to = (change: Parameters<typeof spool.change>[1]): JobRecord => {
      const job = sending();
      return must(spool.change(job.id, { ...change, fence: job.fence, by: 'worker' }));
    };
    return [
      queue(),
      must(spool.change(queue().id, { to: 'held', reason: 'parked' })),
      sending(),
      to({ to: 'sent' }),
      to({ to: 'confirmed', witness: 'printer' }),
      must(spool.change(sending().id, { to: 'verified', witness: 'scan' })),
      to({ to: 'unsure', reason: 'stalled' }),
    ];
  }

  it('are closed and wiped in every open state when they expire', () => {
    const jobs = oneOfEach(hourMs);
    const living = bench.queue({}, {}, 2 * hourMs);
    expect(must(bench.spool.expireJobs(bench.clock.now() + hourMs - 1))).toEqual([]);
    const expired = must(bench.spool.expireJobs(bench.clock.now() + hourMs));
    expect(expired.map((job) => [job.id, job.state, job.hasPayload])).toEqual(
      jobs.map((job) => [job.id, 'expired', false]),
    );
    expect(bench.spool.openJobs().map((job) => job.id)).toEqual([living.id]);
    expect(bench.spool.nextExpiryMs()).toBe(Date.parse(living.expiresAt));
  });

  it('are never leased, also before anybody swept them up', () => {
    const job = bench.queue({}, {}, hourMs);
    bench.clock.jump(hourMs);
    expect(codeOf(bench.spool.lease(job.id))).toBe('code-expired');
    bench.clock.jump(-1);
    expect(must(bench.spool.lease(job.id)).state).toBe('sending');
  });

  it('shut out the worker that was just sending them', () => {
    const job = bench.lease(bench.queue({}, {}, hourMs));
    must(bench.spool.expireJobs(bench.clock.now() + hourMs));
    expect(codeOf(bench.spool.change(job.id, { to: 'sent', fence: job.fence }))).toBe('lease-lost');
    expect(bench.spool.job(job.id)?.state).toBe('expired');
  });

  it.each(['replaced', 'cancelled'] as const)('are closed as %s in every open state', (to) => {
    const jobs = oneOfEach(hourMs);
    const otherHolder = bench.queue({ holderId: 'holder-2' });
    const otherKind = bench.queue(
      { operation: 'temporary' },
      { kind: 'temporary', content: temporaryContent() },
    );
    const retired = must(bench.spool.retireJobs('holder-1', 'standard', to, 'replace'));
    expect(retired.map((job) => [job.id, job.state, job.hasPayload])).toEqual(
      jobs.map((job) => [job.id, to, false]),
    );
    expect(bench.spool.openJobs().map((job) => job.id)).toEqual([otherHolder.id, otherKind.id]);
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({
      event: `job-${to}`,
      facts: { note: 'replace', by: 'system' },
    });
  });

  it('wait while a later operation of the holder may have ended them', () => {
    const job = bench.queue();
    const other = bench.queue({ holderId: 'holder-2' });
    const later = begin({ operation: 'replace' });
    expect(codeOf(bench.spool.lease(job.id))).toBe('code-replaced');
    expect(bench.spool.nextQueued('front')?.id).toBe(other.id);
    const told: string[] = [];
    bench.spool.onChange((jobId) => told.push(jobId));
    must(bench.spool.noteIntent(later, { state: 'not-done' }));
    expect(told).toEqual([job.id]);
    expect(bench.spool.nextQueued('front')?.id).toBe(job.id);
    expect(must(bench.spool.lease(job.id)).state).toBe('sending');
  });

  it.each([
    ['remove', 'standard', true],
    ['replace', 'standard', true],
    ['temporary', 'standard', false],
    ['extend', 'standard', false],
    ['new-pin', 'standard', false],
    ['temporary', 'temporary', true],
    ['end-temporary', 'temporary', true],
    ['remove', 'temporary', true],
    ['replace', 'temporary', false],
  ] as const)('%s stops a waiting %s badge: %s', (operation, kind, stops) => {
    const job = bench.queue(
      { operation: kind === 'temporary' ? 'temporary' : 'first-badge' },
      kind === 'temporary' ? { kind, content: temporaryContent() } : {},
    );
    begin({ operation });
    expect(bench.spool.lease(job.id).ok).toBe(!stops);
  });

  it('do not include the code an operation has just made', () => {
    must(bench.spool.planIntent(sampleIntent({ operation: 'replace' })));
    const job = bench.queue({ operation: 'replace' });
    expect(must(bench.spool.lease(job.id)).state).toBe('sending');
  });

  it('leave a trail for each job that was closed', () => {
    oneOfEach(hourMs);
    must(bench.spool.expireJobs(bench.clock.now() + hourMs));
    expect(eventsOf(bench.spool).filter((event) => event === 'job-expired')).toHaveLength(7);
    expect(bench.spool.verifyAudit()).toBeNull();
  });

  function begin(change: Partial<NewIntent>): string {
    const intent = must(bench.spool.planIntent(sampleIntent(change)));
    must(bench.spool.noteIntent(intent.id, { state: 'writing', step: 'delete-standard' }));
    return intent.id;
  }

  function temporaryContent(): NewJob['content'] {
    return {
      kind: 'temporary',
      holderName: 'Mara Lindqvist',
      siteName: 'Site North',
      returnTo: '',
      expiresAt: new Date(bench.clock.now() + 8 * hourMs).toISOString(),
      practice: true,
      locale: 'en',
      timeZone: 'Europe/Berlin',
    };
  }
});

describe.each(stores)('the start of a run in %s', (_, make) => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = make();
  });
  afterEach(() => bench.dispose());

  it('asks about what was being sent, and about nothing else', () => {
    const queued = bench.queue();
    const sending = bench.lease(bench.queue());
    const changed = must(bench.spool.recover());
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ id: sending.id, state: 'unsure', reason: 'interrupted', fence: 2 });
    expect(bench.spool.job(queued.id)).toEqual(queued);
    expect(must(bench.spool.recover())).toEqual([]);
  });

  it('shuts out a worker of the run before', () => {
    const sending = bench.lease(bench.queue());
    must(bench.spool.recover());
    expect(codeOf(bench.spool.change(sending.id, { to: 'sent', fence: sending.fence }))).toBe('lease-lost');
  });
});
