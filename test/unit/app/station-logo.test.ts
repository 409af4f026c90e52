import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStationLogo } from '../../../src/main/app/station-logo.ts';
import { mergeSettings } from '../../../src/main/settings/merge.ts';
import type { LogoFault } from '../../../src/shared/settings/problems.ts';
import type { SettingsSource } from '../../../src/shared/settings/values.ts';

const userDataDir = path.resolve('/home/station/data');

function loadedWith(source: SettingsSource, logo: string) {
  return mergeSettings([
    { source, values: { 'site.logo': logo }, blocked: new Set(), problems: [], good: null },
  ]);
}

async function load(source: SettingsSource, logo: string, fault: LogoFault | null = null) {
  const asked: string[] = [];
  const useLogo = (file: string): Promise<LogoFault | null> => {
    asked.push(file);
    return Promise.resolve(fault);
  };
  const failure = await loadStationLogo({
    badges: { useLogo },
    loaded: loadedWith(source, logo),
    userDataDir,
    log: { warn: () => undefined },
  });
  return { asked, failure };
}

describe('the site’s logo', () => {
  it.each(['policy', 'file'] as const)('may lie anywhere when the %s names it', async (source) => {
    expect(await load(source, '/srv/logo.png')).toEqual({ asked: ['/srv/logo.png'], failure: null });
  });

  it('must lie in the station’s folder when it was set by hand: the window cannot read other files', async () => {
    const inside = path.join(userDataDir, 'logo.png');
    expect(await load('hand', inside)).toEqual({ asked: [inside], failure: null });
    for (const outside of ['/etc/logo.png', `${userDataDir}-other/logo.png`, path.dirname(userDataDir)]) {
      expect(await load('hand', outside)).toMatchObject({
        asked: [],
        failure: { code: 'logo-unusable', facts: { reason: 'elsewhere', source: 'hand' } },
      });
    }
  });

  it('is not asked for when there is none', async () => {
    expect(await load('file', '')).toEqual({ asked: [], failure: null });
  });

  it('is named with the reason when it cannot be used', async () => {
    expect((await load('file', '/srv/logo.png', 'damaged')).failure).toEqual({
      code: 'logo-unusable',
      facts: { source: 'file', path: '$.site.logo', reason: 'damaged', instead: 'nothing' },
    });
  });
});
