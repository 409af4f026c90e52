import type { ElectronApplication } from '@playwright/test';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { Sink } from '../../fakes/printing/sink.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

const holder = { search: 'Björn', name: 'Björn Åkesson' };

test.describe('a printer of the system', () => {
  test.skip(process.platform !== 'linux', 'the private CUPS and /dev are a Linux matter');

  test('a badge goes through a CUPS queue, once and whole, and nothing of it stays in the spool folder', async ({
    userDataDir,
  }) => {
    const sink = await Sink.open();
    const deviceUri = `socket://127.0.0.1:${sink.port}`;
    const cups = await PrivateCups.open([{ name: 'badges', deviceUri }]);
    try {
      const station = await writeStation(userDataDir, [labelPrinter('queue:badges')]);
      const env = { CUPS_SERVER: cups.socketPath };
      await withApp({ userDataDir, args: [station], env }, async (window) => {
        const desk = new Desk(window);
        await desk.signIn();
        await desk.find(holder.search, holder.name);
        await desk.button('Continue').click();
        await desk.button('Issue and print').click();
        await desk.waitForPaper();

        const jobs = sink.jobs.filter((job) => job.length > 0);
        expect(jobs).toHaveLength(1);
        const payload = await readLabel('zpl', jobs[0] ?? Buffer.alloc(0));
        expect(payload).toContain('|bjorn.akesson@practice.example|');
        await desk.verifyAndHandOver(payload);
      });
      expect(sink.jobs.filter((job) => job.length > 0)).toHaveLength(1);
      expect(await cups.documents()).toEqual([]);
    } finally {
      await cups.close();
      await sink.close();
    }
  });

  test('a queue that tries again by itself is said to, calmly, with what to do', async ({ userDataDir }) => {
    const sink = await Sink.open();
    const deviceUri = `socket://127.0.0.1:${sink.port}`;
    const cups = await PrivateCups.open([{ name: 'badges', deviceUri, errorPolicy: 'retry-job' }]);
    try {
      const station = await writeStation(userDataDir, [labelPrinter('queue:badges')]);
      const env = { CUPS_SERVER: cups.socketPath };
      await withApp({ userDataDir, args: [station], env }, async (window) => {
        const desk = new Desk(window);
        await desk.signIn();
        const title = 'The queue may print a failed badge later by itself';
        const notice = window.getByRole('region', { name: 'Notices' }).getByRole('group', { name: title });
        await expect(notice).toContainText('printer-error-policy=abort-job');
        await expect(notice).toContainText('Front desk');
        await desk.button(/^Printer:/).click();
        await expect(window.getByRole('dialog', { name: 'Printer' })).toContainText(title);
        await window.keyboard.press('Escape');
        // It stops nobody.
        await desk.find(holder.search, holder.name);
        await desk.button('Continue').click();
        await expect(desk.button('Issue and print')).toBeEnabled();
      });
    } finally {
      await cups.close();
      await sink.close();
    }
  });

  test('a queue that is not there and a device file that is no printer stop the operation before it begins', async ({
    userDataDir,
  }) => {
    const cups = await PrivateCups.open([]);
    const printers = [
      { ...labelPrinter('lp:/dev/null', 'Device file'), id: 'file' },
      { ...labelPrinter('queue:nobody', 'Lost queue'), id: 'lost' },
    ];
    try {
      const station = await writeStation(userDataDir, printers);
      const env = { CUPS_SERVER: cups.socketPath };
      await withApp({ userDataDir, args: [station], env }, async (window, electron) => {
        expect(await askHelper(electron)).toMatchObject({ kind: 'refused', errno: 'ENOTPRINTER' });
        const moods = await window.evaluate(async () => {
          const { badgeStation } = globalThis as unknown as {
            badgeStation: {
              call(
                channel: string,
                request: object,
              ): Promise<{ ok: boolean; failure?: { code: string; facts: object } }>;
            };
          };
          const ask = (printerId: string) => badgeStation.call('printers.check', { printerId });
          return [await ask('file'), await ask('lost')];
        });
        expect(moods[0]).toMatchObject({ ok: false, failure: { code: 'printer-offline' } });
        expect(moods[1]).toMatchObject({ ok: false, failure: { code: 'printer-unknown' } });

        const desk = new Desk(window);
        await desk.signIn();
        await desk.find(holder.search, holder.name);
        await desk.button('Continue').click();
        await expect(desk.button('Issue and print')).toBeDisabled();
      });
    } finally {
      await cups.close();
    }
  });
});

/** The built helper as the app starts it: a utility process that refuses a device which is no printer. */
function askHelper(electron: ElectronApplication): Promise<unknown> {
  const file = path.join(fileURLToPath(new URL('../../..', import.meta.url)), 'out/main/printer-helper.js');
  return electron.evaluate(
    ({ utilityProcess }, helper) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(helper, [], { stdio: 'ignore' });
        child.once('exit', (code) => resolve({ kind: 'exit', code }));
        child.once('message', (message: unknown) => {
          resolve(message);
          child.kill();
        });
        // A process has no origin; the rule is about windows.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        child.postMessage({ kind: 'open', path: '/dev/null', majors: [180] });
      }),
    file,
  );
}
