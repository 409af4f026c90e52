/** Why there is no picture. Each has its words in text/camera. */
export const cameraTroubles = [
  /** No camera is connected. */
  'none',
  /** Another program has it, or it does not start. */
  'busy',
  /** The window may not use it. */
  'refused',
  /** The system's privacy settings keep it from the app. */
  'blocked',
  /** It was unplugged, or its picture ended. */
  'gone',
  /** The decoder does not start or broke down. */
  'no-decoder',
] as const;
export type CameraTrouble = (typeof cameraTroubles)[number];

export interface CameraChoice {
  readonly id: string;
  /** As the system names it; empty when it has no name. */
  readonly name: string;
}

export type OpenedStream =
  | { readonly kind: 'open'; readonly stream: MediaStream }
  | { readonly kind: 'trouble'; readonly trouble: CameraTrouble };

/** The part of `navigator.mediaDevices` that is used. */
export type Media = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/** Asks for pictures of 1280 × 720, of the camera chosen before if it is still there. Never for sound. */
export async function openStream(media: Media | undefined, cameraId: string | null): Promise<OpenedStream> {
  // Absent where a page is no secure place; ours is one.
  if (media === undefined) return { kind: 'trouble', trouble: 'none' };
  try {
    return { kind: 'open', stream: await media.getUserMedia(wishFor(cameraId)) };
  } catch (thrown) {
    if (cameraId !== null && isAbsence(thrown)) return openStream(media, null);
    return { kind: 'trouble', trouble: troubleOf(thrown) };
  }
}

function wishFor(cameraId: string | null): MediaStreamConstraints {
  return {
    audio: false,
    video: {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
      // A tablet's better camera looks away from the operator.
      ...(cameraId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: cameraId } }),
    },
  };
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : '';
}

function isAbsence(thrown: unknown): boolean {
  return nameOf(thrown) === 'OverconstrainedError' || nameOf(thrown) === 'NotFoundError';
}

/** By the names of Media Capture and Streams (W3C), 10.3 `getUserMedia`. */
function troubleOf(thrown: unknown): CameraTrouble {
  switch (nameOf(thrown)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    default:
      // NotReadableError and AbortError: it is there and does not start.
      return 'busy';
  }
}

/** The cameras there are. Named only while one is in use, as browsers have it. */
export async function listCameras(media: Media): Promise<readonly CameraChoice[]> {
  const found = await media.enumerateDevices().catch(() => []);
  return found
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label.trim() }));
}

export function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
