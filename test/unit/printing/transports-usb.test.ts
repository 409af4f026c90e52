import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type UsbChange, watchUsbPrinters } from '../../../src/main/printing/transports/usb/hotplug.ts';
import { matching, printerInterface, usbKey } from '../../../src/main/printing/transports/usb/pick.ts';
import { portStatusFromByte } from '../../../src/main/printing/transports/usb/requests.ts';
import { UsbTransport } from '../../../src/main/printing/transports/usb/usb-transport.ts';
import { FakeUsb, FakeUsbPrinter, printerConfiguration } from '../../fakes/printing/fake-usb.ts';

const address = { vendorId: 0x04b8, productId: 0x0e15, serial: null };
const dirs: string[] = [];

afterEach(async () => {
  for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
});

/** A sysfs with one device, its interface held by the named driver. */
async function sysfs(driver: string | null): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'badge-sysfs-'));
  dirs.push(dir);
  const device = path.join(dir, '1-2');
  await mkdir(path.join(device, '1-2:1.0'), { recursive: true });
  await writeFile(path.join(device, 'busnum'), '1\n');
  await writeFile(path.join(device, 'devnum'), '5\n');
  await writeFile(path.join(device, 'bConfigurationValue'), '1\n');
  if (driver) await symlink(`/sys/bus/usb/drivers/${driver}`, path.join(device, '1-2:1.0', 'driver'));
  return dir;
}

const transport = (usb: FakeUsb, sysDir: string, more: Partial<typeof address> = {}) =>
  new UsbTransport({ ...address, ...more }, { load: async () => usb, sysDir, platform: 'linux' });

describe('picking the printer out of a USB device', () => {
  it.each([
    ['two-way before one-way', [1, 2], 2],
    ['one-way before packets', [3, 1], 1],
    ['two-way before packets', [3, 2, 1], 2],
  ])('takes %s', (_name, protocols, expected) => {
    const device = new FakeUsbPrinter();
    device.configurations = [
      {
        configurationValue: 1,
        interfaces: protocols.flatMap((protocol, at) => printerConfiguration(protocol, at).interfaces),
      },
    ];
    expect(printerInterface(device)?.protocol).toBe(expected);
  });

  it('leaves IPP over USB and things that are no printer alone', () => {
    const device = new FakeUsbPrinter();
    device.configurations = [printerConfiguration(4)];
    expect(printerInterface(device)).toBeNull();
    device.configurations = [];
    expect(printerInterface(device)).toBeNull();
  });

  it('knows a one-way printer', () => {
    const device = new FakeUsbPrinter();
    device.configurations = [printerConfiguration(1)];
    expect(printerInterface(device)?.in).toBeNull();
  });

  it('matches the serial number only where one was asked for', () => {
    const one = new FakeUsbPrinter();
    const two = new FakeUsbPrinter();
    two.serialNumber = 'FAKE2';
    expect(matching([one, two], address)).toHaveLength(2);
    expect(matching([one, two], { ...address, serial: 'FAKE2' })).toEqual([two]);
    expect(usbKey({ ...address, serial: 'FAKE2' })).toBe('usb:04b8:0e15:FAKE2');
  });
});

