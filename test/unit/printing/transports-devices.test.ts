import { describe, expect, it } from 'vitest';
import { CupsTransport } from '../../../src/main/printing/transports/cups/cups-transport.ts';
import { type DeviceAddress, deviceParsers } from '../../../src/main/printing/transports/device-address.ts';
import { deviceTransport } from '../../../src/main/printing/transports/devices.ts';
import { WinspoolTransport } from '../../../src/main/printing/transports/winspool/winspool-transport.ts';
import { FakeSpooler, SpoolerHelper } from '../../fakes/printing/fake-spooler.ts';

const tools = { startHelper: () => new SpoolerHelper(new FakeSpooler()) };

describe('device addresses', () => {
  it.each([
    ['usb', '04b8:0e15', 'usb:04b8:0e15'],
    ['usb', '04B8:0E15:X7KL012', 'usb:04b8:0e15:X7KL012'],
    ['usb', '04b8:0e15:with:colons', 'usb:04b8:0e15:with:colons'],
    ['lp', '/dev/usb/lp0', 'lp:/dev/usb/lp0'],
    ['serial', 'COM3?baud=19200', 'serial:COM3'],
    ['queue', 'Front_desk', 'queue:Front_desk'],
  ] as const)('%s:%s leads to the device %s', (kind, rest, key) => {
    const address = deviceParsers[kind](rest);
    if (!address.ok) throw new Error(JSON.stringify(address.failure));
    expect(deviceTransport(address.value, tools).deviceKey).toBe(key);
  });

  it.each([
    ['usb', ''],
    ['usb', '04b8'],
    ['usb', '4b8:e15'],
    ['usb', '04b8:0e15:'],
    ['usb', '04b8-0e15'],
    ['usb', 'zzzz:0e15'],
    ['usb', `04b8:0e15:${'x'.repeat(127)}`],
    ['lp', ''],
    ['lp', 'lp0'],
    ['lp', '/tmp/lp0'],
    ['lp', '/dev/../tmp/lp0'],
    ['lp', '/dev/usb/lp 0'],
    ['serial', '/tmp/tty'],
    ['queue', ''],
    ['queue', ' Badges'],
    ['queue', 'x'.repeat(221)],
  ] as const)('%s:%s is refused instead of guessed', (kind, rest) => {
    expect(deviceParsers[kind](rest)).toMatchObject({ ok: false, failure: { code: 'address-invalid' } });
  });

  it('a queue is the spooler’s on Windows and CUPS’s elsewhere', () => {
    const address: DeviceAddress = { kind: 'queue', name: 'Badges' };
    expect(deviceTransport(address, { ...tools, platform: 'win32' })).toBeInstanceOf(WinspoolTransport);
    expect(deviceTransport(address, { ...tools, platform: 'darwin' })).toBeInstanceOf(CupsTransport);
    expect(deviceTransport(address, { ...tools, platform: 'linux' })).toBeInstanceOf(CupsTransport);
  });
});
