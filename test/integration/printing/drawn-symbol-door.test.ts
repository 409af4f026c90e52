import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterDoor } from '../../../src/main/printing/printer.ts';
import type { PrinterConfig } from '../../../src/shared/printing/printer.ts';
import { testPayload } from '../../fakes/pages.ts';
import { realBadge } from './real-badges.ts';

const payload = Buffer.from(testPayload(180));
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawn-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The bytes one badge becomes at a printer with these settings. */
async function jobAt(
  changes: Partial<PrinterConfig>,
  given: { payload?: Uint8Array } = { payload },
): Promise<Buffer> {
  const door = new PrinterDoor({ practice: true });
  try {
    door.configure([
      {
        id: 'front',
        name: 'Front desk',
        profile: 'epson-tm-t20iii',
        address: `folder:${folder}`,
        media: { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 },
        ...changes,
      },
    ]);
    const canvas = door.canvas('front');
    if (!canvas.ok) throw new Error(canvas.failure.code);
    const badge = await realBadge(payload, canvas.value);
    const outcome = await door.print({
      printerId: 'front',
      jobId: 'job-1',
      badge,
      mayStart: () => true,
      ...given,
    });
    expect(outcome).toEqual({ kind: 'sent' });
    const file = (await readdir(folder)).find((name) => !name.endsWith('.png'));
    return await readFile(join(folder, file ?? ''));
  } finally {
    await door.close();
  }
}

const speaksOfPayload = (job: Buffer): boolean => job.includes(payload);

describe('a printer that may draw the symbol itself', () => {
  it('does so only when it was told to', async () => {
    expect(speaksOfPayload(await jobAt({ drawsSymbol: true }))).toBe(true);
  });

  it.each<[string, Partial<PrinterConfig>]>([
    ['not told', {}],
    ['told not to', { drawsSymbol: false }],
    ['of an unknown make', { drawsSymbol: true, profile: 'generic-escpos-80' }],
  ])('gets a picture when %s', async (_what, changes) => {
    expect(speaksOfPayload(await jobAt(changes))).toBe(false);
  });

  it('gets a picture when nobody says what the symbol says', async () => {
    expect(speaksOfPayload(await jobAt({ drawsSymbol: true }, {}))).toBe(false);
  });

  it('gets the symbol where a test page has moved the print', async () => {
    const calibration = { minDots: null, rightMm: -0.5, downMm: 0.5, darkness: null };
    const usual = await jobAt({ drawsSymbol: true });
    await rm(folder, { recursive: true, force: true });
    const moved = await jobAt({ drawsSymbol: true, calibration });
    expect(leftOfSymbol(moved) - leftOfSymbol(usual)).toBe(4);
  });

  it('saves a slow line at least a third of the time', async () => {
    const drawn = await jobAt({ drawsSymbol: true });
    await rm(folder, { recursive: true, force: true });
    const picture = await jobAt({});
    const seconds = (job: Buffer): string => (job.length / 960).toFixed(1);
    console.log(`9600 baud: ${seconds(picture)} s as a picture, ${seconds(drawn)} s drawn by the printer`);
    expect(drawn.length).toBeLessThan(picture.length * (2 / 3));
  });
});

/** GS L nL nH right before the first GS ( k. */
function leftOfSymbol(job: Buffer): number {
  const at = job.indexOf(Buffer.of(0x1d, 0x28, 0x6b));
  expect([...job.subarray(at - 4, at - 2)]).toEqual([0x1d, 0x4c]);
  return job.readUInt16LE(at - 2);
}
