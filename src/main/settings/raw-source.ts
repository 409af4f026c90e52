import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { SourceReason } from '../../shared/settings/problems.ts';
import { findJsonFault, type JsonFault } from './json-fault.ts';

/** One source before its values are looked at. */
export type RawSource =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'unreadable';
      /** File or registry key, for the person who has to mend it. */
      readonly origin: string;
      readonly reason: SourceReason;
      readonly fault?: JsonFault;
    }
  | { readonly kind: 'read'; readonly origin: string; readonly value: object };

/** A settings file of a large site has some ten thousand bytes. */
const maxBytes = 1024 * 1024;

/** Reads a settings file. A missing one is `absent`; whatever else goes wrong is said, and nothing is thrown. */
export async function readSourceFile(file: string): Promise<RawSource> {
  try {
    // O_NONBLOCK: opening a named pipe would otherwise wait for its other end. Windows has no such flag.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await handle.stat()).isFile()) return { kind: 'unreadable', origin: file, reason: 'not-a-file' };
      const buffer = new Uint8Array(maxBytes + 1);
      let length = 0;
      for (let got = -1; got !== 0 && length < buffer.length; length += got) {
        got = (await handle.read(buffer, length, buffer.length - length, length)).bytesRead;
      }
      return parseSource(buffer.subarray(0, length), file);
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    const reason = reasonOf(thrown);
    return reason === null ? { kind: 'absent' } : { kind: 'unreadable', origin: file, reason };
  }
}

/** Takes bytes for JSON in UTF-8, or in UTF-16 with a byte order mark, as PowerShell writes it. */
export function parseSource(bytes: Uint8Array, origin: string): RawSource {
  const unreadable = (reason: SourceReason, fault: JsonFault | null = null): RawSource => ({
    kind: 'unreadable',
    origin,
    reason,
    ...(fault === null ? {} : { fault }),
  });
  if (bytes.length > maxBytes) return unreadable('too-large');
  const text = decode(bytes);
  if (text === null) return unreadable('wrong-encoding');
  if (text.trim() === '') return unreadable('empty');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('not-json', findJsonFault(text));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable('not-an-object');
  return { kind: 'read', origin, value };
}

function decode(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** null = there is no such file. */
function reasonOf(thrown: unknown): SourceReason | null {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return null;
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'EISDIR':
    case 'ENXIO':
      return 'not-a-file';
    default:
      return 'unreadable';
  }
}
