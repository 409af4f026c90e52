import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyDays, keyDays, Upkeep, type UpkeepParts } from '../../../src/main/app/upkeep.ts';
import { fingerprintOf } from '../../../src/main/spool/audit/anchor.ts';
import { hourMs, must, SpoolBench } from '../../fakes/spool-samples.ts';

const dayMs = 24 * hourMs;

describe('upkeep', () => {
  let bench: SpoolBench;
  let lines: { readonly event: string; readonly facts: unknown }[];
  let isClockTrusted: boolean;
  beforeEach(() => {
    bench = new SpoolBench();
    lines = [];
    isClockTrusted = true;
  });
  afterEach(() => bench.dispose());

  function upkeep(change: Partial<UpkeepParts> = {}): Upkeep {
    const note = (event: string, facts?: unknown): void => void lines.push({ event, facts });
    return new Upkeep({
      spool: bench.spool,
      clock: bench.clock,
      log: { info: note, warn: note },
      isClockTrusted: () => isClockTrusted,
      unprintedMs: () => 72 * hourMs,
      ...change,
    });
  }

  const events = (): readonly string[] => lines.map(({ event }) => event);

  /** A badge that was handed over. */
  function finish(holderId: string): void {
    const job = bench.queue({ holderId });
    const leased = bench.lease(job);
    must(bench.spool.change(job.id, { to: 'sent', fence: leased.fence }));
    must(bench.spool.change(job.id, { to: 'handed-over' }));
    must(bench.spool.closeIntent(job.intentId));
  }

  it('notes the newest entry in the log: at start, when it moved, and at the end', () => {
    const kept = upkeep();
    kept.start();
    bench.clock.advance(5 * hourMs);
    expect(events()).toEqual(['audit.anchor']);
    finish('holder-1');
    bench.clock.advance(hourMs);
    must(bench.spool.audit('signed-in', {}));
    kept.stop();
    expect(events()).toEqual(['audit.anchor', 'audit.anchor', 'audit.anchor']);
    const { seq, hash } = bench.spool.auditHead();
    expect(lines.at(-1)?.facts).toEqual({ seq, fingerprint: fingerprintOf(hash) });
    expect(bench.clock.pending).toBe(0);
  });

  it('forgets closed badges after 400 days, and the chain begins where it was cut', () => {
    finish('old');
    bench.clock.advance(historyDays * dayMs - hourMs);
    const kept = upkeep();
    kept.start();
    finish('new');
    expect(bench.spool.history(10)).toHaveLength(2);
    bench.clock.advance(2 * dayMs);
    expect(bench.spool.history(10).map(({ holderId }) => holderId)).toEqual(['new']);
    expect(bench.spool.verifyAudit()).toBeNull();
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({
      event: 'history-pruned',
      facts: { jobs: 1, intents: 1, chainStartsAfter: 8 },
    });
    expect(events()).toContain('spool.pruned');
    kept.stop();
  });

  it('forgets nothing while nobody has vouched for the clock: it may have jumped years ahead', () => {
    finish('mine');
    isClockTrusted = false;
    bench.clock.jump(5000 * dayMs);
    const kept = upkeep();
    kept.start();
    bench.clock.advance(30 * dayMs);
    expect(bench.spool.history(10)).toHaveLength(1);
    bench.clock.jump(-5000 * dayMs);
    isClockTrusted = true;
    bench.clock.advance(2 * dayMs);
    expect(bench.spool.history(10)).toHaveLength(1);
    kept.stop();
  });

  it('goes on with retention after the clock was set back', () => {
    const kept = upkeep();
    kept.start();
    bench.clock.jump(-10 * dayMs);
    finish('old');
    bench.clock.jump((historyDays + 1) * dayMs);
    bench.clock.advance(hourMs);
    expect(bench.spool.history(10)).toEqual([]);
    kept.stop();
  });

  it('wipes a badge that nobody printed in three days, and no other', () => {
    const kept = upkeep();
    kept.start();
    const waiting = bench.queue({ holderId: 'waiting' });
    const parked = bench.queue({ holderId: 'parked' });
    must(bench.spool.change(parked.id, { to: 'held', reason: 'parked' }));
    const printed = bench.queue({ holderId: 'printed' });
    const leased = bench.lease(printed);
    must(bench.spool.change(printed.id, { to: 'sent', fence: leased.fence }));
    const copied = bench.queue({ holderId: 'copied' });
    const first = bench.lease(copied);
    must(bench.spool.change(copied.id, { to: 'unsure', reason: 'vanished', fence: first.fence }));
    must(bench.spool.queueCopy(copied.id, 'nothing came out'));
    bench.clock.advance(72 * hourMs - 1);
    expect(bench.spool.openJobs()).toHaveLength(4);
    bench.clock.advance(hourMs + 1);
    const states = [waiting, parked, printed, copied].map(({ id }) => bench.spool.job(id)?.state);
    expect(states).toEqual(['cancelled', 'cancelled', 'sent', 'queued']);
    expect(bench.spool.job(waiting.id)?.hasPayload).toBe(false);
    // The code works until it is ended, so the operation stays on the list.
    expect(bench.spool.openIntents().map(({ holderId }) => holderId)).toContain('waiting');
    expect(bench.spool.auditTrail(1)[0]?.facts).toMatchObject({ note: 'never-printed', by: 'system' });
    kept.stop();
  });

  it('makes a new data key every 90 days, and what waits still opens', () => {
    const waiting = bench.queue({ pin: '48201593' }, {}, 1000 * dayMs);
    const kept = upkeep({ unprintedMs: () => 1000 * dayMs });
    kept.start();
    bench.clock.advance((keyDays - 1) * dayMs);
    expect(events()).not.toContain('spool.key-renewed');
    bench.clock.advance(2 * dayMs);
    expect(lines).toContainEqual({ event: 'spool.key-renewed', facts: { resealed: 2 } });
    expect(bench.spool.auditTrail(1)[0]?.event).toBe('seal-rotated');
    kept.stop();
    const again = bench.reopen();
    expect(must(again.payload(waiting.id)).length).toBeGreaterThan(0);
    expect(must(again.pin(waiting.intentId))).toBe('48201593');
  });

  it('makes no key where none is kept, and none in place of one that does not open', () => {
    bench.reopen({ keyWrap: null });
    const inMemory = upkeep();
    inMemory.start();
    bench.clock.advance(200 * dayMs);
    inMemory.stop();
    expect(events()).not.toContain('spool.key-renewed');
  });

  it('outlives a ledger that cannot be read, and tries again', () => {
    let isBroken = true;
    const spool: UpkeepParts['spool'] = {
      sealState: 'kept',
      keyMadeMs: () => bench.spool.keyMadeMs(),
      prune: (beforeMs) => bench.spool.prune(beforeMs),
      wipeUnprinted: (beforeMs) => bench.spool.wipeUnprinted(beforeMs),
      rotateKey: () => bench.spool.rotateKey(),
      auditHead: () => {
        if (isBroken) throw new Error('the disk is away');
        return bench.spool.auditHead();
      },
    };
    const kept = upkeep({ spool });
    kept.start();
    expect(lines).toContainEqual({ event: 'spool.upkeep-failed', facts: { what: 'anchor', error: 'Error' } });
    isBroken = false;
    bench.clock.advance(hourMs);
    expect(events()).toContain('audit.anchor');
    kept.stop();
  });

  it('does nothing once it was stopped, also when the start comes late', () => {
    const kept = upkeep();
    kept.stop();
    kept.start();
    expect(bench.clock.pending).toBe(0);
  });
});
