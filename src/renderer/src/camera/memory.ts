/** What the operator chose about the camera; kept until the app is closed, for the window stores nothing. */
export interface CameraMemory {
  /** Whether the camera was in use last, so that the next badge starts with it. */
  isOn: boolean;
  cameraId: string | null;
  /** null = nobody chose: a camera that looks at the operator is mirrored, one that looks away is not. */
  isMirrored: boolean | null;
}

/** One for the window: camera ids are only good for this run anyway. */
export const cameraMemory: CameraMemory = { isOn: false, cameraId: null, isMirrored: null };
