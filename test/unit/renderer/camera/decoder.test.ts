import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Decoder, type DecoderWorker } from '../../../../src/renderer/src/camera/decoder.ts';
import type { FromWorker, ToWorker } from '../../../../src/renderer/src/camera/messages.ts';

/** A worker that answers when the test says so. */
class FakeWorker implements DecoderWorker {
  readonly got: ToWorker['kind'][] = [];
  isEnded = false;
  readonly #listeners = new Map<string, (event: { readonly data: FromWorker }) => void>();

  postMessage(message: ToWorker): void {
    this.got.push(message.kind);
  }
  addEventListener(type: string, listener: (event: { readonly data: FromWorker }) => void): void {
    this.#listeners.set(type, listener);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(data: FromWorker): void {
    this.#listeners.get('message')?.({ data });
  }
  break(type: 'error' | 'messageerror'): void {
    this.#listeners.get(type)?.({ data: { kind: 'failed' } });
  }
}

/** A picture that counts how often it was let go. */
const picture = { closed: 0, close: () => void (picture.closed += 1) } as unknown as VideoFrame & {
  closed: number;
};
let worker: FakeWorker;
let decoder: Decoder;
beforeEach(() => {
  vi.useFakeTimers();
  worker = new FakeWorker();
  decoder = new Decoder(worker);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Decoder', () => {
  it('loads, and gives the reading of a picture', async () => {
    const loading = decoder.load(new ArrayBuffer(8));
    worker.say({ kind: 'loaded' });
    expect(await loading).toBe(true);
    const looking = decoder.look(picture);
    worker.say({ kind: 'seen', reading: { kind: 'mirrored' } });
    expect(await looking).toEqual({ kind: 'mirrored' });
    expect(worker.got).toEqual(['load', 'look']);
  });

  it.each(['error', 'messageerror'] as const)('has broken down after %s', async (type) => {
    const loading = decoder.load(new ArrayBuffer(8));
    worker.break(type);
    expect(await loading).toBe(false);
  });

  it('has broken down when the worker says so', async () => {
    const looking = decoder.look(picture);
    worker.say({ kind: 'failed' });
    expect(await looking).toBeNull();
  });

  it('has broken down when it does not answer', async () => {
    const looking = decoder.look(picture);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await looking).toBeNull();
  });

  it('takes no second picture before the first is answered', async () => {
    void decoder.look(picture);
    expect(await decoder.look(picture)).toBeNull();
    expect(worker.got).toEqual(['look']);
  });

  it('lets every picture go, also one it could not hand over', async () => {
    picture.closed = 0;
    decoder.close();
    await decoder.look(picture);
    expect(picture.closed).toBe(1);
  });

  it('ends the worker and every wait when it is closed, and stays closed', async () => {
    const looking = decoder.look(picture);
    decoder.close();
    expect([await looking, worker.isEnded]).toEqual([null, true]);
    expect(await decoder.look(picture)).toBeNull();
    expect(worker.got).toEqual(['look']);
  });

  it('does not mind an answer nobody waits for', async () => {
    worker.say({ kind: 'seen', reading: { kind: 'nothing' } });
    const looking = decoder.look(picture);
    worker.say({ kind: 'seen', reading: { kind: 'mirrored' } });
    expect(await looking).toEqual({ kind: 'mirrored' });
  });
});
