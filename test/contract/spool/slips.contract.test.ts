import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intent, JobChange, JobRecord, NewSlip } from '../../../src/main/spool/types.ts';
import { toInstant } from '../../../src/shared/ids.ts';
import { codeOf, hourMs, must, sampleIntent, sampleJob, type SpoolBench } from '../../fakes/spool-samples.ts';
import { eventsOf, stores } from './stores.ts';

const pin = '48201593';

/** SECURITY: pin-apart (docs/security.md): PIN and code are two jobs, and neither is given out as the other. */
describe.each(stores)('PIN slips in %s', (_, make) => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = make();
  });
  afterEach(() => bench.dispose());

  const slipFor = (livesMs = 72 * hourMs): NewSlip => {
    const { content } = sampleJob(bench.clock);
    return {
      printerId: 'slips',
      content: { ...content, expiresAt: toInstant(bench.clock.now() + livesMs) },
    };
  };
  /** A badge that came out and a PIN that waits. */
  const waiting = (): JobRecord => bench.queue({ pin });
  const printed = (slip: JobRecord, change: Partial<JobChange> = {}): JobRecord => {
    const { fence } = bench.lease(slip);
    return must(bench.spool.change(slip.id, { to: 'sent', fence, ...change }));
  };
  const queueSlip = (intentId: string, livesMs?: number): JobRecord =>
    must(bench.spool.queueSlip(intentId, slipFor(livesMs), 'Otto Operator'));
  const intentOf = (job: JobRecord): Intent | null => bench.spool.intent(job.intentId);

  it('are jobs of their own beside the badge', () => {
    const badge = waiting();
    const slip = queueSlip(badge.intentId);
    expect(slip).toMatchObject({
      paper: 'pin-slip',
      state: 'queued',
      copy: 1,
      codeId: '',
      printerId: 'slips',
      intentId: badge.intentId,
      hasPayload: true,
    });
    expect(badge.paper).toBe('badge');
    expect(slip.id).not.toBe(badge.id);
    expect(slip.serial).not.toBe(badge.serial);
    expect(bench.spool.job(slip.id)).toEqual(slip);
    expect(bench.spool.jobsOfIntent(badge.intentId)).toEqual([badge, slip]);
    expect(bench.spool.nextQueued('slips')?.id).toBe(slip.id);
    expect(eventsOf(bench.spool).slice(-1)).toEqual(['slip-queued']);
  });

  it('give out the PIN for drawing, and keep it with the operation', () => {
    const badge = waiting();
    const slip = queueSlip(badge.intentId);
    const first = must(bench.spool.slipPin(slip.id));
    expect(Buffer.from(first).toString()).toBe(pin);
    first.fill(0);
    expect(Buffer.from(must(bench.spool.slipPin(slip.id))).toString()).toBe(pin);
    expect(intentOf(badge)?.hasPin).toBe(true);
    expect(must(bench.spool.pin(badge.intentId))).toBe(pin);
  });

  it('never give a PIN out as a payload, or a payload as a PIN', () => {
    const badge = waiting();
    const slip = queueSlip(badge.intentId);
    expect(codeOf(bench.spool.payload(slip.id))).toBe('transition-refused');
    expect(codeOf(bench.spool.slipPin(badge.id))).toBe('transition-refused');
    expect(codeOf(bench.spool.slipPin('j-unknown'))).toBe('job-unknown');
  });

  it('are one at a time: a second paper with the same PIN is a decision about the first', () => {
    const badge = waiting();
    const slip = queueSlip(badge.intentId);
    expect(codeOf(bench.spool.queueSlip(badge.intentId, slipFor()))).toBe('transition-refused');
    printed(slip);
    expect(codeOf(bench.spool.queueSlip(badge.intentId, slipFor()))).toBe('transition-refused');
    must(bench.spool.change(slip.id, { to: 'handed-over' }));
    expect(queueSlip(badge.intentId).id).not.toBe(slip.id);
  });

  it.each([
    ['an operation without a PIN', (): string => bench.queue().intentId, 'pin-gone'],
    ['an operation nobody knows', (): string => 'i-unknown', 'intent-unknown'],
    [
      'an operation that is closed',
      (): string => {
        const intent = must(bench.spool.planIntent(sampleIntent({ pin })));
        return must(bench.spool.closeIntent(intent.id)).id;
      },
      'transition-refused',
    ],
  ] as const)('are refused for %s', (_name, intentId, code) => {
    expect(codeOf(bench.spool.queueSlip(intentId(), slipFor()))).toBe(code);
    expect(bench.spool.openJobs().filter(({ paper }) => paper === 'pin-slip')).toEqual([]);
  });

  it('are refused with an expiry that is no date', () => {
    const slip = slipFor();
    const wrong = { ...slip, content: { ...slip.content, expiresAt: 'soon' } };
    expect(codeOf(bench.spool.queueSlip(waiting().intentId, wrong))).toBe('payload-invalid');
  });

  it.each([
    ['cancelled', (slip: JobRecord) => must(bench.spool.change(slip.id, { to: 'cancelled' }))],
    [
      'handed over',
      (slip: JobRecord) => {
        printed(slip);
        must(bench.spool.change(slip.id, { to: 'handed-over' }));
      },
    ],
    [
      'expired',
      () => {
        bench.clock.advance(73 * hourMs);
        must(bench.spool.expireJobs(bench.clock.now()));
      },
    ],
    ['replaced by another PIN', (slip: JobRecord) => must(bench.spool.dropPin(slip.intentId, 'new-pin'))],
  ] as const)('are erased once they are %s', (_name, end) => {
    const slip = queueSlip(waiting().intentId);
    end(slip);
    expect(bench.spool.job(slip.id)?.hasPayload).toBe(false);
    expect(codeOf(bench.spool.slipPin(slip.id))).toBe('payload-gone');
  });

  it.each(['queued', 'sending', 'sent', 'unsure', 'held'] as const)(
    'end with the PIN they carry, also while they are %s',
    (state) => {
      const slip = queueSlip(waiting().intentId);
      const { fence } = state === 'queued' || state === 'held' ? slip : bench.lease(slip);
      if (state === 'sent') must(bench.spool.change(slip.id, { to: 'sent', fence }));
      if (state === 'unsure') must(bench.spool.change(slip.id, { to: 'unsure', reason: 'stalled', fence }));
      if (state === 'held') must(bench.spool.change(slip.id, { to: 'held', reason: 'parked', fence }));
      must(bench.spool.dropPin(slip.intentId, 'new-pin'));
      expect(bench.spool.job(slip.id)).toMatchObject({ state: 'replaced', hasPayload: false });
      expect(bench.spool.intent(slip.intentId)?.hasPin).toBe(false);
      // A printer that was slow to answer changes nothing any more.
      expect(codeOf(bench.spool.change(slip.id, { to: 'confirmed', witness: 'printer', fence }))).toBe(
        'lease-lost',
      );
    },
  );

  it.each([
    ['new-pin', true],
    ['remove', true],
    ['replace', false],
    ['temporary', false],
  ] as const)('wait while a later %s may have ended their PIN: %s', (operation, waits) => {
    const slip = queueSlip(waiting().intentId);
    const later = must(bench.spool.planIntent(sampleIntent({ operation })));
    must(bench.spool.noteIntent(later.id, { state: 'writing' }));
    expect(bench.spool.nextQueued('slips') === null).toBe(waits);
    expect(bench.spool.lease(slip.id).ok).toBe(!waits);
  });

  it('stay when the badge’s code is replaced: the PIN is kept', () => {
    const badge = waiting();
    const slip = queueSlip(badge.intentId);
    must(bench.spool.retireJobs('holder-1', 'standard', 'replaced', 'replace'));
    expect(bench.spool.job(badge.id)?.state).toBe('replaced');
    expect(bench.spool.job(slip.id)?.state).toBe('queued');
  });

  it('keep their operation open until they are closed', () => {
    const badge = waiting();
    const slip = queueSlip(badge.intentId);
    must(bench.spool.change(badge.id, { to: 'cancelled' }));
    expect(codeOf(bench.spool.closeIntent(badge.intentId))).toBe('transition-refused');
    must(bench.spool.change(slip.id, { to: 'cancelled' }));
    must(bench.spool.closeIntent(badge.intentId));
  });

  it('are unsure after a crash while bytes were leaving, and print a second copy on a person’s word alone', () => {
    const slip = queueSlip(waiting().intentId);
    const { fence } = bench.lease(slip);
    must(bench.spool.recover());
    expect(bench.spool.job(slip.id)).toMatchObject({ state: 'unsure', reason: 'interrupted' });
    expect(codeOf(bench.spool.change(slip.id, { to: 'queued', reason: 'offline', fence }))).toBe(
      'lease-lost',
    );
    const second = must(bench.spool.queueCopy(slip.id, 'operator-saw-no-slip'));
    expect(second).toMatchObject({ state: 'queued', copy: 2 });
    expect(second.content.copy).toBe(2);
  });

  it('open under a new key after a rotation', () => {
    const slip = queueSlip(waiting().intentId);
    expect(must(bench.spool.rotateKey())).toBe(3);
    expect(Buffer.from(must(bench.spool.slipPin(slip.id))).toString()).toBe(pin);
  });

  it('leave a trail that holds together and names no PIN', () => {
    const badge = waiting();
    const slip = queueSlip(badge.intentId);
    printed(slip);
    must(bench.spool.change(slip.id, { to: 'handed-over' }));
    expect(bench.spool.verifyAudit()).toBeNull();
    const events = eventsOf(bench.spool).filter((event) => event.startsWith('slip-'));
    expect(events).toEqual(['slip-queued', 'slip-sending', 'slip-sent', 'slip-handed-over']);
    expect([...bench.spool.exportAudit('json')].join('')).not.toContain(pin);
  });
});
