import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/main/printing/discovery/discover.ts';
import {
  lookAtCups,
  lookAtLp,
  lookAtSerial,
  lookAtUsb,
  lookAtWindows,
} from '../../../src/main/printing/discovery/looks.ts';
import { languagesOf, suggestProfile } from '../../../src/main/printing/discovery/suggest.ts';
import type { Look, Profiles, Sighting } from '../../../src/main/printing/discovery/types.ts';
import { CupsServer } from '../../../src/main/printing/transports/cups/cups-server.ts';
import { parseDeviceId } from '../../../src/main/printing/transports/device-id.ts';
import { FakeSpooler, SpoolerHelper } from '../../fakes/printing/fake-spooler.ts';
import { FakeUsb, FakeUsbPrinter } from '../../fakes/printing/fake-usb.ts';

const profile = (
  id: string,
  maker: string,
  name: string,
  language: Profiles[number]['language'],
  dpi: number,
) => ({
  id,
  maker,
  name,
  language,
  dpi,
});

const profiles: Profiles = [
  profile('zebra-zd421-300', 'Zebra', 'ZD421 (300 dpi)', 'zpl', 300),
  profile('zebra-zd421-203', 'Zebra', 'ZD421 (203 dpi)', 'zpl', 203),
  profile('epson-tm-t20', 'Epson', 'TM-T20', 'escpos', 203),
  profile('epson-tm-t20iii', 'Epson', 'TM-T20III', 'escpos', 203),
  profile('brother-ql-820nwb', 'Brother', 'QL-820NWB', 'brother-ql', 300),
  profile('generic-escpos-80', 'Generic', 'ESC/POS 80 mm', 'escpos', 203),
  profile('generic-zpl-203', 'Generic', 'ZPL II 203 dpi', 'zpl', 203),
];

describe('suggesting a profile from a device id', () => {
  it.each([
    ['MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;', 'epson-tm-t20iii', 'model'],
    ['MFG:EPSON;CMD:ESC/POS;MDL:TM-T20;', 'epson-tm-t20', 'model'],
    ['MFG:SEIKO EPSON;CMD:ESC/POS;MDL:TM-T20III;', 'epson-tm-t20iii', 'model'],
    ['MFG:Zebra Technologies;CMD:ZPL;MDL:ZTC ZD421-300dpi ZPL;', 'zebra-zd421-300', 'model'],
    ['MFG:Zebra Technologies;CMD:ZPL;MDL:ZTC ZD421-203dpi ZPL;', 'zebra-zd421-203', 'model'],
    ['MFG:Zebra Technologies;CMD:ZPL;MDL:ZTC ZD421;', 'zebra-zd421-203', 'model-dpi-open'],
    ['MFG:Brother;CMD:PT-CBP;MDL:QL-820NWB;', 'brother-ql-820nwb', 'model'],
    ['MFG:XPrinter;CMD:ESC/POS;MDL:XP-58;', 'generic-escpos-80', 'language'],
    ['CMD:ZPLII;', 'generic-zpl-203', 'language'],
  ])('%s → %s', (text, profileId, certainty) => {
    expect(suggestProfile(parseDeviceId(text), profiles)).toEqual({ profileId, certainty });
  });

  it.each([
    ['a laser printer', 'MFG:HP;CMD:PCL,PJL;MDL:LaserJet;'],
    ['a known model name of another maker', 'MFG:HP;CMD:PCL;MDL:ZD421;'],
    ['a printer that says nothing', ''],
  ])('suggests nothing for %s', (_name, text) => {
    expect(suggestProfile(parseDeviceId(text), profiles)).toBeNull();
  });

  it('reads languages in the printer’s own order and leaves out others', () => {
    expect(languagesOf(['PJL', 'ZPL II', 'EPL2', 'TSPL-EZ', 'constructor'])).toEqual(['zpl', 'epl2', 'tspl']);
  });
});

const seen =
  (sightings: readonly Sighting[]): Look =>
  async () =>
    sightings;
const epson = parseDeviceId('MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;');

