import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyWrap, Spool } from '../../../src/main/spool/types.ts';
import { FakeKeyWrap } from '../../fakes/key-wrap.ts';
import {
  codeOf,
  must,
  sampleIntent,
  sampleJob,
  samplePayload,
  SpoolBench,
} from '../../fakes/spool-samples.ts';
import { tamper } from './raw-file.ts';

describe('sealed secrets', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  const payloadOf = (spool: Spool, jobId: string): string =>
    new TextDecoder().decode(must(spool.payload(jobId)));
  const sample = new TextDecoder().decode(samplePayload());

  it('outlive the run when a key store wraps the key', () => {
    const job = bench.queue({ pin: '48201593' });
    expect(bench.spool.keepsSecrets).toBe(true);
    const spool = bench.reopen();
    expect(must(spool.recover())).toEqual([]);
    expect(payloadOf(spool, job.id)).toBe(sample);
    expect(must(spool.pin(job.intentId))).toBe('48201593');
    expect(spool.job(job.id)).toEqual(job);
  });

  it('do not open in another row', () => {
    const one = bench.queue({ holderId: 'holder-1', pin: '48201593' }, { codeId: 'code-1' });
    const two = bench.queue({ holderId: 'holder-2', pin: '59310482' }, { codeId: 'code-2' });
    bench.spool.close();
    tamper(
      bench.file,
      'CREATE TEMP TABLE was AS SELECT id, payload AS piece FROM jobs UNION ALL SELECT id, pin FROM intents',
      `UPDATE jobs SET payload =
        (SELECT piece FROM was WHERE was.id IN (SELECT id FROM jobs) AND was.id <> jobs.id)`,
      `UPDATE intents SET pin =
        (SELECT piece FROM was WHERE was.id IN (SELECT id FROM intents) AND was.id <> intents.id)`,
      'SELECT 1',
    );
    const spool = bench.reopen();
    for (const job of [one, two]) {
      expect(codeOf(spool.payload(job.id))).toBe('seal-broken');
      expect(codeOf(spool.pin(job.intentId))).toBe('seal-broken');
    }
  });

  it('do not open as another kind', () => {
    const job = bench.queue({ pin: '48201593' });
    bench.spool.close();
    tamper(bench.file, 'UPDATE jobs SET payload = (SELECT pin FROM intents)', 'SELECT 1');
    expect(codeOf(bench.reopen().payload(job.id))).toBe('seal-broken');
  });
});

describe('without a key store', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
    must(bench.open({ keyWrap: null }));
  });
  afterEach(() => bench.dispose());

  it('secrets work for this run, and the spool says that they are not kept', () => {
    const job = bench.queue({ pin: '48201593' });
    expect(bench.spool).toMatchObject({ keepsSecrets: false, sealState: 'memory' });
    expect(must(bench.spool.payload(job.id)).length).toBe(samplePayload().length);
    expect(must(bench.spool.pin(job.intentId))).toBe('48201593');
  });

  it('the next run says which badges are lost, and holds what it can no longer print', () => {
    const queued = bench.queue({ holderId: 'holder-1', pin: '48201593' });
    const sent = bench.lease(bench.queue({ holderId: 'holder-2' }));
    must(bench.spool.change(sent.id, { to: 'sent', fence: sent.fence }));
    const sending = bench.lease(bench.queue({ holderId: 'holder-3' }));
    const spool = bench.reopen({ keyWrap: null });
    const changed = must(spool.recover());
    expect(changed.map((job) => [job.id, job.state, job.reason])).toEqual([
      [queued.id, 'held', 'seal-lost'],
      [sending.id, 'unsure', 'interrupted'],
    ]);
    expect(spool.openJobs().every((job) => !job.hasPayload)).toBe(true);
    expect(spool.intent(queued.intentId)?.hasPin).toBe(false);
    const events = spool.auditTrail(20).map((entry) => entry.event);
    expect(events.filter((event) => event === 'payload-lost')).toHaveLength(3);
    expect(events).toContain('pin-lost');
    // What was printed can still be handed over; what was not can only be replaced.
    expect(must(spool.change(sent.id, { to: 'handed-over' })).state).toBe('handed-over');
    expect(must(spool.change(sending.id, { to: 'sent', witness: 'person' })).state).toBe('sent');
    expect(codeOf(spool.queueCopy(sending.id, 'nothing came out'))).toBe('payload-gone');
  });

  it('a released badge without payload is not leased', () => {
    const job = bench.queue();
    const spool = bench.reopen({ keyWrap: null });
    must(spool.recover());
    must(spool.change(job.id, { to: 'queued' }));
    expect(codeOf(spool.lease(job.id))).toBe('payload-gone');
  });

  it('nothing unreadable is left in the file after the next start', () => {
    bench.queue({ pin: '48201593' });
    must(bench.reopen({ keyWrap: null }).recover());
    bench.spool.close();
    const rows = tamper(
      bench.file,
      `SELECT (SELECT count(*) FROM jobs WHERE payload IS NOT NULL) AS jobs,
        (SELECT count(*) FROM intents WHERE pin IS NOT NULL) AS pins, (SELECT count(*) FROM seal_keys) AS keys`,
    );
    expect(rows).toEqual([{ jobs: 0, pins: 0, keys: 1 }]);
  });

  it('is the same as with one that cannot wrap', () => {
    bench.spool.close();
    bench.keyWrap.lock();
    expect(bench.reopen()).toMatchObject({ keepsSecrets: false, sealState: 'memory' });
  });
});

