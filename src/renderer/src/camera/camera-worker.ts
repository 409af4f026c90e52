import { decodeFrame, type FrameReading, loadDecoder } from './decode-frame.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** The parts of a worker's global scope that are used; the page's types have no such thing. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}
// The types know one global scope, the page's.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const scope = globalThis as unknown as WorkerScope;

/** The picture under the decoder. One for all: 3.7 MB anew for each would be 500 MB of litter before it is collected. */
let pixels = new Uint8ClampedArray(0);

/*
 * SECURITY: camera-worker (docs/security.md). The pictures, and with them the code, stay in here and are overwritten
 * after each look; the page ends this worker together with the scan.
 */
scope.addEventListener('message', ({ data }) => void answer(data));

async function answer(message: ToWorker): Promise<void> {
  try {
    if (message.kind === 'load') {
      await loadDecoder(message.wasm);
      scope.postMessage({ kind: 'loaded' }, []);
      return;
    }
    const reading = await look(message.picture);
    const transfer = reading.kind === 'codes' ? reading.codes.map(({ buffer }) => buffer) : [];
    scope.postMessage({ kind: 'seen', reading }, transfer);
  } catch {
    scope.postMessage({ kind: 'failed' }, []);
  }
}

async function look(picture: VideoFrame): Promise<FrameReading> {
  try {
    const { width, height } = picture.visibleRect ?? { width: 0, height: 0 };
    const length = width * height * 4;
    if (pixels.length !== length) pixels = new Uint8ClampedArray(length);
    await picture.copyTo(pixels, { format: 'RGBA' });
    return await decodeFrame({ width, height, data: pixels });
  } finally {
    picture.close();
    pixels.fill(0);
  }
}
