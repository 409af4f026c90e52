import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './lib/project.mjs';

const isRootOnLinux = () => process.platform === 'linux' && process.getuid?.() === 0;

/** Arguments every Electron we start needs here: Chromium's sandbox refuses to run as root. */
export function runtimeArgs() {
  return isRootOnLinux() ? ['--no-sandbox'] : [];
}

/**
 * Chromium's sandbox wants either user namespaces, which Ubuntu 24.04 and some servers refuse to ordinary programs,
 * or a helper that belongs to root. Without both Electron aborts at start with words few people understand.
 *
 * @param {string} dir the runtime's folder
 * @param {(file: string) => string | undefined} [setting] reads a kernel setting; undefined when it is not there
 * @throws {SetupError} with the line to type
 */
export function checkSandbox(dir, setting = kernelSetting) {
  if (process.platform !== 'linux' || isRootOnLinux()) return;
  const refused =
    setting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    setting('kernel/unprivileged_userns_clone') === '0' ||
    setting('user/max_user_namespaces') === '0';
  const helper = path.join(dir, 'chrome-sandbox');
  if (!refused || helperIsReady(helper)) return;
  throw new SetupError(
    'This system does not let Chromium build its sandbox by itself. Run this once, then try again:\n\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  );
}

/** @param {string} helper */
function helperIsReady(helper) {
  try {
    const { uid, mode } = statSync(helper);
    return uid === 0 && (mode & 0o4001) === 0o4001;
  } catch {
    return false;
  }
}

/** @param {string} file below /proc/sys */
function kernelSetting(file) {
  try {
    return readFileSync(`/proc/sys/${file}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
