import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { runtimeArgs } from '../../../scripts/sandbox.mjs';
import { qrPaper, sideBySide } from '../../fakes/camera/papers.ts';
import { contentPolicy, workerPolicy } from '../../fakes/content-policy.ts';
import { FakeCamera } from '../camera.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The built page in a window of its own, with a sample station behind it instead of main. */
export interface SamplePage {
  readonly page: Page;
  /** Loads the page anew; the station starts with these changes. */
  load(change: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

/** Opens the page that `npm run build` made (or the one in BADGE_PAGE_DIR) on the runtime that `npm test` chose. */
export async function openSamplePage(): Promise<SamplePage> {
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH']) {
    throw new Error('ELECTRON_OVERRIDE_DIST_PATH is not set: run "npm test" or "npm run test:e2e"');
  }
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'badge-station-screens-'));
  const camera = await FakeCamera.at(userDataDir);
  // Two codes at once: the camera shows a picture and has something to say about it.
  await camera.show(sideBySide(qrPaper('one'), qrPaper('other')));
  const electron = await _electron.launch({
    args: [...runtimeArgs(), path.join(here, 'host'), `--user-data-dir=${userDataDir}`, ...camera.args],
    env: {
      ...(process.env as Record<string, string>),
      BADGE_PAGE_DIR:
        process.env['BADGE_PAGE_DIR'] ?? fileURLToPath(new URL('../../../out/renderer', import.meta.url)),
      BADGE_PAGE_POLICY: contentPolicy,
      BADGE_WORKER_POLICY: workerPolicy,
    },
  });
  const page = await electron.firstWindow();
  await page.addInitScript({ content: await bundleStation() });
  return {
    page,
    async load(change) {
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        encodeURIComponent(JSON.stringify(change)),
      );
      await page.reload();
      await page.locator('h1').first().waitFor();
    },
    close: async () => closeAll(electron, userDataDir),
  };
}

async function closeAll(electron: ElectronApplication, userDataDir: string): Promise<void> {
  await electron.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
}

/** The sample station as one script for the page. */
async function bundleStation(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome130',
      lib: {
        entry: path.join(here, 'page.ts'),
        formats: ['iife'],
        name: 'badgeStationSample',
        fileName: 'page',
      },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (output === undefined || !('output' in output)) throw new Error('The sample station was not built');
  return output.output[0].code;
}
