import type { ElectronApplication } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { findSecrets } from '../canary.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

/** The system's dialogs, answered with files. */
function answerDialogs(electron: ElectronApplication, opens: string, saves: string): Promise<void> {
  return electron.evaluate(
    ({ dialog }, files) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [files.opens] });
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: files.saves });
    },
    { opens, saves },
  );
}

/** As spreadsheets write it: a mark, semicolons, quotes, line ends of Windows. The third line names nobody. */
const list = [
  '\uFEFFEmployee number;Name',
  '104201;"Fernández Ibáñez, Ana Lucía"',
  '104203;Ayşe Gül Çağlar',
  '104 205;"Παπαδοπούλου"',
  '104207;',
  '104202;Łukasz Żółtowski',
  '',
].join('\r\n');

test('a list of five with one bad line: looked at, run, reported; no secret is left in the report', async ({
  userDataDir,
  tempDir,
}) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  const [shift, report] = [path.join(tempDir, 'shift.csv'), path.join(tempDir, 'report.csv')];
  await writeFile(shift, list);
  await withApp({ userDataDir, args: [station] }, async (window, electron) => {
    await answerDialogs(electron, shift, report);
    const desk = new Desk(window);
    await desk.signIn();
    await desk.button('Lists').click();
    await desk.button('Choose a file').click();

    await expect(desk.heading('3 people are next')).toBeVisible();
    await expect(window.getByText('shift.csv')).toBeVisible();
    const people = window.getByRole('list', { name: 'People on the list' });
    await expect(people.getByRole('listitem')).toHaveCount(3);
    await desk.button(/^Left out/).click();
    await expect(people.getByRole('listitem')).toHaveCount(2);
    await expect(people.getByRole('listitem').first()).toContainText('Line 4');
    await expect(people.getByRole('listitem').first()).toContainText('This line cannot be read');
    await expect(people.getByRole('listitem').nth(1)).toContainText('Has a badge that works long enough');
    expect(printer.labels).toHaveLength(0);

    await desk.button('Start').click();
    await expect(desk.heading('The list is finished')).toBeVisible({ timeout: 30_000 });
    await expect(window.getByText('3 of 3 done')).toBeVisible();
    await expect(window.getByText(/3 PINs wait sealed/)).toBeVisible();
    expect(printer.labels).toHaveLength(3);
    const payloads = await Promise.all(
      printer.labels.map((label) => readLabel('zpl', Buffer.from(label, 'latin1'))),
    );
    expect(payloads.map((payload) => payload.split('|')[1])).toEqual([
      'ana.fernandez@practice.example',
      'ayse.caglar@practice.example',
      'fatima.benali@practice.example',
    ]);

    await desk.button('Save the report').click();
    await expect(window.getByText(/The report is saved/)).toBeVisible();
    const lines = (await readFile(report, 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[3]).toContain('line-unreadable');
    for (const payload of payloads) {
      const key = payload.split('|')[3] ?? '';
      expect(key.length).toBeGreaterThan(40);
      expect(await findSecrets([tempDir], { payload, key })).toEqual([]);
      expect(await window.content()).not.toContain(key);
    }

    // Each PIN is shown by itself, from the queue, when its badge is handed over.
    await desk.button('Close the report').click();
    await expect(desk.button('Choose a file')).toBeVisible();
    await window.keyboard.press('Control+j');
    await expect(window.getByText('3 badges are not finished')).toBeVisible();
  });
  await printer.close();
});
