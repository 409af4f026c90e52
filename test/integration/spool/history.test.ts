import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PastPage, PastQuery } from '../../../src/main/spool/types.ts';
import { hourMs, must, sampleIntent, SpoolBench } from '../../fakes/spool-samples.ts';

const dayMs = 24 * hourMs;

describe('operations of the past', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  const find = (change: Partial<PastQuery> = {}, limit = 30): PastPage =>
    bench.spool.findPast({ text: '', sinceMs: 0, before: null, keeps: () => true, ...change }, limit);

  const names = (page: PastPage): readonly string[] => page.items.map(({ intent }) => intent.holderName);

  function badgeOf(holderName: string, change: { upn?: string; operator?: string } = {}) {
    bench.clock.advance(60_000);
    return bench.queue({
      holderId: `id-${holderName}`,
      holderName,
      holderUpn: change.upn ?? 'somebody@contoso.example',
      operatorName: change.operator ?? 'Otto Operator',
    });
  }

  it('come newest first, page by page, each once', () => {
    for (let n = 1; n <= 25; n += 1) badgeOf(`Holder ${n}`);
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: PastPage = find({ before }, 10);
      seen.push(...names(page));
      before = page.more;
    } while (before !== null);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => `Holder ${25 - at}`));
  });

  it.each([
    ['akesson', 'Björn Åkesson'],
    ['ÅKE', 'Björn Åkesson'],
    ['lukasz', 'Łukasz Żółtowski'],
    ['zolt', 'Łukasz Żółtowski'],
    ['حنان', 'حنان العلي'],
    ['さくら', 'さくら'],
    ['ana.lima@', 'Ana Lima'],
    ['  ana lima ', 'Ana Lima'],
  ])('are found by %j, as people type names', (text, name) => {
    badgeOf('Björn Åkesson');
    badgeOf('Łukasz Żółtowski');
    badgeOf('حنان العلي');
    badgeOf('さくら');
    badgeOf('Ana Lima', { upn: 'ana.lima@contoso.example' });
    expect(names(find({ text }))).toEqual([name]);
  });

  it('are found by who was at the desk, and by the serial on the paper', () => {
    const mine = badgeOf('Ana Lima', { operator: 'Priya Raman' });
    badgeOf('Mina Sato');
    expect(names(find({ text: 'priya' }))).toEqual(['Ana Lima']);
    for (const text of [mine.serial, mine.serial.toLowerCase().replace('-', ''), ` ${mine.serial} `]) {
      expect(names(find({ text }))).toEqual(['Ana Lima']);
    }
    expect(names(find({ text: '222-222' }))).toEqual([]);
  });

  it.each(['%', '_', "'; DROP TABLE jobs; --", '"', '\\', '\0'])('take %j for plain text', (text) => {
    badgeOf('Ana Lima');
    expect(find({ text }).items).toEqual([]);
    expect(find().items).toHaveLength(1);
  });

  it('can be asked for a period, and for what became of them', () => {
    const old = badgeOf('Old');
    bench.clock.advance(10 * dayMs);
    badgeOf('New');
    expect(names(find({ sinceMs: bench.clock.now() - dayMs }))).toEqual(['New']);
    must(bench.spool.change(old.id, { to: 'cancelled' }));
    expect(names(find({ keeps: ({ badge }) => badge?.state === 'cancelled' }))).toEqual(['Old']);
  });

  it('are not missed because the clock was set back in between', () => {
    badgeOf('Before');
    bench.clock.jump(-3 * dayMs);
    badgeOf('Set back');
    bench.clock.jump(3 * dayMs);
    badgeOf('After');
    expect(names(find({ sinceMs: bench.clock.now() - dayMs }))).toEqual(['After', 'Before']);
  });

  it('include those without paper', () => {
    must(bench.spool.planIntent(sampleIntent({ operation: 'new-pin', holderName: 'Ana Lima', pin: null })));
    expect(find().items).toMatchObject([{ intent: { operation: 'new-pin' }, badge: null }]);
  });

  it('are looked through a bounded number at a time: a page may be empty and go on', () => {
    for (let n = 0; n < 3; n += 1) badgeOf(`Holder ${n}`);
    const page = find({ text: 'nobody' });
    expect(page).toEqual({ items: [], more: null });
    expect(find({ before: 'junk' })).toEqual({ items: [], more: null });
  });
});

describe('the record of one operation', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  it('is what the whole trail says about it, oldest first, among that of others', () => {
    const mine = bench.queue({ holderId: 'mine' });
    const other = bench.queue({ holderId: 'other' });
    const leased = bench.lease(mine);
    bench.lease(other);
    must(bench.spool.change(mine.id, { to: 'sent', fence: leased.fence }));
    must(
      bench.spool.audit(
        'scan-did-not-match',
        { verdict: 'unreadable' },
        { jobId: mine.id, intentId: mine.intentId },
      ),
    );
    must(bench.spool.change(mine.id, { to: 'handed-over', operator: 'Otto' }));
    const open = bench.spool.trailOf(mine.intentId).map(({ event }) => event);
    expect(open).toEqual([
      'intent-planned',
      'intent-writing',
      'job-queued',
      'job-sending',
      'job-sent',
      'scan-did-not-match',
      'job-handed-over',
    ]);
    must(bench.spool.closeIntent(mine.intentId));
    for (let n = 0; n < 300; n += 1) bench.queue({ holderId: `later-${n}` });
    const closed = bench.spool.trailOf(mine.intentId);
    expect(closed.map(({ event }) => event)).toEqual([...open, 'intent-done']);
    const whole = bench.spool.auditTrail(10_000).filter(({ intentId }) => intentId === mine.intentId);
    expect(closed.map(({ seq, facts }) => [seq, facts])).toEqual(
      whole.reverse().map(({ seq, facts }) => [seq, facts]),
    );
  });

  it.each(['', 'i00000000000', 'j00000000000', '../x'])('is empty for %j', (id) => {
    bench.queue();
    expect(bench.spool.trailOf(id)).toEqual([]);
  });
});

describe('a check of the whole trail in steps', () => {
  it('lets others write in between and judges what was there when it began', () => {
    const bench = new SpoolBench();
    for (let n = 0; n < 600; n += 1) bench.queue({ holderId: `holder-${n}` });
    const head = bench.spool.auditHead();
    const steps = bench.spool.checkTrail();
    let pauses = 0;
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) {
        expect(value).toEqual({ at: null, start: { seq: 0, hash: '0'.repeat(64) }, head });
        break;
      }
      pauses += 1;
      bench.queue({ holderId: `meanwhile-${pauses}` });
    }
    expect(pauses).toBeGreaterThan(0);
    bench.dispose();
  });
});
