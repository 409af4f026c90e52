import { type RefObject, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { CameraPurpose } from '../../../shared/ipc/camera.ts';
import { useStation } from '../api/station-context.tsx';
import { useStationEvent } from '../api/use-event.ts';
import { cameraMemory } from './memory.ts';
import { openDecoder } from './open-decoder.ts';
import { type CameraState, runCamera } from './run-camera.ts';
import { type CameraHint, Sightings } from './sightings.ts';
import { letGo, listCameras, openStream } from './stream.ts';
import { nextFrame } from './video-frames.ts';

export interface CameraOptions {
  readonly purpose: CameraPurpose;
  /** Only one code at a time counts; two in one picture are a hint instead. */
  readonly single: boolean;
  /** Gets each code that comes into the picture, once. Owns the bytes and overwrites them when it is done. */
  readonly onCode: (code: Uint8Array) => void;
  readonly video: RefObject<HTMLVideoElement | null>;
}

export interface Camera {
  /** Whether it is to be used; the video element must be there by then. */
  readonly isOn: boolean;
  readonly state: CameraState;
  readonly hint: CameraHint | null;
  readonly cameraId: string | null;
  readonly choose: (cameraId: string) => void;
  readonly turn: (isOn: boolean) => void;
  /** Starts anew after trouble. */
  readonly again: () => void;
}

/** The camera while its component is shown, the window is visible and the operator wants it. */
export function useCamera({ purpose, single, onCode, video }: CameraOptions): Camera {
  const station = useStation();
  const isVisible = useVisible();
  const [isOn, setOn] = useState(cameraMemory.isOn);
  // Main says so while the window is out of sight or the system locked; a press of the button asks it anew.
  const [isResting, setResting] = useState(false);
  // A new object is a new run, for the same camera as well.
  const [choice, setChoice] = useState({ cameraId: cameraMemory.cameraId });
  const [state, setState] = useState<CameraState>({ kind: 'off' });
  const [hint, setHint] = useState<CameraHint | null>(null);
  const found = useEffectEvent(onCode);
  // As text, so that a purpose made anew at each drawing is still the same one.
  const wanted = JSON.stringify(purpose);

  useStationEvent('camera', ({ rests }) => setResting(rests));
  const runs = isOn && isVisible && !isResting;
  const [ran, setRan] = useState(runs);
  if (ran !== runs) {
    setRan(runs);
    setHint(null);
    if (!runs) setState({ kind: 'off' });
  }

  useEffect(() => {
    if (!runs) return undefined;
    const stop = new AbortController();
    const element = video.current;
    const sightings = new Sightings(single, performance.now());
    const take = (reading: Parameters<Sightings['take']>[0], atMs: number) => {
      for (const news of sightings.take(reading, atMs)) {
        if (news.kind === 'hint') setHint(news.hint);
        else found(news.code);
      }
    };
    const { mediaDevices } = navigator;
    const world = {
      openGate: async () => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the line above
        const reply = await station.call('camera.open', { purpose: JSON.parse(wanted) as CameraPurpose });
        return reply.ok ? reply.value : null;
      },
      closeGate: () => void station.call('camera.close', {}),
      openStream: () => openStream(mediaDevices, choice.cameraId),
      listCameras: () => listCameras(mediaDevices),
      letGo,
      openDecoder,
      nextFrame: async (stream: MediaStream, signal: AbortSignal) => {
        if (element === null) return null;
        if (element.srcObject !== stream) {
          element.srcObject = stream;
          // Refused when the element is taken away at that moment; then nobody waits for it.
          await element.play().catch(() => undefined);
        }
        return nextFrame(element, stream, signal);
      },
      now: () => performance.now(),
      pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    };
    void runCamera(world, setState, take, stop.signal);
    return () => {
      stop.abort();
      if (element !== null) element.srcObject = null;
    };
  }, [runs, station, wanted, single, choice, video]);

  return {
    isOn: runs,
    state,
    hint,
    cameraId: choice.cameraId,
    choose: (cameraId) => {
      cameraMemory.cameraId = cameraId;
      setChoice({ cameraId });
    },
    turn: (next) => {
      cameraMemory.isOn = next;
      setResting(false);
      setOn(next);
    },
    again: () => setChoice(({ cameraId }) => ({ cameraId })),
  };
}

function useVisible(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      document.addEventListener('visibilitychange', onChange);
      return () => document.removeEventListener('visibilitychange', onChange);
    },
    () => document.visibilityState === 'visible',
  );
}
