import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError, inProject, toolFile } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { prepareStandIn, standInIsPossible } from './stand-in.mjs';

/**
 * Which Electron runs the app (docs/decisions/0001-electron-runtime.md).
 *
 * @typedef {'override' | 'official' | 'stand-in'} RuntimeKind
 * @typedef {{ dir: string, executable: string, kind: RuntimeKind, version: string }} Runtime
 */

/** How long a failed download is remembered, so that not every command waits for the same dead line. */
const rememberFailureMs = 60 * 60 * 1000;
/** The binary is about 110 MB; at a slow 2 Mbit/s that takes eight minutes. */
const downloadLimitMs = 10 * 60 * 1000;
/** How long the release host may take to answer at all. */
const answerLimitMs = 4000;
/** Without an answer the installer still gets this long: it may have the file in its cache. */
const unpackLimitMs = 8000;

/**
 * Chooses the runtime: an override given by hand, the official binary, or the stand-in for tests and practice.
 *
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(line: string) => void} [options.say] told one line per slow step
 * @param {boolean} [options.retryDownload] try the download again even if it failed a moment ago
 * @returns {Promise<Runtime>}
 * @throws {SetupError} when no runtime can be had; the message says what to do
 */
export async function chooseRuntime({ env = process.env, say = () => {}, retryDownload = false } = {}) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overrideRuntime(path.resolve(override));
  const failure = await official.ensure(say, retryDownload);
  if (failure === undefined) return official.runtime();
  if (!standInIsPossible()) {
    throw new SetupError(
      `Electron ${official.version()} could not be downloaded (${failure}). Connect to the internet and try again, ` +
        'or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron.',
    );
  }
  const standIn = await prepareStandIn(say);
  return { ...standIn, kind: 'stand-in' };
}

/**
 * What a child process needs to know about the runtime. `BADGE_STATION_RUNTIME` is for messages and reports
 * only; the app decides by `process.versions.electron`, which nobody sets by accident.
 *
 * @param {Runtime} runtime
 * @returns {Record<string, string>}
 */
export function runtimeEnv(runtime) {
  return {
    BADGE_STATION_RUNTIME: runtime.kind,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dir,
    ELECTRON_EXEC_PATH: runtime.executable,
  };
}

/** @param {string} dir @returns {Runtime} */
function overrideRuntime(dir) {
  const executable = path.join(dir, platformExecutable());
  if (!existsSync(executable)) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${dir}, but there is no ${platformExecutable()} in it.`,
    );
  }
  return { dir, executable, kind: 'override', version: readVersion(dir) ?? 'unknown' };
}

const official = {
  /** The version our package.json pins. */
  version() {
    return String(JSON.parse(readFileSync(toolFile('electron/package.json'), 'utf8')).version);
  },
  dir: () => inProject('node_modules', 'electron', 'dist'),

  /** @returns {Runtime} */
  runtime() {
    const dir = this.dir();
    return {
      dir,
      executable: path.join(dir, platformExecutable()),
      kind: 'official',
      version: this.version(),
    };
  },

  isInstalled() {
    return readVersion(this.dir()) === this.version() && existsSync(this.runtime().executable);
  },

  /**
   * Sees to it that the official binary is there. Electron's own installer checks the published checksum.
   *
   * @param {(line: string) => void} say
   * @param {boolean} retry
   * @returns {Promise<string | undefined>} why it is not there, or nothing
   */
  async ensure(say, retry) {
    if (this.isInstalled()) return undefined;
    const remembered = retry ? undefined : rememberedFailure(this.version());
    if (remembered) return remembered;
    say(`Electron ${this.version()}: downloading the official binary`);
    const { code, output } = await run(process.execPath, [toolFile('electron/install.js')], {
      quiet: true,
      timeoutMs: (await releaseHostAnswers()) ? downloadLimitMs : unpackLimitMs,
    });
    if (code === 0 && this.isInstalled()) return undefined;
    const reason = code === 124 ? 'no answer in time' : firstLine(output);
    rememberFailure(this.version(), reason);
    say(`Electron ${this.version()}: the official binary is out of reach (${reason})`);
    return reason;
  },
};

/**
 * Whether the host the installer will ask says anything, be it "not found". Some networks swallow the question, and
 * the installer alone would wait minutes for them.
 */
async function releaseHostAnswers() {
  // Then the installer goes through a proxy, which a question of ours would not.
  if (process.env['ELECTRON_GET_USE_PROXY']) return true;
  const host =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    await fetch(host, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(answerLimitMs) });
    return true;
  } catch {
    return false;
  }
}

/** Where the executable sits inside an unpacked Electron. */
function platformExecutable() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** @param {string} dir */
function readVersion(dir) {
  try {
    return readFileSync(path.join(dir, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

/** @param {string} output */
function firstLine(output) {
  const line = output.trim().split('\n')[0] ?? '';
  return line.replace(/^\w*Error: /, '').slice(0, 120) || 'no reason given';
}

const failureFile = () => inProject('.runtime', 'official-out-of-reach.json');

/** @param {string} version @returns {string | undefined} */
function rememberedFailure(version) {
  try {
    const note = JSON.parse(readFileSync(failureFile(), 'utf8'));
    const age = Date.now() - Number(note.at);
    // A note from the future means the clock was set back: try again rather than wait for it.
    if (note.version === version && age >= 0 && age < rememberFailureMs) return String(note.reason);
  } catch {
    // No note, or an unreadable one: try the download.
  }
  return undefined;
}

/** @param {string} version @param {string} reason */
function rememberFailure(version, reason) {
  mkdirSync(inProject('.runtime'), { recursive: true });
  writeFileSync(failureFile(), JSON.stringify({ version, reason, at: Date.now() }));
}
