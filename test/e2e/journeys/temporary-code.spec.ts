import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

test('temporary code: three actions after the holder was found, no PIN step, and it can be ended early', async ({
  userDataDir,
}) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Björn', 'Björn Åkesson');
    // Suggested, because the badge works: continue, issue, and the label is on its way.
    await expect(window.getByRole('radio', { name: 'Temporary code', exact: true })).toBeChecked();
    await desk.button('Continue').click();
    await desk.button('Issue and print').click();
    await desk.waitForPaper();

    const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
    expect(payload).toContain('|bjorn.akesson@practice.example|');
    await desk.verifyAndHandOver(payload);
    await desk.button('Next holder').click();

    await desk.find('Björn', 'Björn Åkesson');
    await desk.choose('End temporary code');
    await desk.button('End temporary code').click();
    await expect(desk.heading('The temporary code of Björn Åkesson has ended')).toBeVisible();
    await desk.button('Next holder').click();
    await desk.find('Björn', 'Björn Åkesson');
    await expect(window.getByRole('radio', { name: 'End temporary code' })).toBeDisabled();
  });
  expect(printer.labels).toHaveLength(1);
  await printer.close();
});
