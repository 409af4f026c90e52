import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterDoor, type PrinterDoorParts } from '../../../src/main/printing/printer.ts';
import type { PrinterConfig } from '../../../src/shared/printing/printer.ts';
import { badgePage, blankPage, testPayload, type TestPage } from '../../fakes/pages.ts';
import { EscposPrinterSim, ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { readWithZxing } from '../../judges/decode.ts';

const payload = testPayload(180);
const page = badgePage({ dpi: 203, widthMm: 54, heightMm: 86, payload, dotsPerModule: 5 });
const timings = { answerMs: 400, pollMs: 10, busyMs: 200, paperMmPerSecond: 5000 };

let folder = '';
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'door-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

function config(changes: Partial<PrinterConfig> = {}): PrinterConfig {
  return {
    id: 'front',
    name: 'Front desk',
    profile: 'zebra-zd421-203',
    address: 'screen:',
    media: { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
    ...changes,
  };
}

function openDoor(parts: Partial<PrinterDoorParts> = {}): PrinterDoor {
  const door = new PrinterDoor({ practice: true, timings, ...parts });
  closing.push(() => door.close());
  return door;
}

async function zpl(): Promise<ZplPrinterSim> {
  const sim = await ZplPrinterSim.start();
  closing.push(() => sim.close());
  return sim;
}

const symbol = {
  version: 8,
  modules: 49,
  errorCorrection: 'M',
  dotsPerModule: 5,
  moduleMm: 0.6,
  sizeMm: 35,
  leftDots: 0,
  topDots: 0,
} as const;

function request(each: TestPage = page, jobId = 'job-1', printerId = 'front') {
  return { printerId, jobId, badge: { page: each, symbol, advice: [] }, mayStart: () => true };
}

/** The next time a printer changes; never sleeps. */
function nextChange(door: PrinterDoor): Promise<string> {
  return new Promise((resolve) => {
    const stop = door.onChange((printerId) => {
      stop();
      resolve(printerId);
    });
  });
}

describe('settings that make no sense', () => {
  it.each([
    ['a profile nobody knows', { profile: 'zebra-zd42-203' }, 'profile-unknown'],
    ['an address of no known kind', { address: 'ftp://host' }, 'address-invalid'],
    ['no address', { address: '' }, 'address-invalid'],
    [
      'media without a width',
      { media: { kind: 'gap', widthMm: 0, heightMm: 86, gapMm: 3 } },
      'media-mismatch',
    ],
    [
      'labels without a length',
      { media: { kind: 'gap', widthMm: 54, heightMm: null, gapMm: 3 } },
      'media-mismatch',
    ],
    [
      'media of a kilometre',
      { media: { kind: 'gap', widthMm: 54, heightMm: 1e6, gapMm: 3 } },
      'media-mismatch',
    ],
    [
      'a size that is no number',
      { media: { kind: 'gap', widthMm: Number.NaN, heightMm: 86, gapMm: 3 } },
      'media-mismatch',
    ],
  ] as const)(
    '%s: the printer is shown with its problem and the others work',
    async (_what, changes, code) => {
      const door = openDoor();
      door.configure([config({ id: 'bad', ...changes }), config()]);
      const [bad, good] = door.list();
      expect(bad).toMatchObject({ id: 'bad', mood: 'attention', problem: { code } });
      expect(good).toMatchObject({ id: 'front', problem: null });
      expect(await door.ready('bad')).toMatchObject({ ok: false, failure: { code } });
      expect(door.canvas('bad')).toMatchObject({ ok: false, failure: { code } });
      expect(await door.print(request(page, 'job-1', 'bad'))).toMatchObject({
        kind: 'not-started',
        reason: 'printer-unknown',
      });
      expect(await door.print(request())).toEqual({ kind: 'confirmed' });
    },
  );

  it.each([['screen:'], ['folder:/tmp/badges']])('%s is for practice only', async (address) => {
    const door = openDoor({ practice: false });
    door.configure([config({ address })]);
    expect(await door.ready('front')).toMatchObject({
      ok: false,
      failure: { code: 'address-practice-only' },
    });
    expect(await door.print(request())).toMatchObject({ kind: 'not-started' });
    expect(door.screenPages()).toEqual([]);
  });

  it('the first of two printers with one id keeps it', () => {
    const door = openDoor();
    door.configure([config({ name: 'first' }), config({ name: 'second' })]);
    expect(door.list().map(({ name }) => name)).toEqual(['first']);
  });

  it('a printer that is not there has a name for that', async () => {
    const door = openDoor();
    expect(await door.ready('nobody')).toMatchObject({ ok: false, failure: { code: 'printer-unknown' } });
    expect(door.canvas('nobody').ok).toBe(false);
    expect(door.config('nobody')).toBeNull();
    expect(door.profile('nobody')).toBeNull();
    expect(await door.print(request(page, 'job-1', 'nobody'))).toMatchObject({
      kind: 'not-started',
      reason: 'printer-unknown',
    });
  });
});

describe('a page that was not made for this printer', () => {
  it.each([
    ['another resolution', { ...page, dpi: 300 }],
    ['wider than the head', blankPage(840, 600, 203)],
    ['longer than the label', blankPage(431, 700, 203)],
  ])('%s: nothing is sent', async (_what, each) => {
    const sim = await zpl();
    const door = openDoor();
    door.configure([config({ address: sim.address })]);
    expect(await door.print(request(each))).toEqual({
      kind: 'not-started',
      reason: 'media-mismatch',
      retryAfterMs: null,
    });
    expect(sim.server.connections).toBe(0);
  });
});

describe('the printer on the screen', () => {
  it('keeps the last twelve pages, newest last, as copies', async () => {
    const door = openDoor();
    door.configure([config()]);
    for (let job = 1; job <= 14; job += 1) await door.print(request(page, `job-${job}`));
    const pages = door.screenPages();
    expect(pages.map(({ jobId }) => jobId)).toEqual(Array.from({ length: 12 }, (_, at) => `job-${at + 3}`));
    expect(pages[0]?.page.bits).toEqual(page.bits);
    expect(pages[0]?.page.bits).not.toBe(page.bits);
  });

  it('forgets them when the door closes', async () => {
    const door = openDoor();
    door.configure([config()]);
    await door.print(request());
    await door.close();
    expect(door.screenPages()).toEqual([]);
  });

  it('does not print when the lease was lost', async () => {
    const door = openDoor();
    door.configure([config()]);
    expect(await door.print({ ...request(), mayStart: () => false })).toMatchObject({
      kind: 'not-started',
      reason: 'interrupted',
    });
    expect(door.screenPages()).toEqual([]);
  });
});

describe('the folder', () => {
  it('gets a picture that reads and the bytes, and never overwrites a copy', async () => {
    const door = openDoor();
    door.configure([config({ address: `folder:${join(folder, 'deep', 'er')}` })]);
    expect(await door.print(request())).toEqual({ kind: 'sent' });
    expect(await door.print(request())).toEqual({ kind: 'sent' });
    const names = (await readdir(join(folder, 'deep', 'er'))).sort();
    expect(names).toEqual(['job-1-2.png', 'job-1-2.zpl', 'job-1.png', 'job-1.zpl']);
    const [reading] = await readWithZxing(await readFile(join(folder, 'deep', 'er', 'job-1.png')));
    expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
    expect((await readFile(join(folder, 'deep', 'er', 'job-1.zpl'))).toString()).toMatch(/^\^XA/);
  });

  it('never leaves the folder, whatever the job is called', async () => {
    const door = openDoor();
    door.configure([config({ address: `folder:${join(folder, 'in')}` })]);
    await door.print(request(page, '../../../escape'));
    expect(await readdir(folder)).toEqual(['in']);
  });

  it('that is a file leaves the job waiting', async () => {
    await writeFile(join(folder, 'file'), '');
    const door = openDoor();
    door.configure([config({ address: `folder:${join(folder, 'file')}` })]);
    expect(await door.print(request())).toMatchObject({ kind: 'not-started', reason: 'printer-fault' });
  });
});

describe('two jobs for one device', () => {
  it('run one after another, also through two printers of that address', async () => {
    const sim = await zpl();
    const door = openDoor();
    door.configure([config({ address: sim.address }), config({ id: 'back', address: sim.address })]);
    const outcomes = await Promise.all([
      door.print(request(page, 'a')),
      door.print(request(page, 'b', 'back')),
      door.print(request(page, 'c')),
    ]);
    expect(outcomes).toEqual([{ kind: 'confirmed' }, { kind: 'confirmed' }, { kind: 'confirmed' }]);
    expect(sim.labels).toHaveLength(3);
  });
});

describe('new settings while the app runs', () => {
  it('tell of what changed, and keep the mood of what did not', async () => {
    const sim = await zpl();
    const door = openDoor();
    const kept = config({ address: sim.address });
    door.configure([kept, config({ id: 'old' })]);
    await door.ready('front');
    const changed: string[] = [];
    door.onChange((printerId) => changed.push(printerId));
    door.configure([kept, config({ id: 'new' })]);
    expect(changed.sort()).toEqual(['new', 'old']);
    expect(door.list().map(({ id, mood }) => [id, mood])).toEqual([
      ['front', 'ready'],
      ['new', 'unknown'],
    ]);
  });

  it('stop a job that waited for the printer as it was', async () => {
    const sim = await zpl();
    const door = openDoor();
    door.configure([config({ address: sim.address })]);
    let first: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      first = door.print({ ...request(page, 'a'), onMilestone: () => begun() });
    });
    const second = door.print(request(page, 'b'));
    door.configure([config({ address: sim.address, name: 'Renamed' })]);
    expect(await first).toEqual({ kind: 'confirmed' });
    expect(await second).toMatchObject({ kind: 'not-started', reason: 'busy' });
    expect(sim.labels).toHaveLength(1);
  });
});

