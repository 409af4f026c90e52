import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The project folder, whatever folder the command was typed in. */
export const projectDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * A path inside the project.
 * @param {...string} parts
 */
export const inProject = (...parts) => path.join(projectDir, ...parts);

/**
 * The file Node runs for a tool among our packages. Calling it directly avoids npx, its half second and its
 * `.cmd` files on Windows.
 * @param {string} file path below node_modules
 */
export function toolFile(file) {
  const found = inProject('node_modules', ...file.split('/'));
  if (!existsSync(found)) throw new Error(`${file} is not installed; run "npm run setup"`);
  return found;
}

/** Trouble a person can do something about: the commands print the sentence alone, without a stack. */
export class SetupError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'SetupError';
  }
}

/**
 * Runs a command's body; prints a SetupError as one sentence and anything else whole. Exits with its number.
 * @param {() => Promise<number | void>} body
 */
export async function runCommand(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `badge-station: ${error.message}` : error);
    process.exitCode = 1;
  }
}
