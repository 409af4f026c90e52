import { fail, type Failure } from '../../shared/result.ts';

/** The Electron line the product is built and released for; a test compares it with package.json. */
export const productElectronMajor = 45;

/**
 * Why this runtime may only be used for practice; null when it is the product's own. Tests and practice may run on an
 * older repackaged Electron (docs/decisions/0001-electron-runtime.md), which must never see a real tenant.
 *
 * The version is what counts. The launcher's word may only make it stricter, because anybody can set an environment.
 */
export function practiceOnlyRuntime(
  electronVersion: string,
  launchersWord: string | undefined,
): Failure | null {
  const major = Number.parseInt(electronVersion, 10);
  const isProducts = major === productElectronMajor && launchersWord !== 'stand-in';
  return isProducts ? null : fail('stand-in-practice-only', { electron: electronVersion }).failure;
}
