import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PrivateCups } from '../../fakes/printing/private-cups.ts';
import { Sink } from '../../fakes/printing/sink.ts';
import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { readWithZxing } from '../../judges/decode.ts';
import { judge } from '../../judges/index.ts';
import { sheetPng } from '../../judges/sheet.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';

const holder = { search: 'Björn', name: 'Björn Åkesson' };

/** What a scanner reads of a test page, its smallest code first. */
async function codesOf(label: string): Promise<readonly string[]> {
  const { sheets } = await judge('zpl', Buffer.from(label, 'latin1'), { dpi: 203, headDots: 832 });
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('No test page came out');
  const seen = await readWithZxing(sheetPng(sheet), 8);
  return seen.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).sort();
}

test('a network printer is added by its address, tested, read back, used for badges, and removed', async ({
  userDataDir,
}) => {
  const sim = await ZplPrinterSim.start();
  try {
    await withApp({ userDataDir }, async (window) => {
      const desk = new Desk(window);
      await desk.signIn();
      await desk.button('Printers').click();
      await expect(desk.heading('Printers')).toBeFocused();

      // Added by its address: nothing is plugged in here.
      await desk.button('Add a printer').click();
      await expect(desk.button('Look again')).toBeEnabled();
      await desk.button('Enter an address').click();
      await window.getByLabel('Name', { exact: true }).fill('Gate 2');
      await window.getByLabel('Address').fill(`127.0.0.1:${sim.server.port}`);
      await window.getByLabel('Model').selectOption({ label: 'ZD421 (203 dpi)' });
      await desk.button('Add the printer').click();
      await expect(desk.heading('Gate 2')).toBeVisible();
      await expect(window.getByText('It reports when a badge is out')).toBeVisible();
      await desk.button('Test the connection').click();
      await expect(
        window.getByText('The printer answers, and nothing stands in the way.').first(),
      ).toBeVisible();

      // A roll is loaded, and its labels are counted from here on.
      await window.getByLabel('Labels on the new roll').fill('3');
      await window.getByLabel('Warn when this many are left').fill('1');
      await desk.button('A new roll is in').click();
      await expect(window.getByText('3 of 3 left')).toBeVisible();

      // The test page comes out, is scanned back and measured.
      await desk.button('Print a test page').click();
      await desk.button('Print the test page').click();
      await expect(window.getByText(/Page [A-Z0-9]{6} was sent to the printer/)).toBeVisible();
      expect(sim.labels).toHaveLength(1);
      const codes = await codesOf(sim.labels[0] ?? '');
      expect(codes).toHaveLength(5);
      await desk.scan('BS-TEST|AAAAAA|2');
      await expect(window.getByText('That was not a code of this page.').first()).toBeVisible();
      await desk.scan(codes[1] ?? '');
      await expect(window.getByText('The code with 3 dots was read.').first()).toBeVisible();
      await window.getByLabel('From the left edge').fill('3,5');
      await desk.button('Save what was learned').click();
      await expect(window.getByText('Saved. Badges of this printer use it from now on.')).toBeVisible();
      await desk.button('Done').click();
      await expect(window.getByText('smallest module 3 dots (0.38 mm)')).toBeVisible();
      await expect(window.getByText('print lies 0.5 mm to the right')).toBeVisible();
      await expect(window.getByText('2 of 3 left')).toBeVisible();

      // Badges go there first: the on-screen printer stands by. Temporary codes too.
      await desk.button('Back to all printers').click();
      const badges = window.getByRole('list', { name: 'Badges' });
      await expect(badges.getByRole('listitem')).toHaveText([/Gate 2/, /On-screen printer/]);
      await badges.getByRole('button', { name: 'Take On-screen printer off' }).click();
      await expect(badges.getByRole('listitem')).toHaveText([/Gate 2/]);

      await desk.button('Badges').first().click();
      await desk.find(holder.search, holder.name);
      await desk.button('Continue').click();
      await desk.button('Issue and print').click();
      await desk.waitForPaper();
      expect(sim.labels).toHaveLength(2);
      const payload = await readLabel('zpl', Buffer.from(sim.labels[1] ?? '', 'latin1'));
      expect(payload).toContain('|bjorn.akesson@practice.example|');
      await desk.verifyAndHandOver(payload);
      await desk.button('Next holder').click();
      // One label is left, and that was the number to warn at.
      await expect(window.getByText('A printer is running out of labels')).toBeVisible();
      await expect(window.getByText('Gate 2: 1 left.')).toBeVisible();
    });

    // All of it is still there after a restart.
    await withApp({ userDataDir }, async (window) => {
      const desk = new Desk(window);
      // Signed in since the first run.
      await desk.button('Printers').click();
      await desk.button('Details Gate 2').click();
      await expect(window.getByText('1 of 3 left')).toBeVisible();
      await expect(window.getByText('smallest module 3 dots (0.38 mm)')).toBeVisible();

      await desk.button('Remove').click();
      await window.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
      await expect(desk.heading('Printers')).toBeVisible();
      await expect(
        window.getByRole('list', { name: 'Printers of this station' }).getByRole('listitem'),
      ).toHaveText([/On-screen printer/]);
    });
    const settings = JSON.parse(await readFile(path.join(userDataDir, 'settings.json'), 'utf8')) as {
      printers: { id: string }[];
      routes: { badge: string[] };
    };
    expect([settings.printers.map(({ id }) => id), settings.routes.badge]).toEqual([['screen'], []]);
    expect(sim.labels).toHaveLength(2);
  } finally {
    await sim.close();
  }
});

