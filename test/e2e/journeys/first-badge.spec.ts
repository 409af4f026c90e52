import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { findSecrets } from '../canary.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

test('first badge: from sign-in to a badge in the hand, and nothing secret is left behind', async ({
  userDataDir,
  tempDir,
}) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  const launch = { userDataDir, args: [station], env: { TMPDIR: tempDir } };
  const secrets = await withApp(launch, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Fernández', 'Ana Lucía Fernández Ibáñez');
    await desk.choose('First badge');
    await desk.button('Issue and print').click();
    await desk.waitForPaper();

    expect(printer.labels).toHaveLength(1);
    const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
    expect(payload).toContain('|ana.fernandez@practice.example|');

    await desk.scan(payload);
    await expect(desk.page.getByText('This is the right badge', { exact: true })).toBeVisible();
    await desk.button('Go on to hand-over').click();
    const pin = await desk.lookAtPin();
    expect(pin).toMatch(/^\d{8}$/);
    await desk.button('Handed over').click();
    await expect(desk.heading(/has the badge$/)).toBeVisible();

    const known = { payload, key: payload.split('|')[3] ?? '', pin };
    expect(known.key.length).toBeGreaterThan(40);
    expect(await findSecrets([userDataDir, tempDir], known)).toEqual([]);
    return known;
  });
  expect(await findSecrets([userDataDir, tempDir], secrets)).toEqual([]);
  expect(printer.labels).toHaveLength(1);
  await printer.close();
});
