import type { ElectronApplication, Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { ask } from '../ask.ts';
import { findSecrets } from '../canary.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

const holder = 'Ana Lucía Fernández Ibáñez';
const searchLabel = 'Name, user name, serial or operator';

/** The system's dialog, answered with a file. */
function answerDialog(electron: ElectronApplication, file: string): Promise<void> {
  return electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** Key by key, then Enter, as a scanner does that is a keyboard. */
async function typeLikeAScanner(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.pressSequentially(text);
  await field.press('Enter');
}

test('what was done is found again, checked and exported; no secret is on the screen or in a file', async ({
  userDataDir,
  tempDir,
}) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  const [table, json] = [path.join(tempDir, 'record.csv'), path.join(tempDir, 'record.json')];
  const secrets = await withApp({ userDataDir, args: [station] }, async (window, electron) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Fernández', holder);
    await desk.choose('First badge');
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
    const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
    await desk.scan(payload);
    await desk.button('Go on to hand-over').click();
    const pin = await desk.lookAtPin();
    await desk.button('Handed over').click();
    await expect(desk.button('Next holder')).toBeVisible();

    await window.keyboard.press('Control+h');
    await expect(desk.heading('History')).toBeFocused();
    const field = window.getByLabel(searchLabel);
    await field.fill('fernandez ib');
    const row = window.getByRole('list', { name: 'Operations' }).getByRole('listitem').first();
    await expect(row).toContainText(holder);
    await expect(row).toContainText('Handed over');
    await row.getByRole('button', { name: 'Show the record' }).press('Enter');
    const trail = window.getByRole('list', { name: 'Entries in the record' });
    await expect(trail).toContainText('intent-planned');
    await expect(trail).toContainText('requestId=');
    await expect(trail).toContainText('job-handed-over');

    // The badge scanned into the field by mistake, at once and letter by letter, is neither searched for nor shown.
    await field.fill(payload);
    await expect(field).toHaveValue('');
    await typeLikeAScanner(field, payload);
    await expect(field).toHaveValue('');
    const key = payload.split('|')[3] ?? '';
    expect(key.length).toBeGreaterThan(40);
    for (const secret of [payload, key, pin]) expect(await window.content()).not.toContain(secret);

    await desk.button('Check the record').click();
    await expect(window.getByText(/The record is whole: \d+ entries/).first()).toBeVisible();
    for (const [file, name] of [
      [table, 'Export as a table (CSV)'],
      [json, 'Export as JSON'],
    ] as const) {
      await answerDialog(electron, file);
      await desk.button(name).click();
      await expect(window.locator('main').getByText(`Written: ${path.basename(file)}`)).toBeVisible();
    }
    await window.keyboard.press('Escape');
    await expect(desk.button('Next holder')).toBeVisible();
    return { payload, key, pin };
  });
  for (const file of [table, json]) {
    expect(await readFile(file, 'utf8')).toContain('job-handed-over');
    expect((await ask(userDataDir, [`--audit-verify=${file}`])).code).toBe(0);
  }
  expect(await findSecrets([userDataDir, tempDir], secrets)).toEqual([]);
  await printer.close();
});

test('a locked station shows no history, and writes none that was asked for before', async ({
  userDataDir,
  tempDir,
}) => {
  const file = path.join(tempDir, 'record.csv');
  await withApp({ userDataDir }, async (window, electron) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.button('History').click();
    await expect(desk.heading('History')).toBeFocused();
    // The dialog stays open until the station is locked.
    await electron.evaluate(({ dialog, powerMonitor }, filePath) => {
      dialog.showSaveDialog = () => {
        powerMonitor.emit('lock-screen');
        return Promise.resolve({ canceled: false, filePath });
      };
    }, file);
    await desk.button('Export as a table (CSV)').click();
    await expect(desk.heading('The station is locked')).toBeVisible();
    await expect(desk.heading('History')).toHaveCount(0);
    // What a script in the page would ask for.
    const codes = await window.evaluate(async () => {
      const { badgeStation } = globalThis as unknown as {
        badgeStation: { call(channel: string, request: object): Promise<{ failure?: { code: string } }> };
      };
      const find = { text: '', filter: 'all', period: 'all', before: null };
      const replies = [
        await badgeStation.call('history.find', find),
        await badgeStation.call('history.export', { format: 'csv' }),
      ];
      return replies.map((reply) => reply.failure?.code);
    });
    expect(codes).toEqual(['locked', 'locked']);
  });
  await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' });
});
