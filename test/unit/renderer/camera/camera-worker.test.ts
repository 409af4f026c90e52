import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from '../../../../src/renderer/src/camera/messages.ts';

type Heard = (event: { readonly data: ToWorker }) => void;

/** The worker's global scope, which Node does not have. */
class Scope {
  readonly said: FromWorker[] = [];
  #heard: Heard = () => undefined;

  addEventListener = (_type: 'message', listener: Heard): void => {
    this.#heard = listener;
  };
  postMessage = (message: FromWorker): void => void this.said.push(message);

  /** Resolves when the worker has answered. */
  async tell(data: ToWorker): Promise<FromWorker | undefined> {
    const before = this.said.length;
    this.#heard({ data });
    await vi.waitFor(() => expect(this.said.length).toBeGreaterThan(before), { timeout: 10_000 });
    return this.said.at(-1);
  }

  show(picture: FakePicture): Promise<FromWorker | undefined> {
    // Only what the worker uses of a video frame.
    return this.tell({ kind: 'look', picture: picture as unknown as VideoFrame });
  }
}

class FakePicture {
  readonly visibleRect = { width: 8, height: 4 };
  isClosed = false;
  copiedTo: Uint8ClampedArray | null = null;
  readonly #copy: (target: Uint8ClampedArray) => Promise<void>;

  constructor(copy: (target: Uint8ClampedArray) => Promise<void>) {
    this.#copy = copy;
  }

  copyTo(target: Uint8ClampedArray): Promise<void> {
    this.copiedTo = target;
    return this.#copy(target);
  }

  close(): void {
    this.isClosed = true;
  }
}

let scope: Scope;
beforeEach(async () => {
  scope = new Scope();
  vi.stubGlobal('addEventListener', scope.addEventListener);
  vi.stubGlobal('postMessage', scope.postMessage);
  vi.resetModules();
  await import('../../../../src/renderer/src/camera/camera-worker.ts');
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  expect(await scope.tell({ kind: 'load', wasm: new Uint8Array(wasm).buffer })).toEqual({ kind: 'loaded' });
});
afterEach(() => vi.unstubAllGlobals());

it.each([
  ['was looked at', 'seen', (target: Uint8ClampedArray) => Promise.resolve(void target.fill(7))],
  [
    'could not be looked at',
    'failed',
    (target: Uint8ClampedArray) => {
      target.fill(7);
      return Promise.reject(new Error('the camera is gone'));
    },
  ],
])('overwrites a picture and lets it go when it %s', async (_how, answer, copy) => {
  const picture = new FakePicture(copy);
  expect(await scope.show(picture)).toMatchObject({ kind: answer });
  expect(picture.copiedTo).toHaveLength(8 * 4 * 4);
  expect(picture.copiedTo?.some((value) => value !== 0)).toBe(false);
  expect(picture.isClosed).toBe(true);
});
