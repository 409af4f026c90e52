import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpOutcome, HttpRequest } from '../../../src/main/net/door.ts';

/** A secret that was seen on the wire, in the spellings in which it could be found again. */
interface Canary {
  readonly what: 'payload' | 'pin' | 'token';
  readonly spellings: readonly Buffer[];
}

/** Watches the wire for secrets, and looks for them afterwards where none may be. */
export class Canaries {
  readonly #seen = new Map<string, Canary>();
  /** Newest last. */
  readonly pins: string[] = [];
  /** The last access token the station used; lets a test ask the tenant something by itself. */
  token: string | null = null;

  get count(): number {
    return this.#seen.size;
  }

  watch(request: HttpRequest, outcome: HttpOutcome | null): void {
    const bearer = /^Bearer (\S+)$/.exec(request.headers['Authorization'] ?? '')?.[1];
    if (bearer !== undefined) {
      this.token = bearer;
      this.#note('token', bearer.slice(-60));
    }
    if (request.url.includes('/qrCodePinMethod')) this.#read(request.body ?? '');
    if (outcome?.ok === true && request.url.includes('/qrCodePinMethod')) {
      this.#read(Buffer.from(outcome.answer.body).toString('utf8'));
    }
  }

  /** Names of the secrets found in any file below `dir`, with the file; empty = clean. */
  findIn(dir: string, what: readonly Canary['what'][] = ['payload', 'pin', 'token']): readonly string[] {
    return filesBelow(dir).flatMap((file) =>
      this.#in(readFileSync(file), what).map((name) => `${name} in ${file}`),
    );
  }

  findInText(text: string): readonly string[] {
    return this.#in(Buffer.from(text), ['payload', 'pin', 'token']);
  }

  #in(bytes: Buffer, what: readonly Canary['what'][]): readonly string[] {
    return [...this.#seen.values()]
      .filter((canary) => what.includes(canary.what))
      .filter((canary) => canary.spellings.some((spelling) => bytes.includes(spelling)))
      .map((canary) => canary.what);
  }

  #read(text: string): void {
    for (const [, base64 = ''] of text.matchAll(/"rawContent":"([^"]+)"/g)) {
      const payload = Buffer.from(base64, 'base64').toString('utf8');
      this.#note('payload', payload, base64.slice(40, 120), payload.split('|')[3] ?? payload);
    }
    for (const [, pin = ''] of text.matchAll(/"code":"(\d{8,20})"/g)) {
      this.pins.push(pin);
      this.#note('pin', pin);
    }
  }

  #note(what: Canary['what'], ...spellings: readonly string[]): void {
    const variants = spellings.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
    this.#seen.set(`${what} ${spellings[0]}`, { what, spellings: variants });
  }
}

function filesBelow(dir: string): readonly string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
