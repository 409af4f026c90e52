import type { ElectronApplication, Page } from '@playwright/test';
import { sha256 } from '../../scripts/tenant/code-book.ts';
import { Rehearsal, type Identity } from '../fakes/oidc-rehearsal.ts';
import { ZplPrinterSim } from '../fakes/tcp-printers.ts';
import { expect, test, withApp } from './app.ts';
import { findSecrets } from './canary.ts';
import { Desk } from './desk.ts';
import { readLabel } from './read-label.ts';
import { labelPrinter } from './station-file.ts';
import { SystemBrowser } from './system-browser.ts';

/** Everything a rehearsal is made of, and the person in front of it. */
interface Stage {
  readonly rehearsal: Rehearsal;
  readonly printer: ZplPrinterSim;
  readonly browser: SystemBrowser;
  /** The switch that names the station file. */
  readonly station: string;
}

async function onStage(identity: Identity, play: (stage: Stage) => Promise<void>): Promise<void> {
  const rehearsal = await Rehearsal.start(identity);
  const printer = await ZplPrinterSim.start();
  const browser = await SystemBrowser.open(rehearsal.certificates.certPem);
  try {
    const station = rehearsal.station([labelPrinter(printer.address)]);
    await play({ rehearsal, printer, browser, station });
  } finally {
    await browser.close();
    await printer.close();
    await rehearsal.close();
  }
}

/** Presses "Sign in" in the app and goes on in the browser, at oidc-provider's own pages. */
async function signInAtOidc(browser: SystemBrowser, app: ElectronApplication, window: Page): Promise<void> {
  const opened = await browser.listenTo(app);
  await new Desk(window).button('Sign in with Microsoft').click();
  await browser.page.goto(await opened());
  await browser.page.getByPlaceholder('Enter any login').fill('priya.raman');
  await browser.page.getByPlaceholder('and password').fill('x');
  await browser.page.getByRole('button', { name: 'Sign-in' }).click();
  await browser.page.getByRole('button', { name: 'Continue' }).click();
  await expect(browser.page.getByText('You can close this page and return to the app.')).toBeVisible();
}

/** The same at the rehearsal's own page. */
async function chooseInBrowser(browser: SystemBrowser, url: string): Promise<void> {
  await browser.page.goto(url);
  await browser.page.getByRole('button', { name: 'Priya Raman' }).click();
  await expect(browser.page.getByText('You can close this page and return to the app.')).toBeVisible();
}

test('a badge with an identity server that others wrote, over HTTPS, from sign-in to hand-over', async ({
  userDataDir,
  tempDir,
}) => {
  await onStage('oidc-provider', async ({ rehearsal, printer, browser, station }) => {
    const launch = { userDataDir, args: [station], env: { TMPDIR: tempDir } };
    const { book } = rehearsal.server;
    await withApp(launch, async (window, app) => {
      const desk = new Desk(window);
      await signInAtOidc(browser, app, window);
      await expect(desk.heading('Who is the badge for?')).toBeVisible();
      await desk.find('Fernández', 'Ana Lucía Fernández Ibáñez');
      await desk.choose('First badge');
      await desk.button('Issue and print').click();
      await desk.waitForPaper();
      const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
      // The paper is the code that the directory has, and not just any.
      expect(book.codes.map(({ payloadSha256 }) => payloadSha256)).toEqual([sha256(payload)]);
      await desk.scan(payload);
      await desk.button('Go on to hand-over').click();
      const pin = await desk.lookAtPin();
      expect(book.pins.map(({ pinSha256 }) => pinSha256)).toEqual([sha256(pin)]);
      await desk.button('Handed over').click();
      await expect(desk.button('Next holder')).toBeVisible();
      const key = payload.split('|')[3] ?? '';
      expect(key.length).toBeGreaterThan(40);
      expect(await findSecrets([userDataDir, tempDir], { payload, key, pin })).toEqual([]);
    });
    // After a restart the sign-in is back without a browser, and Graph believes it.
    await withApp(launch, async (window) => {
      const desk = new Desk(window);
      await desk.find('104201', 'Ana Lucía Fernández Ibáñez');
      await expect(desk.page.getByRole('radio', { name: 'Replace badge' })).toBeEnabled();
    });
  });
});

