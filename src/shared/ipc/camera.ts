/** What the camera is wanted for. Main allows it while that makes sense, and no longer (window/camera-gate.ts). */
export type CameraPurpose =
  /** A badge that left for the printer is to be verified. */
  | { readonly kind: 'badge'; readonly jobId: string }
  /** The symbols of a printer's test page are to be read back. */
  | { readonly kind: 'test-page'; readonly printerId: string };

/** `blocked`: the system's privacy settings keep the camera from this app. */
export type CameraAccess = 'open' | 'blocked';
