/**
 * Our transports against the emulated USB printer. Runs inside the virtual machine of `npm run usb`, nowhere else.
 * The order matters: one printer, plugged and unplugged.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { after, before, beforeEach, afterEach, describe, it } from 'node:test';
import { forkHelper } from '../../src/main/printing/transports/helper/helper-process.ts';
import { LpTransport } from '../../src/main/printing/transports/lp/lp-transport.ts';
import { lpFacts } from '../../src/main/printing/transports/lp/sysfs.ts';
import { type UsbChange, watchUsbPrinters } from '../../src/main/printing/transports/usb/hotplug.ts';
import { identifyUsb } from '../../src/main/printing/transports/usb/identify.ts';
import { loadUsb } from '../../src/main/printing/transports/usb/library.ts';
import { matching, printerInterface } from '../../src/main/printing/transports/usb/pick.ts';
import { UsbTransport } from '../../src/main/printing/transports/usb/usb-transport.ts';
import type { Line, Transport } from '../../src/main/printing/types.ts';
import { RigPrinter, gadget, until } from './gadget.ts';

const address = { vendorId: 0x04b8, productId: 0x0e15, serial: 'RIG0001' };
const lp = '/dev/usb/lp0';
const startHelper = forkHelper('/tmp/rig/printer-helper.mjs');
const ways: readonly (readonly [name: string, make: () => Transport])[] = [
  ['usb:', () => new UsbTransport(address)],
  ['lp:', () => new LpTransport(lp, { startHelper })],
];

let printer: RigPrinter;

async function opened(transport: Transport): Promise<Line> {
  const line = await transport.open(10_000);
  assert.ok(line.ok, JSON.stringify(line));
  return line.value;
}

/** How a write ended: null = well. */
async function ending(work: Promise<void>): Promise<Record<string, unknown> | null> {
  try {
    await work;
    return null;
  } catch (error) {
    assert.ok(error instanceof Error && 'reason' in error && 'bytesSent' in error && 'mayHaveLeft' in error);
    return { reason: error.reason, bytesSent: error.bytesSent, mayHaveLeft: error.mayHaveLeft };
  }
}

before(() => gadget('up'));
beforeEach(() => {
  printer = new RigPrinter();
});
afterEach(() => printer.close());

void describe('what is plugged in', () => {
  void it('reads the device id while the kernel driver holds the printer, and by asking the printer itself', async () => {
    const usb = await loadUsb();
    const device = matching(await usb.getDevices(), address)[0];
    assert.ok(device);
    const way = printerInterface(device);
    assert.ok(way);
    assert.equal(way.protocol, 2);
    const how = { platform: 'linux', sysDir: '/sys/bus/usb/devices', timeoutMs: 5000 } as const;
    const expected = ['EPSON', 'TM-T20III', ['ESC/POS']];
    const held = await identifyUsb(device, way, how);
    assert.deepEqual([held?.maker, held?.model, held?.commands], expected);
    assert.ok(existsSync(lp), 'usblp still has it');
    await device.open();
    await device.detachKernelDriver(way.interfaceNumber);
    await device.close();
    const asked = await identifyUsb(device, way, how);
    assert.deepEqual([asked?.maker, asked?.model, asked?.commands], expected);
    await device.open();
    await device.attachKernelDriver(way.interfaceNumber);
    await device.close();
    await until('lp0 back', () => existsSync(lp));
  });

  void it('knows both addresses as one device', () => {
    assert.equal(lpFacts(lp, '/sys/class/usbmisc')?.deviceId?.model, 'TM-T20III');
    const keys = ways.map(([, make]) => make().deviceKey);
    assert.deepEqual(keys, ['usb:04b8:0e15:RIG0001', 'usb:04b8:0e15:RIG0001']);
  });

  void it('finds no printer under another serial number', async () => {
    const line = await new UsbTransport({ ...address, serial: 'RIG0002' }).open(5000);
    assert.deepEqual(!line.ok && line.failure.code, 'printer-offline');
  });
});