describe('how a printer looks', () => {
  it('is unknown until it was asked', async () => {
    const sim = await zpl();
    const door = openDoor();
    door.configure([config({ address: sim.address })]);
    expect(door.list()[0]).toMatchObject({ mood: 'unknown', problem: null });
    expect(await door.ready('front')).toMatchObject({
      ok: true,
      value: { mood: 'ready', model: 'Zebra ZD421 (203 dpi)' },
    });
  });

  it('is offline when nobody answers, and ready again as soon as somebody does, without being asked for', async () => {
    const sim = await zpl();
    sim.behave({ coverOpen: true });
    const door = openDoor({ recheckMs: [20] });
    door.configure([config({ address: sim.address })]);
    expect(await door.ready('front')).toMatchObject({ ok: false, failure: { code: 'cover-open' } });
    expect(door.list()[0]).toMatchObject({ mood: 'attention', problem: { code: 'cover-open' } });
    const mended = nextChange(door);
    sim.behave({});
    expect(await mended).toBe('front');
    expect(door.list()[0]).toMatchObject({ mood: 'ready', problem: null });
  });

  it('is silent when it takes jobs and answers nothing', async () => {
    const sim = await zpl();
    sim.behave({ silent: true });
    const door = openDoor();
    door.configure([config({ address: sim.address })]);
    expect(await door.ready('front')).toMatchObject({ ok: true, value: { mood: 'silent' } });
    expect(await door.print(request())).toEqual({ kind: 'sent' });
  });

  it('follows what a job has met', async () => {
    const sim = await EscposPrinterSim.start({ paperOutDuring: true });
    closing.push(() => sim.close());
    const door = openDoor({ recheckMs: [20] });
    const media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 } as const;
    door.configure([config({ address: sim.address, profile: 'epson-tm-t20iii', media })]);
    expect(await door.print(request())).toMatchObject({ kind: 'unsure', reason: 'fault-while-printing' });
    expect(door.list()[0]?.problem?.code).toBe('printer-fault');
    // The next look finds out what the fault is.
    await nextChange(door);
    expect(door.list()[0]?.problem?.code).toBe('media-empty');
  });

  it('is not disturbed by a listener that throws', async () => {
    const bugs: unknown[] = [];
    const sim = await zpl();
    const door = openDoor({ onBug: (error) => bugs.push(error) });
    door.configure([config({ address: sim.address })]);
    door.onChange(() => {
      throw new Error('a bug of the listener');
    });
    expect(await door.print(request())).toEqual({ kind: 'confirmed' });
    expect(bugs).toHaveLength(1);
  });
});

