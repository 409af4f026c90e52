import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOptions, startRehearsal } from '../../../scripts/tenant/serve.ts';
import { loadSettings } from '../../../src/main/settings/load.ts';
import { httpsFetch } from '../../fakes/https-fetch.ts';

const quiet = (): void => undefined;
const silentLog = { debug: quiet, info: quiet, warn: quiet, error: quiet };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'badge-station-serve-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('npm run tenant', () => {
  it('leaves a station file that the app reads without complaint', async () => {
    const rehearsal = await startRehearsal(
      readOptions(['--port', '0', '--control-port', '0', '--dir', 'here']),
      dir,
    );
    try {
      const loaded = await loadSettings({
        userDataDir: path.join(dir, 'data'),
        stationFile: rehearsal.stationFile,
        policy: { read: () => Promise.resolve({ kind: 'absent' }) },
        isPackaged: false,
        log: silentLog,
      });
      expect(loaded.warnings).toEqual([]);
      const { endpoints } = loaded.settings.tenant ?? {};
      expect(endpoints?.caFile).toBe(path.join(dir, 'here', 'ca.pem'));
      const fetch = httpsFetch(readFileSync(endpoints?.caFile ?? '', 'utf8'));
      const found = await fetch(`${endpoints?.authority}/.well-known/openid-configuration`, {});
      expect(await found.json()).toMatchObject({ issuer: endpoints?.authority });
      expect(rehearsal.words).toContain(`--station=${rehearsal.stationFile}`);
    } finally {
      await rehearsal.close();
    }
  });

  it('is the same after a restart: same port, same authority', async () => {
    const first = await startRehearsal(readOptions(['--port', '0', '--control-port', '0']), dir);
    const origin = /https:\/\/127\.0\.0\.1:(\d+)/.exec(first.words)?.[1] ?? '';
    await first.close();
    const options = readOptions(['--port', origin, '--control-port', '0', '--lag', '40']);
    const second = await startRehearsal(options, dir);
    expect(second.words).toContain(`https://127.0.0.1:${origin}/`);
    await second.close();
  });

  it('gives its port back when the control port is taken', async () => {
    const first = await startRehearsal(readOptions(['--port', '0', '--control-port', '0']), dir);
    const taken = /127\.0\.0\.1:(\d+)\/state/.exec(first.words)?.[1] ?? '';
    await expect(
      startRehearsal(readOptions(['--port', '0', '--control-port', taken]), dir),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it.each([
    [['--port', 'x'], /--port wants a whole number up to 65535, not "x"/],
    [['--port', '65536'], /--port wants/],
    [['--lag', '-1'], /--lag|ambiguous/],
    [['--people', 'many'], /--people wants a whole number up to 999999, not "many"/],
    [['--faults', '{'], /--faults wants JSON/],
    [['--faults', '{"lagMs":"long"}'], /unknown at "lagMs"/],
    [['--faults', '{"nonsense":1}'], /--faults has something unknown/],
    [['--nonsense'], /--nonsense/],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });
});