test('an answer that got lost on the way is found by reading and replaced by a badge that works', async ({
  userDataDir,
}) => {
  await onStage('practice', async ({ rehearsal, printer, browser, station }) => {
    await withApp({ userDataDir, args: [station] }, async (window, app) => {
      const desk = new Desk(window);
      const opened = await browser.listenTo(app);
      await desk.button('Sign in with Microsoft').click();
      await chooseInBrowser(browser, await opened());
      await desk.find('Fernández', 'Ana Lucía Fernández Ibáñez');
      await desk.choose('First badge');
      const rules = [{ on: 'E1', times: 1, fault: { kind: 'drop', when: 'after' } }];
      await fetch(`${rehearsal.control}/faults`, { method: 'PUT', body: JSON.stringify({ rules }) });
      await desk.button('Issue and print').click();
      await expect(
        window.getByText('A new code exists, but its picture was lost', { exact: true }),
      ).toBeVisible();
      expect(printer.labels).toHaveLength(0);

      await desk.button('Replace it to print a badge').click();
      await desk.button('Continue').click();
      await desk.button('Replace and print').click();
      await desk.waitForPaper();
      const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
      const [lost, made] = rehearsal.server.book.codes;
      expect(lost).toMatchObject({ payloadSha256: null, endedMs: expect.any(Number) });
      expect(made).toMatchObject({ payloadSha256: sha256(payload), endedMs: null });
      await desk.scan(payload);
      await desk.button('Go on to hand-over').click();
      // The PIN that was drawn before the lost answer is the holder's PIN all the same.
      const pin = await desk.lookAtPin();
      expect(rehearsal.server.book.pins.map(({ pinSha256 }) => pinSha256)).toEqual([sha256(pin)]);
    });
  });
});

test('a claims challenge in the middle of issuing asks the person in the browser and then goes on', async ({
  userDataDir,
}) => {
  await onStage('practice', async ({ rehearsal, printer, browser, station }) => {
    await withApp({ userDataDir, args: [station] }, async (window, app) => {
      const desk = new Desk(window);
      const opened = await browser.listenTo(app);
      await desk.button('Sign in with Microsoft').click();
      await chooseInBrowser(browser, await opened());
      await desk.find('Fernández', 'Ana Lucía Fernández Ibáñez');
      await desk.choose('First badge');
      const faults = { claims: 'step-up', claimsNeedPerson: true };
      await fetch(`${rehearsal.control}/faults`, { method: 'PUT', body: JSON.stringify(faults) });
      await desk.button('Issue and print').click();
      await chooseInBrowser(browser, await opened());
      await desk.waitForPaper();
      expect(printer.labels).toHaveLength(1);
      expect(rehearsal.server.book.codes).toHaveLength(1);
    });
  });
});

test('a server whose certificate comes from another authority is not spoken to', async ({ userDataDir }) => {
  const other = await Rehearsal.start('practice');
  await onStage('practice', async ({ rehearsal, printer }) => {
    const station = rehearsal.station([labelPrinter(printer.address)], other.caFile);
    await withApp({ userDataDir, args: [station] }, async (window) => {
      const desk = new Desk(window);
      await desk.button('Sign in with Microsoft').click();
      const sentence = 'Microsoft could not be reached to sign in';
      await expect(window.getByText(sentence, { exact: true })).toBeVisible();
      await expect(desk.button('Sign in with Microsoft')).toBeEnabled();
      expect(rehearsal.calls).toEqual([]);
    });
  });
  await other.close();
});
