import { describe, expect, it } from 'vitest';
import type { SerialPort } from '../../../src/main/printing/transports/serial/port.ts';
import { SerialLine } from '../../../src/main/printing/transports/serial/serial-line.ts';
import { SerialTransport } from '../../../src/main/printing/transports/serial/serial-transport.ts';
import {
  type SerialSettings,
  parseSerialSettings,
  wireTimeMs,
} from '../../../src/main/printing/transports/serial/settings.ts';

const usual: SerialSettings = {
  path: '/dev/ttyUSB0',
  baud: 115_200,
  parity: 'none',
  dataBits: 8,
  stopBits: 1,
  flow: 'rtscts',
};

class FakePort implements SerialPort {
  readonly calls: string[] = [];
  isStuck = false;
  cts = true;
  written = 0;

  async write(bytes: Buffer): Promise<void> {
    if (this.isStuck) await new Promise(() => undefined);
    this.written += bytes.length;
  }

  read(): Promise<{ bytesRead: number }> {
    return new Promise((_resolve, reject) => {
      this.#cut = reject;
    });
  }

  async drain(): Promise<void> {
    this.calls.push('drain');
    if (this.isStuck) await new Promise(() => undefined);
  }

  async flush(): Promise<void> {
    this.calls.push('flush');
  }

  async get(): Promise<{ cts: boolean }> {
    return { cts: this.cts };
  }

  async close(): Promise<void> {
    this.calls.push('close');
    this.#cut(new Error('closed'));
  }

  pull(): void {
    this.#cut(new Error('disconnected'));
  }

  #cut: (error: Error) => void = () => undefined;
}

describe('a serial address', () => {
  it.each([
    ['/dev/ttyUSB0', { baud: 9600, parity: 'none', dataBits: 8, stopBits: 1, flow: 'rtscts' }],
    ['COM12?baud=19200', { path: 'COM12', baud: 19_200 }],
    [
      '/dev/serial/by-id/usb-FTDI_FT232R-if00-port0?baud=115200&parity=even&bits=7&stop=2&flow=xonxoff',
      { baud: 115_200, parity: 'even', dataBits: 7, stopBits: 2, flow: 'xonxoff' },
    ],
  ])('reads %s', (rest, expected) => {
    expect(parseSerialSettings(rest)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    '',
    '?baud=9600',
    'COM',
    'COM1234',
    '../etc/passwd',
    '/dev/../etc/passwd',
    '/etc/passwd',
    '/dev/ttyS0?baud=',
    '/dev/ttyS0?baud=9601',
    '/dev/ttyS0?baud=9600&baud=19200',
    '/dev/ttyS0?baud=0x2580',
    '/dev/ttyS0?parity=mark',
    '/dev/ttyS0?bits=9',
    '/dev/ttyS0?stop=1.5',
    '/dev/ttyS0?flow=__proto__',
    '/dev/ttyS0?speed=9600',
    '/dev/tty S0',
  ])('refuses %j instead of guessing', (rest) => {
    expect(parseSerialSettings(rest)).toMatchObject({ ok: false, failure: { code: 'address-invalid' } });
  });

  it.each([
    [960, { baud: 9600 }, 1000],
    [37_000, { baud: 9600 }, 38_542],
    [960, { baud: 9600, parity: 'even', stopBits: 2 } as const, 1200],
    [11_520, {}, 1000],
  ])('%s bytes at %j take %s ms on the wire', (bytes, more, expected) => {
    expect(wireTimeMs(bytes, { ...usual, ...more })).toBe(expected);
  });
});

describe('a serial line', () => {
  it('throws away what was not finished, and closes', async () => {
    const port = new FakePort();
    const line = new SerialLine(port, usual);
    await line.write(new Uint8Array(1000), 1000);
    await line.close();
    expect(port.calls).toEqual(['flush', 'close']);
  });

  it('throws nothing away that was finished', async () => {
    const port = new FakePort();
    const line = new SerialLine(port, usual);
    await line.write(new Uint8Array(1000), 1000);
    await line.finish(1000);
    await line.close();
    expect(port.calls).toEqual(['drain', 'close']);
  });

  it('gives up on a drain that flow control holds back, and throws the rest away', async () => {
    const port = new FakePort();
    const line = new SerialLine(port, usual);
    await line.write(new Uint8Array(100), 1000);
    port.isStuck = true;
    await expect(line.finish(20)).rejects.toMatchObject({
      reason: 'stalled',
      bytesSent: 100,
      mayHaveLeft: true,
    });
    expect(port.calls).toEqual(['drain', 'flush']);
    await expect(line.write(Uint8Array.of(1), 100)).rejects.toMatchObject({ mayHaveLeft: true });
  });

  it('counts only chunks that the port took', async () => {
    const port = new FakePort();
    const line = new SerialLine(port, usual);
    await line.write(new Uint8Array(512), 1000);
    port.isStuck = true;
    await expect(line.write(new Uint8Array(512), 20)).rejects.toMatchObject({
      reason: 'stalled',
      bytesSent: 512,
    });
  });

  it('is offline while the printer does not raise CTS, and asks nothing without RTS/CTS', async () => {
    const port = new FakePort();
    const line = new SerialLine(port, usual);
    expect(await line.portStatus(100)).toEqual({ reasons: [] });
    port.cts = false;
    expect(await line.portStatus(100)).toEqual({ reasons: ['offline'] });
    expect(await new SerialLine(port, { ...usual, flow: 'none' }).portStatus(100)).toBeNull();
  });

  it('says that a pulled plug is gone, to readers and writers', async () => {
    const port = new FakePort();
    const line = new SerialLine(port, usual);
    port.pull();
    await expect(line.read(200)).rejects.toMatchObject({ reason: 'vanished' });
    await expect(line.write(Uint8Array.of(1), 100)).rejects.toMatchObject({
      reason: 'vanished',
      mayHaveLeft: false,
    });
  });
});

describe('opening a serial port', () => {
  it.each([
    ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'printer-offline'],
    ['Opening COM3: File not found', 'printer-offline'],
    ['Error: Permission denied, cannot open /dev/ttyUSB0', 'permission-denied'],
    ['Opening COM3: Access denied', 'permission-denied'],
    ['Error Resource temporarily unavailable Cannot lock port', 'printer-busy'],
    ['Error: Inappropriate ioctl for device', 'printer-refused'],
  ])('"%s" is %s', async (message, code) => {
    const open = () => Promise.reject(new Error(message));
    expect(await new SerialTransport(usual, open).open(1000)).toMatchObject({ ok: false, failure: { code } });
  });

  it('closes a port that opens too late', async () => {
    const port = new FakePort();
    let opened: (port: SerialPort) => void = () => undefined;
    const open = () => new Promise<SerialPort>((resolve) => (opened = resolve));
    expect(await new SerialTransport(usual, open).open(20)).toMatchObject({
      failure: { code: 'printer-silent' },
    });
    opened(port);
    await expect.poll(() => port.calls).toEqual(['close']);
  });

  it('has one key for one port on Windows, however it is spelled', () => {
    const key = (path: string) => new SerialTransport({ ...usual, path }).deviceKey;
    expect(key('com3')).toBe(key('COM3'));
  });
});
