import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../../../src/main/issuing/desk.ts';
import { judgeScan } from '../../../src/main/spool/verify.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import { codeOf, must, quickFolder, samplePayload, SpoolBench } from '../../fakes/spool-samples.ts';

let bench: SpoolBench;
let desk: Desk;

beforeEach(() => {
  bench = new SpoolBench(quickFolder());
  desk = new Desk(bench.spool, judgeScan, () => 'Otto Operator');
});
afterEach(() => bench.dispose());

/** A job that the worker brought to `sending` and then to the state given. */
function jobIn(state: 'sent' | 'confirmed' | 'unsure'): JobRecord {
  const leased = bench.lease(bench.queue());
  const reason = state === 'unsure' ? 'vanished' : null;
  const witness = state === 'confirmed' ? 'printer' : 'none';
  return must(bench.spool.change(leased.id, { to: state, reason, witness, fence: leased.fence }));
}

describe('the answer to "Did a badge come out?"', () => {
  it('makes a person the witness of a yes', () => {
    const job = jobIn('unsure');
    expect(must(desk.answer(job.id, 'yes', ''))).toMatchObject({ state: 'sent', witness: 'person', copy: 1 });
  });

  it.each(['unsure', 'sent', 'confirmed'] as const)(
    'queues an accounted second copy for a no from %s',
    (state) => {
      const job = jobIn(state);
      expect(must(desk.answer(job.id, 'no', ''))).toMatchObject({
        state: 'queued',
        copy: 2,
        hasPayload: true,
      });
      const told = bench.spool
        .auditTrail(5)
        .some((entry) => JSON.stringify(entry.facts).includes('no badge came out'));
      expect(told).toBe(true);
    },
  );

  it('changes nothing for "cannot tell", and records it', () => {
    const job = jobIn('unsure');
    expect(must(desk.answer(job.id, 'cannot-tell', 'behind the desk'))).toMatchObject({ state: 'unsure' });
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({ event: 'badge-not-seen', jobId: job.id });
  });

  it.each(['yes', 'cannot-tell'] as const)('takes a %s only where the question was open', (answer) => {
    expect(codeOf(desk.answer(jobIn('sent').id, answer, ''))).toBe('transition-refused');
  });

  it('refuses a no while nothing was sent, and a job nobody knows', () => {
    expect(codeOf(desk.answer(bench.queue().id, 'no', ''))).toBe('transition-refused');
    expect(codeOf(desk.answer('j00000000000', 'no', ''))).toBe('job-unknown');
  });
});

describe('verify', () => {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

  it('takes a matching scan as the witness', () => {
    const { verdict, job } = must(desk.verify(jobIn('sent').id, text(samplePayload())));
    expect({ verdict, state: job.state, witness: job.witness }).toEqual({
      verdict: 'match',
      state: 'verified',
      witness: 'scan',
    });
  });

  it.each([
    ['another-holder', text(samplePayload('code-9', 'other@contoso.example'))],
    ['older-badge', text(samplePayload('code-0'))],
    ['not-a-code', 'https://example.com'],
    ['unreadable', ''],
  ])('says %s, changes nothing and keeps the scan out of the record', (verdict, scanned) => {
    const seen = must(desk.verify(jobIn('sent').id, scanned));
    expect(seen).toMatchObject({ verdict, job: { state: 'sent', witness: 'none' } });
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({ event: 'scan-did-not-match', facts: { verdict } });
    if (scanned !== '') expect(JSON.stringify(bench.spool.auditTrail(50))).not.toContain(scanned);
  });
});

describe('verify by camera', () => {
  it('takes the very bytes, also where they are no text', () => {
    const bytes = samplePayload();
    expect(must(desk.verify(jobIn('sent').id, Uint8Array.from(bytes)))).toMatchObject({ verdict: 'match' });
  });

  it.each([
    ['keyboard', 'https://example.com'],
    ['camera', new TextEncoder().encode('https://example.com')],
  ])('records that it was the %s', (by, scanned) => {
    must(desk.verify(jobIn('sent').id, scanned));
    expect(bench.spool.auditTrail(1)[0]).toMatchObject({ facts: { verdict: 'not-a-code', by } });
  });
});

describe('release and cancel', () => {
  it('lets a held badge try again and erases a cancelled one', () => {
    const job = bench.queue();
    must(bench.spool.change(job.id, { to: 'held', reason: 'parked', by: 'person' }));
    expect(must(desk.release(job.id))).toMatchObject({ state: 'queued', reason: null });
    expect(must(desk.cancel(job.id, 'wrong person'))).toMatchObject({
      state: 'cancelled',
      hasPayload: false,
    });
    expect(codeOf(desk.release(job.id))).toBe('transition-refused');
  });
});
