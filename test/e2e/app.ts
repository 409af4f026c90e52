import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimeArgs } from '../../scripts/sandbox.mjs';

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const realKeyStore = fileURLToPath(new URL('real-key-store.cjs', import.meta.url));

/** A running Badge Station and what a journey needs of it. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly window: Page;
  /** This run's user-data folder; thrown away after the test. */
  readonly userDataDir: string;
}

export interface LaunchOptions {
  readonly userDataDir: string;
  /** More switches for the app, such as `--station=FILE`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts the built app on the runtime that `npm test` chose.
 *
 * Without an `executablePath` Playwright asks the electron package, which answers with the runtime of
 * ELECTRON_OVERRIDE_DIST_PATH, and holds the app's `ready` back until it is listening. With one it does not, and about
 * one start in thirty is then never noticed.
 */
export async function launchApp(options: LaunchOptions): Promise<ElectronApplication> {
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH']) {
    throw new Error('ELECTRON_OVERRIDE_DIST_PATH is not set: run "npm test" or "npm run test:e2e"');
  }
  const userData = `--user-data-dir=${options.userDataDir}`;
  return _electron.launch({
    args: ['-r', realKeyStore, ...runtimeArgs(), projectDir, userData, ...(options.args ?? [])],
    cwd: projectDir,
    timeout: 30_000,
    env: { ...definedOnly(process.env), ...options.env },
  });
}

/** Playwright's `test` with a fresh user-data folder and an app that is open. */
export const test = base.extend<{ userDataDir: string; tempDir: string; app: RunningApp }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from this pattern
  userDataDir: async ({}, lend) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'badge-station-e2e-'));
    await lend(dir);
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  },
  /** A folder for the app's temporary files alone, so that a test can look through all of them. */
  // oxlint-disable-next-line no-empty-pattern -- as above
  tempDir: async ({}, lend) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'badge-station-temp-'));
    await lend(dir);
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ userDataDir }, lend) => {
    const electron = await launchApp({ userDataDir });
    await lend({ electron, window: await electron.firstWindow(), userDataDir });
    await electron.close();
  },
});

/** Runs `work` with an app of its own, which is closed afterwards, whatever happens. */
export async function withApp<T>(
  options: LaunchOptions,
  work: (window: Page, electron: ElectronApplication) => Promise<T>,
): Promise<T> {
  const electron = await launchApp(options);
  try {
    return await work(await electron.firstWindow(), electron);
  } finally {
    await electron.close();
  }
}

export { expect } from '@playwright/test';

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
