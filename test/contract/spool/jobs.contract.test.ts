import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobChange, JobRecord } from '../../../src/main/spool/types.ts';
import {
  codeOf,
  hourMs,
  must,
  sampleIntent,
  sampleJob,
  samplePayload,
  type SpoolBench,
} from '../../fakes/spool-samples.ts';
import { eventsOf, stores } from './stores.ts';

describe.each(stores)('jobs in %s', (_, make) => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = make();
  });
  afterEach(() => bench.dispose());

  const change = (job: JobRecord, wanted: JobChange): JobRecord => must(bench.spool.change(job.id, wanted));
  const sending = (): JobRecord => bench.lease(bench.queue());
  const sent = (): JobRecord => {
    const job = sending();
    return change(job, { to: 'sent', fence: job.fence });
  };
  const unsure = (): JobRecord => {
    const job = sending();
    return change(job, { to: 'unsure', reason: 'vanished', fence: job.fence });
  };

  it('are stored with their intent in one step', () => {
    const job = bench.queue();
    expect(job).toMatchObject({
      state: 'queued',
      reason: null,
      witness: 'none',
      copy: 1,
      attempts: 0,
      fence: 0,
      kind: 'standard',
      codeId: 'code-1',
      holderName: 'Mara Lindqvist',
      holderUpn: 'mara@contoso.example',
      operation: 'first-badge',
      hasPayload: true,
      retryAt: null,
    });
    expect(job.serial).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    expect(job.content).toMatchObject({ serial: job.serial, copy: 1, siteName: 'Site North' });
    expect(bench.spool.job(job.id)).toEqual(job);
    expect(bench.spool.openJobs()).toEqual([job]);
    expect(bench.spool.jobsOfIntent(job.intentId)).toEqual([job]);
    expect(bench.spool.intent(job.intentId)?.state).toBe('created');
    expect(eventsOf(bench.spool)).toEqual(['intent-planned', 'intent-writing', 'job-queued']);
  });

  it('give their payload out in fresh bytes, and leave the caller its own', () => {
    const fresh = sampleJob(bench.clock);
    const job = bench.queue({}, fresh);
    expect(fresh.payload).toEqual(samplePayload());
    const first = must(bench.spool.payload(job.id));
    expect(Buffer.from(first)).toEqual(Buffer.from(samplePayload()));
    first.fill(0);
    expect(Buffer.from(must(bench.spool.payload(job.id)))).toEqual(Buffer.from(samplePayload()));
  });

  it('take a PIN along with the payload', () => {
    const writing = must(bench.spool.planIntent(sampleIntent()));
    must(bench.spool.noteIntent(writing.id, { state: 'writing' }));
    must(bench.spool.enqueue(writing.id, sampleJob(bench.clock), { pin: '48201593' }));
    expect(must(bench.spool.pin(writing.id))).toBe('48201593');
  });

  it.each([
    ['an empty payload', { payload: new Uint8Array() }],
    ['a payload larger than any symbol', { payload: new Uint8Array(2954) }],
    ['an expiry that is no date', { content: { expiresAt: 'soon' } }],
  ])('are refused with %s, and nothing is left behind', (_name, wrong) => {
    const intent = must(bench.spool.planIntent(sampleIntent()));
    must(bench.spool.noteIntent(intent.id, { state: 'writing' }));
    const good = sampleJob(bench.clock);
    const content = { ...good.content, ...('content' in wrong ? wrong.content : {}) };
    const bad = { ...good, ...('payload' in wrong ? wrong : {}), content };
    expect(codeOf(bench.spool.enqueue(intent.id, bad))).toBe('payload-invalid');
    expect(bench.spool.jobsOfIntent(intent.id)).toEqual([]);
    expect(bench.spool.intent(intent.id)?.state).toBe('writing');
  });

  it('are never stored twice for one code', () => {
    const job = bench.queue();
    expect(codeOf(bench.spool.enqueue(job.intentId, sampleJob(bench.clock)))).toBe('transition-refused');
    expect(bench.spool.openJobs()).toHaveLength(1);
  });

  it('take a late answer, but none for an intent that is closed', () => {
    const late = must(bench.spool.planIntent(sampleIntent()));
    must(bench.spool.noteIntent(late.id, { state: 'writing' }));
    must(bench.spool.noteIntent(late.id, { state: 'unknown' }));
    expect(must(bench.spool.enqueue(late.id, sampleJob(bench.clock))).state).toBe('queued');
    const over = must(bench.spool.planIntent(sampleIntent()));
    must(bench.spool.noteIntent(over.id, { state: 'not-done' }));
    expect(codeOf(bench.spool.enqueue(over.id, sampleJob(bench.clock)))).toBe('transition-refused');
  });

  it('are leased once', () => {
    const job = bench.queue();
    const leased = must(bench.spool.lease(job.id));
    expect(leased).toMatchObject({ state: 'sending', attempts: 1, fence: 1 });
    expect(codeOf(bench.spool.lease(job.id))).toBe('transition-refused');
  });

  it('are not leased for what was prepared before a change', () => {
    const job = bench.queue();
    must(bench.spool.moveJob(job.id, 'back'));
    expect(codeOf(bench.spool.lease(job.id, { fence: job.fence }))).toBe('lease-lost');
    expect(codeOf(bench.spool.lease(job.id, { printerId: 'front' }))).toBe('lease-lost');
    expect(must(bench.spool.lease(job.id, { fence: 1, printerId: 'back' })).state).toBe('sending');
  });

  it('cannot be changed by a worker whose lease is over', () => {
    const first = sending();
    change(first, { to: 'queued', reason: 'offline', fence: first.fence });
    const second = bench.lease(first);
    expect(codeOf(bench.spool.change(first.id, { to: 'sent', fence: first.fence }))).toBe('lease-lost');
    expect(change(second, { to: 'sent', fence: second.fence }).state).toBe('sent');
  });

  it('keep why and until when they wait', () => {
    const job = bench.queue();
    const retryAt = '2026-11-21T08:00:02.000Z';
    const waiting = change(job, { by: 'worker', to: 'queued', reason: 'media-empty', retryAt, fence: 0 });
    expect(waiting).toMatchObject({ state: 'queued', reason: 'media-empty', retryAt, attempts: 0 });
    expect(change(job, { to: 'queued', retryAt: null })).toMatchObject({ reason: null, retryAt: null });
  });

  it('walk from queued to handed over and are erased there', () => {
    const job = sending();
    change(job, { to: 'confirmed', witness: 'printer', fence: job.fence });
    change(job, { to: 'verified', witness: 'scan' });
    expect(must(bench.spool.payload(job.id)).length).toBeGreaterThan(0);
    const over = change(job, { to: 'handed-over', operator: 'Otto' });
    expect(over).toMatchObject({ state: 'handed-over', witness: 'scan', hasPayload: false });
    expect(codeOf(bench.spool.payload(job.id))).toBe('payload-gone');
    expect(bench.spool.openJobs()).toEqual([]);
    const [last] = bench.spool.auditTrail(1);
    expect(last).toMatchObject({ event: 'job-handed-over', operator: 'Otto', jobId: job.id });
  });

  it('that are unsure become sent by a person, and say so', () => {
    const job = unsure();
    expect(job).toMatchObject({ state: 'unsure', reason: 'vanished' });
    expect(change(job, { to: 'sent', witness: 'person' })).toMatchObject({ witness: 'person', reason: null });
  });

  it('that are unsure print again as copy 2, with a reason', () => {
    const job = unsure();
    expect(codeOf(bench.spool.queueCopy(job.id, ' '))).toBe('transition-refused');
    const again = must(bench.spool.queueCopy(job.id, 'nothing came out', { operator: 'Otto' }));
    expect(again).toMatchObject({ state: 'queued', copy: 2, serial: job.serial, reason: null });
    expect(again.content).toMatchObject({ copy: 2, serial: job.serial });
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({
      event: 'job-queued',
      operator: 'Otto',
      facts: { copy: 2, note: 'nothing came out', from: 'unsure' },
    });
  });

  it('that are unsure can go to another printer as a copy', () => {
    expect(must(bench.spool.queueCopy(unsure().id, 'dead', { printerId: 'back' }))).toMatchObject({
      printerId: 'back',
      copy: 2,
    });
  });

  it('that are unsure settle by a scan of the paper', () => {
    expect(change(unsure(), { to: 'verified', witness: 'scan' })).toMatchObject({ witness: 'scan' });
  });

  it('make no copy once the code has expired or the payload is gone', () => {
    const job = bench.queue({}, {}, hourMs);
    const leased = bench.lease(job);
    change(leased, { to: 'unsure', reason: 'vanished', fence: leased.fence });
    bench.clock.jump(hourMs);
    expect(codeOf(bench.spool.queueCopy(job.id, 'again'))).toBe('code-expired');
    must(bench.spool.expireJobs(bench.clock.now()));
    expect(codeOf(bench.spool.queueCopy(job.id, 'again'))).toBe('payload-gone');
  });

  it('can be moved while no byte has left, and not after', () => {
    const job = bench.queue();
    expect(must(bench.spool.moveJob(job.id, 'back'))).toMatchObject({
      printerId: 'back',
      state: 'queued',
      fence: 1,
    });
    change(job, { to: 'held', reason: 'parked' });
    expect(must(bench.spool.moveJob(job.id, 'front'))).toMatchObject({ printerId: 'front', state: 'queued' });
    bench.lease(job);
    expect(codeOf(bench.spool.moveJob(job.id, 'back'))).toBe('transition-refused');
  });

  it('can be moved by a worker for a stand-by printer, but not out of a person’s hand', () => {
    const job = bench.queue();
    const moved = must(bench.spool.moveJob(job.id, 'back', { by: 'worker', facts: { standBy: true } }));
    expect(moved).toMatchObject({ printerId: 'back', fence: 1 });
    expect(bench.spool.auditTrail(1)[0]?.facts).toMatchObject({
      by: 'worker',
      standBy: true,
      printerId: 'back',
    });
    change(job, { to: 'held', reason: 'parked' });
    expect(codeOf(bench.spool.moveJob(job.id, 'front', { by: 'worker' }))).toBe('transition-refused');
  });

  it.each(['nonsense', '', 'j00000000000', 'i00000000000', "j' OR 1=1 --"])('do not know %j', (id) => {
    expect(bench.spool.job(id)).toBeNull();
    for (const result of [
      bench.spool.lease(id),
      bench.spool.change(id, { to: 'sent' }),
      bench.spool.queueCopy(id, 'x'),
      bench.spool.moveJob(id, 'front'),
      bench.spool.payload(id),
    ]) {
      expect(codeOf(result)).toBe('job-unknown');
    }
  });

  it('change nothing at all when a move is refused', () => {
    const job = sent();
    const trail = bench.spool.auditTrail(1000);
    expect(codeOf(bench.spool.change(job.id, { to: 'queued', reason: 'offline', fence: job.fence }))).toBe(
      'transition-refused',
    );
    expect(codeOf(bench.spool.change(job.id, { to: 'sending', fence: job.fence }))).toBe(
      'transition-refused',
    );
    expect(bench.spool.job(job.id)).toEqual(job);
    expect(bench.spool.auditTrail(1000)).toEqual(trail);
  });

  it('are told to listeners after the fact, one failing listener or not', () => {
    const seen: string[] = [];
    bench.spool.onChange(() => {
      throw new Error('a bug in a listener');
    });
    const stop = bench.spool.onChange((jobId) =>
      seen.push(`${jobId} ${bench.spool.job(jobId)?.state ?? ''}`),
    );
    const job = bench.queue();
    bench.lease(job);
    expect(codeOf(bench.spool.lease(job.id))).toBe('transition-refused');
    stop();
    change(job, { to: 'verified', witness: 'scan' });
    expect(seen).toEqual([`${job.id} queued`, `${job.id} sending`]);
  });

  it('are listed newest first, page by page', () => {
    const ids = Array.from({ length: 7 }, () => bench.queue().id);
    must(bench.spool.change(ids[3] ?? '', { to: 'cancelled' }));
    const first = bench.spool.history(3).map((job) => job.id);
    expect(first).toEqual([ids[6], ids[5], ids[4]]);
    expect(bench.spool.history(10, first[2]).map((job) => job.id)).toEqual([ids[3], ids[2], ids[1], ids[0]]);
    expect(bench.spool.history(10, 'nonsense')).toEqual([]);
    expect(bench.spool.history(0)).toEqual([]);
    expect(bench.spool.history(-1)).toEqual([]);
  });

  it('stand in line by printer, oldest first', () => {
    const front = bench.queue({ holderId: 'holder-1' });
    const back = bench.queue({ holderId: 'holder-2' }, { printerId: 'back' });
    bench.queue({ holderId: 'holder-3' });
    expect(bench.spool.nextQueued('front')?.id).toBe(front.id);
    expect(bench.spool.nextQueued('back')?.id).toBe(back.id);
    expect(bench.spool.nextQueued('none')).toBeNull();
  });
});
