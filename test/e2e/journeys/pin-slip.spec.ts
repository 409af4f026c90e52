import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';
import { judge } from '../../judges/index.ts';
import { pinIn, readWords } from '../../judges/ocr.ts';
import { sheetPng } from '../../judges/sheet.ts';
import { expect, test, withApp } from '../app.ts';
import { findSecrets } from '../canary.ts';
import { Desk } from '../desk.ts';
import { readLabel } from '../read-label.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

/** The words of a label as it came out; it must hold no code. */
async function readSlip(zpl: string): Promise<readonly string[]> {
  const { sheets } = await judge('zpl', Buffer.from(zpl, 'latin1'), { dpi: 203, headDots: 832 });
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('No slip came out');
  const png = sheetPng(sheet);
  expect(await readWithZxing(png)).toEqual([]);
  expect(await readWithZbar(png)).toEqual([]);
  return readWords(png);
}

test('PIN slip: the PIN goes onto a paper of its own, and nobody has to show it on the screen', async ({
  userDataDir,
  tempDir,
}) => {
  const badges = await ZplPrinterSim.start();
  const slips = await ZplPrinterSim.start();
  const slipPrinter = { ...labelPrinter(slips.address, 'Back office'), id: 'slips' };
  const station = await writeStation(userDataDir, [labelPrinter(badges.address), slipPrinter], ['slips']);
  const launch = { userDataDir, args: [station], env: { TMPDIR: tempDir } };
  const secrets = await withApp(launch, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('Fernández', 'Ana Lucía Fernández Ibáñez');
    await desk.choose('First badge');
    await desk.button('Issue and print').click();
    await desk.waitForPaper();
    const payload = await readLabel('zpl', Buffer.from(badges.labels[0] ?? '', 'latin1'));
    await desk.scan(payload);
    await desk.button('Go on to hand-over').click();

    await expect(desk.page.getByText('The PIN has not been shown yet.')).toBeVisible();
    await desk.printSlip();
    const words = await readSlip(slips.labels[0] ?? '');
    const pin = pinIn(words);
    expect(pin).toMatch(/^\d{8}$/);
    expect(words.join(' ')).toContain('Hello Ana');
    expect(await window.content()).not.toContain(pin);
    expect(badges.labels).toHaveLength(1);

    await desk.button('Handed over').click();
    await expect(desk.heading(/has the badge$/)).toBeVisible();
    return { payload, pin };
  });
  expect(await findSecrets([userDataDir, tempDir], secrets)).toEqual([]);
  await badges.close();
  await slips.close();
});

test('PIN slip: when nobody can tell whether it came out, a new PIN makes it worthless', async ({
  userDataDir,
}) => {
  const badges = await ZplPrinterSim.start();
  const slips = await ZplPrinterSim.start({ resetsAtByte: 600 });
  const slipPrinter = { ...labelPrinter(slips.address, 'Back office'), id: 'slips' };
  const station = await writeStation(userDataDir, [labelPrinter(badges.address), slipPrinter], ['slips']);
  await withApp({ userDataDir, args: [station] }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('104204', 'İbrahim Öztürk');
    await desk.choose('New PIN');
    await desk.button('Set new PIN').click();
    await desk.button('Print a PIN slip').click();
    await expect(desk.page.getByText('Did a PIN slip come out?', { exact: true })).toBeVisible();
    await expect(desk.page.getByText('The PIN slip is not finished yet.')).toBeVisible();

    slips.behave({});
    await desk.page
      .getByRole('group', { name: 'Did a PIN slip come out?' })
      .getByRole('button', { name: 'Set a new PIN' })
      .click();
    await expect(desk.heading('What does İbrahim Öztürk need?')).toBeVisible();
    await desk.choose('New PIN');
    await desk.button('Set new PIN').click();
    await desk.printSlip();
    expect(slips.labels).toHaveLength(1);
    expect(pinIn(await readSlip(slips.labels[0] ?? ''))).toMatch(/^\d{8}$/);
    await desk.button('Handed over').click();
    await expect(desk.heading('İbrahim Öztürk has the new PIN')).toBeVisible();
  });
  await badges.close();
  await slips.close();
});
