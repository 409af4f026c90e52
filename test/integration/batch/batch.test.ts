import { afterEach, describe, expect, it } from 'vitest';
import { practiceHolders } from '../../../src/main/practice/directory.ts';
import type { BatchWish } from '../../../src/shared/credential/batch.ts';
import type { BatchLineView, BatchView } from '../../../src/shared/ipc/batch.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { badgeWish, extendWish, temporaryWish } from '../../fakes/batch/wishes.ts';
import type { BenchOptions } from '../../fakes/issuing/bench-options.ts';
import { Bench } from '../../fakes/issuing/bench.ts';
import { personWho, personWith } from '../../fakes/issuing/people.ts';
import { codeIdOf } from '../../fakes/issuing/site.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { operators } from '../../fakes/practice-station.ts';
import { codeOf, must } from '../../fakes/spool-samples.ts';

const benches: Bench[] = [];

function station(options: BenchOptions = {}): Bench {
  const bench = new Bench(options);
  benches.push(bench);
  return bench;
}

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

const plain = practiceHolders.filter(
  ({ marks, enabled, guest, privileged, employeeId }) =>
    enabled && !guest && !privileged && employeeId !== null && [...marks].every((mark) => mark === 'photo'),
);
const numbers = (count: number): string =>
  ['Employee number', ...plain.slice(0, count).map(({ employeeId }) => employeeId)].join('\n');

async function read(bench: Bench, text: string, wish: BatchWish = badgeWish): Promise<BatchView> {
  const view = must(await bench.run.batch.read({ kind: 'text', text }, wish));
  if (view === null) throw new Error('no batch');
  return view;
}

function lines(bench: Bench): readonly BatchLineView[] {
  return bench.run.batch.lines([], 0, 200).lines;
}

/** Lets a batch go on until it needs somebody. */
async function rests(bench: Bench, phase: 'finished' | 'paused' = 'finished'): Promise<BatchView> {
  await eventually(`the batch is ${phase}`, () => bench.run.batch.view()?.phase === phase, 20_000);
  const view = bench.run.batch.view();
  if (view === null) throw new Error('no batch');
  return view;
}

/** Active codes on paper, by holder. */
function papersOf(bench: Bench, holderId: string): number {
  const active = bench.truth(holderId)?.standard?.id;
  return bench.printed.filter(({ text }) => codeIdOf(text) === active).length;
}

