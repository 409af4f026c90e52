import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { TokenStorage } from './types.ts';

/** The operating system's way to encrypt for this user on this machine. */
export interface Cipher {
  /** False where there is no real key store; then nothing may be written. Asked each time: it may come with the session. */
  readonly available: boolean;
  /** Name of the key store, for the screen and the log, e.g. `gnome_libsecret`, `keychain`, `dpapi`, `basic_text`. */
  readonly backend: string;
  encrypt(text: string): Uint8Array;
  /** Throws when the bytes were made by somebody else or are damaged. */
  decrypt(bytes: Uint8Array): string;
}

/**
 * A small secret text on disk, encrypted or not at all. A file that cannot be read counts as empty and is left where
 * it is: the key store may only be locked today, and the next sign-in replaces it anyway.
 */
export class EncryptedFile {
  readonly #path: string;
  readonly #cipher: Cipher;
  #failed = false;

  constructor(options: { readonly path: string; readonly cipher: Cipher }) {
    this.#path = options.path;
    this.#cipher = options.cipher;
  }

  get storage(): TokenStorage {
    return this.#cipher.available && !this.#failed ? 'encrypted' : 'memory';
  }

  read(): string | null {
    if (!this.#cipher.available) return null;
    try {
      return this.#cipher.decrypt(readFileSync(this.#path));
    } catch {
      return null;
    }
  }

  /**
   * Replaces the file in one step. When that fails (disk full, say) the old file is removed, because it would bring
   * back an operator who is no longer here, and the text stays in memory for the rest of this run.
   */
  write(text: string): void {
    if (!this.#cipher.available) return;
    // SECURITY: tokens-at-rest (docs/security.md). Only ciphertext reaches the disk, in the temporary file, too.
    const next = `${this.#path}.new`;
    try {
      const bytes = this.#cipher.encrypt(text);
      mkdirSync(dirname(this.#path), { recursive: true });
      const handle = openSync(next, 'w', 0o600);
      try {
        writeSync(handle, bytes);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(next, this.#path);
      this.#failed = false;
    } catch {
      this.#failed = true;
      this.remove();
    }
  }

  remove(): void {
    for (const path of [this.#path, `${this.#path}.new`]) {
      try {
        rmSync(path, { force: true });
      } catch {
        // A folder in its place, or no right to it: nothing of ours is inside, then.
      }
    }
  }
}
