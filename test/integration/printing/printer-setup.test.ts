import { afterEach, describe, expect, it } from 'vitest';
import { abilitiesOf } from '../../../src/main/printer-setup/abilities.ts';
import { discover } from '../../../src/main/printing/discovery/discover.ts';
import { lookAtCups } from '../../../src/main/printing/discovery/looks.ts';
import { findProfile, profiles } from '../../../src/main/printing/profiles/index.ts';
import { CupsServer } from '../../../src/main/printing/transports/cups/cups-server.ts';
import { forkHelper } from '../../../src/main/printing/transports/helper/helper-process.ts';
import type { NewPrinter } from '../../../src/shared/ipc/printer-setup.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { ok } from '../../../src/shared/result.ts';
import { valueOf } from '../../fakes/badge-samples.ts';
import { badgePage, testPayload } from '../../fakes/pages.ts';
import { PrinterDesk, type DeskOptions } from '../../fakes/printer-desk.ts';
import { builtHelper } from '../../fakes/printing/built-helper.ts';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { Sink } from '../../fakes/printing/sink.ts';
import { EscposPrinterSim, PolledPrinterSim, ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { readWithZxing } from '../../judges/decode.ts';
import { sheetPng, type Sheet } from '../../judges/sheet.ts';
import { judgeZpl } from '../../judges/zpl.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const timings = { answerMs: 400, pollMs: 10, busyMs: 200, paperMmPerSecond: 5000, queueMs: 10_000 };
const label: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
const roll: Media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 };

async function openDesk(options: DeskOptions = {}): Promise<PrinterDesk> {
  const desk = await PrinterDesk.open({ ...options, door: { timings, ...options.door } });
  closing.push(() => desk.close());
  return desk;
}
async function zpl(): Promise<ZplPrinterSim> {
  const sim = await ZplPrinterSim.start();
  closing.push(() => sim.close());
  return sim;
}
const printer = (address: string, more: Partial<NewPrinter> = {}): NewPrinter => ({
  name: 'Gate 2',
  profileId: 'zebra-zd421-203',
  place: { kind: 'typed', address },
  media: label,
  kinds: ['badge'],
  ...more,
});

/** What a scanner reads of a label, symbol by symbol. */
async function scansOf(zplJob: string): Promise<readonly string[]> {
  const { sheets } = await judgeZpl(Buffer.from(zplJob, 'latin1'), 203);
  expect(sheets).toHaveLength(1);
  const seen = await readWithZxing(sheetPng(sheets[0] as Sheet), 8);
  expect(seen.map(({ isMirrored, orientation }) => [isMirrored, orientation])).toEqual(
    seen.map(() => [false, 0]),
  );
  return seen.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).sort();
}

/** First black column and row of a label, in millimetres. */
async function cornerOf(zplJob: string): Promise<readonly [leftMm: number, topMm: number]> {
  const { sheets } = await judgeZpl(Buffer.from(zplJob, 'latin1'), 203);
  const { width, dots } = sheets[0] as Sheet;
  let [left, top] = [Infinity, Infinity];
  dots.forEach((dot, at) => {
    if (dot === 0) return;
    left = Math.min(left, at % width);
    top = Math.min(top, Math.floor(at / width));
  });
  return [(left * 25.4) / 203, (top * 25.4) / 203];
}

