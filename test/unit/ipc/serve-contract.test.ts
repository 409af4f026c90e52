import { describe, expect, it } from 'vitest';
import type { Handlers } from '../../../src/main/ipc/handlers.ts';
import { serveContract, type CallDoor } from '../../../src/main/ipc/serve-contract.ts';
import { lockedChannels } from '../../../src/main/lock/locked-channels.ts';
import type { Log } from '../../../src/main/log/types.ts';
import { channels } from '../../../src/shared/ipc/channels.ts';
import type { Channel } from '../../../src/shared/ipc/contract.ts';
import { requestWire } from '../../../src/shared/ipc/wire.ts';
import { fail, type Result } from '../../../src/shared/result.ts';
import { junkForAll, junkForField } from './junk.ts';
import { samples } from './samples.ts';

type Sender = 'ours' | 'stranger';
type Listener = (event: Sender, ...args: unknown[]) => Promise<Result<unknown>>;

class FakeIpcMain implements CallDoor<Sender> {
  readonly listeners = new Map<string, Listener>();
  handle(wire: string, listener: Listener): void {
    if (this.listeners.has(wire)) throw new Error(`Attempted to register a second handler for ${wire}`);
    this.listeners.set(wire, listener);
  }
  removeHandler(wire: string): void {
    this.listeners.delete(wire);
  }
}

/** A station whose every handler runs `work` and counts. */
function serve(
  work: () => unknown = () => ({ ok: true, value: null }),
  mayAnswer: (channel: Channel) => boolean = () => true,
) {
  const ipcMain = new FakeIpcMain();
  const called: { channel: Channel; request: unknown }[] = [];
  const lines: { level: string; event: string; facts: object }[] = [];
  const write =
    (level: string) =>
    (event: string, facts: object = {}) =>
      void lines.push({ level, event, facts });
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      (request: unknown) => {
        called.push({ channel, request });
        return work();
      },
    ]),
    // Every channel is there: the list is made from `channels`, which the compiler keeps complete.
  ) as unknown as Handlers;
  const stop = serveContract({
    ipcMain,
    handlers,
    isTrustedSender: (event) => event === 'ours',
    mayAnswer,
    log,
    newIncident: () => 'incident-1',
  });
  const call = (channel: Channel, sender: Sender, ...args: unknown[]) => {
    const listener = ipcMain.listeners.get(requestWire(channel));
    if (!listener) throw new Error(`${channel} is not served`);
    return listener(sender, ...args);
  };
  return { ipcMain, called, lines, stop, call };
}