describe('a list that is read', () => {
  it('says who gets what, who is left out, and why, and changes nothing', async () => {
    const bench = station();
    const list = [
      'Employee number;UPN',
      plain[0]?.employeeId,
      `;${plain[1]?.upn.toUpperCase()}`,
      personWith('standard').employeeId,
      personWith('expired').employeeId,
      personWith('expiring').employeeId,
      personWho(({ enabled }) => !enabled).employeeId,
      `;${personWho(({ guest }) => guest).upn}`,
      'no-such-one',
      plain[0]?.employeeId,
      `${plain[1]?.employeeId};${plain[2]?.upn}`,
      ';nobody',
    ].join('\n');
    const view = await read(bench, list);
    expect(view).toMatchObject({ phase: 'ready', counts: { waiting: 4, 'left-out': 7 } });
    expect(lines(bench).map(({ line, operation, reason }) => [line, operation ?? reason])).toEqual([
      [2, 'first-badge'],
      [3, 'first-badge'],
      [4, 'code-fresh'],
      [5, 'replace'],
      [6, 'replace'],
      [7, 'holder-disabled'],
      [8, 'holder-guest'],
      [9, 'holder-not-found'],
      [10, 'listed-twice'],
      [11, 'line-disagrees'],
      [12, 'line-unreadable'],
    ]);
    expect(bench.printed).toEqual([]);
    expect(bench.run.spool.openIntents()).toEqual([]);
  });

  it('finds people by name only where one person alone has it', async () => {
    const bench = station();
    const view = await read(bench, `Name\n${plain[0]?.name}\nAna`);
    expect(view.counts).toMatchObject({ waiting: 1, 'left-out': 1 });
  });

  it('never holds the operator: one does not issue to oneself in a row', async () => {
    const bench = station();
    await read(bench, `UPN\n${operators.admin.upn}`);
    expect(lines(bench)[0]?.reason).toBe('own-badge');
  });

  it('comes from a file, a group, a unit or the operator’s reports', async () => {
    const bench = station();
    const { batch } = bench.run;
    expect(must(await batch.read({ kind: 'file' }, badgeWish))).toBeNull();
    bench.file = { name: 'shift.csv', bytes: new TextEncoder().encode(numbers(3)) };
    expect(must(await batch.read({ kind: 'file' }, badgeWish))).toMatchObject({
      listName: 'shift.csv',
      counts: { waiting: 3 },
    });
    const reports = must(await batch.read({ kind: 'reports' }, badgeWish));
    expect(reports?.counts.waiting).toBeGreaterThan(0);
  });

  it('shows whose code ends soon: the radar', async () => {
    const bench = station();
    const all = ['UPN', ...practiceHolders.map(({ upn }) => upn)].join('\n');
    await read(bench, all, extendWish);
    const due = lines(bench).filter(({ operation }) => operation === 'extend');
    const marked = practiceHolders.filter(({ marks }) => marks.has('expiring'));
    expect(new Set(due.map(({ holderName }) => holderName))).toEqual(new Set(marked.map(({ name }) => name)));
  });

  it('is ended by trouble that everybody would meet, and says which', async () => {
    const bench = station();
    bench.tenant.faults.online = false;
    expect(codeOf(await bench.run.batch.read({ kind: 'text', text: numbers(3) }, badgeWish))).toBe(
      'graph-offline',
    );
    expect(bench.run.batch.view()).toBeNull();
  });

  it('is given up when a person cancels it', async () => {
    const bench = station();
    const reading = bench.run.batch.read({ kind: 'text', text: numbers(20) }, badgeWish);
    await bench.run.batch.cancel();
    expect(codeOf(await reading)).toBe('cancelled');
    expect(bench.run.batch.view()).toBeNull();
  });

  it.each([
    ['without a printer', { ...badgeWish, printerId: null }, 'printer-not-chosen'],
    [
      'with a temporary lifetime for a badge',
      { ...badgeWish, lifetime: temporaryWish.lifetime },
      'lifetime-refused',
    ],
  ])('is refused %s', async (_, wish, code) => {
    const bench = station();
    expect(codeOf(await bench.run.batch.read({ kind: 'text', text: numbers(1) }, wish))).toBe(code);
  });
});

