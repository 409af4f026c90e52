import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stationFileFrom } from '../../../src/main/settings/load.ts';
import { practicePrinter } from '../../../src/shared/settings/defaults.ts';
import { Station, printer, sound, tenant } from './station.ts';

let station: Station;
beforeEach(() => {
  station = new Station();
});
afterEach(() => station.clear());

describe('a first start', () => {
  it('has a practice site with one on-screen printer, and nothing to complain about', async () => {
    const { settings, decidedBy, problems, practiceReason } = await station.load({ stationFile: null });
    expect(settings).toEqual({
      tenant: null,
      site: { name: 'Practice site', returnTo: '', logo: '' },
      defaults: { standardDays: 365, temporaryHours: 8, pinLength: 8 },
      printers: [practicePrinter],
      routes: { badge: ['screen'], temporary: ['screen'], pinSlip: [] },
      lock: { idleMinutes: 5 },
      retention: { unprintedHours: 72 },
    });
    expect([problems, practiceReason]).toEqual([[], null]);
    expect(new Set(Object.values(decidedBy))).toEqual(new Set(['default']));
  });

  it('invents no printer and no site name once a tenant is named', async () => {
    station.write(station.stationFile, { tenant });
    const { settings } = await station.load();
    expect([settings.printers, settings.routes, settings.site.name]).toEqual([
      [],
      { badge: [], temporary: [], pinSlip: [] },
      '',
    ]);
  });

  it('invents no route once printers are named', async () => {
    station.write(station.stationFile, { printers: [printer('front')] });
    const { settings } = await station.load();
    expect(settings.routes).toEqual({ badge: [], temporary: [], pinSlip: [] });
  });
});

describe('sources', () => {
  it('takes the station file as it stands', async () => {
    station.write(station.stationFile, { $schema: './station.schema.json', ...sound });
    const { settings, decidedBy, problems } = await station.load();
    expect(settings).toEqual(sound);
    expect([problems, new Set(Object.values(decidedBy))]).toEqual([[], new Set(['file'])]);
  });

  it('lets the policy win over the file and the file over what was set by hand, value by value', async () => {
    mkdirSync(station.userDataDir);
    station.write(station.handFile, {
      site: { name: 'By hand', returnTo: 'By hand' },
      lock: { idleMinutes: 60 },
      retention: { unprintedHours: 1 },
    });
    station.write(station.stationFile, { site: { name: 'By file' }, lock: { idleMinutes: 30 } });
    station.write(station.policyFile, { lock: { idleMinutes: 2 } });
    const { settings, decidedBy, problems } = await station.load();
    expect([settings.lock.idleMinutes, settings.site, settings.retention.unprintedHours]).toEqual([
      2,
      { name: 'By file', returnTo: 'By hand', logo: '' },
      1,
    ]);
    expect(decidedBy).toMatchObject({
      'lock.idleMinutes': 'policy',
      'site.name': 'file',
      'site.returnTo': 'hand',
      'retention.unprintedHours': 'hand',
      'defaults.pinLength': 'default',
    });
    expect(problems).toEqual([]);
  });

  it('never mixes a tenant or a list of printers out of two sources', async () => {
    station.write(station.policyFile, { tenant, printers: [printer('policy')] });
    station.write(station.stationFile, {
      ...sound,
      tenant: {
        ...tenant,
        clientId: tenant.id,
        endpoints: { authority: 'https://localhost:1', graph: 'https://localhost:2' },
      },
    });
    const { settings } = await station.load();
    expect(settings.tenant).toEqual(tenant);
    expect(settings.printers.map(({ id }) => id)).toEqual(['policy']);
  });

  it('says when a route of one source names a printer another source has taken away', async () => {
    station.write(station.policyFile, { printers: [printer('front')] });
    station.write(station.stationFile, sound);
    const { settings, problems } = await station.load();
    expect(settings.routes.badge).toEqual(['front']);
    expect(problems).toEqual([
      { source: 'file', path: '$.routes.badge[1]', reason: 'unknown-printer', instead: 'nothing' },
    ]);
  });

  it('warns of printers that write to files or the screen once there is a tenant', async () => {
    const printers = [
      printer('a', { address: 'screen:' }),
      printer('b'),
      printer('c', { address: 'folder:/tmp/x' }),
    ];
    station.write(station.stationFile, { tenant, printers });
    const { warnings, settings } = await station.load();
    expect(warnings.map(({ code, facts }) => [code, facts['path']])).toEqual([
      ['address-practice-only', '$.printers[0].address'],
      ['address-practice-only', '$.printers[2].address'],
    ]);
    expect(settings.printers).toHaveLength(3);
    station.write(station.stationFile, { printers });
    expect((await station.load()).warnings).toEqual([]);
  });
});

