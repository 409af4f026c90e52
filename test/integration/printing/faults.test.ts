import { describe, expect, it } from 'vitest';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import type { Language } from '../../../src/shared/printing/profile.ts';
import { languages } from '../../../src/shared/printing/profile.ts';
import { FullBacklog } from '../../fakes/tcp-printers.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { FaultRig, freeAddress, pageFor, type FaultScript } from './fault-rig.ts';

/** A rig for one test. The tests wait far more than they work, so several run at a time. */
async function withRig(work: (rig: FaultRig) => Promise<void>): Promise<void> {
  const rig = new FaultRig();
  try {
    await work(rig);
  } finally {
    await rig.close();
  }
}

/** The best a language can say of a job that went well (docs/printers.md, "What each family can prove"). */
const best: Readonly<Record<Language, PrintOutcome['kind']>> = {
  zpl: 'confirmed',
  escpos: 'confirmed',
  starprnt: 'confirmed',
  'star-line': 'confirmed',
  'star-graphic': 'confirmed',
  tspl: 'confirmed',
  'brother-ql': 'confirmed',
  epl2: 'sent',
  cpcl: 'sent',
  dymo: 'sent',
};

/** Languages that have a word for a fault. */
const cover: readonly Language[] = languages.filter((language) => language !== 'dymo');
const cutter: readonly Language[] = ['zpl', 'escpos', 'starprnt', 'star-line', 'star-graphic', 'brother-ql'];
const heat: readonly Language[] = ['zpl', 'escpos', 'starprnt', 'star-line', 'star-graphic', 'tspl'];
/** Languages in which we can take back what waits in the printer. */
const cancelling: readonly Language[] = languages.filter((each) => !['epl2', 'cpcl', 'dymo'].includes(each));

/** A fault, what becomes of the job, and how many papers there are once the fault has gone. */
interface FaultRow {
  readonly fault: string;
  readonly script: FaultScript;
  /** `best` = as well as the language can say. */
  readonly outcome: 'best' | Partial<PrintOutcome>;
  /** Null: what has the job in its buffers may print it when the fault has gone; nobody can know. */
  readonly papers: number | null;
  /** Languages that can see this fault; all, unless said. */
  readonly sees?: readonly Language[];
  readonly takesBack?: boolean;
}

const table: readonly FaultRow[] = [
  { fault: 'none', script: {}, outcome: 'best', papers: 1 },
  {
    fault: 'accepts and reads much later',
    script: { neverReads: true },
    outcome: { kind: 'sent' },
    papers: 1,
  },
  {
    fault: 'stops reading at byte 600, with the rest in the network',
    script: { stopsAtByte: 600 },
    outcome: { kind: 'unsure', reason: 'stalled' },
    papers: null,
  },
  {
    fault: 'resets at byte 600',
    script: { resetsAtByte: 600 },
    outcome: { kind: 'unsure', reason: 'vanished' },
    papers: 0,
  },
  { fault: 'answers junk', script: { answersJunk: true }, outcome: { kind: 'sent' }, papers: 1 },
  {
    fault: 'cover open',
    script: { coverOpen: true },
    outcome: { kind: 'not-started', reason: 'cover-open' },
    papers: 0,
    sees: cover,
  },
  {
    fault: 'no paper before the job',
    script: { paperOut: true },
    outcome: { kind: 'not-started', reason: 'media-empty' },
    papers: 0,
  },
  {
    fault: 'paper runs out during the job',
    script: { paperOutDuring: true },
    outcome: { kind: 'unsure', reason: 'fault-while-printing' },
    papers: 0,
    takesBack: true,
  },
  {
    fault: 'cutter jammed',
    script: { cutterJam: true },
    outcome: { kind: 'not-started', reason: 'cutter-jam' },
    papers: 0,
    sees: cutter,
  },
  {
    fault: 'head too hot',
    script: { headHot: true },
    outcome: { kind: 'not-started', reason: 'head-hot' },
    papers: 0,
    sees: heat,
  },
  { fault: 'slow line', script: { bytesPerSecond: 120_000 }, outcome: 'best', papers: 1 },
  {
    fault: 'vanishes at the end',
    script: { vanishesAtEnd: true },
    outcome: { kind: 'unsure', reason: 'vanished' },
    papers: 0,
  },
];

