import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PrinterDoor } from '../../../src/main/printing/printer.ts';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import { badgePage, testPayload } from '../../fakes/pages.ts';
import {
  EscposPrinterSim,
  FullBacklog,
  ZplPrinterSim,
  type EscposScript,
  type ZplScript,
} from '../../fakes/tcp-printers.ts';

/** Long enough for a loaded machine to answer, short enough for a printer that never does. */
const timings = {
  connectMs: 500,
  answerMs: 400,
  chunkMs: 500,
  busyMs: 300,
  pollMs: 10,
  completionMs: 1000,
  finishMs: 300,
  paperMmPerSecond: 5000,
  slowestBytesPerSecond: 100_000,
};

const page = badgePage({ dpi: 203, widthMm: 54, heightMm: 86, payload: testPayload(180), dotsPerModule: 5 });

type Language = 'zpl' | 'escpos';
const languages: readonly Language[] = ['zpl', 'escpos'];

/** A simulated printer of either language, and what came out of it. */
interface Sim {
  readonly address: string;
  behave(script: ZplScript & EscposScript): void;
  papers(): number;
  close(): Promise<void>;
}

async function startSim(language: Language): Promise<Sim> {
  const sim = language === 'zpl' ? await ZplPrinterSim.start() : await EscposPrinterSim.start();
  return {
    address: sim.address,
    behave: (script) => sim.behave(script),
    papers: () => ('labels' in sim ? sim.labels.length : sim.papers.length),
    close: () => sim.close(),
  };
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(language: Language): Promise<{ door: PrinterDoor; sim: Sim }> {
  const sim = await startSim(language);
  const door = new PrinterDoor({ practice: false, timings });
  closing.push(() => sim.close());
  closing.push(() => door.close());
  configure(door, language, sim.address);
  return { door, sim };
}

function configure(door: PrinterDoor, language: Language, address: string): void {
  const profile = language === 'zpl' ? 'zebra-zd421-203' : 'epson-tm-t20iii';
  const media = { kind: 'continuous', widthMm: 54, heightMm: 86, gapMm: 0 } as const;
  door.configure([{ id: 'front', name: 'Front desk', profile, address, media }]);
}

function print(door: PrinterDoor): Promise<PrintOutcome> {
  const badge = { page, symbol: symbolFacts, advice: [] };
  return door.print({ printerId: 'front', jobId: 'job-1', badge, mayStart: () => true });
}

const symbolFacts = {
  version: 8,
  modules: 49,
  errorCorrection: 'M',
  dotsPerModule: 5,
  moduleMm: 0.6,
  sizeMm: 35,
  leftDots: 0,
  topDots: 0,
} as const;

/** A fault, what becomes of the job, and how many papers there are once the fault has gone. */
interface FaultRow {
  readonly fault: string;
  readonly script: ZplScript & EscposScript;
  readonly outcome: Partial<PrintOutcome>;
  /** Null: what has the whole job in its buffers may read on and print it later; nobody can know. */
  readonly papers: Readonly<Record<Language, number | null>>;
}

const both = (papers: number): FaultRow['papers'] => ({ zpl: papers, escpos: papers });

/** Faults a script can play, the same in both languages. The other rows follow below the table. */
const table: readonly FaultRow[] = [
  { fault: 'none', script: {}, outcome: { kind: 'confirmed' }, papers: both(1) },
  {
    fault: 'accepts and reads much later',
    script: { neverReads: true },
    outcome: { kind: 'sent' },
    papers: both(1),
  },
  {
    fault: 'stops reading at byte 600, with the rest in the network',
    script: { stopsAtByte: 600 },
    outcome: { kind: 'unsure', reason: 'stalled' },
    papers: { zpl: null, escpos: null },
  },
  {
    fault: 'resets at byte 600',
    script: { resetsAtByte: 600 },
    outcome: { kind: 'unsure', reason: 'vanished' },
    papers: both(0),
  },
  { fault: 'answers junk', script: { answersJunk: true }, outcome: { kind: 'sent' }, papers: both(1) },
  {
    fault: 'cover open',
    script: { coverOpen: true },
    outcome: { kind: 'not-started', reason: 'cover-open' },
    papers: both(0),
  },
  {
    fault: 'no paper before the job',
    script: { paperOut: true },
    outcome: { kind: 'not-started', reason: 'media-empty' },
    papers: both(0),
  },
  {
    fault: 'paper runs out during the job',
    script: { paperOutDuring: true },
    outcome: { kind: 'unsure', reason: 'fault-while-printing' },
    papers: both(0),
  },
  {
    fault: 'cutter jammed',
    script: { cutterJam: true },
    outcome: { kind: 'not-started', reason: 'cutter-jam' },
    papers: both(0),
  },
  {
    fault: 'head too hot',
    script: { headHot: true },
    outcome: { kind: 'not-started', reason: 'head-hot' },
    papers: both(0),
  },
  { fault: 'slow line', script: { bytesPerSecond: 40_000 }, outcome: { kind: 'confirmed' }, papers: both(1) },
  {
    fault: 'vanishes at the end',
    script: { vanishesAtEnd: true },
    outcome: { kind: 'unsure', reason: 'vanished' },
    papers: both(0),
  },
];

describe.each(languages)('%s: a job at a printer with a fault', (language) => {
  it.each(table)('$fault', async ({ script, outcome, papers }) => {
    const { door, sim } = await open(language);
    sim.behave(script);
    expect(await print(door)).toMatchObject(outcome);
    sim.behave({});
    await door.ready('front');
    if (papers[language] !== null) expect(sim.papers()).toBe(papers[language]);
  });

  it('refused', async () => {
    const { door } = await open(language);
    configure(door, language, await freeAddress());
    expect(await print(door)).toMatchObject({ kind: 'not-started', reason: 'offline', retryAfterMs: 5000 });
  });

  it('hangs on connect', async () => {
    const { door } = await open(language);
    const full = await FullBacklog.start();
    closing.push(() => full.close());
    configure(door, language, full.address);
    expect(await print(door)).toMatchObject({ kind: 'not-started', reason: 'offline' });
  });

  it.each([
    ['serves somebody else and lets us wait', 'wait', 'busy'],
    ['serves somebody else and throws us out', 'reset', 'offline'],
  ] as const)('%s', async (_what, furtherClients, reason) => {
    const { door, sim } = await open(language);
    expect(await print(door)).toEqual({ kind: 'confirmed' });
    sim.behave({ furtherClients });
    const other = await otherClient(sim.address);
    expect(await print(door)).toMatchObject({ kind: 'not-started', reason });
    await other.leave();
    expect(sim.papers()).toBe(1);
    expect(await print(door)).toEqual({ kind: 'confirmed' });
    expect(sim.papers()).toBe(2);
  });

  it('answered before and never reads now: the job waits', async () => {
    const { door, sim } = await open(language);
    expect((await door.ready('front')).ok).toBe(true);
    sim.behave({ neverReads: true });
    expect(await print(door)).toMatchObject({ kind: 'not-started', reason: 'busy' });
    expect(sim.papers()).toBe(0);
  });
});

describe('a label printer whose habits are known', () => {
  it('stops reading, and reads on after we gave up: the label does not come out later', async () => {
    const { door, sim } = await open('zpl');
    expect(await print(door)).toEqual({ kind: 'confirmed' });
    sim.behave({ stopsAtByte: 600 });
    expect(await print(door)).toMatchObject({ kind: 'unsure', reason: 'stalled' });
    sim.behave({});
    expect(await print(door)).toEqual({ kind: 'confirmed' });
    expect(sim.papers()).toBe(2);
  });
});

describe('a job larger than every buffer on the way', () => {
  it('stalls at a printer that never reads, and nothing of it comes later', async () => {
    const { door, sim } = await open('escpos');
    sim.behave({ neverReads: true });
    const tall = {
      ...page,
      heightDots: 400_000,
      bits: new Uint8Array(page.bytesPerRow * 400_000).fill(0xaa),
    };
    const badge = { page: tall, symbol: symbolFacts, advice: [] };
    const outcome = await door.print({ printerId: 'front', jobId: 'job-1', badge, mayStart: () => true });
    expect(outcome).toMatchObject({ kind: 'unsure', reason: 'stalled' });
    if (outcome.kind === 'unsure') {
      expect(outcome.bytesSent).toBeGreaterThan(0);
      expect(outcome.bytesSent).toBeLessThan(tall.bits.length);
    }
    sim.behave({});
    await door.ready('front');
    expect(sim.papers()).toBe(0);
  });
});

/** Somebody who has the printer and asks it something, so that it is certainly being served. */
async function otherClient(address: string): Promise<{ leave(): Promise<void> }> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  closing.push(async () => socket.destroy());
  socket.write(Buffer.from('~HS\x10\x04\x01', 'latin1'));
  await once(socket, 'data');
  return {
    leave: async () => {
      socket.end();
      await once(socket, 'close');
    },
  };
}

async function freeAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `tcp://127.0.0.1:${port}`;
}
