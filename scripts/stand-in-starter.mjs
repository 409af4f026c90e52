/**
 * Does for the stand-in what Electron's default app does for the official binary: `electron [switches] FOLDER`
 * starts the app in FOLDER. Copied into the stand-in's resources/app; runs inside Electron, never in Node.
 *
 * It must be an ES module that awaits the app: Electron holds `ready` back until an ES module entry has finished,
 * and the app registers its own scheme before `ready`. From a CommonJS starter that comes too late.
 */
import { app } from 'electron';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { preloads, folder } = readArguments(process.argv.slice(1));

Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });

// Playwright attaches through a preload given with -r, as the official default app allows.
for (const file of preloads) require(path.resolve(file));

if (folder === undefined) {
  console.error('No app folder given: electron [switches] FOLDER');
  app.exit(1);
} else {
  await startApp(path.resolve(folder));
}

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {string[]} */
  const found = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') found.push(args[(i += 1)] ?? '');
    else if (arg.startsWith('--require=')) found.push(arg.slice('--require='.length));
    else if (!arg.startsWith('-')) return { preloads: found, folder: arg };
  }
  return { preloads: found, folder: undefined };
}

/** @param {string} dir */
async function startApp(dir) {
  const manifest = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  // Not in the published types: Electron keeps these two for its default app.
  const undocumented = /** @type {any} */ (app);
  if (manifest.version) undocumented.setVersion(manifest.version);
  undocumented.setAppPath(dir);
  await import(pathToFileURL(path.join(dir, manifest.main)).href);
}
