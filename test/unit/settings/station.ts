import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSettings } from '../../../src/main/settings/load.ts';
import type { LoadedSettings } from '../../../src/main/settings/merge.ts';
import { policySource } from '../../../src/main/settings/policy-source.ts';
import { noLog } from '../../../src/main/log/types.ts';

export const tenant = {
  id: '11111111-2222-4333-8444-555555555555',
  clientId: '66666666-7777-4888-9999-aaaaaaaaaaaa',
};
export const media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
export const printer = (id: string, more: object = {}) => ({
  id,
  name: `Printer ${id}`,
  profile: 'zebra-zd421-203',
  address: 'tcp://127.0.0.1:9100',
  media,
  ...more,
});

/** A sound settings file, as the manual shows it. */
export const sound = {
  tenant,
  site: { name: 'Site North', returnTo: 'Gate 2', logo: '/srv/site/logo.png' },
  defaults: { standardDays: 365, temporaryHours: 8, pinLength: 8 },
  printers: [printer('front'), printer('back')],
  routes: { badge: ['front', 'back'], temporary: ['front'], pinSlip: [] },
  lock: { idleMinutes: 5 },
  retention: { unprintedHours: 72 },
};

/** A station's folders on disk, with one method per source. */
export class Station {
  readonly root = mkdtempSync(path.join(tmpdir(), 'settings-'));
  readonly userDataDir = path.join(this.root, 'user data');
  readonly stationFile = path.join(this.root, 'station.json');
  readonly policyFile = path.join(this.root, 'policy.json');
  readonly handFile = path.join(this.userDataDir, 'settings.json');

  write(file: string, content: unknown): void {
    writeFileSync(
      file,
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  }
  load(options: { isPackaged?: boolean; stationFile?: string | null } = {}): Promise<LoadedSettings> {
    return loadSettings({
      userDataDir: this.userDataDir,
      stationFile: options.stationFile === undefined ? this.stationFile : options.stationFile,
      policy: policySource({ platform: 'linux', linuxFile: this.policyFile }),
      isPackaged: options.isPackaged ?? false,
      log: noLog,
    });
  }
  clear(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
