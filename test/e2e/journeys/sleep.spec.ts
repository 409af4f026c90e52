import { ZplPrinterSim } from '../../fakes/tcp-printers.ts';
import { expect, test, withApp } from '../app.ts';
import { Desk } from '../desk.ts';
import { labelPrinter, writeStation } from '../station-file.ts';

test('a temporary code that ends while the computer sleeps never prints, whatever the printer does afterwards', async ({
  userDataDir,
}) => {
  const printer = await ZplPrinterSim.start();
  const station = await writeStation(userDataDir, [labelPrinter(printer.address)]);
  await withApp({ userDataDir, args: [station] }, async (window, electron) => {
    const desk = new Desk(window);
    await desk.signIn();
    await desk.find('104202', 'Łukasz Żółtowski');
    // A badge is in use, so that the temporary code is what is suggested.
    await desk.button('Continue').click();
    await expect(window.getByText('Everything is ready.')).toBeVisible();
    printer.behave({ coverOpen: true });
    await desk.button('Issue and print').click();
    await expect(
      window.getByText('The cover of the printer is open.', { exact: false }).first(),
    ).toBeVisible();

    // Twenty hours of sleep: the clock has moved on, timers have not.
    await electron.evaluate(({ powerMonitor }) => {
      const awake = Date.now;
      Date.now = () => awake() + 20 * 3_600_000;
      powerMonitor.emit('resume');
    });
    await expect(
      window.getByText('This code ended before it could be handed over', { exact: false }).first(),
    ).toBeVisible();
    printer.behave({});
    // Its next look at the printer comes within seconds; a badge that were still waiting would print then.
    await desk.button(/Front desk/).click();
    await desk.button('Check now').click();
    await expect(window.getByText('Nothing known stands in the way.')).toBeVisible();
    expect(printer.labels).toEqual([]);
  });
  await printer.close();
});
