import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Keeps the practice tenant's memory between runs, as the real directory would: which codes exist, never their keys or
 * PINs. A file that is missing or damaged counts as a new tenant.
 */
export function readPracticeState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Written before the practice tenant answers, so that a crash cannot make it forget what it has told us. */
export function writePracticeState(file: string, state: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const next = `${file}.new`;
  const handle = openSync(next, 'w', 0o600);
  try {
    writeSync(handle, JSON.stringify(state));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(next, file);
}
