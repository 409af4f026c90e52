import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryQuery } from '../../../src/shared/ipc/history.ts';
import { answerAudit } from '../../../src/main/spool/audit/command/run.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { codeOf, must } from '../../fakes/spool-samples.ts';

const first = personWith(null);
const second = personWith('standard');

let rig: StationRig;
let dir: string;
beforeEach(async () => {
  rig = await StationRig.start();
  dir = fs.mkdtempSync(path.join(tmpdir(), 'badge-export-'));
});
afterEach(async () => {
  await rig.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const find = async (change: Partial<HistoryQuery> = {}) =>
  must(await rig.call('history.find', { text: '', filter: 'all', period: 'month', before: null, ...change }))
    .items;

/** Issues a badge and waits until its bytes are with the printer. */
async function issue(holderId: string, operation: 'first-badge' | 'replace'): Promise<string> {
  const lifetime = { kind: 'standard', days: 365 } as const;
  const plan = must(await rig.call('issue.plan', { holderId, operation, lifetime, printerId: 'front' }));
  const { intentId } = must(await rig.call('issue.run', { planId: plan.planId, clickedAtMs: 0, note: '' }));
  await expect.poll(async () => must(await rig.call('issue.get', { intentId })).job?.state).toBe('confirmed');
  return intentId;
}

describe('the history', () => {
  it('tells what became of each operation, and finds it by filter, period and text', async () => {
    const given = await issue(first.id, 'first-badge');
    must(await rig.call('issue.revealPin', { intentId: given }));
    must(await rig.call('issue.handOver', { intentId: given }));
    const waiting = await issue(second.id, 'replace');
    expect((await find()).map(({ intentId, badge }) => [intentId, badge?.state])).toEqual([
      [waiting, 'confirmed'],
      [given, 'handed-over'],
    ]);
    expect((await find({ filter: 'handed-over' })).map(({ holderName }) => holderName)).toEqual([first.name]);
    expect(await find({ filter: 'otherwise' })).toEqual([]);
    expect(await find({ filter: 'copies' })).toEqual([]);
    const [item] = await find({ text: second.name.slice(0, 4).toUpperCase() });
    expect(item).toMatchObject({ holderName: second.name, operation: 'replace' });
    rig.clock.jump(2 * 86_400_000);
    expect(await find({ period: 'day' })).toEqual([]);
    expect(await find({ period: 'week' })).toHaveLength(2);
  });

  it('shows the record of one operation with Microsoft’s request ids, its operator, and no secret', async () => {
    const intentId = await issue(first.id, 'first-badge');
    const pin = must(await rig.call('issue.revealPin', { intentId })).pin;
    const trail = must(await rig.call('history.trail', { intentId }));
    const events = trail.map(({ event }) => event);
    expect(events[0]).toBe('intent-planned');
    expect(events).toEqual(
      expect.arrayContaining(['job-queued', 'job-sending', 'job-confirmed', 'pin-revealed']),
    );
    expect(trail.some(({ facts }) => typeof facts['requestId'] === 'string')).toBe(true);
    expect(trail[0]?.operator).toBeTruthy();
    expect(JSON.stringify(trail)).not.toContain(pin);
    expect(JSON.stringify(trail)).not.toMatch(/ms-qrpin/);
  });

  it('says why there is a second copy', async () => {
    const intentId = await issue(first.id, 'first-badge');
    const job = must(await rig.call('issue.get', { intentId })).job;
    must(
      await rig.call('jobs.answer', { jobId: job?.id ?? '', answer: 'no', note: 'operator-saw-no-badge' }),
    );
    await expect
      .poll(async () => must(await rig.call('issue.get', { intentId })).job?.state)
      .toBe('confirmed');
    expect(await find({ filter: 'copies' })).toHaveLength(1);
    const trail = must(await rig.call('history.trail', { intentId }));
    expect(trail.map(({ facts }) => facts['note'])).toContain('operator-saw-no-badge');
  });

  it('checks the whole record', async () => {
    await issue(first.id, 'first-badge');
    const check = must(await rig.call('history.check', {}));
    const anchor = must(await rig.call('history.anchor', {}));
    expect(check).toMatchObject({ kind: 'whole', firstSeq: 1, entries: anchor.seq, anchor });
  });
});

describe('an export from the window', () => {
  it.each(['csv', 'json'] as const)(
    'is whole, for this account alone, and its making stands in it: %s',
    async (format) => {
      await issue(first.id, 'first-badge');
      rig.saveDir = dir;
      const { file, anchor } = must(await rig.call('history.export', { format }));
      const written = path.join(dir, file ?? '');
      if (process.platform !== 'win32') expect(fs.statSync(written).mode & 0o777).toBe(0o600);
      const { code, lines } = await answerAudit({ kind: 'verify-export', file: written, anchors: [anchor] });
      expect(code).toBe(0);
      expect(lines.join('\n')).toContain(`the newest being entry ${anchor.seq}`);
      expect(fs.readFileSync(written, 'utf8')).toContain('record-exported');
    },
  );

  it('is not made when the person closes the dialog, and leaves no entry', async () => {
    const before = must(await rig.call('history.anchor', {}));
    expect(must(await rig.call('history.export', { format: 'csv' })).file).toBeNull();
    expect(must(await rig.call('history.anchor', {}))).toEqual(before);
  });

  it('says so when the file cannot be written, and leaves nothing half-written', async () => {
    rig.saveDir = path.join(dir, 'not-there');
    expect(codeOf(await rig.call('history.export', { format: 'json' }))).toBe('export-failed');
    expect(fs.readdirSync(dir)).toEqual([]);
  });

  it('takes the place of an older one when it is whole, and not before', async () => {
    rig.saveDir = dir;
    const file = path.join(dir, must(await rig.call('history.export', { format: 'csv' })).file ?? '');
    const older = fs.readFileSync(file, 'utf8');
    must(await rig.call('history.export', { format: 'csv' }));
    const newer = fs.readFileSync(file, 'utf8');
    expect(newer).not.toBe(older);
    expect(newer.startsWith(older)).toBe(true);
    expect(fs.readdirSync(dir)).toEqual([path.basename(file)]);
  });

  it('never writes through what lies in its way', async () => {
    rig.saveDir = dir;
    const file = path.join(dir, must(await rig.call('history.export', { format: 'csv' })).file ?? '');
    const elsewhere = path.join(dir, 'elsewhere');
    fs.writeFileSync(elsewhere, 'of somebody else');
    fs.rmSync(file);
    fs.mkdirSync(file);
    fs.symlinkSync(elsewhere, `${file}.part`);
    expect(codeOf(await rig.call('history.export', { format: 'csv' }))).toBe('export-failed');
    expect(fs.readFileSync(elsewhere, 'utf8')).toBe('of somebody else');
    expect(fs.readdirSync(dir).sort()).toEqual([path.basename(file), 'elsewhere'].sort());
  });

  it('is not made when the station was locked while the dialog was open', async () => {
    rig.saveDir = dir;
    rig.whileChoosing = () => rig.call('lock.lock', {});
    expect(codeOf(await rig.call('history.export', { format: 'csv' }))).toBe('locked');
    expect(fs.readdirSync(dir)).toEqual([]);
  });
});