test('a printer whose badges wait is not removed before they are sent elsewhere', async ({ userDataDir }) => {
  const sim = await ZplPrinterSim.start();
  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.button('Printers').click();
    await desk.button('Add a printer').click();
    await desk.button('Enter an address').click();
    await window.getByLabel('Name', { exact: true }).fill('Gate 2');
    await window.getByLabel('Address').fill(sim.address);
    await window.getByLabel('Model').selectOption({ label: 'ZD421 (203 dpi)' });
    await desk.button('Add the printer').click();
    await expect(desk.heading('Gate 2')).toBeVisible();
    await desk.button('Badges').first().click();
    await desk.find(holder.search, holder.name);
    await desk.button('Continue').click();
    await expect(desk.button('Issue and print')).toBeEnabled();
    // It goes away right before the badge comes.
    await sim.close();
    await desk.button('Issue and print').click();
    await expect(desk.heading(`Print the badge of ${holder.name}`)).toBeVisible();

    await desk.button('Printers').click();
    await desk.button('Details Gate 2').click();
    await desk.button('Remove').click();
    const dialog = window.getByRole('alertdialog');
    await expect(dialog.getByText('1 paper waits for this printer.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Remove' })).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByLabel('Send waiting badges to').selectOption('screen');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(desk.heading('Printers')).toBeVisible();
    // The badge came out of the other printer.
    await desk.button('Badges').first().click();
    await expect(desk.heading('Scan the badge')).toBeVisible();
  });
});

test.describe('a queue of this computer', () => {
  test.skip(process.platform !== 'linux', 'the private CUPS is a Linux matter');

  test('is found with the model its name says, and prints a test page', async ({ userDataDir }) => {
    const sink = await Sink.open();
    const deviceUri = `socket://127.0.0.1:${sink.port}`;
    const cups = await PrivateCups.open([{ name: 'ZD421-203dpi', deviceUri }]);
    try {
      await withApp({ userDataDir, env: { CUPS_SERVER: cups.socketPath } }, async (window) => {
        const desk = new Desk(window);
        await desk.signIn();
        await desk.button('Printers').click();
        await desk.button('Add a printer').click();
        const row = window.getByRole('listitem').filter({ hasText: 'queue:ZD421-203dpi' });
        await expect(row).toContainText('Looks like Zebra ZD421 (203 dpi)');
        await row.getByRole('button').click();
        await expect(window.getByLabel('Model')).toHaveValue('zebra-zd421-203');
        await window.getByLabel('Name', { exact: true }).fill('Office');
        await desk.button('Add the printer').click();
        await expect(desk.heading('Office')).toBeVisible();
        // A queue says less than a printer, and the screen says so.
        await expect(window.getByText('It takes a badge and says no more')).toBeVisible();
        await desk.button('Print a test page').click();
        await desk.button('Print the test page').click();
        await expect(window.getByText(/Page [A-Z0-9]{6} was sent to the printer/)).toBeVisible();
        const jobs = sink.jobs.filter((job) => job.length > 0);
        expect(jobs).toHaveLength(1);
        expect(await codesOf(jobs[0]?.toString('latin1') ?? '')).toHaveLength(5);
      });
      expect(await cups.documents()).toEqual([]);
    } finally {
      await cups.close();
      await sink.close();
    }
  });
});