describe('discovering printers', () => {
  it('lists one device once, whatever the number of ways to it', async () => {
    const usb = { address: 'usb:04b8:0e15:X1', deviceKey: 'usb:04b8:0e15:X1', name: 'Port', deviceId: null };
    const lp = {
      address: 'lp:/dev/usb/lp0',
      deviceKey: 'usb:04b8:0e15:X1',
      name: 'EPSON TM-T20III',
      deviceId: epson,
    };
    expect(await discover([seen([usb]), seen([lp])], profiles)).toEqual([
      {
        address: 'usb:04b8:0e15:X1',
        otherAddresses: ['lp:/dev/usb/lp0'],
        name: 'EPSON TM-T20III',
        deviceId: epson,
        suggestion: { profileId: 'epson-tm-t20iii', certainty: 'model' },
        sharedWithQueue: null,
      },
    ]);
  });

  it('says when a system queue prints on the same device', async () => {
    const usb = { address: 'usb:04b8:0e15:X1', deviceKey: 'usb:04b8:0e15:X1', name: 'TM', deviceId: epson };
    const queue = {
      address: 'queue:TM',
      deviceKey: 'queue:TM',
      name: 'TM',
      deviceId: null,
      queueSerial: 'X1',
    };
    const found = await discover([seen([usb]), seen([queue])], profiles);
    expect(found.map((printer) => printer.sharedWithQueue)).toEqual(['queue:TM', null]);
  });

  it('suggests by a queue’s name, but not by a serial port’s', async () => {
    const queue = { address: 'queue:zd421', deviceKey: 'queue:zd421', name: 'zd421', deviceId: null };
    const port = { address: 'serial:COM3', deviceKey: 'serial:COM3', name: 'ZD421 COM3', deviceId: null };
    const found = await discover([seen([queue, port])], profiles);
    expect(found.map((printer) => printer.suggestion?.profileId)).toEqual(['zebra-zd421-203', undefined]);
  });

  it('finds USB printers and asks the free ones for their id', async () => {
    const keyboard = new FakeUsbPrinter();
    keyboard.configurations = [];
    const usb = new FakeUsb(new FakeUsbPrinter(), keyboard);
    const sightings = await lookAtUsb({ load: async () => usb, platform: 'darwin' })(1000);
    expect(sightings).toMatchObject([{ address: 'usb:04b8:0e15:FAKE1', name: 'EPSON TM-T20III' }]);
    expect(await lookAtUsb({ load: async () => usb, platform: 'win32' })(1000)).toEqual([]);
  });

  it('leaves a USB printer alone that somebody else holds', async () => {
    const printer = new FakeUsbPrinter();
    printer.claimedBy = 'another';
    const look = lookAtUsb({ load: async () => new FakeUsb(printer), platform: 'darwin' });
    expect(await look(1000)).toMatchObject([{ name: 'Emulated printer', deviceId: null }]);
    expect(printer.claimedBy).toBe('another');
  });

  it('lists the queues of the Windows spooler', async () => {
    expect(await lookAtWindows(() => new SpoolerHelper(new FakeSpooler()))(500)).toMatchObject([
      { address: 'queue:Badges' },
    ]);
  });

  it('lists serial ports that exist, not the 32 that Linux always names', async () => {
    const list = async () => [
      { path: '/dev/ttyS0' },
      { path: '/dev/ttyS4', pnpId: 'PNP0501' },
      { path: '/dev/ttyUSB0', manufacturer: 'FTDI' },
      { path: 'COM3' },
    ];
    expect((await lookAtSerial(list)(500)).map((one) => one.address)).toEqual([
      'serial:/dev/ttyS4',
      'serial:/dev/ttyUSB0',
      'serial:COM3',
    ]);
  });

  it('lists /dev/usb/lp files and nothing beside them', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'badge-dev-'));
    for (const name of ['lp0', 'lp12', 'hiddev0', 'lpx']) await writeFile(path.join(dir, name), '');
    const sightings = await lookAtLp({ devDir: dir, sysDir: dir })(500);
    await rm(dir, { recursive: true });
    expect(sightings.map((one) => path.basename(one.address)).sort()).toEqual(['lp0', 'lp12']);
  });

  it('has nothing where a place cannot be looked at', async () => {
    const broken = () => Promise.reject(new Error('no'));
    const hanging = () => new Promise<never>(() => undefined);
    const nowhere = new CupsServer({ socketPath: '/no/such/socket' });
    const looks = [
      lookAtUsb({ load: broken }),
      lookAtSerial(broken),
      lookAtSerial(hanging),
      lookAtLp({ devDir: '/no/such/dir' }),
      lookAtCups(() => nowhere),
      lookAtWindows(() => new SpoolerHelper(new FakeSpooler(), 'list')),
    ];
    expect(await discover(looks, profiles, 30)).toEqual([]);
  });
});
