import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SetupError, inProject, runCommand } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { checkSandbox } from './sandbox.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/** Node 20.19 is the first that vite 8 and vitest 4 run on. */
const oldestNode = [20, 19];

/**
 * Makes everything ready that a fresh clone lacks: npm packages, system libraries, Electron. Quick when nothing
 * is missing, one line per step when something is.
 *
 * @param {object} [options]
 * @param {boolean} [options.withDesktop] also the display, keyring and QR reader that tests and demo use
 * @param {boolean} [options.retryDownload] try Electron's official binary again even if that failed a moment ago
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function setup({ withDesktop = false, retryDownload = false } = {}) {
  checkNode(process.versions.node);
  await ensurePackages();
  await ensureSystemPackages({ withDesktop, say });
  // Only now, for it reads files among the packages.
  const { chooseRuntime } = await import('./runtime.mjs');
  const runtime = await chooseRuntime({ say, retryDownload });
  checkSandbox(runtime.dir);
  if (runtime.kind === 'stand-in') {
    say(`Electron ${runtime.version} (stand-in): tests and practice mode only, never a real tenant`);
  }
  return runtime;
}

/** @param {string} line */
function say(line) {
  console.log(`setup: ${line}`);
}

/** @param {string} version such as "20.19.4" */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new SetupError(`Node ${oldestNode.join('.')} or later is needed; this is Node ${version}.`);
}

async function ensurePackages() {
  const why = packagesOutOfStep(
    readJson(inProject('package-lock.json')),
    readJson(inProject('node_modules', '.package-lock.json')),
  );
  if (why === undefined) return;
  say(`npm packages: installing (${why})`);
  // No package needs an install script: native parts come prebuilt. So none may run.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // On Windows npm is a .cmd file, which only a shell starts.
  const command = process.platform === 'win32' ? ['cmd.exe', '/d', '/c', 'npm'] : ['npm'];
  const [program = 'npm', ...before] = command;
  const { code, output } = await run(program, [...before, ...args], {
    quiet: true,
    timeoutMs: 20 * 60 * 1000,
  });
  if (code !== 0) throw new SetupError(`npm ci failed:\n${complaints(output)}`);
}

/**
 * npm puts what went wrong first and general help last.
 * @param {string} output
 */
function complaints(output) {
  const lines = output
    .split('\n')
    .filter((line) => line.startsWith('npm error') && line.trim() !== 'npm error');
  return (lines.length > 0 ? lines : output.trim().split('\n')).slice(0, 10).join('\n');
}

/**
 * Compares what the lock file asks for with what npm says it installed (npm's own note inside node_modules).
 * Dates would lie after a git checkout; versions do not.
 *
 * @param {any} lock package-lock.json
 * @param {any} installed node_modules/.package-lock.json
 * @returns {string | undefined} why an installation is needed, or nothing
 */
export function packagesOutOfStep(lock, installed) {
  if (installed?.packages === undefined) return 'none installed yet';
  for (const [place, wanted] of Object.entries(lock?.packages ?? {})) {
    if (place === '') continue;
    const found = installed.packages[place];
    // Packages for other systems are optional and stay away.
    if (found === undefined && wanted.optional) continue;
    if (found?.version !== wanted.version)
      return `${place.replace(/^node_modules\//, '')} ${wanted.version} is missing`;
  }
  return undefined;
}

/** @param {string} file @returns {any} */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    const runtime = await setup({
      withDesktop: process.argv.includes('--with-desktop'),
      retryDownload: process.argv.includes('--retry-download'),
    });
    say(`ready: Electron ${runtime.version} (${runtime.kind}), Node ${process.versions.node}`);
  });
}
