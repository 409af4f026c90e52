import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HandSettings } from '../../../src/main/settings/hand-settings.ts';
import { ok } from '../../../src/shared/result.ts';
import { Station, sound, tenant } from './station.ts';

let station: Station;
let hand: HandSettings;
beforeEach(() => {
  station = new Station();
  hand = new HandSettings(station.userDataDir);
});
afterEach(() => station.clear());
const load = () => station.load({ stationFile: null });
/** Copies of what could not be read, oldest first. */
const copies = () =>
  readdirSync(station.userDataDir)
    .filter((name) => name.startsWith('settings.json.unreadable'))
    .sort();

describe('HandSettings', () => {
  it('keeps what is set over a restart', async () => {
    expect(await hand.change({ 'site.name': 'Gatehouse', printers: [], tenant })).toEqual(ok(undefined));
    const { settings, decidedBy } = await load();
    expect([settings.site.name, settings.tenant, decidedBy['site.name']]).toEqual([
      'Gatehouse',
      tenant,
      'hand',
    ]);
  });

  it('changes some values and keeps the others', async () => {
    await hand.change({ 'site.name': 'Gatehouse', 'lock.idleMinutes': 9 });
    await hand.change({ 'lock.idleMinutes': 10 });
    const { settings } = await load();
    expect([settings.site.name, settings.lock.idleMinutes]).toEqual(['Gatehouse', 10]);
  });

  it('takes a value back', async () => {
    await hand.change({ 'site.name': 'Gatehouse', 'lock.idleMinutes': 9 });
    await hand.change({ 'site.name': undefined });
    const { settings, decidedBy } = await load();
    expect([settings.site.name, decidedBy['site.name'], settings.lock.idleMinutes]).toEqual([
      'Practice site',
      'default',
      9,
    ]);
  });

  it('loses nothing when two changes are made at once', async () => {
    await Promise.all([
      hand.change({ 'site.name': 'A' }),
      hand.change({ 'site.returnTo': 'B' }),
      hand.change({ 'lock.idleMinutes': 7 }),
    ]);
    const { settings } = await load();
    expect([settings.site, settings.lock.idleMinutes]).toEqual([{ name: 'A', returnTo: 'B', logo: '' }, 7]);
  });

  it.each([
    [{ 'site.name': '' }, '$.site.name'],
    [{ 'lock.idleMinutes': 0 }, '$.lock.idleMinutes'],
    [{ 'defaults.pinLength': Number.NaN }, '$.defaults.pinLength'],
    [{ tenant: null }, '$.tenant'],
  ])('refuses %j and writes nothing', async (change, path) => {
    await hand.change({ 'site.returnTo': 'Gate 2' });
    const before = readFileSync(station.handFile, 'utf8');
    expect(await hand.change({ ...change, 'site.returnTo': 'Gate 3' })).toMatchObject({
      ok: false,
      failure: { code: 'settings-invalid', facts: { path } },
    });
    expect(readFileSync(station.handFile, 'utf8')).toBe(before);
  });

  it('leaves what it cannot use where a person typed it, and changes the rest', async () => {
    mkdirSync(station.userDataDir);
    const typed = {
      ...sound,
      $schema: './station.schema.json',
      lock: { idleMinutes: 'typo', sound: 'off' },
      retention: 7,
      'my notes': ['call the supplier'],
    };
    station.write(station.handFile, typed);
    expect(await hand.change({ 'site.name': 'Gatehouse' })).toEqual(ok(undefined));
    expect(JSON.parse(readFileSync(station.handFile, 'utf8'))).toEqual({
      ...typed,
      site: { ...sound.site, name: 'Gatehouse' },
    });
    expect(copies()).toEqual([]);
  });

  it('copies a value that cannot be used before it takes its place', async () => {
    mkdirSync(station.userDataDir);
    const typed = JSON.stringify({ ...sound, printers: [{ id: 'front' }] });
    station.write(station.handFile, typed);
    await hand.change({ printers: [] });
    expect(readFileSync(`${station.handFile}.unreadable`, 'utf8')).toBe(typed);
    expect((await load()).settings.printers).toEqual([]);
  });

  it('never overwrites an earlier copy', async () => {
    mkdirSync(station.userDataDir);
    for (const typed of ['{ one', '{ two', '{ three']) {
      station.write(station.handFile, typed);
      expect(await hand.change({ 'site.name': 'Gatehouse' })).toEqual(ok(undefined));
    }
    expect(copies().map((name) => readFileSync(`${station.userDataDir}/${name}`, 'utf8'))).toEqual([
      '{ one',
      '{ two',
      '{ three',
    ]);
  });

  it('goes on from the last good settings when the file broke meanwhile, and keeps what broke', async () => {
    await hand.change({ 'site.name': 'Gatehouse', 'lock.idleMinutes': 9 });
    station.write(station.handFile, '{ "site": { "na');
    await hand.change({ 'site.returnTo': 'Gate 2' });
    const { settings } = await load();
    expect([settings.site.name, settings.site.returnTo, settings.lock.idleMinutes]).toEqual([
      'Gatehouse',
      'Gate 2',
      9,
    ]);
    expect(readFileSync(`${station.handFile}.unreadable`, 'utf8')).toBe('{ "site": { "na');
  });

  it('is not undone by a file that breaks before the next start', async () => {
    await hand.change({ 'site.name': 'Gatehouse' });
    await load();
    await hand.change({ 'site.name': 'Main gate' });
    station.write(station.handFile, '');
    expect((await load()).settings.site.name).toBe('Main gate');
  });

  it.each([
    ['an empty file', ''],
    ['no JSON', 'site = 1'],
    ['JSON cut in half', '{"site": {"name": "Ga'],
    ['a list', '[]'],
    ['null', 'null'],
    ['null bytes', new Uint8Array(64)],
    ['something huge', ' '.repeat(1024 * 1024 + 1)],
    ['a list a hundred thousand deep', '['.repeat(100_000)],
    ['sections of other types', '{"site": 5, "lock": null, "routes": [], "printers": "front"}'],
    ['a key named __proto__', '{"__proto__": {"site": {"name": "X"}}, "site": {"__proto__": {"name": "X"}}}'],
    ['another version', '{"version": 9, "settings": {"site": {"name": "X"}}}'],
  ])('changes a value over %s, which is kept', async (_what, typed) => {
    mkdirSync(station.userDataDir);
    station.write(station.handFile, typed);
    const before = readFileSync(station.handFile);
    expect(await hand.change({ 'site.name': 'Gatehouse', 'routes.badge': [] })).toEqual(ok(undefined));
    expect((await load()).settings.site.name).toBe('Gatehouse');
    expect({}).not.toHaveProperty('site');
    const [copy] = copies();
    const isWhole = copy !== undefined && readFileSync(`${station.userDataDir}/${copy}`).equals(before);
    const after = readFileSync(station.handFile, 'utf8');
    // Either the bytes are beside it, or nothing in it had to give way.
    expect(isWhole || after.includes('__proto__') || after.includes('version')).toBe(true);
  });

  it('says so when it cannot write, and still works afterwards', async () => {
    mkdirSync(station.handFile, { recursive: true });
    expect(await hand.change({ 'site.name': 'A' })).toMatchObject({
      ok: false,
      failure: { code: 'settings-unreadable', facts: { reason: 'unwritable' } },
    });
    expect(readdirSync(station.userDataDir)).toEqual(['settings.json']);
    expect(await hand.change({ 'site.name': '' })).toMatchObject({
      ok: false,
      failure: { code: 'settings-invalid' },
    });
  });

  it.skipIf(process.platform === 'win32')(
    'lets only its own account read them, and leaves no drafts',
    async () => {
      await hand.change({ 'site.name': 'A' });
      expect(statSync(station.handFile).mode & 0o777).toBe(0o600);
      expect(statSync(`${station.userDataDir}/settings.last-good.json`).mode & 0o777).toBe(0o600);
      expect(readdirSync(station.userDataDir)).toEqual(['settings.json', 'settings.last-good.json']);
    },
  );
});