/** Something each language's simulator answers. */
const greeting: Readonly<Record<Language, Uint8Array>> = {
  zpl: Buffer.from('~HS'),
  escpos: Uint8Array.of(0x10, 0x04, 0x01),
  starprnt: Uint8Array.of(0x1b, 0x06, 0x01),
  'star-line': Uint8Array.of(0x1b, 0x06, 0x01),
  'star-graphic': Uint8Array.of(0x1b, 0x06, 0x01),
  tspl: Uint8Array.of(0x1b, 0x21, 0x3f),
  'brother-ql': Uint8Array.of(0x1b, 0x69, 0x53),
  epl2: Buffer.from('^ee\r\n'),
  cpcl: Uint8Array.of(0x1b, 0x68),
  dymo: Uint8Array.of(0x1b, 0x41),
};

describe.each([...languages])('%s: a job at a printer with a fault', (language) => {
  const seen = table.filter(({ sees }) => sees === undefined || sees.includes(language));

  it.concurrent.each(seen)('$fault', ({ script, outcome, papers, takesBack }) =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      sim.behave(script);
      const wanted = outcome === 'best' ? { kind: best[language] } : outcome;
      expect(await rig.print(door, language)).toMatchObject(wanted);
      sim.behave({});
      await door.ready('front');
      if (papers !== null && (takesBack !== true || cancelling.includes(language))) {
        await eventually(`${papers} papers`, () => sim.papers() === papers);
      }
    }),
  );

  it.concurrent('refused', () =>
    withRig(async (rig) => {
      const door = rig.openDoor(language, await freeAddress());
      const outcome = await rig.print(door, language);
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'offline', retryAfterMs: 5000 });
    }),
  );

  it.concurrent('hangs on connect', () =>
    withRig(async (rig) => {
      const full = await FullBacklog.start();
      rig.onClose(() => full.close());
      const door = rig.openDoor(language, full.address);
      expect(await rig.print(door, language)).toMatchObject({ kind: 'not-started', reason: 'offline' });
    }),
  );

  it.concurrent.each([
    ['serves somebody else and lets us wait', 'wait', 'busy'],
    ['serves somebody else and throws us out', 'reset', 'offline'],
  ] as const)('%s', (_what, furtherClients, reason) =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      expect(await rig.print(door, language)).toMatchObject({ kind: best[language] });
      sim.behave({ furtherClients });
      const other = await rig.otherClient(sim.address, greeting[language]);
      expect(await rig.print(door, language)).toMatchObject({ kind: 'not-started', reason });
      await other.leave();
      expect(await rig.print(door, language)).toMatchObject({ kind: best[language] });
      expect(sim.papers()).toBe(2);
    }),
  );

  it.concurrent('answered before and never reads now: the job waits', () =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      expect((await door.ready('front')).ok).toBe(true);
      sim.behave({ neverReads: true });
      expect(await rig.print(door, language)).toMatchObject({ kind: 'not-started', reason: 'busy' });
      expect(sim.papers()).toBe(0);
    }),
  );
});

describe.each(['zpl', 'tspl'] as const)('%s: a label printer whose habits are known', (language) => {
  it.concurrent('stops reading, and reads on after we gave up: the label does not come out later', () =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      expect(await rig.print(door, language)).toEqual({ kind: 'confirmed' });
      sim.behave({ stopsAtByte: 600 });
      expect(await rig.print(door, language)).toMatchObject({ kind: 'unsure', reason: 'stalled' });
      sim.behave({});
      expect(await rig.print(door, language)).toEqual({ kind: 'confirmed' });
      expect(sim.papers()).toBe(2);
    }),
  );
});

describe('a Brother printer', () => {
  it.concurrent('that holds another roll than the one configured gets nothing', () =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open('brother-ql');
      const media = { kind: 'continuous', widthMm: 62, heightMm: null, gapMm: 0 } as const;
      door.configure([
        { id: 'front', name: 'Front', profile: 'brother-ql-570', address: sim.address, media },
      ]);
      expect(await rig.print(door, 'brother-ql')).toMatchObject({
        kind: 'not-started',
        reason: 'media-mismatch',
      });
      expect(sim.papers()).toBe(0);
    }),
  );
});

describe('a job larger than every buffer on the way', () => {
  it.concurrent('stalls at a printer that never reads, and nothing of it comes later', () =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open('escpos');
      sim.behave({ neverReads: true });
      const page = pageFor('escpos');
      const bits = new Uint8Array(page.bytesPerRow * 400_000).fill(0xaa);
      const outcome = await rig.print(door, 'escpos', { ...page, heightDots: 400_000, bits });
      expect(outcome).toMatchObject({ kind: 'unsure', reason: 'stalled' });
      if (outcome.kind === 'unsure') {
        expect(outcome.bytesSent).toBeGreaterThan(0);
        expect(outcome.bytesSent).toBeLessThan(bits.length);
      }
      sim.behave({});
      await door.ready('front');
      expect(sim.papers()).toBe(0);
    }),
  );
});
