import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HandSettings } from '../../../src/main/settings/hand-settings.ts';
import { LiveSettings } from '../../../src/main/settings/live-settings.ts';
import { ok } from '../../../src/shared/result.ts';
import type { PrinterConfig } from '../../../src/shared/printing/printer.ts';
import { practicePrinter } from '../../../src/shared/settings/defaults.ts';
import { Station, printer, sound } from './station.ts';

let station: Station;
beforeEach(() => {
  station = new Station();
});
afterEach(() => station.clear());

const gate = printer('gate') as PrinterConfig;
async function live(options: Parameters<Station['load']>[0] = { stationFile: null }) {
  return new LiveSettings(await station.load(options), new HandSettings(station.userDataDir));
}

describe('LiveSettings', () => {
  it('uses a change at once, and after a restart', async () => {
    const settings = await live();
    expect(await settings.change({ printers: [practicePrinter, gate] })).toEqual(ok(undefined));
    for (const each of [settings, await live()])
      expect(each.current.printers.map(({ id }) => id)).toEqual(['screen', 'gate']);
  });

  it('keeps the routes of a first start when a printer is named for the first time', async () => {
    const settings = await live();
    await settings.change({ printers: [practicePrinter, gate] });
    const after = await live();
    expect(after.current.routes).toEqual(settings.current.routes);
    expect(after.current.routes.badge).toEqual(['screen']);
  });

  it.each([
    ['file', { printers: [] }, '$.printers'],
    ['file', { 'routes.badge': [] }, '$.routes.badge'],
    ['file', { printers: [], 'routes.pinSlip': [] }, '$.printers'],
    ['policy', { printers: [] }, '$.printers'],
    ['policy', { 'routes.temporary': [] }, '$.routes.temporary'],
  ] as const)('refuses what the %s decides, with the reason: %j', async (source, change, path) => {
    station.write(source === 'file' ? station.stationFile : station.policyFile, sound);
    const settings = await live(source === 'file' ? {} : { stationFile: null });
    expect(await settings.change(change)).toEqual({
      ok: false,
      failure: { code: 'settings-locked', facts: { source, path } },
    });
    expect(settings.current.printers).toHaveLength(2);
    expect(() => readFileSync(station.handFile)).toThrow('ENOENT');
  });

  it('changes routes where the file only names printers', async () => {
    station.write(station.stationFile, { printers: sound.printers });
    const settings = await live({});
    expect(settings.lockedBy('printers')).toBe('file');
    expect(settings.lockedBy('routes.badge')).toBeNull();
    expect(await settings.change({ 'routes.badge': ['back'] })).toEqual(ok(undefined));
    expect((await live({})).current.routes.badge).toEqual(['back']);
  });

  it('keeps what holds when the change is wrong or cannot be written', async () => {
    const settings = await live();
    const wrong = await settings.change({ printers: [{ ...gate, name: '' }] });
    expect(wrong).toMatchObject({ ok: false, failure: { code: 'settings-invalid' } });
    expect(settings.current.printers).toEqual([practicePrinter]);
  });

  it('takes back a warning when the value it was about has been replaced', async () => {
    const hand = new HandSettings(station.userDataDir);
    await hand.change({ 'site.name': 'Gatehouse' });
    station.write(station.handFile, { printers: [{ id: 'front' }], lock: { idleMinutes: 0 } });
    const settings = await live();
    const paths = () => settings.loaded.warnings.map(({ facts }) => facts['path']);
    expect(paths().some((path) => String(path).startsWith('$.printers'))).toBe(true);
    await settings.change({ printers: [gate] });
    expect(paths()).toEqual(['$.lock.idleMinutes']);
    expect((await live()).current.printers).toEqual([gate]);
  });
});
