import { utilityProcess } from 'electron';
import type { StartHelper } from '../printing/transports/helper/helper-process.ts';

/**
 * Starts the printer helper as an Electron utility process: plain Node is switched off in the packaged app.
 *
 * @param file the built helper, `printer-helper.js` beside the app's own main file
 */
export function utilityHelper(file: string): StartHelper {
  return () => {
    const child = utilityProcess.fork(file, [], { stdio: 'ignore', serviceName: 'Badge Station printer' });
    return {
      // A process has no origin; the rule is about windows.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', () => listener()),
      kill: () => void child.kill(),
    };
  };
}
