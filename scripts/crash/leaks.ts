import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { PassingSecret } from '../tenant/note-secrets.ts';
import type { Finding } from './judgement.ts';

/** How every payload of the practice tenant begins; found anywhere, it is a leak, whoever's it is. */
const mark = 'ms-qrpin:v1|';
/** So much of a key is looked for: 144 bits, never there by chance. */
const keyChars = 24;

interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Secrets that passed through the tenant, and the search for them in files. */
export class LeakWatch {
  readonly #keys: string[] = [];
  readonly #pins: string[] = [];

  note({ kind, text }: PassingSecret): void {
    if (kind === 'pin') this.#pins.push(text);
    else this.#keys.push(text.split('|')[3]?.slice(0, keyChars) ?? '');
  }

  /** How many secrets there are to look for. */
  get count(): number {
    return this.#keys.length + this.#pins.length;
  }

  /**
   * Looks through every file below these folders, for the newest `latest` secrets of each kind. Files may come and go
   * meanwhile, as they do below a process that was just killed.
   */
  async search(folders: readonly string[], latest = Number.POSITIVE_INFINITY): Promise<readonly Finding[]> {
    const newest = (list: readonly string[]): readonly string[] =>
      list.slice(Math.max(0, list.length - latest));
    const needles = [
      ...formsOf('payload', mark),
      ...newest(this.#keys).flatMap((key, at) => formsOf(`key ${at}`, key)),
    ];
    const pins = new Set(newest(this.#pins));
    const found: Finding[] = [];
    for (const folder of folders) {
      for (const file of await filesBelow(folder)) {
        const content = await readFile(file).catch(() => null);
        if (content === null) continue;
        const where = path.relative(folder, file);
        const names = new Set([
          ...needles.filter(({ bytes }) => content.includes(bytes)).map(({ name }) => name),
          ...(hasPin(content, pins) ? ['PIN'] : []),
        ]);
        for (const name of names)
          found.push({ kind: 'leaked', key: `${name} ${where}`, what: `${name} in ${where}` });
      }
    }
    return found;
  }
}

/** As UTF-8, as UTF-16, in hex, and as base64 in each of its three alignments. */
function formsOf(name: string, text: string): readonly Needle[] {
  const bytes = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4), 'latin1');
  });
  const hex = Buffer.from(bytes.toString('hex'), 'latin1');
  return [bytes, Buffer.from(text, 'utf16le'), hex, ...base64].map((form) => ({ name, bytes: form }));
}

/** Eight digits and no more: a longer run of digits is a time or a number that holds them by chance. */
function hasPin(content: Buffer, pins: ReadonlySet<string>): boolean {
  if (pins.size === 0) return false;
  const narrow = content.toString('latin1').matchAll(/(?<!\d)\d{8}(?!\d)/g);
  for (const [run] of narrow) if (pins.has(run)) return true;
  const wide = content.toString('latin1').matchAll(/(?:\d\0){8}/g);
  for (const [run] of wide) if (pins.has(run.replaceAll('\0', ''))) return true;
  return false;
}

/** Rejects when the folder cannot be listed: a search that has not looked has not found nothing. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
    } catch (error) {
      // A folder that went away while it was being listed.
      if (attempt === 5) throw error;
    }
  }
}
