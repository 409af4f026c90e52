import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

test('my own badge: one press from the first screen, through /me, to the paper', async ({ userDataDir }) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.button('My own badge').click();
    await expect(desk.heading('What does Priya Raman need?')).toBeVisible();
    await expect(window.getByText('This is your own badge', { exact: true })).toBeVisible();
    await desk.choose('First badge');
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
    const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
    expect(payload).toContain('|priya.raman@practice.example|');
  });
  await printer.close();
});
