import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/result.ts';
import { toInstant } from '../../../src/shared/ids.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import { prints, takesBytes } from '../../fakes/fake-printers.ts';
import { hourMs, must, sampleJob, samplePayload } from '../../fakes/spool-samples.ts';
import { leaksOf } from './raw-file.ts';
import { WorkerBench } from './worker-bench.ts';

const pin = '73915046820';

describe('the worker with PIN slips', () => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench(['front', 'slips']);
  });
  afterEach(() => bench.end());

  function queueSlip(badge: JobRecord, printerId = 'slips'): JobRecord {
    const { content } = sampleJob(bench.clock);
    const expiresAt = toInstant(bench.clock.now() + 72 * hourMs);
    return must(bench.spool.queueSlip(badge.intentId, { printerId, content: { ...content, expiresAt } }));
  }

  /** What each job put on paper, as the fake badge maker writes it. */
  function pages(): string[] {
    const seen: string[] = [];
    for (const printerId of ['front', 'slips']) {
      bench.printers.script(
        printerId,
        ...Array.from({ length: 9 }, () => (request: Parameters<typeof prints>[0]) => {
          seen.push(`${printerId}: ${new TextDecoder().decode(request.badge.page.bits)}`);
          return prints(request);
        }),
      );
    }
    return seen;
  }

  it('prints slip and badge as two jobs, each with its own secret alone', async () => {
    const seen = pages();
    bench.start();
    const badge = bench.queue({ pin });
    queueSlip(badge);
    await bench.quiet();
    expect(seen.toSorted()).toEqual([
      `front: 1${new TextDecoder().decode(samplePayload())}`,
      `slips: first slip 1 ${pin}`,
    ]);
  });

  it('prints them one after another where one printer makes both', async () => {
    const seen = pages();
    bench.start();
    const badge = bench.queue({ pin });
    queueSlip(badge, 'front');
    await bench.quiet();
    expect(seen).toHaveLength(2);
    expect(seen.filter((page) => page.includes(pin) && page.includes('ms-qrpin'))).toEqual([]);
  });

  it('wipes the PIN and the page once it is done with them, whatever came of it', async () => {
    bench.start();
    const badge = bench.queue({ pin });
    await bench.quiet();
    const scripts = [prints, takesBytes, () => Promise.reject(new Error('a bug in the door'))];
    for (const script of scripts) {
      bench.printers.script('slips', script);
      const slip = queueSlip(badge);
      await bench.quiet();
      const given = bench.badges.given.at(-1);
      expect(given?.length).toBe(pin.length);
      expect(given?.every((byte) => byte === 0)).toBe(true);
      expect(bench.printers.requests.at(-1)?.badge.page.bits.every((byte) => byte === 0)).toBe(true);
      must(bench.spool.dropPin(slip.intentId, 'next'));
      // Each slip needs a PIN that waits.
      must(bench.spool.noteIntent(slip.intentId, { state: 'created', pin }));
    }
  });

  it('holds a slip on which a code was found, and prints nothing', async () => {
    bench.start();
    const badge = bench.queue({ pin });
    await bench.quiet();
    bench.badges.failProve(fail('badge-unreadable', { complaint: 'has-a-code' }).failure);
    const slip = queueSlip(badge);
    await bench.quiet();
    expect(bench.spool.job(slip.id)).toMatchObject({ state: 'held', reason: 'not-readable' });
    expect(bench.printers.papers).toHaveLength(1);
  });

  it('leaves no PIN in any file, at no stage', async () => {
    bench.start();
    const badge = bench.queue({ pin });
    const slip = queueSlip(badge);
    expect(leaksOf(bench.dir, pin)).toEqual([]);
    await bench.quiet();
    expect(leaksOf(bench.dir, pin)).toEqual([]);
    must(bench.spool.change(slip.id, { to: 'handed-over' }));
    must(bench.spool.change(badge.id, { to: 'handed-over' }));
    must(bench.spool.closeIntent(badge.intentId));
    expect(leaksOf(bench.dir, pin)).toEqual([]);
  });

  it('closes a slip nobody came for, at its time', async () => {
    bench.printers.usual = takesBytes;
    bench.start();
    const slip = queueSlip(bench.queue({ pin }));
    await bench.quiet();
    expect(bench.state(slip.id)).toBe('sent');
    await bench.pass(72 * hourMs);
    expect(bench.spool.job(slip.id)).toMatchObject({ state: 'expired', hasPayload: false });
  });
});
