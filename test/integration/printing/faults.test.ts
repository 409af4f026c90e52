import { describe, expect, it } from 'vitest';
import type { PrintOutcome } from '../../../src/main/printing/types.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import type { Language } from '../../../src/shared/printing/profile.ts';
import { languages } from '../../../src/shared/printing/profile.ts';
import { FullBacklog } from '../../fakes/tcp-printers.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { FaultTable, faults, type Fault } from './fault-table.ts';
import { FaultRig, freeAddress, greeting, pageFor, smallPage, type FaultScript } from './fault-rig.ts';

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

/** The ledger after a job that went well: the printer's word where it has one, no more than "sent" where it has none. */
function wentWell(language: Language): Partial<JobRecord> & Ledger {
  return best[language] === 'confirmed'
    ? { state: 'confirmed', reason: null, witness: 'printer', attempts: 1 }
    : { state: 'sent', reason: null, witness: 'none', attempts: 1 };
}

/** Languages in which we can take back what waits in the printer. */
const cancelling: readonly Language[] = languages.filter((each) => !['epl2', 'cpcl', 'dymo'].includes(each));

type Ledger = Pick<JobRecord, 'state' | 'reason'>;

/** A fault, what becomes of the job, and how many papers there are once the fault has gone. */
interface FaultRow {
  readonly fault: Fault | 'none' | 'line of a megabit';
  readonly script: FaultScript;
  /** `best` = as well as the language can say. */
  readonly outcome: 'best' | Partial<PrintOutcome>;
  /** What the ledger says right after the try; `best` = the state that goes with the outcome, and no reason. */
  readonly ledger: 'best' | Ledger;
  /** Null: what has the job in its buffers may print it when the fault has gone; nobody can know. */
  readonly papers: number | null;
  readonly takesBack?: boolean;
}

const table: readonly FaultRow[] = [
  { fault: 'none', script: {}, outcome: 'best', ledger: 'best', papers: 1 },
  {
    fault: 'accepts and never reads',
    script: { neverReads: true },
    outcome: { kind: 'sent' },
    ledger: { state: 'sent', reason: null },
    papers: 1,
  },
  {
    fault: 'stops reading at byte 600',
    script: { stopsAtByte: 600 },
    outcome: { kind: 'unsure', reason: 'stalled' },
    ledger: { state: 'unsure', reason: 'stalled' },
    papers: null,
  },
  {
    fault: 'resets at byte 600',
    script: { resetsAtByte: 600 },
    outcome: { kind: 'unsure', reason: 'vanished' },
    ledger: { state: 'unsure', reason: 'vanished' },
    papers: 0,
  },
  {
    fault: 'answers junk',
    script: { answersJunk: true },
    outcome: { kind: 'sent' },
    ledger: { state: 'sent', reason: null },
    papers: 1,
  },
  {
    fault: 'cover open',
    script: { coverOpen: true },
    outcome: { kind: 'not-started', reason: 'cover-open' },
    ledger: { state: 'queued', reason: 'cover-open' },
    papers: 1,
  },
  {
    fault: 'no paper before the job',
    script: { paperOut: true },
    outcome: { kind: 'not-started', reason: 'media-empty' },
    ledger: { state: 'queued', reason: 'media-empty' },
    papers: 1,
  },
  {
    fault: 'paper runs out during the job',
    script: { paperOutDuring: true },
    outcome: { kind: 'unsure', reason: 'fault-while-printing' },
    ledger: { state: 'unsure', reason: 'fault-while-printing' },
    papers: 0,
    takesBack: true,
  },
  {
    fault: 'cutter jammed',
    script: { cutterJam: true },
    outcome: { kind: 'not-started', reason: 'cutter-jam' },
    ledger: { state: 'queued', reason: 'cutter-jam' },
    papers: 1,
  },
  {
    fault: 'head too hot',
    script: { headHot: true },
    outcome: { kind: 'not-started', reason: 'head-hot' },
    ledger: { state: 'queued', reason: 'head-hot' },
    papers: 1,
  },
  {
    fault: 'line of a megabit',
    script: { bytesPerSecond: 120_000 },
    outcome: 'best',
    ledger: 'best',
    papers: 1,
  },
  {
    fault: 'vanishes at the end',
    script: { vanishesAtEnd: true },
    outcome: { kind: 'unsure', reason: 'vanished' },
    ledger: { state: 'unsure', reason: 'vanished' },
    papers: 0,
  },
];

const faultTable = new FaultTable();
const isFault = (fault: string): fault is Fault => faults.some((each) => each === fault);

