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

  it.each([['{ broken'], [JSON.stringify({ ...sound, lock: { idleMinutes: 'typo' } })]])(
    'keeps a copy of what a person typed and got wrong: %j',
    async (typed) => {
      mkdirSync(station.userDataDir);
      station.write(station.handFile, typed);
      await hand.change({ 'site.name': 'Gatehouse' });
      expect(readFileSync(`${station.handFile}.unreadable`, 'utf8')).toBe(typed);
      expect((await load()).settings.site.name).toBe('Gatehouse');
    },
  );

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
      expect(readdirSync(station.userDataDir)).toEqual(['settings.json']);
    },
  );
});