describe('opening a USB printer', () => {
  it('takes it from usblp and gives it back', async () => {
    const printer = new FakeUsbPrinter();
    const opened = await transport(new FakeUsb(printer), await sysfs('usblp')).open(2000);
    expect(opened.ok).toBe(true);
    expect(printer.calls).toEqual(['detach']);
    if (opened.ok) await opened.value.close();
    expect(printer.calls).toEqual(['detach', 'attach']);
    expect([printer.claimedBy, printer.isOpen]).toEqual(['nobody', false]);
  });

  it('touches no driver where nobody holds it', async () => {
    const printer = new FakeUsbPrinter();
    const opened = await transport(new FakeUsb(printer), await sysfs(null)).open(2000);
    if (opened.ok) await opened.value.close();
    expect(printer.calls).toEqual([]);
  });

  it.each(['usbfs', 'usb-storage'])('takes it from nobody else: %s', async (driver) => {
    const printer = new FakeUsbPrinter();
    const opened = await transport(new FakeUsb(printer), await sysfs(driver)).open(2000);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'printer-busy' } });
    expect([printer.calls, printer.isOpen]).toEqual([[], false]);
  });

  it('undoes what it did when the interface cannot be claimed', async () => {
    const printer = new FakeUsbPrinter();
    printer.claimedBy = 'another';
    const opened = await transport(new FakeUsb(printer), await sysfs('usblp')).open(2000);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'printer-busy' } });
    expect([printer.calls, printer.isOpen]).toEqual([['detach', 'attach'], false]);
  });

  it('never guesses between two of a kind', async () => {
    const usb = new FakeUsb(new FakeUsbPrinter(), new FakeUsbPrinter());
    expect(await transport(usb, '/nowhere').open(2000)).toMatchObject({
      ok: false,
      failure: { code: 'printer-unknown', facts: { found: 2 } },
    });
  });

  it.each([
    ['a missing permission', 'open error: permission denied (errno 13)', 'permission-denied'],
    ['a device that has just left', 'open error: No such device (errno 19)', 'printer-offline'],
    ['a driver that does not share', 'open error: NOT_SUPPORTED', 'printer-refused'],
  ])('names %s', async (_name, message, code) => {
    const printer = new FakeUsbPrinter();
    printer.open = async () => {
      throw new Error(message);
    };
    expect(await transport(new FakeUsb(printer), '/nowhere').open(2000)).toMatchObject({
      ok: false,
      failure: { code },
    });
  });

  it('gives a device back that was opened too late', async () => {
    const printer = new FakeUsbPrinter();
    let open: () => void = () => undefined;
    printer.open = () => new Promise((resolve) => (open = resolve));
    const opened = await transport(new FakeUsb(printer), '/nowhere').open(50);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'printer-silent' } });
    open();
    await expect.poll(() => printer.claimedBy).toBe('nobody');
  });

  it('says offline where the native part cannot be loaded', async () => {
    const load = () => Promise.reject(new Error('not found'));
    expect(await new UsbTransport(address, { load }).open(100)).toMatchObject({ ok: false });
  });
});

describe('the port status byte', () => {
  it.each([
    [0x18, []],
    [0x38, ['media-empty']],
    [0x30, ['media-empty']],
    [0x08, ['offline']],
    [0x10, ['printer-fault']],
    [0x00, ['offline']],
  ])('0x%s', (byte, reasons) => {
    expect(portStatusFromByte(byte)).toEqual({ reasons });
  });

  it('always has an answer', () => {
    for (let byte = 0; byte < 256; byte += 1)
      expect(portStatusFromByte(byte).reasons.length).toBeLessThanOrEqual(1);
  });
});

describe('hotplug', () => {
  it('tells of printers alone, until it is stopped', async () => {
    const printer = new FakeUsbPrinter();
    const keyboard = new FakeUsbPrinter();
    keyboard.configurations = [{ configurationValue: 1, interfaces: [] }];
    const usb = new FakeUsb(printer, keyboard);
    const changes: UsbChange[] = [];
    const stop = await watchUsbPrinters(
      (change) => changes.push(change),
      async () => usb,
    );
    usb.emit('connect', keyboard);
    usb.emit('disconnect', printer);
    usb.emit('connect', printer);
    stop();
    usb.emit('disconnect', printer);
    expect(changes).toEqual([
      { kind: 'disconnected', key: 'usb:04b8:0e15:FAKE1' },
      { kind: 'connected', key: 'usb:04b8:0e15:FAKE1' },
    ]);
  });

  it('listens to nothing where the system lists no devices, as in a container without USB', async () => {
    const usb = new FakeUsb(new FakeUsbPrinter());
    usb.getDevices = () => Promise.reject(new Error('/sys/bus/usb/devices/ not found'));
    usb.addEventListener = () => {
      throw new Error('The library lets its failure loose here');
    };
    const stop = await watchUsbPrinters(
      () => undefined,
      async () => usb,
    );
    expect(stop).not.toThrow();
  });
});
