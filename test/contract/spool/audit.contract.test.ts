import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChainStart, verifyChain } from '../../../src/main/spool/audit/chain.ts';
import type { AuditEntry } from '../../../src/main/spool/types.ts';
import { hourMs, must, type SpoolBench } from '../../fakes/spool-samples.ts';
import { stores } from './stores.ts';

describe.each(stores)('the audit trail in %s', (_, make) => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = make();
  });
  afterEach(() => bench.dispose());

  /** Walks one badge from plan to hand-over. */
  function finish(): void {
    const job = bench.queue({ pin: '48201593' });
    const leased = bench.lease(job);
    must(bench.spool.change(job.id, { to: 'confirmed', witness: 'printer', fence: leased.fence }));
    must(bench.spool.change(job.id, { to: 'handed-over' }));
    must(bench.spool.closeIntent(job.intentId, { handedOver: true }));
  }

  it('is whole after everything that happens to a badge', () => {
    finish();
    finish();
    expect(bench.spool.verifyAudit()).toBeNull();
    const trail = bench.spool.auditTrail(1000);
    expect(trail.map((entry) => entry.seq)).toEqual(trail.map((_entry, at) => trail.length - at));
    expect(verifyChain([...trail].reverse(), { seq: 0, hash: '0'.repeat(64) })).toBeNull();
  });

  it('takes entries that belong to no job, and links those that do', () => {
    const job = bench.queue();
    must(bench.spool.audit('signed-in', { account: 'otto@contoso.example' }, { operator: 'Otto' }));
    must(bench.spool.audit('badge-not-seen', { note: 'gone' }, { jobId: job.id, intentId: job.intentId }));
    const [seen, signedIn] = bench.spool.auditTrail(2);
    expect(signedIn).toMatchObject({ event: 'signed-in', operator: 'Otto', jobId: null, intentId: null });
    expect(seen).toMatchObject({ jobId: job.id, intentId: job.intentId, facts: { note: 'gone' } });
    expect(bench.spool.verifyAudit()).toBeNull();
  });

  it('keeps an entry whose link is none of ours', () => {
    must(bench.spool.audit('odd', {}, { jobId: '../../x', intentId: 'nothing' }));
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({ event: 'odd', jobId: null, intentId: null });
  });

  it('carries the request ids of Graph', () => {
    const clientRequestId = '12345678-1234-4123-8123-123456789012';
    const job = bench.queue();
    must(bench.spool.audit('graph-write', { clientRequestId, status: 201 }, { jobId: job.id }));
    expect(bench.spool.auditTrail(1)[0]?.facts).toEqual({ clientRequestId, status: 201 });
  });

  it.each([0, -5, Number.NaN])('gives nothing for a limit of %s', (limit) => {
    expect(bench.spool.auditTrail(limit)).toEqual([]);
  });

  it('holds neither PIN nor payload, whatever is thrown at it', () => {
    finish();
    must(bench.spool.audit('odd', { pin: '48201593', note: 'PIN 48201593', payload: 'ms-qrpin:v1|a@b|c|d' }));
    const text = [...bench.spool.exportAudit('json'), ...bench.spool.exportAudit('csv')].join('');
    expect(text).not.toContain('48201593');
    expect(text).not.toContain('ms-qrpin');
    expect(text).not.toContain('cGF5bG9hZC1rZXk');
  });

  it('exports what can be verified by itself', () => {
    finish();
    const text = [...bench.spool.exportAudit('json')].join('');
    const parsed = JSON.parse(text) as { start: ChainStart; head: ChainStart; entries: AuditEntry[] };
    expect(verifyChain(parsed.entries, parsed.start)).toBeNull();
    expect(parsed.head).toEqual({ seq: parsed.entries.length, hash: parsed.entries.at(-1)?.hash });
    const csv = [...bench.spool.exportAudit('csv')].join('');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(parsed.entries.length + 1);
  });

  it('is cut at its old end by retention and stays whole', () => {
    finish();
    const open = bench.queue({ holderId: 'holder-2' });
    bench.clock.advance(1000 * hourMs);
    finish();
    const before = bench.spool.auditTrail(1000).length;
    const report = must(bench.spool.prune(bench.clock.now() - hourMs));
    expect(report).toMatchObject({ jobs: 1, intents: 1 });
    expect(report.auditEntries).toBeGreaterThan(5);
    expect(bench.spool.verifyAudit()).toBeNull();
    const trail = bench.spool.auditTrail(1000);
    expect(trail).toHaveLength(before - report.auditEntries + 1);
    expect(trail[0]).toMatchObject({ event: 'history-pruned', facts: { jobs: 1, intents: 1 } });
    // What is still open outlives any retention.
    expect(bench.spool.job(open.id)).not.toBeNull();
    expect(bench.spool.intent(open.intentId)).not.toBeNull();
    expect(bench.spool.history(10)).toHaveLength(2);
  });

  it('is left alone by a retention that finds nothing', () => {
    finish();
    const trail = bench.spool.auditTrail(1000);
    expect(must(bench.spool.prune(0))).toEqual({ jobs: 0, intents: 0, auditEntries: 0 });
    expect(must(bench.spool.prune(Number.NaN))).toEqual({ jobs: 0, intents: 0, auditEntries: 0 });
    expect(bench.spool.auditTrail(1000)).toEqual(trail);
  });

  it('can be cut again and again, down to nothing but the cut', () => {
    for (let round = 0; round < 3; round += 1) {
      finish();
      bench.clock.advance(hourMs);
      must(bench.spool.prune(bench.clock.now()));
      expect(bench.spool.verifyAudit()).toBeNull();
      expect(bench.spool.auditTrail(10).map((entry) => entry.event)).toEqual(['history-pruned']);
    }
  });
});
