import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveBadge, type MoveParts } from '../../../src/main/issuing/move-badge.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { FakePrinters } from '../../fakes/fake-printers.ts';
import { codeOf, must, quickFolder, SpoolBench } from '../../fakes/spool-samples.ts';

let bench: SpoolBench;
let fits: Result<void>;
/** Happens while the badge is being made for the other printer. */
let meanwhile: () => void;
beforeEach(() => {
  bench = new SpoolBench(quickFolder());
  fits = ok(undefined);
  meanwhile = () => undefined;
});
afterEach(() => bench.dispose());

const move = (job: JobRecord, printerId = 'back', note = '') => {
  const parts: MoveParts = {
    spool: bench.spool,
    printers: new FakePrinters(['front', 'back']),
    fitsOn: () => {
      meanwhile();
      return Promise.resolve(fits);
    },
    operatorName: () => 'Otto Operator',
  };
  return moveBadge(parts, job.id, printerId, note);
};

function jobIn(state: 'sent' | 'confirmed' | 'unsure' | 'held' | 'queued'): JobRecord {
  const job = bench.queue();
  if (state === 'queued') return job;
  if (state === 'held')
    return must(bench.spool.change(job.id, { to: 'held', reason: 'parked', by: 'person' }));
  const leased = bench.lease(job);
  const reason = state === 'unsure' ? 'vanished' : null;
  const witness = state === 'confirmed' ? 'printer' : 'none';
  return must(bench.spool.change(leased.id, { to: state, reason, witness, fence: leased.fence }));
}

describe('a person sends a badge to another printer', () => {
  it.each(['queued', 'held'] as const)('that is %s: it moves, and is no second copy', async (state) => {
    const job = jobIn(state);
    expect(must(await move(job))).toMatchObject({ printerId: 'back', state: 'queued', copy: 1 });
    const [entry] = bench.spool.auditTrail(1);
    expect(entry).toMatchObject({ operator: 'Otto Operator', facts: { movedFrom: 'front', by: 'person' } });
  });

  it('that is unsure: it is a second copy, with the reason in the record', async () => {
    const job = jobIn('unsure');
    expect(must(await move(job, 'back', 'operator-saw-no-badge'))).toMatchObject({
      printerId: 'back',
      state: 'queued',
      copy: 2,
    });
    expect(bench.spool.auditTrail(1)[0]?.facts).toMatchObject({
      note: 'operator-saw-no-badge',
      movedFrom: 'front',
      copy: 2,
    });
  });

  it.each(['sent', 'confirmed'] as const)('that is %s: refused, for paper exists', async (state) => {
    const job = jobIn(state);
    expect(codeOf(await move(job))).toBe('transition-refused');
    expect(bench.spool.job(job.id)).toMatchObject({ state, printerId: 'front', copy: 1 });
  });

  it('is refused where the badge does not fit, and waits where it was', async () => {
    fits = fail('symbol-does-not-fit');
    const job = jobIn('queued');
    expect(codeOf(await move(job))).toBe('symbol-does-not-fit');
    expect(bench.spool.job(job.id)).toEqual(job);
  });

  it.each([
    ['an unknown printer', 'nowhere', 'printer-unknown'],
    ['the printer it is at', 'front', 'transition-refused'],
  ])('is refused for %s', async (_, printerId, code) => {
    const job = jobIn('queued');
    expect(codeOf(await move(job, printerId))).toBe(code);
    expect(bench.spool.job(job.id)).toEqual(job);
  });

  it('does not pull away a badge that began to print in the meantime', async () => {
    const job = jobIn('queued');
    meanwhile = () => void bench.lease(job);
    expect(codeOf(await move(job))).toBe('lease-lost');
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'sending', printerId: 'front' });
  });

  it('makes no second copy of a badge that somebody scanned in the meantime', async () => {
    const job = jobIn('unsure');
    meanwhile = () => void must(bench.spool.change(job.id, { to: 'verified', witness: 'scan' }));
    const moved = await move(job);
    expect(moved.ok).toBe(false);
    expect(bench.spool.job(job.id)).toMatchObject({ state: 'verified', copy: 1 });
  });

  it('does nothing for a badge that is not there', async () => {
    expect(codeOf(await move({ ...jobIn('queued'), id: 'j00000000000' }))).toBe('job-unknown');
  });
});
