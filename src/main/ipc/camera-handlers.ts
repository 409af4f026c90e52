import type { CameraPurpose } from '../../shared/ipc/camera.ts';
import type { JobState } from '../../shared/printing/job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Printers } from '../printing/types.ts';
import type { SpoolStore } from '../spool/types.ts';
import type { CameraSwitch } from '../window/types.ts';
import type { HandlersOf } from './handler-types.ts';

export interface CameraParts {
  readonly camera: CameraSwitch;
  readonly spool: Pick<SpoolStore, 'job'>;
  readonly printers: Pick<Printers, 'list'>;
}

/** States in which a scan of the paper can tell something. */
const verifiable: readonly JobState[] = ['sent', 'confirmed', 'unsure'];

/** Opens the camera for a badge that waits to be verified or for a known printer's test page, and for nothing else. */
export function cameraHandlers({ camera, spool, printers }: CameraParts): HandlersOf<'camera'> {
  const allows = (purpose: CameraPurpose): Result<void> => {
    switch (purpose.kind) {
      case 'badge': {
        const job = spool.job(purpose.jobId);
        if (job === null) return fail('job-unknown');
        // A PIN slip carries no code.
        return job.paper === 'badge' && verifiable.includes(job.state)
          ? ok(undefined)
          : fail('transition-refused', { state: job.state });
      }
      case 'test-page':
        return printers.list().some(({ id }) => id === purpose.printerId)
          ? ok(undefined)
          : fail('printer-unknown');
    }
  };
  return {
    'camera.open': async ({ purpose }) => {
      const allowed = allows(purpose);
      return allowed.ok ? ok(await camera.open(() => allows(purpose).ok)) : allowed;
    },
    'camera.close': () => {
      camera.close();
      return ok(null);
    },
  };
}

/** For a station without a window. */
export const noCamera: CameraSwitch = {
  open: () => Promise.resolve('blocked'),
  close: () => undefined,
  onRest: () => () => undefined,
};
