import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { LogoFault } from '../../../shared/settings/problems.ts';
import { createPage, stamp } from '../page.ts';
import type { ProofReader } from '../prove.ts';
import { inkOf, logoOf, type Logo } from './bilevel.ts';
import { readPng } from './png.ts';

export const mostBytes = 1_000_000;
/** Dots of the longer edge at which a logo is searched for codes: larger than it is ever printed. */
const searchedDots = 900;

/**
 * Reads a logo from a file, or says why it cannot be used. Never throws, never waits for a file that is none (a pipe, a
 * device), reads no more than `mostBytes`.
 *
 * SECURITY: logo (docs/security.md). A picture is parsed from unknown bytes, so it has limits in bytes and pixels before
 * it is unpacked; one with a QR code on it is refused, because a badge has one code and no other.
 */
export async function readLogo(file: string, reader: ProofReader): Promise<Logo | LogoFault> {
  const bytes = await readBytes(file);
  if (typeof bytes === 'string') return bytes;
  const picture = await readPng(bytes);
  if (typeof picture === 'string') return picture;
  const ink = inkOf(picture);
  if (ink === null) return 'blank';
  const logo = logoOf(ink);
  return (await holdsCode(logo, reader)) ? 'holds-a-code' : logo;
}

async function readBytes(file: string): Promise<Uint8Array | LogoFault> {
  try {
    // Non-blocking, so that opening a named pipe does not wait for somebody to write into it.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return 'not-a-file';
      if (stats.size === 0) return 'empty';
      if (stats.size > mostBytes) return 'too-large';
      const bytes = new Uint8Array(stats.size);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? error.code : null;
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return 'not-found';
    if (errno === 'EACCES' || errno === 'EPERM') return 'no-permission';
    return errno === 'EISDIR' ? 'not-a-file' : 'unreadable';
  }
}

/** Looked for on white paper, with the white that a code needs around it. */
async function holdsCode(logo: Logo, reader: ProofReader): Promise<boolean> {
  const width = Math.max(1, Math.round(logo.aspect >= 1 ? searchedDots : searchedDots * logo.aspect));
  const height = Math.max(1, Math.round(logo.aspect >= 1 ? searchedDots / logo.aspect : searchedDots));
  const border = 80;
  const page = createPage(width + 2 * border, height + 2 * border, 203);
  stamp(page, logo.at(width, height), border, border, {
    left: 0,
    top: 0,
    width: page.widthDots,
    height: page.heightDots,
  });
  const found = await reader.proveNoCode(page);
  return !found.ok && found.failure.facts['complaint'] === 'has-a-code';
}
