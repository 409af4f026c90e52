import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SetupError } from './project.mjs';
import { run } from './run.mjs';

/**
 * A desktop for one command: its own display, session bus and unlocked keyring, in a home folder that is thrown
 * away. Neither needs nor touches what the person at this machine has.
 *
 * @typedef {{ env: Record<string, string>, close: () => Promise<void> }} Desktop
 */

const startLimitMs = 20_000;
const screen = '1440x1000x24';

/** Elsewhere a window needs a real desktop, and there is one. */
export function privateDesktopIsPossible() {
  return process.platform === 'linux';
}

/**
 * @returns {Promise<Desktop>} `env` is to be laid over process.env
 * @throws {SetupError} when a part does not start; what had started is closed again
 */
export async function openDesktop() {
  const dir = await mkdtemp(path.join(tmpdir(), 'badge-desktop-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const close = async () => {
    // The last one first: the keyring lives on the bus.
    for (const child of children.toReversed()) await stop(child);
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const env = await homeEnv(dir);
    await startDisplay(dir, env, children);
    await startBus(env, children);
    await startKeyring(env, children);
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {string} dir @returns {Promise<Record<string, string>>} */
async function homeEnv(dir) {
  const home = path.join(dir, 'home');
  const runtime = path.join(dir, 'run');
  await mkdir(home, { mode: 0o700 });
  await mkdir(runtime, { mode: 0o700 });
  return {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local', 'share'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_RUNTIME_DIR: runtime,
    // Chromium picks its key store by the desktop's name; without one it falls back to plain text.
    XDG_CURRENT_DESKTOP: 'GNOME',
    XDG_SESSION_TYPE: 'x11',
    // A Wayland session of the person at the machine would win over our display.
    WAYLAND_DISPLAY: '',
    // GTK's accessibility bus is not there and would be waited for.
    NO_AT_BRIDGE: '1',
    GIO_USE_VFS: 'local',
  };
}

/**
 * @param {string} dir
 * @param {Record<string, string>} env gets DISPLAY and XAUTHORITY
 * @param {import('node:child_process').ChildProcess[]} children
 */
async function startDisplay(dir, env, children) {
  const authority = path.join(dir, 'authority');
  const cookie = randomBytes(16).toString('hex');
  // The server reads the cookie only; the number in its file does not matter, and is not known yet.
  await mustRun('xauth', ['-q', '-f', authority, 'add', ':0', '.', cookie], env);
  // -displayfd takes the first free number, so two desktops at once do not collide.
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    screen,
    '-nolisten',
    'tcp',
    '-auth',
    authority,
    '-noreset',
  ];
  const number = await startService('Xvfb', args, env, children);
  env['DISPLAY'] = `:${number}`;
  env['XAUTHORITY'] = authority;
  await mustRun('xauth', ['-q', '-f', authority, 'add', `:${number}`, '.', cookie], env);
}

/** @param {Record<string, string>} env gets DBUS_SESSION_BUS_ADDRESS @param {import('node:child_process').ChildProcess[]} children */
async function startBus(env, children) {
  const address = `unix:path=${env['XDG_RUNTIME_DIR']}/bus`;
  const args = [
    '--session',
    '--nofork',
    '--nopidfile',
    '--nosyslog',
    `--address=${address}`,
    '--print-address=3',
  ];
  env['DBUS_SESSION_BUS_ADDRESS'] = await startService('dbus-daemon', args, env, children);
}

/** @param {Record<string, string>} env @param {import('node:child_process').ChildProcess[]} children */
async function startKeyring(env, children) {
  const args = [
    '--foreground',
    '--unlock',
    '--components=secrets',
    `--control-directory=${env['XDG_RUNTIME_DIR']}`,
  ];
  const child = spawnService('gnome-keyring-daemon', args, env, ['pipe', 'ignore', 'ignore']);
  children.push(child);
  // The keyring is new and empty; any password makes it, and it goes with the folder.
  child.stdin?.on('error', () => {});
  child.stdin?.end(randomBytes(16).toString('hex'));
  await answersOnBus('org.freedesktop.secrets', env);
}

/** @param {string} name @param {Record<string, string>} env */
async function answersOnBus(name, env) {
  const until = Date.now() + startLimitMs;
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
  ];
  while (Date.now() < until) {
    const { output } = await run('dbus-send', [...question, `string:${name}`], {
      quiet: true,
      env: over(env),
    });
    if (output.includes('boolean true')) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new SetupError('The private keyring did not start (gnome-keyring-daemon).');
}

/**
 * Starts a service that writes one line to file descriptor 3 once it is ready.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {import('node:child_process').ChildProcess[]} children
 * @returns {Promise<string>} the line
 */
async function startService(program, args, env, children) {
  const child = spawnService(program, args, env, ['ignore', 'ignore', 'pipe', 'pipe']);
  children.push(child);
  return new Promise((resolve, reject) => {
    let said = '';
    let complaints = '';
    /** @param {string} why */
    const giveUp = (why) =>
      reject(new SetupError(`${program} did not start (${why}). ${complaints.trim().slice(-300)}`));
    const timer = setTimeout(() => giveUp('no answer'), startLimitMs);
    child.stderr?.on('data', (chunk) => (complaints = (complaints + chunk).slice(-2000)));
    child.stdio[3]?.on('data', (chunk) => {
      said += chunk;
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve(said.trim());
    });
    child.once('error', (error) => giveUp(error.message));
    child.once('exit', (code) => giveUp(`ended with ${code}`));
  });
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {import('node:child_process').StdioOptions} stdio
 */
function spawnService(program, args, env, stdio) {
  // setpriv lets the kernel end the service when we are killed and cannot tidy up.
  const tied = existsSync('/usr/bin/setpriv');
  const child = tied
    ? spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', program, ...args], { env: over(env), stdio })
    : spawn(program, args, { env: over(env), stdio });
  child.on('error', () => {});
  return child;
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

/** @param {string} program @param {string[]} args @param {Record<string, string>} env */
async function mustRun(program, args, env) {
  const { code, output } = await run(program, args, { quiet: true, env: over(env) });
  if (code !== 0) throw new SetupError(`${program} failed: ${output.trim().slice(-300)}`);
}

/** @param {Record<string, string>} env */
const over = (env) => ({ ...process.env, ...env });
