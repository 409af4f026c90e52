import type { EncryptedFile } from './encrypted-file.ts';

/** MSAL's view of its own cache, as its cache plugin gets it. */
interface CacheAccess {
  readonly cacheHasChanged: boolean;
  readonly tokenCache: { serialize(): string; deserialize(text: string): void };
}

/** MSAL's sections; each is an object of objects (msal-node, SerializerTypes). */
const sections = ['Account', 'IdToken', 'AccessToken', 'RefreshToken', 'AppMetadata'] as const;

/**
 * MSAL's cache plugin over an encrypted file. The text is read once and then kept here, because one process owns the
 * file: a disk that fails later does not sign the operator out, it only means that the next start asks again.
 */
export class TokenCache {
  readonly #file: EncryptedFile;
  #text: string | null = null;
  #isRead = false;

  constructor(file: EncryptedFile) {
    this.#file = file;
  }

  readonly beforeCacheAccess = (access: CacheAccess): Promise<void> => {
    if (!this.#isRead) this.#text = readCacheText(this.#file.read());
    this.#isRead = true;
    // An empty cache has to be said, too: MSAL would go on with the one it was given last.
    access.tokenCache.deserialize(this.#text ?? '{}');
    return Promise.resolve();
  };

  readonly afterCacheAccess = (access: CacheAccess): Promise<void> => {
    if (access.cacheHasChanged) {
      this.#text = access.tokenCache.serialize();
      this.#file.write(this.#text);
    }
    return Promise.resolve();
  };

  /** Forgets everything, on disk as well, whether it could be read or not. */
  erase(): void {
    this.#text = null;
    this.#isRead = true;
    this.#file.remove();
  }
}

/** The text if MSAL will understand it, else null: a damaged cache means signed out, not broken. */
function readCacheText(text: string | null): string | null {
  if (text === null) return null;
  try {
    const cache: unknown = JSON.parse(text);
    if (!isObject(cache)) return null;
    const known = sections.every((name) => {
      const section = cache[name] ?? {};
      return isObject(section) && Object.values(section).every(isObject);
    });
    return known ? text : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