describe('a printer on the network', () => {
  it('is added by its address, prints a test page, and badges are moved by what the page taught', async () => {
    const sim = await zpl();
    const desk = await openDesk({ nonces: ['K7Q4MX', 'B2B2B2'] });
    const added = valueOf(await desk.setup.add(printer(sim.address)));
    expect(await desk.door.ready(added.printerId)).toMatchObject({ ok: true, value: { mood: 'ready' } });
    desk.setup.roll('gate-2', { labels: 100, warnAt: 5 });

    const page = valueOf(await desk.setup.testPage('gate-2', 8));
    expect(page).toMatchObject({
      nonce: 'K7Q4MX',
      sizes: [2, 3, 4, 5, 6],
      outcome: 'confirmed',
      expected: { leftMm: 3, topMm: 3 },
    });
    expect(desk.rolls.roll('gate-2')?.left).toBe(99);
    expect(sim.labels).toHaveLength(1);
    const [first = ''] = sim.labels;
    // The darkness of this page goes before it, and the label itself is as the page says.
    expect(sim.server.received.toString('latin1')).toContain('~SD24');
    expect(await scansOf(first)).toEqual([2, 3, 4, 5, 6].map((dots) => `BS-TEST|K7Q4MX|${dots}`));
    const [leftMm, topMm] = await cornerOf(first);

    for (const scanned of ['BS-TEST|K7Q4MX|4', 'BS-TEST|OTHERS|2', 'ms-qrpin:v1|a|b|c', ''])
      expect(desk.setup.scanTest('gate-2', scanned)).toMatchObject({ ok: true });
    expect(desk.setup.scanTest('gate-2', 'BS-TEST|K7Q4MX|3')).toEqual(ok({ dots: 3, read: [3, 4] }));

    const learned = valueOf(await desk.setup.learn('gate-2', { leftMm: 4, topMm: 2.5, armMm: 10 }));
    const calibration = { minDots: 3, rightMm: 1, downMm: -0.5, darkness: 8 };
    expect(learned).toEqual({ calibration, dpi: null });
    expect((await desk.nextStart()).current.printers.at(-1)?.calibration).toEqual(calibration);
    expect(valueOf(desk.door.canvas('gate-2')).minDots).toBe(3);

    await desk.setup.testPage('gate-2', null);
    const after = await cornerOf(sim.labels[1] ?? '');
    expect(after[0] - leftMm).toBeCloseTo(-1, 1);
    expect(after[1] - topMm).toBeCloseTo(0.5, 1);
  });

  it('learns from a page once, and not from one of other settings', async () => {
    const sim = await zpl();
    const desk = await openDesk({ nonces: ['AAAAAA', 'BBBBBB'] });
    await desk.setup.add(printer(sim.address));
    const nothing = { leftMm: null, topMm: null, armMm: null };
    const gone = { ok: false, failure: { code: 'test-page-unknown', facts: { printerId: 'gate-2' } } };
    expect(desk.setup.scanTest('gate-2', 'BS-TEST|AAAAAA|3')).toEqual(gone);
    expect(await desk.setup.learn('gate-2', nothing)).toEqual(gone);
    await desk.setup.testPage('gate-2', null);
    await desk.setup.learn('gate-2', { ...nothing, leftMm: 4 });
    expect(await desk.setup.learn('gate-2', { ...nothing, leftMm: 4 })).toEqual(gone);
    await desk.setup.testPage('gate-2', null);
    await desk.setup.change({
      printerId: 'gate-2',
      name: 'Gate 2',
      profileId: 'generic-zpl-203',
      place: { kind: 'keep' },
      media: label,
      turned: false,
      calibration: null,
    });
    expect(await desk.setup.learn('gate-2', nothing)).toEqual(gone);
  });

  it('prints upside down where labels leave it foot first', async () => {
    const sim = await zpl();
    const desk = await openDesk();
    await desk.setup.add(printer(sim.address));
    await desk.setup.change({
      printerId: 'gate-2',
      name: 'Gate 2',
      profileId: 'zebra-zd421-203',
      place: { kind: 'keep' },
      media: label,
      turned: true,
      calibration: null,
    });
    await desk.setup.testPage('gate-2', null);
    const { sheets } = await judgeZpl(Buffer.from(sim.labels[0] ?? '', 'latin1'), 203);
    const seen = await readWithZxing(sheetPng(sheets[0] as Sheet), 8);
    expect(seen.length).toBeGreaterThan(2);
    for (const { orientation, isMirrored } of seen)
      expect([Math.abs(orientation), isMirrored]).toEqual([180, false]);
  });

  it('says what stands in the way of a test page, and counts no label', async () => {
    const sim = await ZplPrinterSim.start({ coverOpen: true });
    closing.push(() => sim.close());
    const desk = await openDesk();
    await desk.setup.add(printer(sim.address));
    desk.setup.roll('gate-2', { labels: 100, warnAt: 5 });
    expect(await desk.setup.testPage('gate-2', null)).toMatchObject({ failure: { code: 'cover-open' } });
    await sim.close();
    expect(await desk.setup.testPage('gate-2', null)).toMatchObject({ failure: { code: 'printer-offline' } });
    expect(await desk.setup.testPage('nobody', null)).toMatchObject({ failure: { code: 'printer-unknown' } });
    expect([sim.labels.length, desk.rolls.roll('gate-2')?.left]).toEqual([0, 100]);
  });
});

