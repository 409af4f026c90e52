import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

const holder = { search: 'Fernández', name: 'Ana Lucía Fernández Ibáñez' };

test('a printer that refuses stops the operation before anything is changed', async ({ userDataDir }) => {
  const printer = await ZplPrinterSim.start();
  const { address } = printer;
  await printer.close();
  const station = await writeStation(userDataDir, [labelPrinter(address)]);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('104202', 'Łukasz Żółtowski');
    await desk.choose('Replace badge');
    await expect(window.getByText(/Nothing has been changed/)).toBeVisible();
    await expect(desk.button('Replace and print')).toBeDisabled();
  });
});

test('a printer that vanishes in mid-job leads to the question, and the answer to one accounted second copy', async ({
  userDataDir,
}) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find(holder.search, holder.name);
    await desk.choose('First badge');
    printer.behave({ resetsAtByte: 600 });
    await desk.button('Issue and print').click();
    await expect(desk.button('No, nothing came out')).toBeVisible();
    expect(printer.labels).toHaveLength(0);

    printer.behave({});
    await desk.button('No, nothing came out').click();
    await desk.waitForPaper();
    await expect(window.getByText('Copy 2')).toBeVisible();
    expect(printer.labels).toHaveLength(1);
    const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
    await desk.scan(payload);
    await expect(window.getByText('This is the right badge', { exact: true })).toBeVisible();
  });
  await printer.close();
});

test('a badge that waits for its printer survives a restart and prints exactly once', async ({
  userDataDir,
}) => {
  const printer = await ZplPrinterSim.start();
  const launch = { userDataDir, args: [await writeStation(userDataDir, [labelPrinter(printer.address)])] };
  await withApp(launch, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find(holder.search, holder.name);
    await desk.choose('First badge');
    printer.behave({ coverOpen: true });
    await desk.button('Issue and print').click();
    await expect(
      window.getByText('The cover of the printer is open.', { exact: false }).first(),
    ).toBeVisible();
  });
  expect(printer.labels).toHaveLength(0);

  printer.behave({});
  await withApp(launch, async (window) => {
    const desk = new Desk(window);
    // Signed in as before: the sign-in is kept, and the open badge is shown first of all.
    await expect(window.getByText(/1 badge is not finished/).first()).toBeVisible();
    await expect.poll(() => printer.labels.length).toBe(1);
    await desk.button(/Queue/).first().click();
    await desk.button(new RegExp(`^Go on.*${holder.name}`)).click();
    await desk.waitForPaper();
    const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
    await desk.scan(payload);
    await desk.button('Go on to hand-over').click();
    // The PIN waited, too.
    expect(await desk.lookAtPin()).toMatch(/^\d{8}$/);
    await desk.button('Handed over').click();
    await expect(desk.heading(`${holder.name} has the badge`)).toBeVisible();
  });

  await withApp(launch, async (window) => {
    const desk = new Desk(window);
    await expect(desk.heading('Who is the badge for?')).toBeVisible();
    await expect(window.getByText(/not finished/)).toHaveCount(0);
  });
  expect(printer.labels).toHaveLength(1);
  await printer.close();
});
