import { _electron, expect, type Page } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Desk } from '../../test/e2e/desk.ts';
import { readLabel } from '../../test/e2e/read-label.ts';
import { labelPrinter, receiptPrinter, writeStation } from '../../test/e2e/station-file.ts';
import { EscposPrinterSim, ZplPrinterSim } from '../../test/fakes/tcp-printers.ts';
import { runtimeArgs } from '../sandbox.mjs';

/** What the demo did, without any secret. */
export interface DemoReport {
  readonly holder: string;
  readonly operation: string;
  readonly runtime: { readonly kind: string; readonly electron: string };
  /** Every move of each job in the ledger, oldest first, as the audit trail has it. */
  readonly states: readonly StateSeen[];
  readonly timingsMs: Readonly<Record<string, number | null>>;
  readonly files: Readonly<Record<string, string>>;
}

interface DemoPlace {
  readonly out: string;
  readonly projectDir: string;
  /** test/e2e/real-key-store.cjs */
  readonly realKeyStore: string;
  readonly runtimeKind: string;
}

interface StateSeen {
  readonly job: string;
  readonly state: string;
  readonly at: string;
}

interface JobSeen {
  readonly id: string;
  readonly intentId: string;
}

interface EntrySeen {
  readonly at: string;
  readonly event: string;
  readonly jobId: string | null;
}

const holder = { search: 'Fernández', name: 'Ana Lucía Fernández Ibáñez' };

/**
 * The main job without hands, in a real window: sign in to the practice tenant, find a holder, issue a badge on a label
 * printer, verify and hand over; then replace it on a receipt printer. The printers are simulations on 127.0.0.1; what
 * they receive is kept, and read back by decoders that are not ours.
 */