for (const [name, make] of ways) {
  void describe(`${name} to a printer`, () => {
    void it('carries 100,003 bytes unchanged, hears the answer and lets go', async () => {
      const job = randomBytes(100_003);
      printer.run();
      const line = await opened(make());
      assert.equal(line.twoWay, true);
      await line.write(job.subarray(0, 60_000), 20_000);
      await line.write(job.subarray(60_000), 20_000);
      await until('all bytes there', () => printer.received.length >= job.length);
      assert.ok(printer.received.equals(job));
      printer.say(Uint8Array.from([0x37, 0x22, 0x31, 0x00]));
      assert.deepEqual([...((await line.read(5000)) ?? [])], [0x37, 0x22, 0x31, 0x00]);
      await line.close();
      await until('lp0 back', () => existsSync(lp));
    });

    void it('loses nothing when the line is closed right after the last byte', async () => {
      const job = randomBytes(50_001);
      const line = await opened(make());
      const begun = printer.run();
      await line.write(job, 20_000);
      await line.close();
      await until('all bytes there', () => begun.received.length >= job.length);
      assert.ok(begun.received.equals(job));
    });

    void it('sees paper out and paper back in the port status', async () => {
      const line = await opened(make());
      assert.deepEqual(await line.portStatus?.(5000), { reasons: [] });
      printer.setStatus(0x38);
      assert.deepEqual(await line.portStatus?.(5000), { reasons: ['media-empty'] });
      printer.setStatus(0x18);
      assert.deepEqual(await line.portStatus?.(5000), { reasons: [] });
      await line.close();
    });

    void it('gives up on a printer that stopped reading, and nothing comes out afterwards', async () => {
      const line = await opened(make());
      const job = randomBytes(400_000);
      const begun = Date.now();
      const writing = ending(line.write(job, 4000));
      await until('stuck', () => Date.now() - begun > 2500);
      assert.deepEqual(await line.portStatus?.(3000), { reasons: [] }, 'answers while stuck');
      const end = await writing;
      assert.equal(end?.['reason'], 'stalled');
      assert.equal(end['mayHaveLeft'], true);
      assert.ok(Number(end['bytesSent']) > 0 && Number(end['bytesSent']) < job.length);
      assert.ok(Date.now() - begun < 9000, `bounded: ${Date.now() - begun} ms`);
      await line.close();
      assert.notEqual(await ending(line.write(job, 1000)), null, 'closed is closed');
      printer.run();
      await until('what it had is out', () => printer.received.length >= Number(end['bytesSent']));
      const { length } = printer.received;
      assert.ok(length < job.length, `${length} of ${job.length}`);
      assert.ok(printer.received.equals(job.subarray(0, length)), 'a beginning, no jumble');
      // The next job finds the printer free and whole.
      const next = await opened(make());
      await next.write(Uint8Array.from([1, 2, 3]), 5000);
      await until('next job there', () => printer.received.length === length + 3);
      await next.close();
    });

    void it('says that the plug was pulled in mid-job, and prints again after it is back', async () => {
      const line = await opened(make());
      const writing = ending(line.write(randomBytes(400_000), 20_000));
      await until('on its way', () => printer.run().received.length > 0);
      printer.stall();
      printer.close();
      await gadget('down');
      const end = await writing;
      assert.equal(end?.['reason'], 'vanished');
      assert.equal(end['mayHaveLeft'], true);
      await line.close();
      const gone = await make().open(5000);
      assert.equal(!gone.ok && gone.failure.code, 'printer-offline');
      await gadget('replug');
      printer = new RigPrinter().run();
      const again = await opened(make());
      await again.write(Uint8Array.from([0x1b, 0x40]), 5000);
      await until('bytes after replug', () => printer.received.length === 2);
      await again.close();
      await until('lp0 back', () => existsSync(lp));
    });

    void it('lets nobody else in while it prints', async () => {
      printer.run();
      const line = await opened(make());
      const second = await make().open(5000);
      assert.equal(!second.ok && second.failure.code, 'printer-busy');
      await line.write(Uint8Array.from([7]), 5000);
      await until('first owner goes on', () => printer.received.length === 1);
      await line.close();
    });
  });
}

void describe('lp: and files', () => {
  void it('refuses a plain file, and creates none', async () => {
    writeFileSync('/tmp/not-a-printer', '');
    const plain = await new LpTransport('/tmp/not-a-printer', { startHelper }).open(5000);
    assert.equal(!plain.ok && plain.failure.code, 'printer-refused');
    const absent = await new LpTransport('/dev/usb/lp7', { startHelper }).open(5000);
    assert.equal(!absent.ok && absent.failure.code, 'printer-offline');
    assert.equal(existsSync('/dev/usb/lp7'), false);
  });
});

void describe('hotplug', () => {
  const changes: UsbChange[] = [];
  let stop: () => void;
  before(async () => {
    stop = await watchUsbPrinters((change) => changes.push(change));
  });
  after(() => stop());

  void it('tells when the printer goes and when it comes', async () => {
    const has = (kind: UsbChange['kind']) => changes.some((change) => change.kind === kind);
    printer.close();
    await gadget('down');
    await until('disconnected', () => has('disconnected'));
    await gadget('replug');
    await until('connected', () => has('connected'));
    printer = new RigPrinter();
    assert.equal(changes[0]?.key, 'usb:04b8:0e15:RIG0001');
  });
});
