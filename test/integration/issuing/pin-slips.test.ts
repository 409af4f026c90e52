import { afterEach, describe, expect, it } from 'vitest';
import type { IssueView } from '../../../src/shared/ipc/views.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { StationRig, type RigOptions } from '../../fakes/issuing/rig.ts';
import { isPinOf } from '../../fakes/issuing/truth.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { must } from '../../fakes/spool-samples.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judge } from '../../judges/index.ts';
import { pinIn, readWords } from '../../judges/ocr.ts';
import { sheetPng } from '../../judges/sheet.ts';

const holder = personWith(null);
const rigs: StationRig[] = [];
afterEach(async () => {
  for (const rig of rigs.splice(0)) await rig.close();
});

async function open(options: RigOptions = {}): Promise<StationRig> {
  const rig = await StationRig.start({ slips: true, ...options });
  rigs.push(rig);
  return rig;
}

async function issue(rig: StationRig, operation: 'first-badge' | 'new-pin'): Promise<IssueView> {
  const prints = operation === 'first-badge';
  const plan = must(
    await rig.call('issue.plan', {
      holderId: holder.id,
      operation,
      lifetime: prints ? { kind: 'standard', days: 365 } : null,
      printerId: prints ? 'front' : null,
    }),
  );
  return must(await rig.call('issue.run', { planId: plan.planId, clickedAtMs: 0, note: '' }));
}

async function stateOf(rig: StationRig, intentId: string): Promise<IssueView> {
  return must(await rig.call('issue.get', { intentId }));
}

/** A first badge that came out, with its PIN still to be handed over. */
async function badgeOut(rig: StationRig): Promise<IssueView> {
  const { intentId } = await issue(rig, 'first-badge');
  await eventually('the badge', async () => (await stateOf(rig, intentId)).job?.state === 'confirmed');
  return stateOf(rig, intentId);
}

async function printSlip(rig: StationRig, intentId: string, state = 'confirmed'): Promise<IssueView> {
  must(await rig.call('issue.printSlip', { intentId }));
  await eventually(`the slip to be ${state}`, async () => {
    const { slip } = await stateOf(rig, intentId);
    return slip?.state === state;
  });
  return stateOf(rig, intentId);
}

interface Seen {
  readonly codes: number;
  readonly words: readonly string[];
}

/** A label as it came out, read by others: codes by two decoders, words by Tesseract. */
async function look(zpl: string): Promise<Seen> {
  const { sheets } = await judge('zpl', Buffer.from(zpl, 'latin1'), { dpi: 203, headDots: 832 });
  expect(sheets).toHaveLength(1);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no label');
  const png = sheetPng(sheet);
  const [zxing, zbar] = await Promise.all([readWithZxing(png), readWithZbar(png)]);
  return { codes: Math.max(zxing.length, zbar.length), words: await readWords(png) };
}

/** The PIN behind the digits that were read, if it is the one in the directory. */
async function isTheirs(rig: StationRig, pin: string): Promise<boolean> {
  return isPinOf(rig.door, rig.canaries.token, holder.id, pin);
}

