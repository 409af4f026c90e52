import { afterEach, describe, expect, it } from 'vitest';
import { PrinterDoor } from '../../../src/main/printing/printer.ts';
import { systemReasons } from '../../../src/main/printing/transports/system-driver.ts';
import type {
  PagePrinter,
  SystemAnswer,
  SystemPaper,
  SystemPrinter,
} from '../../../src/main/printing/types.ts';
import type { PrinterConfig } from '../../../src/shared/printing/printer.ts';
import { testPayload } from '../../fakes/pages.ts';
import { readWithZxing } from '../../judges/decode.ts';
import { realBadge } from './real-badges.ts';

/** The system's drivers, without Electron. */
class FakePages implements PagePrinter {
  readonly papers: SystemPaper[] = [];
  pictures: Uint8Array[] = [];
  answer: SystemAnswer = { kind: 'taken' };
  facts: SystemPrinter | null | undefined = { status: 0, options: {} };

  look(): Promise<SystemPrinter | null | undefined> {
    return Promise.resolve(this.facts);
  }

  print(paper: SystemPaper): Promise<SystemAnswer> {
    if (this.answer.kind !== 'not-handed-over' && !paper.mayStart())
      return Promise.resolve({ kind: 'not-handed-over', why: 'not-allowed' });
    this.papers.push(paper);
    this.pictures.push(Uint8Array.from(paper.png));
    return Promise.resolve(this.answer);
  }
}

const payload = testPayload(180);
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function open(pages: FakePages | null, changes: Partial<PrinterConfig> = {}): PrinterDoor {
  const startHelper = () => {
    throw new Error('no helper here');
  };
  const devices = { startHelper, platform: 'linux' as const, ...(pages === null ? {} : { pages }) };
  const door = new PrinterDoor({ practice: false, devices });
  closing.push(() => door.close());
  door.configure([
    {
      id: 'front',
      name: 'Cards',
      profile: 'system-driver-card',
      address: 'driver:cards',
      media: { kind: 'card', widthMm: 54, heightMm: 85.6, gapMm: 0 },
      ...changes,
    },
  ]);
  return door;
}

async function print(door: PrinterDoor, mayStart = () => true) {
  const canvas = door.canvas('front');
  if (!canvas.ok) throw new Error(canvas.failure.code);
  const badge = await realBadge(payload, canvas.value);
  return door.print({ printerId: 'front', jobId: 'job-1', badge, mayStart });
}

describe('a printer that only the system’s driver understands', () => {
  it('gets a picture of the page that reads, with its size in dots and the paper’s in microns', async () => {
    const pages = new FakePages();
    expect(await print(open(pages))).toEqual({ kind: 'sent' });
    expect(pages.papers).toHaveLength(1);
    expect(pages.papers[0]).toMatchObject({
      name: 'cards',
      dpi: 300,
      paperWidthMicrons: 54_000,
      paperHeightMicrons: 85_600,
    });
    const [reading] = await readWithZxing(pages.pictures[0] ?? new Uint8Array());
    expect(reading).toMatchObject({ isMirrored: false, orientation: 0 });
    expect(Buffer.from(reading?.bytes ?? []).equals(Buffer.from(payload))).toBe(true);
    // Nothing readable is kept.
    expect(pages.papers[0]?.png.every((byte) => byte === 0)).toBe(true);
  });

  it('on a roll gets paper as long as the page', async () => {
    const pages = new FakePages();
    const media = { kind: 'continuous', widthMm: 62, heightMm: null, gapMm: 0 } as const;
    await print(open(pages, { profile: 'system-driver-300', media }));
    const paper = pages.papers[0];
    expect(paper?.paperWidthMicrons).toBe(62_000);
    expect(paper?.paperHeightMicrons).toBe(Math.ceil(((paper?.heightDots ?? 0) / 300) * 25_400));
  });

  it.each<[SystemAnswer, object]>([
    [{ kind: 'taken' }, { kind: 'sent' }],
    [
      { kind: 'unknown', why: 'refused' },
      { kind: 'unsure', reason: 'fault-while-printing' },
    ],
    [
      { kind: 'unknown', why: 'stalled' },
      { kind: 'unsure', reason: 'stalled' },
    ],
    [
      { kind: 'not-handed-over', why: 'no-such-printer' },
      { kind: 'not-started', reason: 'printer-unknown' },
    ],
    [
      { kind: 'not-handed-over', why: 'not-drawn' },
      { kind: 'not-started', reason: 'printer-fault' },
    ],
    [
      { kind: 'not-handed-over', why: 'no-memory-folder' },
      { kind: 'not-started', reason: 'permission-denied' },
    ],
  ])('%o ends as %o, and never as "confirmed"', async (answer, outcome) => {
    const pages = new FakePages();
    pages.answer = answer;
    expect(await print(open(pages))).toMatchObject(outcome);
  });

  it('gets nothing when the lease was lost', async () => {
    const pages = new FakePages();
    expect(await print(open(pages), () => false)).toMatchObject({
      kind: 'not-started',
      reason: 'interrupted',
    });
    expect(pages.papers).toEqual([]);
  });

  it.each<[SystemPrinter | null | undefined, string | null]>([
    [{ status: 0, options: { 'printer-state': '3' } }, null],
    [undefined, null],
    [null, 'printer-unknown'],
    [{ status: 0, options: { 'printer-state': '5', 'printer-state-reasons': 'paused' } }, 'paused'],
    [{ status: 0, options: { 'printer-state-reasons': 'cover-open-error' } }, 'cover-open'],
    [{ status: 0, options: { 'printer-is-accepting-jobs': 'false' } }, 'paused'],
  ])('%o looks like %s', async (facts, code) => {
    const pages = new FakePages();
    pages.facts = facts;
    const door = open(pages);
    const ready = await door.ready('front');
    if (code === null)
      expect(ready).toMatchObject({ ok: true, value: { mood: 'silent', completion: 'none' } });
    else expect(ready).toMatchObject({ ok: false, failure: { code } });
  });

  it('reads the bits of the Windows spooler', () => {
    expect(systemReasons({ status: 0x10, options: {} }, 'win32')).toEqual(['media-empty']);
    expect(systemReasons({ status: 0, options: { 'printer-state': '5' } }, 'win32')).toEqual([]);
  });

  it.each<[string, Partial<PrinterConfig>, string]>([
    ['a language for a driver', { profile: 'zebra-zd421-203' }, 'address-invalid'],
    ['no language for a line', { address: 'tcp://127.0.0.1' }, 'address-invalid'],
    ['a name with a space before it', { address: 'driver: cards' }, 'address-invalid'],
  ])('is not used with %s', (_what, changes, code) => {
    const [view] = open(new FakePages(), changes).list();
    expect(view).toMatchObject({ mood: 'attention', problem: { code } });
  });

  it('is not used where there are no drivers', () => {
    const [view] = open(null).list();
    expect(view?.problem).toMatchObject({ code: 'printer-refused', facts: { why: 'no-drivers-here' } });
  });
});
