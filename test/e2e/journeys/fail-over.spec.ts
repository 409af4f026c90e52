import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

const holder = { search: 'Fernández', name: 'Ana Lucía Fernández Ibáñez' };

/** Two label printers in one route, the usual one first. */
async function twoPrinters(userDataDir: string) {
  const front = await ZplPrinterSim.start();
  const spare = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [
    labelPrinter(front.address),
    { ...labelPrinter(spare.address, 'Spare printer'), id: 'spare' },
  ]);
  const close = async (): Promise<void> => {
    await front.close();
    await spare.close();
  };
  return { front, spare, station, close };
}

test('a badge that waits for its printer is sent to another one by a person, and comes out there once', async ({
  userDataDir,
}) => {
  const { front, spare, station, close } = await twoPrinters(userDataDir);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find(holder.search, holder.name);
    await desk.choose('First badge');
    front.behave({ coverOpen: true });
    await desk.button('Issue and print').click();
    await expect(
      window.getByText('The cover of the printer is open.', { exact: false }).first(),
    ).toBeVisible();

    await desk.button('Print elsewhere').click();
    await window.getByRole('menuitem', { name: /Spare printer/ }).click();
    await desk.waitForPaper();
    await expect(
      window.locator('main').getByText(/Chosen was Front desk. The badge goes to Spare printer/),
    ).toBeVisible();
    const payload = await readLabel('zpl', Buffer.from(spare.labels[0] ?? '', 'latin1'));
    // The first printer is well again and has nothing to print.
    front.behave({});
    await desk.scan(payload);
    await expect(window.getByText('This is the right badge', { exact: true })).toBeVisible();
  });
  expect([front.labels.length, spare.labels.length]).toEqual([0, 1]);
  await close();
});

test('a printer that vanishes in mid-job leads to the question, and the second copy comes out elsewhere', async ({
  userDataDir,
}) => {
  const { front, spare, station, close } = await twoPrinters(userDataDir);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find(holder.search, holder.name);
    await desk.choose('First badge');
    front.behave({ resetsAtByte: 600 });
    await desk.button('Issue and print').click();
    await expect(desk.button('No, nothing came out')).toBeVisible();
    await desk.button('Nothing came out: print elsewhere').click();
    await window.getByRole('menuitem', { name: /Spare printer/ }).click();
    await desk.waitForPaper();
    await expect(window.getByText('Copy 2')).toBeVisible();
    await desk.scan(await readLabel('zpl', Buffer.from(spare.labels[0] ?? '', 'latin1')));
    await expect(window.getByText('This is the right badge', { exact: true })).toBeVisible();
  });
  expect([front.labels.length, spare.labels.length]).toEqual([0, 1]);
  await close();
});

test('a badge whose printer is switched off goes to the stand-by of its route by itself, and nowhere else later', async ({
  userDataDir,
}) => {
  test.setTimeout(90_000);
  const { front, spare, station, close } = await twoPrinters(userDataDir);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find(holder.search, holder.name);
    await desk.choose('First badge');
    const port = front.server.port;
    await front.close();
    await desk.button('Issue and print').click();
    await expect(window.getByText('The printer cannot be reached', { exact: false }).first()).toBeVisible();
    expect(spare.labels).toHaveLength(0);
    // After the patience for a printer that is away (spool/lanes/fail-over.ts): 15 seconds.
    await expect(desk.heading('Scan the badge')).toBeVisible({ timeout: 40_000 });
    await expect(window.locator('main').getByText(/The badge goes to Spare printer/)).toBeVisible();
    await front.server.listen(port);
    await desk.button(/Front desk/).click();
    await desk.button('Check now').click();
    await expect(window.getByText('Nothing known stands in the way.')).toBeVisible();
    expect([front.labels.length, spare.labels.length]).toEqual([0, 1]);
  });
  await close();
});
