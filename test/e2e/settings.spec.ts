import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, launchApp, test as base } from './app.ts';

interface Snapshot {
  readonly siteName: string;
  readonly practice: boolean;
  readonly printers: readonly { readonly id: string }[];
  readonly warnings: readonly { readonly code: string; readonly facts: Record<string, unknown> }[];
}

const test = base.extend<{ stationFile: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function needs from this pattern
  stationFile: async ({}, lend) => {
    const dir = await mkdtemp(path.join(tmpdir(), 'badge-station-settings-'));
    await lend(path.join(dir, 'station.json'));
    await rm(dir, { recursive: true, force: true });
  },
});

/** Starts the station with a settings file of this content and asks it what it made of it. */
async function startWith(userDataDir: string, stationFile: string, content: string): Promise<Snapshot> {
  await writeFile(stationFile, content);
  const electron = await launchApp({ userDataDir, args: [`--station=${stationFile}`] });
  try {
    const window = await electron.firstWindow();
    await expect(window.getByRole('heading').first()).toBeVisible();
    const reply = await window.evaluate(() =>
      (
        globalThis as unknown as {
          badgeStation: { call(channel: string, request: object): Promise<{ value: Snapshot }> };
        }
      ).badgeStation.call('app.snapshot', {}),
    );
    return reply.value;
  } finally {
    await electron.close();
  }
}

const front = {
  id: 'front',
  name: 'Front',
  profile: 'generic-zpl-203',
  address: 'tcp://127.0.0.1:9',
  media: { kind: 'gap', widthMm: 54, heightMm: 86 },
};
const sound = JSON.stringify({
  site: { name: 'Site North' },
  printers: [front],
  routes: { badge: ['front'], temporary: ['front'] },
});

test('a broken settings file opens the station with the last good settings and says what is wrong', async ({
  userDataDir,
  stationFile,
}) => {
  expect(await startWith(userDataDir, stationFile, sound)).toMatchObject({
    siteName: 'Site North',
    warnings: [],
  });

  const broken = await startWith(userDataDir, stationFile, `${sound.slice(0, -1)},}`);
  expect(broken).toMatchObject({ siteName: 'Site North', printers: [{ id: 'front' }] });
  expect(broken.warnings).toMatchObject([
    {
      code: 'settings-unreadable',
      facts: { source: 'file', reason: 'not-json', line: 1, instead: 'last-good' },
    },
  ]);

  const half = await startWith(
    userDataDir,
    stationFile,
    sound.replace('"Site North"', '7').replace('tcp://', ''),
  );
  expect(half).toMatchObject({ siteName: 'Site North', printers: [{ id: 'front' }] });
  expect(half.warnings.map(({ code, facts }) => [code, facts['path']])).toEqual([
    ['settings-invalid', '$.site.name'],
    ['settings-invalid', '$.printers[0].address'],
  ]);
});

test('settings that were never good leave the station without a printer, not with a guessed one', async ({
  userDataDir,
  stationFile,
}) => {
  const station = await startWith(userDataDir, stationFile, '\u0000');
  expect(station).toMatchObject({
    practice: true,
    printers: [],
    warnings: [{ code: 'settings-unreadable' }],
  });
});
