import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError, inProject, runCommand, toolFile } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { setup } from './setup.mjs';

/** Everything that decides what the build turns out to be. */
const sources = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const stampFile = () => inProject('out', 'built-from.txt');

/**
 * Builds into out/ when the sources differ from those of the last build.
 *
 * @param {object} [options]
 * @param {boolean} [options.always] build even so
 * @throws {SetupError} with the build's own words when it fails
 */
export async function build({ always = false } = {}) {
  const wanted = fingerprint(sources.map((source) => inProject(source)));
  if (!always && readStamp() === wanted) return;
  const { code, output } = await run(
    process.execPath,
    [toolFile('electron-vite/bin/electron-vite.js'), 'build'],
    {
      quiet: true,
    },
  );
  if (code !== 0) throw new SetupError(`The build failed:\n${output.trim()}`);
  writeFileSync(stampFile(), wanted);
}

/**
 * One hash over files and folders, names and contents. Dates would not do: a checkout or a restored copy can
 * make new sources look old.
 * @param {readonly string[]} places
 */
export function fingerprint(places) {
  const hash = createHash('sha256');
  for (const place of places) addTo(hash, place);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} place */
function addTo(hash, place) {
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = readdirSync(place, { withFileTypes: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTDIR')) throw error;
    hash
      .update(`${path.basename(place)}\0`)
      .update(readFileSync(place))
      .update('\0');
    return;
  }
  hash.update(`${path.basename(place)}/\0`);
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    addTo(hash, path.join(place, entry.name));
}

function readStamp() {
  try {
    return readFileSync(stampFile(), 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    await setup();
    await build({ always: true });
    console.log('build: out/ is ready');
  });
}