describe('a bug on the way', () => {
  it('before the first byte leaves the job waiting, and is reported', async () => {
    const bugs: unknown[] = [];
    const sim = await zpl();
    const door = openDoor({ onBug: (error) => bugs.push(error) });
    door.configure([config({ address: sim.address })]);
    const malformed = { ...page, bits: new Uint8Array(3) };
    expect(await door.print(request(malformed))).toMatchObject({
      kind: 'not-started',
      reason: 'printer-fault',
    });
    expect(bugs).toHaveLength(1);
    expect(sim.labels).toHaveLength(0);
  });

  it('after the lease was taken leaves us unsure', async () => {
    const sim = await zpl();
    const door = openDoor();
    door.configure([config({ address: sim.address })]);
    const onMilestone = (): void => {
      throw new Error('a bug of the caller');
    };
    expect(await door.print({ ...request(), onMilestone })).toMatchObject({
      kind: 'unsure',
      reason: 'interrupted',
    });
  });
});

describe('closing', () => {
  it('begins no further job', async () => {
    const sim = await zpl();
    const door = openDoor();
    door.configure([config({ address: sim.address })]);
    const first = door.print(request(page, 'a'));
    const second = door.print(request(page, 'b'));
    await door.close();
    expect(['confirmed', 'unsure', 'not-started']).toContain((await first).kind);
    expect(await second).toMatchObject({ kind: 'not-started', reason: 'interrupted' });
    expect(sim.labels.length).toBeLessThanOrEqual(1);
  });
});
