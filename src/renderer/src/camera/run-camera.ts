import type { CameraAccess } from '../../../shared/ipc/camera.ts';
import type { FrameReading } from './decode-frame.ts';
import type { CameraChoice, CameraTrouble, OpenedStream } from './stream.ts';
import { watch } from './watch.ts';

export type CameraState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream; readonly cameras: readonly CameraChoice[] }
  | { readonly kind: 'trouble'; readonly trouble: CameraTrouble };

/** What a run of the camera needs of the world around it. */
export interface CameraWorld {
  /** Asks main; null when main does not allow it now. */
  openGate(): Promise<CameraAccess | null>;
  closeGate(): void;
  openStream(): Promise<OpenedStream>;
  listCameras(): Promise<readonly CameraChoice[]>;
  letGo(stream: MediaStream): void;
  openDecoder(): Promise<RunningDecoder | null>;
  /** The next picture of the stream; null when none will come. */
  nextFrame(stream: MediaStream, signal: AbortSignal): Promise<VideoFrame | null>;
  now(): number;
  pause(ms: number): Promise<void>;
}

export interface RunningDecoder {
  look(picture: VideoFrame): Promise<FrameReading | null>;
  close(): void;
}

/**
 * Runs the camera until `signal` says stop or it fails, and tells how it stands on the way. Whatever happens, the camera
 * is let go, the decoder ended and main told.
 *
 * SECURITY: camera-gate (docs/security.md).
 */
export async function runCamera(
  world: CameraWorld,
  onState: (state: CameraState) => void,
  onReading: (reading: FrameReading, atMs: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const open: Opened = {};
  let isGateClosed = false;
  const leave = () => {
    if (open.stream) world.letGo(open.stream);
    open.decoder?.close();
    if (!isGateClosed) world.closeGate();
    isGateClosed = true;
  };
  const tell = (state: CameraState) => {
    if (!signal.aborted) onState(state);
  };
  // At once, and not only when what is awaited at that moment comes back: a camera's light must not stay on, and the
  // next run's question to main must not be overtaken by this one's goodbye.
  signal.addEventListener('abort', leave);
  try {
    tell({ kind: 'starting' });
    const trouble = await start(world, open, signal);
    if (signal.aborted) return;
    const { stream, decoder } = open;
    if (trouble !== null || !stream || !decoder) {
      tell({ kind: 'trouble', trouble: trouble ?? 'no-decoder' });
      return;
    }
    tell({ kind: 'live', stream, cameras: await world.listCameras() });
    let hasSeen = false;
    const pictures = {
      next: () => world.nextFrame(stream, signal),
      look: (picture: VideoFrame) => decoder.look(picture),
      drop: (picture: VideoFrame) => picture.close(),
      now: () => world.now(),
    };
    const onEach = (reading: FrameReading, atMs: number) => {
      hasSeen = true;
      onReading(reading, atMs);
    };
    const ended = await watch(pictures, onEach, signal, (ms) => world.pause(ms));
    const noPictures = hasSeen ? 'gone' : 'busy';
    tell({ kind: 'trouble', trouble: ended === 'decoder-failed' ? 'no-decoder' : noPictures });
  } finally {
    signal.removeEventListener('abort', leave);
    // Again, for what came only after the end.
    leave();
  }
}

interface Opened {
  stream?: MediaStream;
  decoder?: RunningDecoder;
}

/** Main first, then camera and decoder side by side. Returns what is in the way. */
async function start(world: CameraWorld, open: Opened, signal: AbortSignal): Promise<CameraTrouble | null> {
  const access = await world.openGate();
  if (signal.aborted) return null;
  if (access === null) return 'refused';
  if (access === 'blocked') return 'blocked';
  const [opened, decoder] = await Promise.all([world.openStream(), world.openDecoder()]);
  if (opened.kind === 'open') open.stream = opened.stream;
  if (decoder !== null) open.decoder = decoder;
  if (opened.kind === 'trouble') return opened.trouble;
  return decoder === null ? 'no-decoder' : null;
}
