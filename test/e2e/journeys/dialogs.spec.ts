import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

// Elements are found by role, so a page that a closed dialog left hidden from screen readers fails here.
test('a dialog that was closed gives the page back to screen readers', async ({ userDataDir }) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await expect(window.getByRole('dialog')).toHaveCount(0);

    await window.keyboard.press('F1');
    await expect(window.getByRole('dialog')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(desk.heading('Who is the badge for?')).toBeVisible();

    await desk.find('Fernández', 'Ana Lucía Fernández Ibáñez');
    await desk.choose('First badge');
    printer.behave({ coverOpen: true });
    await desk.button('Issue and print').click();
    await expect(desk.button('Finish later')).toBeVisible();
    await desk.button('Finish later').click();
    await desk.button(/Queue/).first().click();
    await desk.button(/^Cancel badge/).click();
    await expect(window.getByRole('alertdialog')).toBeVisible();
    await desk.button('Keep it').click();
    await expect(desk.heading('Queue')).toBeVisible();
    await expect(desk.button(/^Cancel badge/)).toBeVisible();
  });
  await printer.close();
});
