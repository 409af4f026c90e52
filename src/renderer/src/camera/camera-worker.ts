import { decodeFrame, loadDecoder } from './decode-frame.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** The parts of a worker's global scope that are used; the page's types have no such thing. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker, transfer: Transferable[]): void;
}
// The types know one global scope, the page's.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const scope = globalThis as unknown as WorkerScope;

/** What is asked of a camera; a larger picture is made smaller, for finer detail is not worth the time. */
const most = { width: 1280, height: 720 };

const canvas = new OffscreenCanvas(most.width, most.height);
const drawing = canvas.getContext('2d', { willReadFrequently: true });

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

async function look(picture: ImageBitmap): Promise<Awaited<ReturnType<typeof decodeFrame>>> {
  if (drawing === null || picture.width < 1 || picture.height < 1) return { kind: 'nothing' };
  const scale = Math.min(1, most.width / picture.width, most.height / picture.height);
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  drawing.drawImage(picture, 0, 0, width, height);
  picture.close();
  const frame = drawing.getImageData(0, 0, width, height);
  drawing.clearRect(0, 0, width, height);
  try {
    return await decodeFrame(frame);
  } finally {
    frame.data.fill(0);
  }
}