describe('a batch', () => {
  it('gives everybody exactly one badge that works, and reports it', async () => {
    const bench = station();
    await read(bench, `${numbers(12)}\nno-such-one`);
    must(bench.run.batch.start());
    const view = await rests(bench);
    expect(view.counts).toMatchObject({ done: 12, 'left-out': 1, failed: 0, unsure: 0 });
    expect(view.pinsWaiting).toBe(12);
    for (const { id } of plain.slice(0, 12)) expect(papersOf(bench, id)).toBe(1);
    expect(must(await bench.run.batch.export())).toBe(true);
    const [report] = bench.reports;
    expect(report?.text.split('\r\n')).toHaveLength(15);
    expect(bench.canaries.count).toBeGreaterThan(12);
    expect(bench.canaries.findInText(report?.text ?? '')).toEqual([]);
    must(bench.run.batch.putAway());
    expect(bench.run.batch.view()).toBeNull();
  });

  it('never has more than a few codes ahead of the printer', async () => {
    const bench = station();
    let most = 0;
    const look = (): void => {
      const waiting = bench.run.spool
        .openJobs()
        .filter(({ state }) => state === 'queued' || state === 'sending');
      most = Math.max(most, waiting.length);
    };
    bench.onCommit = look;
    bench.onJob = look;
    bench.printers.setProblem('front', null);
    for (let at = 0; at < 10; at += 1) {
      bench.scripts.push(() => ({ kind: 'not-started', reason: 'media-empty', retryAfterMs: 60_000 }));
    }
    await read(bench, numbers(20));
    must(bench.run.batch.start());
    await eventually('three codes wait', () => bench.run.batch.view()?.ahead.length === 3);
    expect(bench.run.batch.view()).toMatchObject({
      phase: 'running',
      waitsFor: 'paper',
      counts: { waiting: 17 },
    });
    const nudge = setInterval(() => bench.clock.advance(61_000), 5);
    await rests(bench);
    clearInterval(nudge);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('ends the next working code only when the last replacement was scanned', async () => {
    const bench = station();
    const due = practiceHolders.filter(({ marks }) => marks.has('expiring'));
    const before = new Map(due.map(({ id }) => [id, bench.truth(id)?.standard?.id]));
    await read(bench, ['UPN', ...due.map(({ upn }) => upn)].join('\n'));
    must(bench.run.batch.start());
    for (let scanned = 0; scanned < due.length; scanned += 1) {
      await eventually('a scan is asked for', () => bench.run.batch.view()?.waitsFor === 'scan');
      const ended = due.filter(({ id }) => bench.truth(id)?.standard?.id !== before.get(id));
      expect(ended).toHaveLength(scanned + 1);
      const jobId = bench.run.batch.view()?.ahead[0]?.id ?? '';
      const text = bench.printed.findLast((paper) => paper.jobId === jobId)?.text ?? '';
      must(await bench.call('jobs.verify', { jobId, scanned: text, by: 'keyboard' }));
    }
    expect((await rests(bench)).counts.done).toBe(due.length);
  });

  it('goes on with the others when one holder cannot be served', async () => {
    const bench = station();
    const privileged = personWho((person) => person.privileged);
    await read(bench, `UPN\n${plain[0]?.upn}\n${privileged.upn}\n${plain[1]?.upn}`);
    must(bench.run.batch.start());
    const view = await rests(bench);
    expect(view.counts).toMatchObject({ done: 2, failed: 1 });
    expect(lines(bench)[1]).toMatchObject({ state: 'failed', reason: 'graph-refused-role' });
  });

  it('leaves alone a code that somebody made after the list was read', async () => {
    const bench = station();
    const due = personWith('expired');
    await read(bench, `UPN\n${due.upn}`);
    const other = station();
    must(await other.run.batch.read({ kind: 'text', text: `UPN\n${due.upn}` }, badgeWish));
    must(other.run.batch.start());
    await rests(other);
    const made = other.truth(due.id);
    if (made === null) throw new Error('nothing was made');
    bench.give(due.id, made);
    must(bench.run.batch.start());
    await rests(bench);
    expect(lines(bench)[0]).toMatchObject({ state: 'left-out', reason: 'code-changed' });
    expect(bench.truth(due.id)).toEqual(made);
  });

  it.each([
    [
      'the printer is away',
      (bench: Bench) => bench.printers.setProblem('front', fail('printer-offline').failure),
      'printer-offline',
    ],
    ['the network is away', (bench: Bench) => void (bench.tenant.faults.online = false), 'graph-offline'],
  ])('pauses before anything is done for the next one when %s', async (_, spoil, code) => {
    const bench = station();
    await read(bench, numbers(4));
    let papers = 0;
    bench.onPaper = () => {
      papers += 1;
      if (papers === 2) spoil(bench);
    };
    must(bench.run.batch.start());
    const view = await rests(bench, 'paused');
    expect(view.pause).toMatchObject({ why: 'trouble', failure: { code } });
    expect(view.counts.waiting).toBeGreaterThanOrEqual(1);
    expect(view.counts.unsure + view.counts.begun).toBe(0);
    bench.printers.setProblem('front', null);
    bench.tenant.faults.online = true;
    must(bench.run.batch.resume());
    expect((await rests(bench)).counts.done).toBe(4);
    for (const { id } of plain.slice(0, 4)) expect(papersOf(bench, id)).toBe(1);
  });

  it('pauses while the station is locked', async () => {
    const bench = station();
    await read(bench, numbers(3));
    bench.isLocked = true;
    must(bench.run.batch.start());
    expect((await rests(bench, 'paused')).pause?.why).toBe('locked');
    expect(bench.printed).toEqual([]);
  });

  it('waits for as long as Microsoft asks, all of it, and then goes on', async () => {
    const bench = station();
    await read(bench, numbers(6));
    const times: number[] = [];
    const began = bench.clock.now();
    for (let at = 0; at < 3; at += 1) {
      bench.tenant.faults.add('create', { kind: 'throttle', retryAfterSeconds: 120 });
    }
    bench.onCommit = () => times.push(bench.clock.now() - began);
    must(bench.run.batch.start());
    expect((await rests(bench)).counts.done).toBe(6);
    expect(times[0]).toBeGreaterThanOrEqual(3 * 120_000);
    for (const { id } of plain.slice(0, 6)) expect(papersOf(bench, id)).toBe(1);
  });

  it('stops at once when an old code has ended and no new one came', async () => {
    const bench = station();
    const due = practiceHolders.filter(({ marks }) => marks.has('expiring'));
    await read(bench, ['UPN', ...due.map(({ upn }) => upn)].join('\n'));
    bench.tenant.faults.add(
      'E5',
      { kind: 'status', status: 403, when: 'before', retryAfterSeconds: null },
      20,
    );
    must(bench.run.batch.start());
    const view = await rests(bench, 'paused');
    expect(view.counts).toMatchObject({ unsure: 1, waiting: due.length - 1 });
    expect(lines(bench)[0]).toMatchObject({ state: 'unsure', reason: 'half-done' });
  });

  it('is paused and ended by a person; whoever was not begun is left out', async () => {
    const bench = station();
    await read(bench, numbers(10));
    bench.onPaper = () => void bench.run.batch.pause();
    must(bench.run.batch.start());
    const view = await rests(bench, 'paused');
    expect(view.pause?.why).toBe('person');
    expect(view.counts.waiting).toBeGreaterThan(0);
    expect(codeOf(await bench.run.batch.read({ kind: 'text', text: numbers(1) }, badgeWish))).toBe(
      'batch-in-hand',
    );
    const ended = must(await bench.run.batch.cancel());
    expect(ended).toMatchObject({ phase: 'finished', counts: { waiting: 0 } });
    const reasons = new Set(
      lines(bench).flatMap(({ state, reason }) => (state === 'left-out' ? [reason] : [])),
    );
    expect([...reasons]).toEqual(['not-begun']);
  });

  it('prints each PIN on its own slip, after the badge', async () => {
    const bench = station({ ports: (usual) => ({ ...usual, slipPrinter: () => ok('front') }) });
    await read(bench, numbers(4), { ...badgeWish, slips: true });
    must(bench.run.batch.start());
    const view = await rests(bench);
    expect(view.counts.done).toBe(4);
    const order = bench.run.spool.history(20).toReversed();
    expect(order.map(({ paper }) => paper).filter((paper) => paper === 'pin-slip')).toHaveLength(4);
    for (const { intentId, paper, createdAt } of order) {
      if (paper !== 'pin-slip') continue;
      const badge = order.find((job) => job.intentId === intentId && job.paper === 'badge');
      expect(badge && badge.createdAt <= createdAt).toBe(true);
    }
  });

  it('gives temporary codes, and extends without paper', async () => {
    const bench = station();
    const standard = practiceHolders.filter(({ marks }) => marks.has('standard')).slice(0, 3);
    await read(bench, ['UPN', ...standard.map(({ upn }) => upn)].join('\n'), temporaryWish);
    must(bench.run.batch.start());
    expect((await rests(bench)).counts.done).toBe(3);
    expect(bench.printed).toHaveLength(3);
    const due = personWith('expiring');
    const ends = bench.truth(due.id)?.standard?.expireMs ?? 0;
    await read(bench, `UPN\n${due.upn}`, extendWish);
    must(bench.run.batch.start());
    expect((await rests(bench)).counts.done).toBe(1);
    expect(bench.truth(due.id)?.standard?.expireMs).toBeGreaterThan(ends);
    expect(bench.printed).toHaveLength(3);
  });

  it('keeps a single badge waiting only while it runs', async () => {
    const bench = station();
    await read(bench, numbers(2));
    expect(bench.run.batch.isRunning).toBe(false);
    must(bench.run.batch.start());
    expect(bench.run.batch.isRunning).toBe(true);
    await rests(bench);
    expect(bench.run.batch.isRunning).toBe(false);
  });
});