describe('the last good settings', () => {
  it.each([
    ['is no longer JSON', '{'],
    ['is empty', ''],
    ['is a list', []],
  ])('stand in, as a whole, when the file %s', async (_name, content) => {
    station.write(station.stationFile, sound);
    await station.load();
    station.write(station.stationFile, content);
    const { settings, decidedBy, problems, practiceReason } = await station.load();
    expect(settings).toEqual(sound);
    expect(decidedBy['printers']).toBe('file');
    expect(problems).toMatchObject([
      { source: 'file', path: '$', instead: 'last-good', origin: station.stationFile },
    ]);
    expect(practiceReason).toBeNull();
  });

  it('stand in when the file is gone, though it was asked for', async () => {
    station.write(station.stationFile, sound);
    await station.load();
    rmSync(station.stationFile);
    const { settings, problems } = await station.load();
    expect(settings).toEqual(sound);
    expect(problems).toMatchObject([{ reason: 'not-found', instead: 'last-good' }]);
  });

  it('stand in value by value, while good values go on to be taken', async () => {
    station.write(station.stationFile, sound);
    await station.load();
    station.write(station.stationFile, {
      ...sound,
      site: { ...sound.site, name: 'Site South', returnTo: 7 },
      lock: { idleMinutes: -1 },
      tenant: { id: 'x' },
    });
    const { settings, problems } = await station.load();
    expect(settings).toEqual({ ...sound, site: { ...sound.site, name: 'Site South' } });
    expect(problems.map(({ path: at, reason, instead }) => [at, reason, instead])).toEqual([
      ['$.tenant.id', 'malformed', 'last-good'],
      ['$.tenant.clientId', 'missing', 'last-good'],
      ['$.site.returnTo', 'wrong-type', 'last-good'],
      ['$.lock.idleMinutes', 'out-of-range', 'last-good'],
    ]);
  });

  it('survive any number of starts with the same fault', async () => {
    station.write(station.stationFile, sound);
    await station.load();
    station.write(station.stationFile, { ...sound, routes: 7 });
    for (let start = 0; start < 3; start += 1)
      expect((await station.load()).settings.routes).toEqual(sound.routes);
    station.write(station.stationFile, 'not JSON');
    for (let start = 0; start < 3; start += 1) expect((await station.load()).settings).toEqual(sound);
  });

  it('give one broken printer back and leave the others as they are now', async () => {
    station.write(station.stationFile, sound);
    await station.load();
    const moved = printer('front', { address: 'tcp://10.0.0.9:9100' });
    station.write(station.stationFile, { ...sound, printers: [moved, printer('back', { address: 7 })] });
    const { settings, problems } = await station.load();
    expect(settings.printers).toEqual([moved, printer('back')]);
    expect(problems).toEqual([
      { source: 'file', path: '$.printers[1].address', reason: 'wrong-type', instead: 'last-good' },
    ]);
  });

  it('are forgotten for a value that is taken out of the file', async () => {
    station.write(station.stationFile, sound);
    await station.load();
    const { lock: _lock, ...rest } = sound;
    station.write(station.stationFile, rest);
    await station.load();
    station.write(station.stationFile, { ...rest, lock: { idleMinutes: 'x' } });
    const { settings, decidedBy } = await station.load();
    expect([settings.lock.idleMinutes, decidedBy['lock.idleMinutes']]).toEqual([5, 'default']);
  });

  it('of one file do not stand in for another file', async () => {
    station.write(station.stationFile, sound);
    await station.load();
    const other = path.join(station.root, 'other.json');
    station.write(other, '{');
    const { settings } = await station.load({ stationFile: other });
    expect([settings.tenant, settings.printers]).toEqual([null, []]);
  });

  it.each([
    ['damaged', '{'],
    ['of another version', JSON.stringify({ version: 2, file: { origin: 'x', settings: sound } })],
    [
      'full of nonsense',
      JSON.stringify({ version: 1, file: 7, policy: { origin: 7, settings: [] }, hand: null }),
    ],
  ])('are done without when they are %s', async (_name, content) => {
    station.write(station.stationFile, sound);
    await station.load();
    station.write(path.join(station.userDataDir, 'settings.last-good.json'), content);
    station.write(station.stationFile, '{');
    const { settings, problems } = await station.load();
    expect([settings.tenant, problems[0]?.instead]).toEqual([null, 'nothing']);
  });

  it('are checked like a file: a value changed by hand to something impossible is not taken', async () => {
    station.write(station.stationFile, sound);
    await station.load();
    const spare = path.join(station.userDataDir, 'settings.last-good.json');
    station.write(spare, readFileSync(spare, 'utf8').replace('"idleMinutes": 5', '"idleMinutes": 99999'));
    station.write(station.stationFile, '{');
    const { settings } = await station.load();
    expect(settings.lock.idleMinutes).toBe(5);
    expect(settings.site.name).toBe('Site North');
  });

  it.skipIf(process.platform === 'win32')(
    'are kept where only the station reads them, and leave no drafts behind',
    async () => {
      station.write(station.stationFile, sound);
      await station.load();
      expect(readdirSync(station.userDataDir)).toEqual(['settings.last-good.json']);
      expect(statSync(path.join(station.userDataDir, 'settings.last-good.json')).mode & 0o777).toBe(0o600);
    },
  );

  it('are not needed: the station starts where they cannot be kept', async () => {
    station.write(station.stationFile, sound);
    station.write(station.userDataDir, 'a file where the folder should be');
    expect((await station.load()).settings).toEqual(sound);
  });
});

