import type { CameraAccess } from '../../shared/ipc/camera.ts';

/** The window's camera, as the rest of main sees it. */
export interface CameraSwitch {
  /** Allows the camera as long as `isStillWanted` says so. */
  open(isStillWanted: () => boolean): Promise<CameraAccess>;
  close(): void;
  /** Calls `listener` when the camera was shut from main's side; returns the way to stop. */
  onShut(listener: () => void): () => void;
}
