import { fileURLToPath } from 'node:url';
import { openDesktop, privateDesktopIsPossible } from './lib/desktop.mjs';
import { SetupError, runCommand } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/**
 * Runs a command with a private display, session bus and keyring, and tidies up after it, whatever happens.
 * Where a private one cannot be had (macOS, Windows) the command runs on the desktop that is there.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('./lib/run.mjs').RunOptions} [options]
 * @returns {Promise<import('./lib/run.mjs').RunResult>}
 */
export async function withDesktop(command, args, options = {}) {
  if (!privateDesktopIsPossible()) return run(command, args, options);
  // Until the desktop is up there is nobody to pass a signal on to: remember it and tidy up first.
  let wasStopped = false;
  const remember = () => void (wasStopped = true);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, remember);
  const desktop = await openDesktop();
  try {
    if (wasStopped) return { code: 130, output: '' };
    return await run(command, args, { ...options, env: { ...(options.env ?? process.env), ...desktop.env } });
  } finally {
    await desktop.close();
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.off(signal, remember);
  }
}

// node scripts/with-desktop.mjs COMMAND [ARGUMENT…]
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    const [command, ...args] = process.argv.slice(2);
    if (command === undefined)
      throw new SetupError('usage: node scripts/with-desktop.mjs COMMAND [ARGUMENT…]');
    return (await withDesktop(command, args)).code;
  });
}
