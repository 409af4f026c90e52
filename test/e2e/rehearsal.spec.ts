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
async function signInAtOidc(
  browser: SystemBrowser,
  app: ElectronApplication,
  window: Page,
): Promise<() => Promise<string>> {
  const opened = await browser.listenTo(app);
  await new Desk(window).button('Sign in with Microsoft').click();
  await confirmAtOidc(browser, await opened());
  return opened;
}

/** Goes through the pages of oidc-provider: it asks for name and password where its session is not enough. */
async function confirmAtOidc(browser: SystemBrowser, url: string): Promise<void> {
  await browser.page.goto(url);
  const name = browser.page.getByPlaceholder('Enter any login');
  const consent = browser.page.getByRole('button', { name: 'Continue' });
  await name.or(consent).waitFor();
  if (await name.isVisible()) await signInAtPage(browser);
  await consent.click();
  await expect(browser.page.getByText('You can close this page and return to the app.')).toBeVisible();
}

async function signInAtPage(browser: SystemBrowser): Promise<void> {
  await browser.page.getByPlaceholder('Enter any login').fill('priya.raman');
  await browser.page.getByPlaceholder('and password').fill('x');
  await browser.page.getByRole('button', { name: 'Sign-in' }).click();
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
      await rehearsal.set({ rules });
      await desk.button('Issue and print').click();
      await expect(
        window.getByText('A new code exists, but its picture was lost', { exact: true }),
      ).toBeVisible();
      expect(printer.labels).toHaveLength(0);
      // Chromium sends again what was cut off on a connection it had used before; this one was new.
      expect(rehearsal.calls.filter((name) => name === 'E1')).toHaveLength(1);

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
      await rehearsal.set({ claims: 'step-up', claimsNeedPerson: true });
      await desk.button('Issue and print').click();
      await chooseInBrowser(browser, await opened());
      await desk.waitForPaper();
      expect(printer.labels).toHaveLength(1);
      expect(rehearsal.server.book.codes).toHaveLength(1);
    });
  });
});

test('my own badge: the step-up is asked of the person at the identity server, once, and the badge comes', async ({
  userDataDir,
}) => {
  await onStage('oidc-provider', async ({ rehearsal, printer, browser, station }) => {
    await withApp({ userDataDir, args: [station] }, async (window, app) => {
      const desk = new Desk(window);
      const opened = await signInAtOidc(browser, app, window);
      await desk.button('My own badge').click();
      await desk.choose('First badge');
      await rehearsal.set({ claims: 'step-up' });
      rehearsal.lines.length = 0;
      await desk.button('Issue and print').click();
      await confirmAtOidc(browser, await opened());
      await desk.waitForPaper();
      const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
      expect(payload).toContain('|priya.raman@practice.example|');
      expect(printer.labels).toHaveLength(1);
      expect(rehearsal.server.book.codes.map(({ payloadSha256 }) => payloadSha256)).toEqual([
        sha256(payload),
      ]);
      // Refused with the challenge, and the very same call once more, through `/me`; no other write.
      const put = 'E1 /v1.0/me/authentication/qrCodePinMethod';
      expect(rehearsal.lines.filter((line) => !/^(E2|E13|user|photo|users) /.test(line))).toEqual([put, put]);
    });
  });
});

test('my own badge where the tenant does not allow it: said plainly, nothing changed, and others can be helped', async ({
  userDataDir,
}) => {
  await onStage('oidc-provider', async ({ rehearsal, printer, browser, station }) => {
    await withApp({ userDataDir, args: [station] }, async (window, app) => {
      const desk = new Desk(window);
      await signInAtOidc(browser, app, window);
      await rehearsal.set({ selfService: false });
      await desk.button('My own badge').click();
      await desk.choose('First badge');
      await desk.button('Issue and print').click();
      await expect(window.getByText('Nothing was changed', { exact: true })).toBeVisible();
      await expect(
        window.getByText('You cannot change your own badge this way', { exact: true }),
      ).toBeVisible();
      await expect(window.getByText(/Ask another operator/)).toBeVisible();
      expect(rehearsal.server.book.codes).toEqual([]);
      expect(printer.labels).toEqual([]);
      // The refusal is about this one person, not about the operator.
      await desk.button('Put away').click();
      await desk.find('104201', 'Ana Lucía Fernández Ibáñez');
      await desk.choose('First badge');
      await desk.button('Issue and print').click();
      await desk.waitForPaper();
      expect(rehearsal.server.book.codes).toHaveLength(1);
    });
  });
});

test('a slow answer: the wait is shown, can be ended, and ends in a true statement', async ({
  userDataDir,
}) => {
  await onStage('practice', async ({ rehearsal, printer, browser, station }) => {
    await withApp({ userDataDir, args: [station] }, async (window, app) => {
      const desk = new Desk(window);
      const opened = await browser.listenTo(app);
      await desk.button('Sign in with Microsoft').click();
      await chooseInBrowser(browser, await opened());
      const stop = desk.button('Stop waiting');
      const main = window.getByRole('main');
      const lateAnswer = (when: 'before' | 'after') =>
        rehearsal.set({ rules: [{ on: 'create', times: 1, fault: { kind: 'timeout', when } }] });

      // Not carried out: what is there is looked up, and the statement is that nothing happened.
      await desk.find('104201', 'Ana Lucía Fernández Ibáñez');
      await desk.choose('First badge');
      await lateAnswer('before');
      await desk.button('Issue and print').click();
      await expect(main.getByText('Now: making the badge’s code and the PIN')).toBeVisible();
      await expect(stop).toHaveCount(0);
      await expect(window.getByRole('timer')).toHaveText(/^\d+ seconds so far$/);
      await stop.click();
      await expect(main.getByText(/^Stopping\./)).toBeVisible();
      await expect(window.getByText('Nothing was changed', { exact: true })).toBeVisible({ timeout: 45_000 });
      expect(rehearsal.server.book.codes).toEqual([]);

      // Carried out, and the answer given up: the code is found, and replaced by one with a badge.
      await desk.button('Check again').click();
      await desk.button('Continue').click();
      await expect(window.getByText(/Everything is ready/)).toBeVisible();
      await lateAnswer('after');
      await desk.button('Issue and print').click();
      await stop.click();
      const lost = 'A new code exists, but its picture was lost';
      await expect(window.getByText(lost, { exact: true })).toBeVisible({ timeout: 45_000 });
      expect(rehearsal.server.book.codes).toHaveLength(1);
      await desk.button('Replace it to print a badge').click();
      await desk.button('Continue').click();
      await desk.button('Replace and print').click();
      await desk.waitForPaper();
      const payload = await readLabel('zpl', Buffer.from(printer.labels[0] ?? '', 'latin1'));
      const [first, second] = rehearsal.server.book.codes;
      expect(first).toMatchObject({ payloadSha256: null, endedMs: expect.any(Number) });
      expect(second).toMatchObject({ payloadSha256: sha256(payload), endedMs: null });
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
