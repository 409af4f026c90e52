import { isOurs } from './scheme.ts';

/** A page's wish for one of the browser's powers, in the words both of Electron's handlers share. */
export interface PermissionQuestion {
  readonly permission: string;
  /** URL or origin of the asking frame; empty when Electron names none. */
  readonly from: string;
  readonly isMainFrame: boolean;
  /** `video`, `audio`; empty for other permissions. */
  readonly media: readonly string[];
}

/**
 * Whether a wish is granted: only the camera, only for our own page, only while `cameraIsWanted` (a scan is open), and
 * never together with the microphone. Everything else is refused, permissions of future Chromium versions too.
 *
 * SECURITY: permissions (docs/security.md).
 */
export function isPermitted(question: PermissionQuestion, cameraIsWanted: boolean): boolean {
  const isCameraAlone =
    question.permission === 'media' && question.media.length === 1 && question.media[0] === 'video';
  return isCameraAlone && cameraIsWanted && question.isMainFrame && isOurs(question.from);
}
