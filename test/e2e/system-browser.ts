import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimeArgs } from '../../scripts/sandbox.mjs';

const host = fileURLToPath(new URL('browser', import.meta.url));

/** A real browser beside the app: its own process, its own cookies, in which a person signs in. */
export class SystemBrowser {
  readonly page: Page;
  readonly #electron: ElectronApplication;
  readonly #dir: string;

  private constructor(page: Page, electron: ElectronApplication, dir: string) {
    this.page = page;
    this.#electron = electron;
    this.#dir = dir;
  }

  /** Believes this certificate, as the person has told it to, and otherwise those a browser believes. */
  static async open(certPem: string): Promise<SystemBrowser> {
    const dir = await mkdtemp(path.join(tmpdir(), 'badge-station-browser-'));
    const key = new X509Certificate(certPem).publicKey.export({ type: 'spki', format: 'der' });
    const pin = createHash('sha256').update(key).digest('base64');
    const electron = await _electron.launch({
      args: [
        ...runtimeArgs(),
        host,
        `--user-data-dir=${dir}`,
        `--ignore-certificate-errors-spki-list=${pin}`,
      ],
      env: process.env as Record<string, string>,
    });
    return new SystemBrowser(await electron.firstWindow(), electron, dir);
  }

  /** The app hands addresses over from now on; each `opened()` answers the next one. */
  async listenTo(app: ElectronApplication): Promise<() => Promise<string>> {
    await app.evaluate(({ shell }) => {
      const urls: string[] = [];
      Reflect.set(globalThis, 'openedUrls', urls);
      shell.openExternal = (url) => {
        urls.push(url);
        return Promise.resolve();
      };
    });
    return async () => {
      for (;;) {
        const url = await app.evaluate(() => (Reflect.get(globalThis, 'openedUrls') as string[]).shift());
        if (url !== undefined) return url;
        await this.page.waitForTimeout(20);
      }
    };
  }

  async close(): Promise<void> {
    await this.#electron.close();
    await rm(this.#dir, { recursive: true, force: true, maxRetries: 5 });
  }
}