describe('serveContract', () => {
  it.each(channels)('passes an honest request on %s to its handler and its reply back', async (channel) => {
    const { call, called } = serve();
    expect(await call(channel, 'ours', samples[channel])).toEqual({ ok: true, value: null });
    expect(called).toEqual([{ channel, request: samples[channel] }]);
  });

  it.each(channels)('refuses a stranger on %s, whether or not the request parses', async (channel) => {
    const { call, called, lines } = serve();
    for (const request of [samples[channel], null]) {
      expect(await call(channel, 'stranger', request)).toEqual(fail('unknown-sender', { channel }));
    }
    expect(called).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it.each(channels)('refuses junk on %s and never calls the handler', async (channel) => {
    const { call, called } = serve();
    const accepted: string[] = [];
    for (const [name, junk] of junkForAll) {
      const reply = await call(channel, 'ours', junk);
      if (reply.ok || reply.failure.code !== 'bad-request') accepted.push(name);
    }
    expect(accepted).toEqual([]);
    expect(called).toEqual([]);
  });

  const withFields = channels.filter((channel) => Object.keys(samples[channel]).length > 0);
  it.each(withFields)(
    'refuses each field of %s when it is wrong, missing or joined by another',
    async (channel) => {
      const { call, called } = serve();
      const accepted: unknown[] = [];
      const sample: object = samples[channel];
      const mutants = Object.keys(sample).flatMap((field) => [
        ...junkForField(field).map((junk) => ({ ...sample, [field]: junk })),
        Object.fromEntries(Object.entries(sample).filter(([name]) => name !== field)),
        { ...sample, [`${field} `]: 1 },
        { ...sample, isAdmin: true },
      ]);
      for (const mutant of mutants) {
        const reply = await call(channel, 'ours', mutant);
        if (reply.ok || reply.failure.code !== 'bad-request') accepted.push(mutant);
      }
      expect(mutants.length).toBeGreaterThan(8);
      expect(accepted).toEqual([]);
      expect(called).toEqual([]);
    },
  );

  it('never runs a getter of a request', async () => {
    const { call, called } = serve();
    let ran = 0;
    const request = {
      get jobId() {
        ran += 1;
        return 'j-1';
      },
    };
    expect(await call('jobs.release', 'ours', request)).toEqual(
      fail('bad-request', { channel: 'jobs.release' }),
    );
    expect([ran, called.length]).toEqual([0, 0]);
  });

  it('refuses a call with no request or with two', async () => {
    const { call, called } = serve();
    expect(await call('jobs.open', 'ours')).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
    expect(await call('jobs.open', 'ours', {}, {})).toMatchObject({
      ok: false,
      failure: { code: 'bad-request' },
    });
    expect(called).toEqual([]);
  });

  it('leaves no trace of polluting keys on objects', async () => {
    const { call } = serve();
    await call(
      'jobs.open',
      'ours',
      JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('writes nothing of a refused request to the log', async () => {
    const { call, lines } = serve();
    await call('jobs.verify', 'ours', { jobId: '../canary', scanned: 'canary', by: 'keyboard' });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('canary');
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('canary 48213097');
      },
    ],
    ['rejects', () => Promise.reject(new Error('canary 48213097'))],
    ['rejects with no error', () => Promise.reject('canary 48213097')],
    ['answers nothing', () => undefined],
    ['answers without a result', () => 'canary 48213097'],
  ])('answers `bug` with an incident and nothing else when a handler %s', async (_name, work) => {
    const { call, lines } = serve(work);
    expect(await call('jobs.open', 'ours', {})).toEqual(fail('bug', { incident: 'incident-1' }));
    expect(lines).toMatchObject([
      { level: 'error', event: 'ipc.bug', facts: { channel: 'jobs.open', incident: 'incident-1' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain('48213097');
  });

  it('answers `bug` when even the question who sent it fails', async () => {
    const ipcMain = new FakeIpcMain();
    const { lines } = serve();
    const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    const isTrustedSender = () => {
      throw new Error('Render frame was disposed');
    };
    serveContract({
      ipcMain,
      handlers: {} as Handlers,
      isTrustedSender,
      mayAnswer: () => true,
      log,
      newIncident: () => 'incident-2',
    });
    const reply = await ipcMain.listeners.get(requestWire('jobs.open'))?.('ours', {});
    expect(reply).toEqual(fail('bug', { incident: 'incident-2' }));
    expect(lines).toEqual([]);
  });

  it('passes failures of a use case on as they are', async () => {
    const { call } = serve(() => fail('printer-offline', { printerId: 'front' }));
    expect(await call('printers.check', 'ours', samples['printers.check'])).toEqual(
      fail('printer-offline', { printerId: 'front' }),
    );
  });

  it('serves each channel once and stops when told', () => {
    const { ipcMain, stop } = serve();
    expect(ipcMain.listeners.size).toBe(channels.length);
    stop();
    expect(ipcMain.listeners.size).toBe(0);
  });
});

describe('a locked station', () => {
  const isAllowed = (channel: Channel): boolean => lockedChannels.has(channel);

  it.each(channels.filter((channel) => !lockedChannels.has(channel)))(
    'does nothing for %s and gives nothing away',
    async (channel) => {
      const { call, called } = serve(() => ({ ok: true, value: 'secret' }), isAllowed);
      expect(await call(channel, 'ours', samples[channel])).toEqual(fail('locked', { channel }));
      expect(called).toEqual([]);
    },
  );

  it.each([...lockedChannels])('still answers %s', async (channel) => {
    const { call } = serve(() => ({ ok: true, value: null }), isAllowed);
    expect(await call(channel, 'ours', samples[channel])).toEqual({ ok: true, value: null });
  });

  it('keeps back an answer that was on its way when it was locked', async () => {
    let isLocked = false;
    const { call } = serve(
      () => {
        isLocked = true;
        return { ok: true, value: { pin: '48213097' } };
      },
      (channel) => !isLocked || isAllowed(channel),
    );
    const reply = await call('issue.revealPin', 'ours', samples['issue.revealPin']);
    expect(reply).toEqual(fail('locked', { channel: 'issue.revealPin' }));
  });
});