describe.skipIf(process.platform !== 'linux')('a queue of CUPS', () => {
  it('is found, added by its id, and takes a test page; scans and learning work the same', async () => {
    const sink = await Sink.open();
    closing.push(() => sink.close());
    const cups = await PrivateCups.open([
      { name: 'ZD421-203dpi', deviceUri: `socket://127.0.0.1:${sink.port}` },
    ]);
    closing.push(() => cups.close());
    const server = new CupsServer({ socketPath: cups.socketPath });
    const desk = await openDesk({
      door: { devices: { startHelper: forkHelper(await builtHelper()), cups: server } },
      discover: () => discover([lookAtCups(() => server)], profiles),
    });
    const [found] = valueOf(await desk.setup.discover());
    expect(found).toMatchObject({
      foundId: 'found-1',
      address: 'queue:ZD421-203dpi',
      suggestion: { profileId: 'zebra-zd421-203', certainty: 'model' },
      usedBy: null,
    });
    await desk.setup.add(printer('', { place: { kind: 'found', foundId: 'found-1' } }));
    const page = valueOf(await desk.setup.testPage('gate-2', null));
    // A queue cannot tell more.
    expect([page.outcome, desk.setup.view().printers.at(-1)?.abilities.strongest]).toEqual(['sent', 'sent']);
    const jobs = sink.jobs.filter((job) => job.length > 0);
    expect(jobs).toHaveLength(1);
    expect(await scansOf(jobs[0]?.toString('latin1') ?? '')).toHaveLength(5);
    expect(await cups.documents()).toEqual([]);
    expect(desk.setup.scanTest('gate-2', 'BS-TEST|K7Q4MX|2')).toEqual(ok({ dots: 2, read: [2] }));
    expect(valueOf(await desk.setup.discover())[0]?.usedBy).toBe('gate-2');
  });
});

/** What the screen promises for a model on the network is what a printer of its language shows. */
describe('what can be known', () => {
  const polled = (language: string) => () => PolledPrinterSim.start(language);
  it.each([
    ['zebra-zd421-203', () => ZplPrinterSim.start(), label],
    ['generic-zpl-203', () => ZplPrinterSim.start(), label],
    ['epson-tm-t20iii', () => EscposPrinterSim.start(), roll],
    ['generic-escpos-80', () => EscposPrinterSim.start({ isClone: true }), roll],
    ['tsc-da210', polled('tspl'), label],
    ['generic-tspl-203', polled('tspl'), label],
    ['zebra-lp2844', polled('epl2'), label],
    ['zebra-zq520', polled('cpcl'), label],
    ['star-mc-print3', polled('starprnt'), roll],
    ['star-tsp654ii', polled('star-line'), roll],
    ['star-tsp143iii', polled('star-graphic'), roll],
    ['brother-ql-820nwb', polled('brother-ql'), { ...label, widthMm: 62, heightMm: 100 }],
    ['dymo-lw-450', polled('dymo'), label],
  ] as const)('of a badge at %s on the network', async (profileId, start, media) => {
    const sim = await start();
    closing.push(() => sim.close());
    const profile = valueOf(findProfile(profileId));
    const promised = abilitiesOf(profile, 'tcp');
    const desk = await openDesk();
    valueOf(await desk.setup.add(printer(sim.address, { profileId, media, kinds: [] })));
    const ready = await desk.door.ready('gate-2');
    expect(ready).toMatchObject({ ok: true, value: { mood: promised.isAsked ? 'ready' : 'silent' } });
    const widthMm = Math.min(media.widthMm, 50);
    const { dpi } = profile;
    const page = badgePage({ dpi, widthMm, heightMm: 60, payload: testPayload(100), dotsPerModule: 4 });
    const outcome = await desk.door.print({
      printerId: 'gate-2',
      jobId: 'job-1',
      badge: { page },
      mayStart: () => true,
    });
    expect(outcome.kind).toBe(promised.strongest);
  });
});