describe.each([...languages])('%s: a job at a printer with a fault', (language) => {
  const can = (fault: Fault): boolean => faultTable.excuse(language, fault) === null;
  const seen = table.filter(({ fault }) => !isFault(fault) || can(fault));

  it.concurrent.each(seen)('$fault', ({ fault, script, outcome, ledger, papers, takesBack }) =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      sim.behave(script);
      const job = await rig.print(door, language);
      expect(job.outcome).toMatchObject(outcome === 'best' ? { kind: best[language] } : outcome);
      const stands = ledger === 'best' ? wentWell(language) : ledger;
      expect(job.ledger).toMatchObject({ ...stands, copy: 1 });
      faultTable.note(language, fault, job.ledger);
      // The fault has gone: what waited prints by itself, once; about what is unsure only a person decides.
      sim.behave({});
      await door.ready('front');
      await job.pass();
      const later = stands.state === 'queued' ? wentWell(language) : stands;
      expect(job.ledger).toMatchObject({ ...later, copy: 1 });
      expect(job.tries).toBe(1);
      if (papers !== null && (takesBack !== true || cancelling.includes(language))) {
        await eventually(`${papers} papers`, () => sim.papers() === papers);
      }
    }),
  );

  if (can('line of 9600 baud'))
    it.concurrent('line of 9600 baud', () =>
      withRig(async (rig) => {
        const { door, sim } = await rig.open(language, { slowestBytesPerSecond: 960, answerMs: 2000 });
        sim.behave({ bytesPerSecond: 960 });
        const job = await rig.print(door, language, smallPage(language));
        expect(job.ledger).toMatchObject(wentWell(language));
        faultTable.note(language, 'line of 9600 baud', job.ledger);
        expect(sim.papers()).toBe(1);
      }),
    );

  it.concurrent('refused', () =>
    withRig(async (rig) => {
      const door = rig.openDoor(language, await freeAddress());
      const job = await rig.print(door, language);
      expect(job.outcome).toMatchObject({ kind: 'not-started', reason: 'offline', retryAfterMs: 5000 });
      expect(job.ledger).toMatchObject({ state: 'queued', reason: 'offline', attempts: 0 });
      faultTable.note(language, 'refused', job.ledger);
    }),
  );

  it.concurrent('hangs on connect', () =>
    withRig(async (rig) => {
      const full = await FullBacklog.start();
      rig.onClose(() => full.close());
      const door = rig.openDoor(language, full.address);
      const job = await rig.print(door, language);
      expect(job.outcome).toMatchObject({ kind: 'not-started', reason: 'offline' });
      expect(job.ledger).toMatchObject({ state: 'queued', reason: 'offline', attempts: 0 });
      faultTable.note(language, 'hangs on connect', job.ledger);
    }),
  );

  it.concurrent.each([
    ['serves somebody else and lets us wait', 'wait', 'busy'],
    ['serves somebody else and throws us out', 'reset', 'offline'],
  ] as const)('%s', (_what, furtherClients, reason) =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      expect((await rig.print(door, language)).ledger).toMatchObject(wentWell(language));
      sim.behave({ furtherClients });
      const other = await rig.otherClient(sim.address, greeting[language]);
      const job = await rig.print(door, language);
      expect(job.outcome).toMatchObject({ kind: 'not-started', reason });
      expect(job.ledger).toMatchObject({ state: 'queued', reason, attempts: 0 });
      faultTable.note(language, 'second client', job.ledger);
      await other.leave();
      await job.pass();
      expect(job.ledger).toMatchObject(wentWell(language));
      expect(sim.papers()).toBe(2);
    }),
  );

  it.concurrent('answered before and never reads now: the job waits', () =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      expect((await door.ready('front')).ok).toBe(true);
      sim.behave({ neverReads: true });
      const job = await rig.print(door, language);
      expect(job.outcome).toMatchObject({ kind: 'not-started', reason: 'busy' });
      expect(job.ledger).toMatchObject({ state: 'queued', reason: 'busy', attempts: 0 });
      expect(sim.papers()).toBe(0);
    }),
  );
});

describe.each(['zpl', 'tspl'] as const)('%s: a label printer whose habits are known', (language) => {
  it.concurrent('stops reading, and reads on after we gave up: the label does not come out later', () =>
    withRig(async (rig) => {
      const { door, sim } = await rig.open(language);
      expect((await rig.print(door, language)).ledger).toMatchObject(wentWell(language));
      sim.behave({ stopsAtByte: 600 });
      const stuck = await rig.print(door, language);
      expect(stuck.ledger).toMatchObject({ state: 'unsure', reason: 'stalled' });
      sim.behave({});
      expect((await rig.print(door, language)).ledger).toMatchObject(wentWell(language));
      expect(stuck.ledger).toMatchObject({ state: 'unsure', reason: 'stalled' });
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
      const job = await rig.print(door, 'brother-ql');
      expect(job.outcome).toMatchObject({ kind: 'not-started', reason: 'media-mismatch' });
      // Another roll is a person's work: the badge does not try again by itself.
      expect(job.ledger).toMatchObject({ state: 'held', reason: 'media-mismatch' });
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
      const { outcome, ledger } = await rig.print(door, 'escpos', { ...page, heightDots: 400_000, bits });
      expect(outcome).toMatchObject({ kind: 'unsure', reason: 'stalled' });
      expect(ledger).toMatchObject({ state: 'unsure', reason: 'stalled' });
      if (outcome?.kind === 'unsure') {
        expect(outcome.bytesSent).toBeGreaterThan(0);
        expect(outcome.bytesSent).toBeLessThan(bits.length);
      }
      sim.behave({});
      await door.ready('front');
      expect(sim.papers()).toBe(0);
    }),
  );
});

describe('14 faults × every family', () => {
  it('each was met by a real job in a real ledger, or cannot happen for a written reason', () => {
    console.log(faultTable.toString());
    expect(faults).toHaveLength(14);
    expect(faultTable.wrong()).toEqual([]);
  });
});
