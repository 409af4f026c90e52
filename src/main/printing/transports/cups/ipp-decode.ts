import { delimiters, tags } from './ipp-words.ts';

/** The values of one attribute; kinds that are not used here (dates, ranges, collections) are left out. */
export type Values = readonly (string | number | boolean)[];
export type Group = ReadonlyMap<string, Values>;

export interface IppAnswer {
  /** Below 0100h: done. */
  readonly status: number;
  readonly jobs: readonly Group[];
  readonly printers: readonly Group[];
}

/** More than any server sends for the few attributes asked for. */
const groupLimit = 10_000;

/** Reads an answer; null for anything that is none: cut off, overlong, another protocol. Never throws. */
export function decodeAnswer(bytes: Uint8Array): IppAnswer | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 9 || ![1, 2].includes(view[0] ?? 0)) return null;
  const jobs: Group[] = [];
  const printers: Group[] = [];
  let group = new Map<string, (string | number | boolean)[]>();
  let last: (string | number | boolean)[] = [];
  for (let at = 8; at < view.length;) {
    const tag = view[at] ?? 0;
    at += 1;
    if (tag === delimiters.end) return { status: view.readUInt16BE(2), jobs, printers };
    if (tag < 0x10) {
      if (jobs.length + printers.length >= groupLimit) return null;
      group = new Map();
      if (tag === delimiters.job) jobs.push(group);
      if (tag === delimiters.printer) printers.push(group);
      continue;
    }
    const name = field(view, at);
    const value = name && field(view, name.end);
    if (!name || !value) return null;
    at = value.end;
    if (name.bytes.length > 0) {
      last = [];
      group.set(name.bytes.toString('utf8'), last);
    }
    const decoded = decodeValue(tag, value.bytes);
    if (decoded !== null) last.push(decoded);
  }
  return null;
}

/** Two bytes of length and so many bytes; null when they are not all there. */
function field(view: Buffer, at: number): { readonly bytes: Buffer; readonly end: number } | null {
  if (at + 2 > view.length) return null;
  const end = at + 2 + view.readUInt16BE(at);
  return end > view.length ? null : { bytes: view.subarray(at + 2, end), end };
}

function decodeValue(tag: number, bytes: Buffer): string | number | boolean | null {
  switch (tag) {
    case tags.integer:
    case tags.enum:
      return bytes.length === 4 ? bytes.readInt32BE(0) : null;
    case tags.boolean:
      return bytes.length === 1 ? bytes[0] !== 0 : null;
    default:
      // 40h to 5Fh are texts (RFC 8010 3.5.2); below 20h there is no value at all.
      return tag >= 0x40 && tag <= 0x5f ? bytes.toString('utf8') : null;
  }
}

export function texts(group: Group | undefined, name: string): readonly string[] {
  return (group?.get(name) ?? []).filter((value) => typeof value === 'string');
}

export function whole(group: Group | undefined, name: string): number | null {
  const value = group?.get(name)?.[0];
  return typeof value === 'number' ? value : null;
}

export function truth(group: Group | undefined, name: string): boolean | null {
  const value = group?.get(name)?.[0];
  return typeof value === 'boolean' ? value : null;
}