describe('a key that does not open', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  /** A wrap that gives back another key, as a restored backup of another machine might. */
  class WrongKey implements KeyWrap {
    readonly name = 'wrong';
    wrap(key: Uint8Array): Uint8Array {
      return Uint8Array.from(key);
    }
    unwrap(): Uint8Array {
      return new Uint8Array(32).fill(7);
    }
  }
  class ShortKey extends WrongKey {
    override unwrap(): Uint8Array {
      return new Uint8Array(16);
    }
  }

  const broken: readonly (readonly [string, (wrap: FakeKeyWrap) => KeyWrap])[] = [
    ['the key store is locked', (wrap) => (wrap.lock(), wrap)],
    ['another user wrapped it', () => new FakeKeyWrap(0x33)],
    ['it unwraps to another key', () => new WrongKey()],
    ['it unwraps to something short', () => new ShortKey()],
  ];

  it.each(broken)('leaves the ledger readable and makes no new key: %s', (_, wrapOf) => {
    const job = bench.queue({ pin: '48201593' });
    const spool = bench.reopen({ keyWrap: wrapOf(bench.keyWrap) });
    expect(spool).toMatchObject({ keepsSecrets: false, sealState: 'broken' });
    expect(spool.job(job.id)).toMatchObject({ state: 'queued', hasPayload: false });
    expect(codeOf(spool.payload(job.id))).toBe('seal-broken');
    expect(codeOf(spool.pin(job.intentId))).toBe('seal-broken');
    expect(codeOf(spool.planIntent(sampleIntent({ pin: '48201593' })))).toBe('seal-broken');
    const intent = must(spool.planIntent(sampleIntent({ operation: 'replace' })));
    must(spool.noteIntent(intent.id, { state: 'writing' }));
    expect(codeOf(spool.enqueue(intent.id, sampleJob(bench.clock)))).toBe('seal-broken');
    expect(codeOf(spool.rotateKey())).toBe('seal-broken');
    expect(must(spool.recover())[0]).toMatchObject({ id: job.id, state: 'held', reason: 'seal-lost' });
  });

  it('gives everything back when it opens again', () => {
    const job = bench.queue({ pin: '48201593' });
    bench.keyWrap.lock();
    must(bench.reopen().recover());
    bench.keyWrap.unlock();
    const spool = bench.reopen();
    expect(must(spool.recover())[0]).toMatchObject({
      id: job.id,
      state: 'queued',
      reason: null,
      hasPayload: true,
    });
    expect(must(spool.pin(job.intentId))).toBe('48201593');
  });

  it('can be left for a new one, after a person agreed; the old one stays beside it', () => {
    const old = bench.queue({ holderId: 'holder-1' });
    const wrap = new FakeKeyWrap(0x33);
    const spool = bench.reopen({ keyWrap: wrap });
    expect(must(spool.renewSeal()).map((job) => [job.id, job.reason])).toEqual([[old.id, 'seal-lost']]);
    expect(spool.sealState).toBe('kept');
    const fresh = bench.queue({ holderId: 'holder-2' });
    expect(must(bench.reopen({ keyWrap: wrap }).payload(fresh.id)).length).toBeGreaterThan(0);
    expect(codeOf(bench.spool.payload(old.id))).toBe('seal-broken');
    expect(must(bench.spool.renewSeal())).toEqual([]);
    expect(bench.spool.verifyAudit()).toBeNull();
  });

  it('does not count when a key store is gone altogether: new secrets live for the run, old ones wait', () => {
    const old = bench.queue({ holderId: 'holder-1' });
    const spool = bench.reopen({ keyWrap: null });
    expect(spool.sealState).toBe('memory');
    expect(must(spool.recover())[0]).toMatchObject({ id: old.id, reason: 'seal-lost' });
    const back = bench.reopen();
    expect(must(back.recover())[0]).toMatchObject({ id: old.id, state: 'queued' });
  });
});

describe('a new data key', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  const keyRows = (): readonly unknown[] => {
    bench.spool.close();
    const rows = tamper(bench.file, 'SELECT id FROM seal_keys');
    bench.reopen();
    return rows;
  };

  it('takes over every open secret, and the old key is forgotten', () => {
    const job = bench.queue({ holderId: 'holder-1', pin: '48201593' });
    const done = bench.queue({ holderId: 'holder-2' });
    must(bench.spool.change(done.id, { to: 'cancelled' }));
    expect(must(bench.spool.rotateKey())).toBe(2);
    expect(bench.spool.verifyAudit()).toBeNull();
    expect(keyRows()).toEqual([{ id: 2 }]);
    expect(must(bench.spool.payload(job.id)).length).toBe(samplePayload().length);
    expect(must(bench.spool.pin(job.intentId))).toBe('48201593');
  });

  it('changes nothing when one secret does not open', () => {
    const whole = bench.queue({ holderId: 'holder-1' }, { codeId: 'code-1' });
    const bad = bench.queue({ holderId: 'holder-2' }, { codeId: 'code-2' });
    bench.spool.close();
    tamper(bench.file, "UPDATE jobs SET payload = zeroblob(80) WHERE code_id = 'code-2'", 'SELECT 1');
    bench.reopen();
    expect(codeOf(bench.spool.rotateKey())).toBe('seal-broken');
    expect(codeOf(bench.spool.payload(bad.id))).toBe('seal-broken');
    expect(must(bench.spool.payload(whole.id)).length).toBeGreaterThan(0);
    const later = bench.queue({ holderId: 'holder-3' }, { codeId: 'code-3' });
    expect(keyRows()).toEqual([{ id: 1 }]);
    for (const job of [whole, later]) expect(must(bench.spool.payload(job.id)).length).toBeGreaterThan(0);
  });

  it('moves secrets that lived in memory into the key store once there is one', () => {
    must(bench.open({ keyWrap: null }));
    bench.queue();
    const spool = bench.reopen();
    expect(spool.sealState).toBe('kept');
  });
});