describe('a PIN slip', () => {
  it('comes out on a paper of its own, with the very PIN and no code, and the badge holds no PIN', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    const after = await printSlip(rig, intentId);
    expect(after.slip).toMatchObject({ paper: 'pin-slip', copy: 1, witness: 'printer' });
    expect(after.pinRevealed).toBe(true);
    expect(rig.sim.labels).toHaveLength(2);
    const [badge, slip] = await Promise.all(rig.sim.labels.map(look));
    expect(badge?.codes).toBe(1);
    expect(slip?.codes).toBe(0);
    const pin = pinIn(slip?.words ?? []);
    expect(pin).toMatch(/^\d{8}$/);
    expect(await isTheirs(rig, pin)).toBe(true);
    expect(badge?.words.join(' ').replaceAll(' ', '')).not.toContain(pin);
    const text = slip?.words.join(' ') ?? '';
    expect(text).toContain('Your first PIN');
    expect(text).toContain('Change it at your next sign-in');
    expect(text).toContain('PRACTICE');
    expect(text).not.toContain('@');

    const closed = must(await rig.call('issue.handOver', { intentId }));
    expect(closed).toMatchObject({ state: 'done', pinWaiting: false });
    const jobs = must(await rig.call('jobs.history', { limit: 10 }));
    expect(jobs.map(({ paper, state, hasPayload }) => [paper, state, hasPayload])).toEqual([
      ['pin-slip', 'handed-over', false],
      ['badge', 'handed-over', false],
    ]);
    expect(rig.canaries.findIn(rig.folder, ['pin', 'payload'])).toEqual([]);
    expect(rig.canaries.findInText(rig.logLines.join('\n'))).toEqual([]);
  });

  it('is not offered without a printer for it, and the PIN can still be shown', async () => {
    const rig = await open({ slips: false });
    const { intentId } = await badgeOut(rig);
    expect(must(await rig.call('app.snapshot', {})).routes.pinSlip).toEqual([]);
    expect(await rig.call('issue.printSlip', { intentId })).toMatchObject({
      ok: false,
      failure: { code: 'slip-not-set-up' },
    });
    expect(must(await rig.call('issue.revealPin', { intentId })).pin).toMatch(/^\d{8}$/);
  });

  it('waits for its printer by itself, and cannot be asked for twice meanwhile', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    rig.sim.behave({ busyAnswers: 0, paperOut: true });
    const waiting = await printSlip(rig, intentId, 'queued');
    expect(waiting.pinRevealed).toBe(false);
    expect(await rig.call('issue.printSlip', { intentId })).toMatchObject({
      failure: { code: 'slip-unfinished' },
    });
    expect(await rig.call('issue.handOver', { intentId })).toMatchObject({
      failure: { code: 'slip-unfinished' },
    });
    rig.sim.behave({ busyAnswers: 0 });
    must(await rig.call('printers.check', { printerId: 'front' }));
    await eventually('the slip', async () => (await stateOf(rig, intentId)).slip?.state === 'confirmed');
    expect(rig.sim.labels).toHaveLength(2);
  });

  it('can be given up for a look at the screen', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    rig.sim.behave({ busyAnswers: 0, coverOpen: true });
    const { slip } = await printSlip(rig, intentId, 'queued');
    must(await rig.call('jobs.cancel', { jobId: slip?.id ?? '', note: 'not-needed' }));
    must(await rig.call('issue.revealPin', { intentId }));
    expect(must(await rig.call('issue.handOver', { intentId })).state).toBe('done');
    expect(rig.sim.labels).toHaveLength(1);
  });

  it('that is unsure is never printed again by itself; a new PIN makes it worthless', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    rig.sim.behave({ busyAnswers: 0, resetsAtByte: 600 });
    const { slip } = await printSlip(rig, intentId, 'unsure');
    rig.sim.behave({ busyAnswers: 0 });
    must(await rig.call('printers.check', { printerId: 'front' }));
    expect(rig.sim.labels).toHaveLength(1);
    expect(await rig.call('issue.handOver', { intentId })).toMatchObject({
      failure: { code: 'slip-unfinished' },
    });

    const next = await issue(rig, 'new-pin');
    expect(next).toMatchObject({ state: 'created', pinWaiting: true });
    const jobs = must(await rig.call('jobs.history', { limit: 10 }));
    expect(jobs.find(({ id }) => id === slip?.id)).toMatchObject({ state: 'replaced', hasPayload: false });
    await printSlip(rig, next.intentId);
    const seen = await look(rig.sim.labels.at(-1) ?? '');
    expect(seen.words.join(' ')).toContain('Your new PIN');
    expect(await isTheirs(rig, pinIn(seen.words))).toBe(true);
    must(await rig.call('issue.handOver', { intentId: next.intentId }));
    // The badge of the first operation is handed over by itself; its PIN is gone with its slip.
    const badge = await stateOf(rig, intentId);
    expect(badge).toMatchObject({ pinWaiting: false, state: 'created' });
    expect(must(await rig.call('issue.handOver', { intentId })).state).toBe('done');
  });

  it('that is unsure is printed once more when a person says that nothing came out, marked as copy 2', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    rig.sim.behave({ busyAnswers: 0, resetsAtByte: 600 });
    const { slip } = await printSlip(rig, intentId, 'unsure');
    rig.sim.behave({ busyAnswers: 0 });
    must(
      await rig.call('jobs.answer', { jobId: slip?.id ?? '', answer: 'no', note: 'operator-saw-no-slip' }),
    );
    await eventually('copy 2', async () => (await stateOf(rig, intentId)).slip?.state === 'confirmed');
    const seen = await look(rig.sim.labels.at(-1) ?? '');
    expect(seen.words.join(' ')).toContain('Copy 2');
    expect(await isTheirs(rig, pinIn(seen.words))).toBe(true);
  });

  it('cannot be scanned for a badge', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    const { slip } = await printSlip(rig, intentId);
    expect(
      await rig.call('jobs.verify', { jobId: slip?.id ?? '', scanned: '48271936', by: 'keyboard' }),
    ).toMatchObject({
      ok: false,
      failure: { code: 'transition-refused' },
    });
  });

  it('survives a crash between its last byte and the hand-over, and is closed with it', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    await printSlip(rig, intentId);
    rig.kill();
    await rig.boot();
    expect(await stateOf(rig, intentId)).toMatchObject({ pinRevealed: true, slip: { state: 'confirmed' } });
    expect(must(await rig.call('issue.handOver', { intentId })).state).toBe('done');
    expect(rig.canaries.findIn(rig.folder, ['pin', 'payload'])).toEqual([]);
  });

  it('is wiped when nobody comes for it', async () => {
    const rig = await open();
    const { intentId } = await badgeOut(rig);
    rig.sim.behave({ busyAnswers: 0, paperOut: true });
    await printSlip(rig, intentId, 'queued');
    rig.clock.advance(73 * 3_600_000);
    await eventually('its end', async () => (await stateOf(rig, intentId)).slip?.state === 'expired');
    expect(rig.sim.labels).toHaveLength(1);
  });
});
