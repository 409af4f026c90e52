import type { CameraAccess } from '../../shared/ipc/camera.ts';

/** The window's camera, as the rest of main sees it. */
export interface CameraSwitch {
  /** Allows the camera as long as `isStillWanted` says so. */
  open(isStillWanted: () => boolean): Promise<CameraAccess>;
  close(): void;
  /** Calls `listener` when main lets the camera rest (true) and when it may be asked for again; returns the way to stop. */
  onRest(listener: (rests: boolean) => void): () => void;
}
