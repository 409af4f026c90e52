import type { ElectronApplication } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { eventually } from '../../fakes/printing/eventually.ts';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { Sink } from '../../fakes/printing/sink.ts';
import { expect, test, withApp } from '../app.ts';
import { judge } from '../../judges/index.ts';
import { findSecrets } from '../canary.ts';
import { Desk } from '../desk.ts';
import { readLabel, readPicture } from '../read-label.ts';
import { readPdf, runsOf } from '../read-pdf.ts';
import { label, writeStation } from '../station-file.ts';

const holder = { search: 'Björn', name: 'Björn Åkesson' };
const cards = {
  id: 'front',
  name: 'Card printer',
  profile: 'system-driver-300',
  address: 'driver:cards',
  media: label,
};
const memoryFolder = '/dev/shm';

test.describe('a printer that only the system’s driver understands', () => {
  test.skip(process.platform !== 'linux', 'the private CUPS is a Linux matter');

  test('gets the badge as one page of its own size, to the dot, and the station says no more than "sent"', async ({
    userDataDir,
    tempDir,
  }) => {
    const sink = await Sink.open();
    // A queue without a driver hands on the very page that a driver would get.
    const cups = await PrivateCups.open([{ name: 'cards', deviceUri: `socket://127.0.0.1:${sink.port}` }]);
    try {
      const station = await writeStation(userDataDir, [cards]);
      const env = { CUPS_SERVER: cups.socketPath, TMPDIR: tempDir };
      const before = await foldersInMemory();
      await withApp({ userDataDir, args: [station], env }, async (window, electron) => {
        await watchPaperWindows(electron);
        const desk = new Desk(window);
        await desk.signIn();
        await desk.find(holder.search, holder.name);
        await desk.button('Continue').click();
        const pagesOnDisk = new Set<string>();
        const watching = watch(tempDir, (_event, name) => {
          if (isPage(path.join(tempDir, name ?? ''))) pagesOnDisk.add(name ?? '');
        });
        await desk.button('Issue and print').click();
        await desk.waitForPaper();
        watching.close();
        // Nobody has seen paper: the station asks for a scan and claims nothing.
        await expect(window.getByText(/confirmed/i)).toHaveCount(0);

        await eventually('the page is at the printer', () => sink.jobs.some((job) => job.includes('%%EOF')));
        const jobs = sink.jobs.filter((job) => job.length > 0);
        expect(jobs).toHaveLength(1);
        const paper = await readPdf(jobs[0] ?? Buffer.alloc(0), 300);
        expect(paper.pages).toBe(1);
        // 54 × 86 mm at 300 dpi; Chromium rounds paper up to whole hundredths of an inch.
        expect(paper.sheet.width).toBeGreaterThanOrEqual(637);
        expect(paper.sheet.width).toBeLessThanOrEqual(641);
        expect(paper.sheet.height).toBeGreaterThanOrEqual(1015);
        expect(paper.sheet.height).toBeLessThanOrEqual(1019);
        expect(paper.greyDots).toBe(0);
        const payload = await readPicture(paper.png);
        expect(payload).toContain('|bjorn.akesson@practice.example|');
        expect(moduleDots(paper.sheet)).toBeGreaterThanOrEqual(4);

        const shown = await paperWindows(electron);
        expect(shown.length).toBeGreaterThan(0);
        for (const each of shown) {
          expect(each.url).toMatch(/^(badge-station:\/\/paper-[0-9a-f]{16}\/|)$/);
          expect(each).toMatchObject({ isVisible: false, isPersistent: false });
        }
        expect(shown.some(({ url }) => url !== '')).toBe(true);
        // SECURITY: paper-window. The window is gone, and so is every file Chromium made for it.
        expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
        await eventually(
          'nothing is left in memory',
          async () => (await foldersInMemory()).length === before.length,
        );
        expect([...pagesOnDisk]).toEqual([]);
        const key = payload.split('|')[3] ?? '';
        expect(key.length).toBeGreaterThan(20);
        expect(await findSecrets([userDataDir, tempDir], { payload, key })).toEqual([]);
        // CUPS would keep the document for a day.
        await eventually(
          'the queue has forgotten the job',
          async () => (await cups.documents()).length === 0,
        );
        await desk.verifyAndHandOver(payload);
      });
      expect(sink.jobs.filter((job) => job.length > 0)).toHaveLength(1);
    } finally {
      await cups.close();
      await sink.close();
    }
  });

  test('prints through a real driver: what leaves its filters for a label printer reads', async ({
    userDataDir,
  }) => {
    const sink = await Sink.open();
    const deviceUri = `socket://127.0.0.1:${sink.port}`;
    const cups = await PrivateCups.open([{ name: 'labels', deviceUri, ppd: await samplePpd('zebra') }]);
    try {
      const printer = { ...cards, profile: 'system-driver-203', address: 'driver:labels' };
      const station = await writeStation(userDataDir, [printer]);
      await withApp(
        { userDataDir, args: [station], env: { CUPS_SERVER: cups.socketPath } },
        async (window) => {
          const desk = new Desk(window);
          await desk.signIn();
          await desk.find(holder.search, holder.name);
          await desk.button('Continue').click();
          await desk.button('Issue and print').click();
          await desk.waitForPaper();
          await eventually(
            'the label is at the printer',
            () => sink.jobs.some((job) => job.includes('^XZ')),
            20_000,
          );
          const [job = Buffer.alloc(0)] = sink.jobs.filter((each) => each.length > 0);
          const payload = await readLabel('zpl', job);
          expect(payload).toContain('|bjorn.akesson@practice.example|');
          // Neither Chromium nor the filters scaled it: every module is as wide as the next.
          const { sheets } = await judge('zpl', job, { dpi: 203, headDots: 832 });
          expect(sheets.map(moduleDots).every((dots) => dots >= 4)).toBe(true);
          await eventually(
            'the queue has forgotten the job',
            async () => (await cups.documents()).length === 0,
          );
        },
      );
    } finally {
      await cups.close();
      await sink.close();
    }
  });

  test('that the system does not have, or has stopped, holds the badge back before anything is changed', async ({
    userDataDir,
  }) => {
    const cups = await PrivateCups.open([
      { name: 'stopped', deviceUri: 'socket://127.0.0.1:9', state: 'Stopped' },
      { name: 'full', deviceUri: 'socket://127.0.0.1:9', accepting: false },
    ]);
    try {
      const printers = ['nobody', 'stopped', 'full'].map((name) => ({
        ...cards,
        id: name,
        address: `driver:${name}`,
      }));
      const station = await writeStation(userDataDir, printers);
      await withApp(
        { userDataDir, args: [station], env: { CUPS_SERVER: cups.socketPath } },
        async (window) => {
          const codes = await window.evaluate(async () => {
            const { badgeStation } = globalThis as unknown as {
              badgeStation: {
                call(channel: string, request: object): Promise<{ ok: boolean; failure?: { code: string } }>;
              };
            };
            const ask = async (printerId: string) =>
              (await badgeStation.call('printers.check', { printerId })).failure?.code;
            return [await ask('nobody'), await ask('stopped'), await ask('full')];
          });
          expect(codes).toEqual(['printer-unknown', 'paused', 'paused']);
          const desk = new Desk(window);
          await desk.signIn();
          await desk.find(holder.search, holder.name);
          await desk.button('Continue').click();
          await expect(desk.button('Issue and print')).toBeDisabled();
        },
      );
    } finally {
      await cups.close();
    }
  });
});

