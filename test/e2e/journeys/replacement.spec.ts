import { EscposPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { receiptPrinter, writeStation } from '../station-file.ts';

test('replacement on a receipt printer: the old code ends, the new one is printed, the PIN stays', async ({
  userDataDir,
}) => {
  const printer = await EscposPrinterSim.start();
  const station = await writeStation(userDataDir, [receiptPrinter(printer.address)]);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('104202', 'Łukasz Żółtowski');
    await desk.choose('Replace badge');
    await expect(window.getByText('The badge in use now stops working at once.')).toBeVisible();
    await desk.button('Replace and print').click();
    await desk.waitForPaper();

    expect(printer.papers).toHaveLength(1);
    const payload = await readLabel('escpos', printer.server.received);
    expect(payload).toContain('|lukasz.zoltowski@practice.example|');

    await desk.scan(payload);
    await desk.button('Go on to hand-over').click();
    await expect(window.getByText('The PIN stays the same. There is nothing to show.')).toBeVisible();
    await desk.button('Handed over').click();
    await expect(desk.heading('Łukasz Żółtowski has the new badge')).toBeVisible();
  });
  await printer.close();
});

test('a badge of somebody else is told from the right one', async ({ userDataDir }) => {
  const printer = await EscposPrinterSim.start();
  const station = await writeStation(userDataDir, [receiptPrinter(printer.address)]);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('104202', 'Łukasz Żółtowski');
    await desk.choose('Replace badge');
    await desk.button('Replace and print').click();
    await desk.waitForPaper();
    await desk.scan(
      'ms-qrpin:v1|somebody.else@practice.example|00000000-0000-4000-8000-0000000000a1|NOTAKEY',
    );
    await expect(window.getByText('This badge belongs to someone else', { exact: true })).toBeVisible();
    // The right badge, from a scanner that is set to the US keyboard while the computer has a German one.
    const payload = await readLabel('escpos', printer.server.received);
    const german = new Map(Array.from('yzYZ-:|@/=+_').map((key, at) => [key, `zyZYßÖ'"-´\`?`.charAt(at)]));
    await desk.scan(Array.from(payload, (key) => german.get(key) ?? key).join(''));
    await expect(
      window.getByText('The scanner types in another keyboard language', { exact: true }),
    ).toBeVisible();
    await desk.scan('https://example.com/menu');
    await expect(window.getByText('This is not a sign-in code', { exact: true })).toBeVisible();
    await expect(desk.button('Go on to hand-over')).toHaveCount(0);
  });
  await printer.close();
});
