import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, launchApp, test } from './app.ts';

/** Causes a fault in a running station where nobody sits in front; answers its exit code and its log. */
async function endsWith(userDataDir: string, cause: (electron: ElectronApplication) => Promise<unknown>) {
  const electron = await launchApp({ userDataDir, args: ['--unattended'] });
  const window = await electron.firstWindow();
  await expect(window.getByRole('heading').first()).toBeVisible();
  const exit = once(electron.process(), 'exit');
  // The app may end before it has answered the question that made it end.
  await cause(electron).catch(() => undefined);
  const [code] = (await exit) as [number | null];
  return { code, log: readFileSync(path.join(userDataDir, 'logs', 'station.log'), 'utf8') };
}

const faults: readonly (readonly [string, string, (electron: ElectronApplication) => Promise<unknown>])[] = [
  [
    'an uncaught exception',
    'app.uncaught-exception',
    (electron) =>
      electron.evaluate(() => {
        setTimeout(() => {
          throw new Error('ms-qrpin:v1|a@b|c|canary');
        }, 0);
      }),
  ],
  [
    'an unhandled rejection',
    'app.unhandled-rejection',
    (electron) => electron.evaluate(() => void Promise.reject(new Error('quoted "canary" and 48213097'))),
  ],
  [
    'a page whose process dies',
    'app.page-gone',
    (electron) =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      ),
  ],
];

for (const [name, event, cause] of faults) {
  test(`${name} ends in the log, without its secrets, and the next start is sound`, async ({
    userDataDir,
  }) => {
    const { code, log } = await endsWith(userDataDir, cause);
    expect(code).toBe(70);
    const line = log.split('\n').find((text) => text.includes(event)) ?? 'no such line';
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      facts: { incident: expect.stringMatching(/^\S{8,9}$/) },
    });
    expect(log).not.toMatch(/canary|48213097/);
    // A memory dump would hold whatever was on the screen.
    const files = readdirSync(userDataDir, { recursive: true }).map(String);
    expect(files.filter((file) => /\.(dmp|core)$/.test(file))).toEqual([]);

    const again = await launchApp({ userDataDir });
    await expect((await again.firstWindow()).getByRole('heading').first()).toBeVisible();
    await again.close();
  });
}