/** Dots of a module: what the runs of the symbol's rows have in common. Nothing, if the picture was scaled. */
function moduleDots(sheet: Awaited<ReturnType<typeof readPdf>>['sheet']): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  // Rows through the symbol have dozens of runs; those of text have them too, but no common measure.
  const measures = Array.from({ length: sheet.height }, (_, y) => runsOf(sheet, y))
    .filter((runs) => runs.length > 20)
    .map((runs) => runs.reduce(common, 0));
  return measures.toSorted((a, b) => a - b).at(-1) ?? 0;
}

/** A driver out of CUPS's own list (Debian package cups). */
async function samplePpd(name: string): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'badge-ppd-'));
  try {
    await promisify(execFile)('ppdc', ['-d', dir, '/usr/share/cups/drv/sample.drv']);
    return await readFile(path.join(dir, `${name}.ppd`), 'utf8');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Whether this is a page on its way to the print system. Most files here are gone as soon as they are made. */
function isPage(file: string): boolean {
  try {
    return readFileSync(file).includes('%PDF');
  } catch {
    return false;
  }
}

async function foldersInMemory(): Promise<string[]> {
  return (await readdir(memoryFolder)).filter((name) => name.startsWith('badge-station-'));
}

/** Notes every further window of the app: where it went, whether it was ever seen. */
async function watchPaperWindows(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app }) => {
    const seen: object[] = [];
    (globalThis as unknown as { papers: object[] }).papers = seen;
    app.on('browser-window-created', (_event, made) => {
      const note = {
        url: '',
        isVisible: made.isVisible(),
        isPersistent: made.webContents.session.isPersistent(),
      };
      seen.push(note);
      made.on('show', () => (note.isVisible = true));
      made.webContents.on('did-finish-load', () => (note.url = made.webContents.getURL()));
    });
  });
}

function paperWindows(
  electron: ElectronApplication,
): Promise<{ url: string; isVisible: boolean; isPersistent: boolean }[]> {
  return electron.evaluate(
    () =>
      (globalThis as unknown as { papers: { url: string; isVisible: boolean; isPersistent: boolean }[] })
        .papers,
  );
}
