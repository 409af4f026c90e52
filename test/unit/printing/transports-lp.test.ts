import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HelperProcess } from '../../../src/main/printing/transports/helper/helper-process.ts';
import { LpDevice } from '../../../src/main/printing/transports/lp/device.ts';
import { LpTransport } from '../../../src/main/printing/transports/lp/lp-transport.ts';
import { type LpReply, isLpReply, isLpRequest } from '../../../src/main/printing/transports/lp/messages.ts';
import { lpFacts } from '../../../src/main/printing/transports/lp/sysfs.ts';

/** A helper that answers what the test says. */
class ScriptedHelper implements HelperProcess {
  readonly sent: object[] = [];
  isKilled = false;
  readonly #listeners: ((message: unknown) => void)[] = [];
  #onExit: () => void = () => undefined;
  readonly #answer: (message: object, reply: (message: unknown) => void) => void;

  constructor(answer: (message: object, reply: (message: unknown) => void) => void) {
    this.#answer = answer;
  }

  post(message: object): void {
    this.sent.push(message);
    this.#answer(message, (reply) => this.say(reply));
  }

  say(message: unknown): void {
    for (const listener of this.#listeners) listener(message);
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#listeners.push(listener);
  }

  onExit(listener: () => void): void {
    const before = this.#onExit;
    this.#onExit = () => {
      before();
      listener();
    };
  }

  kill(): void {
    this.isKilled = true;
    this.#onExit();
  }
}

const opening = (message: object, reply: (message: unknown) => void): void => {
  if ('kind' in message && message.kind === 'open') reply({ kind: 'opened', twoWay: true });
};

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'badge-lp-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('opening a printer device file', () => {
  it.runIf(process.platform !== 'win32').each([
    ['a plain file', 'plain'],
    ['a folder', '.'],
    ['a device that is no printer', '/dev/null'],
  ])('refuses %s and writes nothing into it', async (_name, name) => {
    await writeFile(path.join(dir, 'plain'), '');
    const replies: LpReply[] = [];
    const opened = await LpDevice.open(path.resolve(dir, name), [6, 180], (reply) => replies.push(reply));
    expect(opened).toBeNull();
    expect(replies).toEqual([{ kind: 'refused', errno: 'ENOTPRINTER' }]);
  });

  it('creates no file where nothing is plugged in', async () => {
    const file = path.join(dir, 'lp0');
    const replies: LpReply[] = [];
    await LpDevice.open(file, [180], (reply) => replies.push(reply));
    expect(replies).toEqual([{ kind: 'refused', errno: 'ENOENT' }]);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['EBUSY', 'printer-busy'],
    ['EACCES', 'permission-denied'],
    ['ENOENT', 'printer-offline'],
    ['ENXIO', 'printer-offline'],
    ['ENOTPRINTER', 'printer-refused'],
    ['EWHATEVER', 'printer-refused'],
  ])('%s means %s, and the helper goes', async (errno, code) => {
    const helper = new ScriptedHelper((_message, reply) => reply({ kind: 'refused', errno }));
    const opened = await new LpTransport('/dev/usb/lp0', { startHelper: () => helper }).open(1000);
    expect(opened).toMatchObject({ ok: false, failure: { code } });
    expect(helper.isKilled).toBe(true);
  });

  it('kills a helper that does not answer', async () => {
    const helper = new ScriptedHelper(() => undefined);
    const opened = await new LpTransport('/dev/usb/lp0', { startHelper: () => helper }).open(30);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'printer-silent' } });
    expect(helper.isKilled).toBe(true);
  });
});

describe('writing through the helper', () => {
  async function open(helper: ScriptedHelper) {
    const opened = await new LpTransport('/dev/usb/lp0', { startHelper: () => helper }).open(1000);
    if (!opened.ok) throw new Error(opened.failure.code);
    return opened.value;
  }

  it.each([
    ['ENODEV', 'vanished'],
    ['ENOSPC', 'media-empty'],
    ['EIO', 'printer-fault'],
    ['ESOMETHING', 'vanished'],
  ])('%s while writing means %s, with the bytes that were out', async (errno, reason) => {
    const helper = new ScriptedHelper((message, reply) => {
      opening(message, reply);
      if ('kind' in message && message.kind === 'write' && 'id' in message) {
        reply({ kind: 'progress', id: message.id, taken: 8192 });
        reply({ kind: 'broken', id: message.id, errno });
      }
    });
    const line = await open(helper);
    await expect(line.write(new Uint8Array(20_000), 1000)).rejects.toMatchObject({
      reason,
      bytesSent: 8192,
      mayHaveLeft: true,
    });
  });

  it('does not know what left when the helper dies', async () => {
    const helper = new ScriptedHelper(opening);
    const line = await open(helper);
    const writing = line.write(new Uint8Array(100), 5000);
    helper.kill();
    await expect(writing).rejects.toMatchObject({ reason: 'interrupted', mayHaveLeft: true });
    await line.close();
  });

  it('has no port status where the helper cannot ask, and none after close', async () => {
    const helper = new ScriptedHelper((message, reply) => {
      opening(message, reply);
      if ('kind' in message && message.kind === 'status' && 'id' in message)
        reply({ kind: 'status', id: message.id, value: null });
    });
    const line = await open(helper);
    expect(await line.portStatus?.(500)).toBeNull();
    await line.close();
    expect(await line.portStatus?.(500)).toBeNull();
  });

  it('leaves messages alone that it does not understand', async () => {
    const helper = new ScriptedHelper(opening);
    const line = await open(helper);
    for (const junk of [null, 7, 'x', {}, { kind: 'boo' }, { kind: 'written', id: 99 }, []]) helper.say(junk);
    helper.say({ kind: 'data', bytes: Uint8Array.of(1) });
    expect([...((await line.read(500)) ?? [])]).toEqual([1]);
    await line.close();
  });

  it.each([
    null,
    1,
    'open',
    {},
    { kind: 'open' },
    { kind: 'write', id: 1, bytes: 'text' },
    { kind: 'status' },
  ])('the helper carries out no request like %j', (junk) => {
    expect(isLpRequest(junk)).toBe(false);
    expect(isLpReply({ kind: 'open' })).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('what Linux knows about /dev/usb/lp0', () => {
  it('is the USB device behind it, by the key that usb: has', async () => {
    const device = path.join(dir, 'devices', '1-2');
    await mkdir(path.join(device, '1-2:1.0'), { recursive: true });
    await writeFile(path.join(device, 'idVendor'), '04b8\n');
    await writeFile(path.join(device, 'idProduct'), '0e15\n');
    await writeFile(path.join(device, 'serial'), 'X1\n');
    await writeFile(path.join(device, '1-2:1.0', 'ieee1284_id'), 'MFG:EPSON;MDL:TM-T20III;CMD:ESC/POS;\n');
    await mkdir(path.join(dir, 'usbmisc', 'lp0'), { recursive: true });
    await symlink(path.join(device, '1-2:1.0'), path.join(dir, 'usbmisc', 'lp0', 'device'));
    const facts = lpFacts('/dev/usb/lp0', path.join(dir, 'usbmisc'));
    expect(facts).toMatchObject({ key: 'usb:04b8:0e15:X1', deviceId: { model: 'TM-T20III' } });
    expect(lpFacts('/dev/usb/lp1', path.join(dir, 'usbmisc'))).toBeNull();
  });
});