export async function runDemo(place: DemoPlace): Promise<DemoReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'badge-station-demo-'));
  const zpl = await ZplPrinterSim.start();
  const escpos = await EscposPrinterSim.start();
  try {
    const station = await writeStation(folder, [labelPrinter(zpl.address), receiptPrinter(escpos.address)]);
    return await inWindow(place, folder, station, async (page, startToUsable) => {
      const desk = new Desk(page);
      const shots = new Shots(page, place.out);
      await shots.take('1-sign-in');
      await desk.signIn();
      const first = await firstBadge(desk, shots, zpl, place.out);
      const second = await replacement(desk, shots, escpos, place.out);
      return {
        holder: holder.name,
        operation: 'first-badge, replace',
        runtime: { kind: place.runtimeKind, electron: await electronVersion(page) },
        states: [...first.states, ...second.states],
        timingsMs: { startToUsable, ...first.timings, ...prefixed('replace', second.timings) },
        files: { ...shots.files, badge: 'badge.png', zpl: 'job.zpl', escpos: 'job.escpos' },
      };
    });
  } finally {
    await Promise.all([zpl.close(), escpos.close()]);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function firstBadge(desk: Desk, shots: Shots, printer: ZplPrinterSim, out: string): Promise<JobStory> {
  await desk.page.getByLabel('Name, user name or employee number').fill(holder.search);
  await expect(desk.page.getByRole('option', { name: holder.name })).toBeVisible();
  await shots.take('2-find');
  await desk.find(holder.search, holder.name);
  await shots.take('3-choose');
  await desk.choose('First badge');
  await shots.take('4-check');
  await desk.button('Issue and print').click();
  await desk.waitForPaper();
  await shots.take('5-verify');
  const bytes = Buffer.from(printer.labels[0] ?? '', 'latin1');
  await writeFile(path.join(out, 'job.zpl'), bytes);
  const seen = await readLabel('zpl', bytes, path.join(out, 'badge.png'));
  await desk.scan(seen);
  await expect(desk.page.getByText('This is the right badge', { exact: true })).toBeVisible();
  await shots.take('6-verified');
  await desk.button('Go on to hand-over').click();
  await expect(desk.button('Hold to show the PIN')).toBeVisible();
  await shots.take('7-hand-over');
  await desk.lookAtPin();
  await desk.button('Handed over').click();
  await expect(desk.button('Next holder')).toBeVisible();
  await shots.take('8-done');
  return storyOf(desk.page);
}

async function replacement(
  desk: Desk,
  shots: Shots,
  printer: EscposPrinterSim,
  out: string,
): Promise<JobStory> {
  await desk.button('Next holder').click();
  await desk.find(holder.search, holder.name);
  await desk.page.getByRole('radio', { name: 'Replace badge' }).check({ force: true });
  await desk.page.getByRole('combobox', { name: 'Printer' }).selectOption('roll');
  await desk.choose('Replace badge');
  await shots.take('9-check-replacement');
  await desk.button('Replace and print').click();
  await desk.waitForPaper();
  await writeFile(path.join(out, 'job.escpos'), printer.server.received);
  const seen = await readLabel('escpos', printer.server.received);
  await desk.scan(seen);
  await expect(desk.page.getByText('This is the right badge', { exact: true })).toBeVisible();
  await desk.button('Go on to hand-over').click();
  await desk.button('Handed over').click();
  await expect(desk.button('Next holder')).toBeVisible();
  return storyOf(desk.page);
}

interface JobStory {
  readonly states: readonly StateSeen[];
  readonly timings: Readonly<Record<string, number | null>>;
}

/** States and figures of the newest badge, as the window may ask for them. Throws when the ledger has no whole story. */
async function storyOf(page: Page): Promise<JobStory> {
  const { job, trail, timings } = await page.evaluate(async () => {
    // The page's own bridge; typed here because the demo never imports the app.
    const { badgeStation } = window as unknown as {
      badgeStation: { call(channel: string, request: object): Promise<{ ok: boolean; value: unknown }> };
    };
    const history = (await badgeStation.call('jobs.history', { limit: 1 })).value as JobSeen[];
    const newest = history[0];
    if (newest === undefined) throw new Error('No job was stored');
    const figures = (await badgeStation.call('jobs.timings', { jobId: newest.id })).value;
    const entries = (await badgeStation.call('history.trail', { intentId: newest.intentId })).value;
    return { job: newest, trail: entries as EntrySeen[], timings: figures as Record<string, number | null> };
  });
  const states = statesOf(job.id, trail);
  if (states[0]?.state !== 'queued' || states.at(-1)?.state !== 'handed-over')
    throw new Error(`The story of ${job.id} is not whole: ${states.map(({ state }) => state).join(', ')}`);
  return { states, timings };
}

/** The moves of one badge among the entries about its operation: `job-STATE` (spool/job-moves.ts). */
function statesOf(jobId: string, trail: readonly EntrySeen[]): readonly StateSeen[] {
  return trail
    .filter((entry) => entry.jobId === jobId && entry.event.startsWith('job-'))
    .map(({ at, event }) => ({ job: jobId, state: event.slice('job-'.length), at }));
}

function prefixed(
  name: string,
  timings: Readonly<Record<string, number | null>>,
): Record<string, number | null> {
  return Object.fromEntries(Object.entries(timings).map(([key, value]) => [`${name}.${key}`, value]));
}

class Shots {
  readonly files: Record<string, string> = {};
  readonly #page: Page;
  readonly #out: string;

  constructor(page: Page, out: string) {
    this.#page = page;
    this.#out = out;
  }

  async take(name: string): Promise<void> {
    await this.#page.screenshot({ path: path.join(this.#out, `${name}.png`), animations: 'disabled' });
    this.files[name] = `${name}.png`;
  }
}

async function electronVersion(page: Page): Promise<string> {
  const agent = await page.evaluate(() => navigator.userAgent);
  return /Electron\/([\d.]+)/.exec(agent)?.[1] ?? 'unknown';
}

async function inWindow(
  place: DemoPlace,
  folder: string,
  station: string,
  work: (page: Page, startToUsable: number) => Promise<DemoReport>,
): Promise<DemoReport> {
  const startedAt = performance.now();
  // Without an executablePath Playwright waits for the app properly; the runtime is ELECTRON_OVERRIDE_DIST_PATH's.
  const app = await _electron.launch({
    args: [
      '-r',
      place.realKeyStore,
      ...runtimeArgs(),
      place.projectDir,
      `--user-data-dir=${folder}/data`,
      station,
    ],
    cwd: place.projectDir,
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    return await work(page, Math.round(performance.now() - startedAt));
  } finally {
    await app.close();
  }
}
