import { existsSync } from 'node:fs';
import { SetupError } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/**
 * Debian packages Electron itself needs (names without the `t64` ending that Debian 13 and Ubuntu 24.04 gave some).
 * The font package is a fallback: a system without any font shows empty boxes.
 */
const forTheApp =
  'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libdrm2 libatk-bridge2.0-0 libcups2 libnotify4 libsecret-1-0 fonts-dejavu-core'.split(
    ' ',
  );

/**
 * A display, a keyring, a session bus, a second QR reader and a reader of words: for tests, demo, crash and bench. A print server that
 * tests run privately, and pairs of serial ports without hardware.
 */
const forTests =
  'xvfb xauth gnome-keyring dbus zbar-tools tesseract-ocr fonts-noto-core fonts-ipafont-gothic cups cups-daemon cups-client socat'.split(
    ' ',
  );
/** Runs Windows' own Node, for the Windows spooler; there is no Windows program for other processors. */
if (process.arch === 'x64') forTests.push('wine', 'wine64');
/** The programs of those packages that are looked for where there is no dpkg to ask. */
const testPrograms =
  'Xvfb xauth gnome-keyring-daemon dbus-daemon dbus-send zbarimg tesseract lpadmin socat'.split(' ');

/**
 * Installs the missing system packages, or says exactly what to type.
 *
 * @param {object} options
 * @param {boolean} options.withDesktop also what tests need: display, keyring, second QR reader
 * @param {readonly string[]} [options.only] these packages instead
 * @param {(line: string) => void} options.say
 * @throws {SetupError} when something is missing and cannot be installed from here
 */
export async function ensureSystemPackages({ withDesktop, only, say }) {
  if (process.platform !== 'linux') return;
  const wanted = only ?? (withDesktop ? [...forTheApp, ...forTests] : forTheApp);
  if (!isDebianLike()) {
    const absent = withDesktop ? testPrograms.filter((program) => !isOnPath(program)) : [];
    if (absent.length === 0) return;
    throw new SetupError(
      `On this Linux please install by hand what provides ${absent.join(', ')}, ` +
        'and the libraries Electron needs (GTK 3, NSS, ALSA, GBM, libsecret).',
    );
  }
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `System packages are missing. Run this, then try again:\n\n  sudo apt-get install -y --no-install-recommends ${(await installableNames(missing)).join(' ')}\n`,
    );
  }
  say(
    `System packages: installing ${missing.length} (${missing.slice(0, 4).join(', ')}${missing.length > 4 ? ', …' : ''})`,
  );
  await aptGet(['update']);
  await aptGet(['install', '-y', '--no-install-recommends', ...(await installableNames(missing))]);
}

/** @param {readonly string[]} wanted */
async function missingPackages(wanted) {
  const names = wanted.flatMap((name) => [name, `${name}t64`]);
  // Unknown names make dpkg-query end with 1; what it printed about the others still holds.
  const { output } = await run('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n', ...names], {
    quiet: true,
  });
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice(10)),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/**
 * The names under which this release has the packages.
 * @param {readonly string[]} missing
 */
async function installableNames(missing) {
  const { output } = await run('apt-cache', ['policy', ...missing.map((name) => `${name}t64`)], {
    quiet: true,
  });
  const available = new Set(
    [...output.matchAll(/^(\S+):\n(?:.*\n)??\s+Candidate: (?!\(none\))/gm)].map((match) => match[1] ?? ''),
  );
  return missing.map((name) => (available.has(`${name}t64`) ? `${name}t64` : name));
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  // Another apt may be at work (a fresh machine updates itself): wait for it instead of failing.
  const { code, output } = await run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    quiet: true,
    timeoutMs: 20 * 60 * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  // A stale or unreachable list is no reason to stop; a failed install is.
  if (code !== 0 && args[0] !== 'update') {
    throw new SetupError(
      `apt-get ${args.join(' ')} failed:\n${output.trim().split('\n').slice(-12).join('\n')}`,
    );
  }
}

function isDebianLike() {
  return existsSync('/etc/debian_version') && existsSync('/usr/bin/dpkg-query');
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(':').some((dir) => existsSync(`${dir}/${program}`));
}
