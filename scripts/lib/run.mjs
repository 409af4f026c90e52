import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectDir } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] replaces process.env
 * @property {boolean} [quiet] keep the output instead of showing it
 * @property {number} [timeoutMs] stop the command after this long
 * @property {string} [cwd] the project folder when absent
 *
 * @typedef {{ code: number, output: string }} RunResult
 */

/**
 * Runs one command to its end. Never rejects: a command that cannot start ends with 127, one stopped by a
 * signal with 128 + its number, one that ran out of time with 124, as a shell would say it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectDir,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    let isOutOfTime = false;
    const timer = setTimeout(
      () => {
        isOutOfTime = true;
        child.kill('SIGKILL');
      },
      options.timeoutMs ?? 2 ** 31 - 1,
    );
    const stopForwarding = forwardSignals(child);
    /** @param {number} code @param {string} [extra] */
    const done = (code, extra = '') => {
      clearTimeout(timer);
      stopForwarding();
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + extra });
    };
    child.once('error', (error) => done(127, error.message));
    child.once('close', (code, signal) => done(isOutOfTime ? 124 : exitCode(code, signal)));
  });
}

/**
 * Passes Ctrl-C and a polite stop on to a child, so that it ends first and we can tidy up after it.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops forwarding
 */
export function forwardSignals(child) {
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => void child.kill(signal);
  // A terminal sends Ctrl-C to the child by itself; a second one would make most tools skip their tidying.
  const ignore = () => {};
  /** @type {[NodeJS.Signals, (signal: NodeJS.Signals) => void][]} */
  const handlers = [
    ['SIGINT', process.stdin.isTTY ? ignore : forward],
    ['SIGTERM', forward],
    ['SIGHUP', forward],
  ];
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

/**
 * A child's end as one number, the way shells count.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  if (code !== null) return code;
  return 128 + (signal ? constants.signals[signal] : 0);
}