describe('never guessing', () => {
  it('goes to practice, without a printer and with the reason, when the tenant cannot be read', async () => {
    station.write(station.stationFile, { ...sound, tenant: { id: 'contoso', clientId: tenant.clientId } });
    const { settings, practiceReason, decidedBy } = await station.load();
    expect(settings.tenant).toBeNull();
    expect(practiceReason).toEqual({
      code: 'settings-invalid',
      facts: { source: 'file', path: '$.tenant.id', reason: 'malformed', instead: 'nothing' },
    });
    expect(decidedBy.tenant).toBe('file');
  });

  it('does not fall back to a weaker source for tenant, printers and routes, but does for the rest', async () => {
    station.write(station.policyFile, {
      tenant: 7,
      printers: 'all',
      routes: { badge: 'front' },
      lock: { idleMinutes: 0 },
    });
    station.write(station.stationFile, sound);
    const { settings, decidedBy } = await station.load();
    expect([settings.tenant, settings.printers, settings.routes]).toEqual([
      null,
      [],
      { badge: [], temporary: [], pinSlip: [] },
    ]);
    expect(settings.lock.idleMinutes).toBe(5);
    expect([decidedBy.printers, decidedBy['routes.badge'], decidedBy['lock.idleMinutes']]).toEqual([
      'policy',
      'policy',
      'file',
    ]);
  });

  it('does not use the file while a policy is there that nobody can read', async () => {
    station.write(station.policyFile, '{"tenant":');
    station.write(station.stationFile, sound);
    const { settings, practiceReason } = await station.load();
    expect([settings.tenant, settings.printers]).toEqual([null, []]);
    expect(practiceReason).toMatchObject({
      code: 'settings-unreadable',
      facts: { source: 'policy', reason: 'not-json', line: 1, column: 11 },
    });
  });

  it('takes neither of two printers with one id', async () => {
    const printers = [
      printer('front'),
      printer('front', { address: 'tcp://10.0.0.9:9100' }),
      printer('back'),
    ];
    station.write(station.stationFile, { ...sound, printers });
    const { settings, problems } = await station.load();
    expect(settings.printers.map(({ id }) => id)).toEqual(['back']);
    expect(problems.map(({ path: at, reason }) => [at, reason])).toEqual([
      ['$.printers[0].id', 'duplicate-id'],
      ['$.printers[1].id', 'duplicate-id'],
      ['$.routes.badge[0]', 'unknown-printer'],
      ['$.routes.temporary[0]', 'unknown-printer'],
    ]);
  });
});

