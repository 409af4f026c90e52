import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test, withApp } from '../app.ts';
import { findSecrets } from '../canary.ts';
import { Desk } from '../desk.ts';

const heading = 'The station is locked';
const holder = 'İbrahim Öztürk';

interface Bridge {
  call(channel: string, request: object): Promise<{ ok: boolean; failure?: { code: string } }>;
}

/** Asks main straight from the page, as a script that got into it would. */
function askMain(window: Page, channels: readonly string[]): Promise<(string | undefined)[]> {
  return window.evaluate(async (names) => {
    const { badgeStation } = globalThis as unknown as { badgeStation: Bridge };
    const replies = await Promise.all(names.map((name) => badgeStation.call(name, {})));
    return replies.map((reply) => (reply.ok ? 'answered' : reply.failure?.code));
  }, channels);
}

/** Notes every change of the window's capture protection; the system here has none to look at. */
function watchCaptures(electron: ElectronApplication): Promise<void> {
  return electron.evaluate(({ BrowserWindow }) => {
    const calls: boolean[] = [];
    Object.assign(globalThis, { captureCalls: calls });
    for (const window of BrowserWindow.getAllWindows())
      window.setContentProtection = (on: boolean) => void calls.push(on);
  });
}

function captures(electron: ElectronApplication): Promise<boolean[]> {
  return electron.evaluate(() => (globalThis as unknown as { captureCalls: boolean[] }).captureCalls);
}

async function toHandOver(desk: Desk): Promise<void> {
  await desk.signIn();
  await desk.find('104204', holder);
  await desk.choose('New PIN');
  await desk.button('Set new PIN').click();
  await expect(desk.button('Hold to show the PIN')).toBeVisible();
}

test('Ctrl + L in the middle of a hand-over takes everything off the screen and out of reach', async ({
  userDataDir,
}) => {
  const pin = await withApp({ userDataDir }, async (window, electron) => {
    const desk = new Desk(window);
    await toHandOver(desk);
    await watchCaptures(electron);
    await desk.button('Show for 30 seconds').click();
    const output = window.getByRole('region', { name: /PIN$/ }).locator('output');
    await expect(output).toHaveText(/\d{4}/);
    const shown = (await output.innerText()).replace(/\D/g, '');
    expect(await captures(electron)).toEqual([true]);

    await window.keyboard.press('Control+l');
    await expect(desk.heading(heading)).toBeVisible();
    await expect(desk.button('Unlock')).toBeFocused();
    await expect.poll(() => captures(electron)).toEqual([true, false]);
    const page = await window.content();
    expect(page).not.toContain(shown);
    expect(page).not.toContain(holder);
    expect(await askMain(window, ['issue.open', 'jobs.open', 'printers.list', 'session.signOut'])).toEqual(
      Array.from({ length: 4 }, () => 'locked'),
    );

    // A page that is loaded again knows nothing of a lock; main does.
    await window.reload();
    await expect(desk.heading(heading)).toBeVisible();
    await expect(window.getByText('1 badge waits for a person.')).toBeVisible();
    expect(await window.content()).not.toContain(holder);
    return shown;
  });
  expect(await findSecrets([userDataDir], { pin })).toEqual([]);
});

test('a page that loads anew has no PIN on it, and is no longer kept out of captures', async ({
  userDataDir,
}) => {
  await withApp({ userDataDir }, async (window, electron) => {
    const desk = new Desk(window);
    await toHandOver(desk);
    await watchCaptures(electron);
    await desk.button('Show for 30 seconds').click();
    await expect(window.getByRole('region', { name: /PIN$/ }).locator('output')).toHaveText(/\d{4}/);
    // A page that does not come to say so itself.
    await window.evaluate(() => {
      for (const name of ['blur', 'visibilitychange', 'pagehide'])
        globalThis.addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await window.reload();
    await expect(desk.heading('Who is the badge for?')).toBeVisible();
    expect(await captures(electron)).toEqual([true, false]);
  });
});

test('only a fresh sign-in opens the station, and what was open is still there', async ({ userDataDir }) => {
  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await toHandOver(desk);
    await window.keyboard.press('Control+l');
    await desk.button('Unlock').click();
    // The page is closed without an answer: still locked.
    await expect(desk.button(/Priya Raman/)).toBeVisible();
    await window.keyboard.press('Escape');
    await desk.button('Cancel').click();
    await expect(desk.heading(heading)).toBeVisible();
    expect(await askMain(window, ['issue.open'])).toEqual(['locked']);

    await desk.button('Unlock').click();
    await desk.button(/Priya Raman/).click();
    await expect(desk.heading('Who is the badge for?')).toBeVisible();
    await desk.button('Open the queue').click();
    await expect(window.locator('main').getByText(holder).first()).toBeVisible();
  });
});

test("the system's own lock closes the station, also for the next start; somebody else can take over", async ({
  userDataDir,
}) => {
  await withApp({ userDataDir }, async (window, electron) => {
    await new Desk(window).signIn();
    await electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await expect(window.locator('main').getByText('The screen of this computer was locked.')).toBeVisible();
  });
  await withApp({ userDataDir }, async (window) => {
    const desk = new Desk(window);
    await expect(desk.heading(heading)).toBeVisible();
    await desk.button('Sign in as somebody else').click();
    await desk
      .button(/Jonas Lindqvist/)
      .first()
      .click();
    await expect(desk.heading('Who is the badge for?')).toBeVisible();
    await expect(desk.button(/Operator/)).not.toContainText('Priya Raman');
  });
});
