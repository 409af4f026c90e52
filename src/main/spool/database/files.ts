import fs from 'node:fs';
import path from 'node:path';
import { toInstant } from '../../../shared/ids.ts';

/** Offsets in a SQLite file's header (sqlite.org/fileformat2.html, section 1.3). */
const headerBytes = 100;
const userVersionAt = 60;
const applicationIdAt = 68;
const magic = 'SQLite format 3\0';

/** What the first bytes of a file say, read without SQLite so that a newer version's file is not touched at all. */
export type Header =
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'sqlite';
      readonly userVersion: number;
      readonly applicationId: number;
      readonly bytes: number;
    };

export function readHeader(file: string): Header {
  let handle: number;
  try {
    handle = fs.openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
  try {
    const bytes = Buffer.alloc(headerBytes);
    const count = fs.readSync(handle, bytes, 0, headerBytes, 0);
    if (count === 0) return { kind: 'empty' };
    if (count < headerBytes || bytes.toString('latin1', 0, magic.length) !== magic)
      return { kind: 'foreign' };
    return {
      kind: 'sqlite',
      userVersion: bytes.readInt32BE(userVersionAt),
      applicationId: bytes.readInt32BE(applicationIdAt),
      bytes: fs.fstatSync(handle).size,
    };
  } finally {
    fs.closeSync(handle);
  }
}

/** Whether a log with changes lies beside the file; then the log, not the file, has the last word. */
export function hasLog(file: string): boolean {
  const log = fs.statSync(`${file}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0;
}

/** Makes the folder and an empty file that only this account may read. The log file inherits the mode from it. */
export function makeFile(file: string): void {
  makeFolder(path.dirname(file));
  fs.closeSync(fs.openSync(file, 'a', 0o600));
}

/** Not `recursive: true`, which never returns where a folder cannot exist, as below /proc (Node 20). */
function makeFolder(dir: string): void {
  if (fs.existsSync(dir)) return;
  const parent = path.dirname(dir);
  if (parent !== dir) makeFolder(parent);
  fs.mkdirSync(dir, { mode: 0o700 });
}

/**
 * Moves an unreadable spool out of the way, with its log, and answers its new name. Never deletes: it may hold the only
 * record of a badge.
 */
export function setAside(file: string, nowMs: number): string {
  const stamp = toInstant(nowMs).replace(/[:.]/g, '-');
  let target = `${file}.unreadable-${stamp}`;
  for (let count = 2; fs.existsSync(target); count += 1) target = `${file}.unreadable-${stamp}-${count}`;
  // The log first: left behind it would be replayed into the new file.
  if (fs.existsSync(`${file}-wal`)) fs.renameSync(`${file}-wal`, `${target}-wal`);
  fs.renameSync(file, target);
  return path.basename(target);
}