describe('endpoints', () => {
  const endpoints = {
    authority: 'https://localhost:8443',
    graph: 'https://localhost:8444/v1.0',
    caFile: 'ca.pem',
  };

  it('are taken by an unpackaged app, with the certificate looked for beside the file', async () => {
    station.write(station.stationFile, { ...sound, tenant: { ...tenant, endpoints } });
    const { settings, problems } = await station.load();
    expect(settings.tenant?.endpoints).toEqual({ ...endpoints, caFile: path.join(station.root, 'ca.pem') });
    expect(problems).toEqual([]);
  });

  it.each([endpoints, {}, null, 'https://evil.example', undefined])(
    'make a packaged app refuse the whole file: %j',
    async (value) => {
      // JSON has no undefined: the key is then missing and the file is fine.
      station.write(station.stationFile, { ...sound, tenant: { ...tenant, endpoints: value } });
      const { settings, practiceReason, problems } = await station.load({ isPackaged: true });
      if (value === undefined) expect(settings).toEqual(sound);
      else {
        expect([settings.tenant, settings.printers, settings.site.name]).toEqual([null, [], '']);
        expect(practiceReason).toMatchObject({
          code: 'settings-unreadable',
          facts: { reason: 'endpoints-packaged' },
        });
        expect(problems).toHaveLength(1);
      }
    },
  );

  it('do not reach a packaged app through the last good settings of an unpackaged one', async () => {
    station.write(station.stationFile, { ...sound, tenant: { ...tenant, endpoints } });
    await station.load();
    for (const content of [{ ...sound, tenant: { ...tenant, endpoints } }, '{']) {
      station.write(station.stationFile, content);
      const { settings } = await station.load({ isPackaged: true });
      expect(settings.tenant).toBeNull();
    }
  });
});

describe('the logo', () => {
  it('is looked for beside the file that names it', async () => {
    station.write(station.stationFile, { ...sound, site: { ...sound.site, logo: 'pictures/logo.png' } });
    const { settings, problems } = await station.load();
    expect(settings.site.logo).toBe(path.join(station.root, 'pictures', 'logo.png'));
    expect(problems).toEqual([]);
  });

  it('is taken with its whole path', async () => {
    station.write(station.stationFile, { site: { logo: '/srv/site/logo.png' } });
    expect((await station.load()).settings.site.logo).toBe(path.resolve('/srv/site/logo.png'));
  });

  it.each([
    ['//server/share/logo.png', 'malformed'],
    ['\\\\server\\share\\logo.png', 'malformed'],
    ['https://example.test/logo.png', 'malformed'],
    ['file:///etc/logo.png', 'malformed'],
    ['logo\u0000.png', 'malformed'],
    ['', 'too-short'],
    ['l'.repeat(1001), 'too-long'],
    [7, 'wrong-type'],
  ])('is refused as %j, and the rest of the file holds', async (logo, reason) => {
    station.write(station.stationFile, { ...sound, site: { ...sound.site, logo } });
    const { settings, problems } = await station.load();
    expect(problems[0]).toMatchObject({ path: '$.site.logo', reason });
    expect(settings.site).toEqual({ ...sound.site, logo: '' });
  });
});

describe('stationFileFrom', () => {
  it.each([
    [[], null],
    [['--user-data-dir=x', 'station=y', '-station=z', '--stations=a'], null],
    [['--station=a.json'], '/here/a.json'],
    [['--station=/b/c.json', 'x'], '/b/c.json'],
    [['--station=a', '--station=../b c.json'], '/b c.json'],
    [['--station='], '/here'],
  ])('finds in %j: %j', (argv, file) => {
    expect(stationFileFrom(argv, '/here')).toBe(file);
  });
});

describe('files that cannot be read', () => {
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so when the account may not',
    async () => {
      station.write(station.stationFile, sound);
      chmodSync(station.stationFile, 0o000);
      expect((await station.load()).problems).toMatchObject([{ reason: 'no-permission' }]);
    },
  );

  it('writes nothing when nothing was ever set', async () => {
    await station.load({ stationFile: null });
    expect(existsSync(station.userDataDir)).toBe(false);
  });
});
