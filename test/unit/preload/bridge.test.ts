import { describe, expect, it } from 'vitest';
import { createBridge, type WireEnd } from '../../../src/preload/bridge.ts';
import { channels, eventNames } from '../../../src/shared/ipc/channels.ts';
import type { Channel, EventName } from '../../../src/shared/ipc/contract.ts';
import { eventWire, requestWire } from '../../../src/shared/ipc/wire.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { samples } from '../ipc/samples.ts';

type Listener = (event: unknown, detail: unknown) => void;

class FakeWireEnd implements WireEnd {
  readonly invoked: unknown[] = [];
  readonly listeners = new Map<string, Set<Listener>>();
  answer: () => Promise<unknown> = () => Promise.resolve(ok(null));
  invoke(wire: string, request: unknown): Promise<unknown> {
    this.invoked.push([wire, request]);
    return this.answer();
  }
  on(wire: string, listener: Listener): void {
    this.listeners.set(wire, (this.listeners.get(wire) ?? new Set()).add(listener));
  }
  removeListener(wire: string, listener: Listener): void {
    this.listeners.get(wire)?.delete(listener);
  }
  emit(wire: string, detail: unknown): void {
    for (const listener of this.listeners.get(wire) ?? [])
      listener({ sender: 'the sender', ports: [] }, detail);
  }
}

// What a script in a compromised window could try; the types would forbid it.
const foreignNames = [
  '',
  'app.snapshot ',
  'badge-station:call:jobs.open',
  'ELECTRON_BROWSER_REQUIRE',
  '__proto__',
  'constructor',
  null,
  7,
  {},
  ['jobs.open'],
  undefined,
];

describe('the bridge', () => {
  it.each(channels)('passes %s on under its wire name', async (channel) => {
    const wireEnd = new FakeWireEnd();
    const bridge = createBridge(wireEnd);
    await bridge.call(channel, samples[channel]);
    expect(wireEnd.invoked).toEqual([[requestWire(channel), samples[channel]]]);
  });

  it.each(foreignNames)('refuses to call %j and sends nothing', async (name) => {
    const wireEnd = new FakeWireEnd();
    const reply = await createBridge(wireEnd).call(name as Channel, {});
    expect(reply).toEqual(fail('bad-request'));
    expect(wireEnd.invoked).toEqual([]);
  });

  it.each(foreignNames)('refuses to listen to %j', (name) => {
    const wireEnd = new FakeWireEnd();
    expect(() => createBridge(wireEnd).on(name as EventName, () => {})).toThrow(TypeError);
    expect(wireEnd.listeners.size).toBe(0);
  });

  it('answers a failure without insides when the call cannot be made', async () => {
    const wireEnd = new FakeWireEnd();
    wireEnd.answer = () => Promise.reject(new Error('Error invoking remote method: canary'));
    expect(await createBridge(wireEnd).call('jobs.open', {})).toEqual(fail('bug', { channel: 'jobs.open' }));
  });

  it.each(eventNames)('gives a listener of %s the detail alone, never the event', (event) => {
    const wireEnd = new FakeWireEnd();
    const got: unknown[][] = [];
    createBridge(wireEnd).on(event, (...args: unknown[]) => void got.push(args));
    wireEnd.emit(eventWire(event), { jobId: 'j-1' });
    expect(got).toEqual([[{ jobId: 'j-1' }]]);
  });

  it('stops one listener without stopping the others, and may be stopped twice', () => {
    const wireEnd = new FakeWireEnd();
    const bridge = createBridge(wireEnd);
    const heard: string[] = [];
    const listener = () => void heard.push('first');
    const stop = bridge.on('snapshot', listener);
    bridge.on('snapshot', listener);
    stop();
    stop();
    wireEnd.emit(eventWire('snapshot'), {});
    expect(heard).toEqual(['first']);
  });

  it('cannot be changed', () => {
    const bridge = createBridge(new FakeWireEnd());
    expect(Object.isFrozen(bridge)).toBe(true);
    expect(Object.keys(bridge)).toEqual(['call', 'on']);
  });
});
