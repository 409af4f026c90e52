import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from '../../src/main/auth/encrypted-file.ts';

/** A key store that lives as long as this object: real encryption, so that plain text in a file would be found. */
export class FakeCipher implements Cipher {
  available = true;
  backend = 'fake';
  readonly #key = randomBytes(32);

  encrypt(text: string): Uint8Array {
    if (!this.available) throw new Error('No key store');
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]));
  }

  decrypt(bytes: Uint8Array): string {
    if (!this.available) throw new Error('No key store');
    const all = Buffer.from(bytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, all.subarray(0, 12));
    decipher.setAuthTag(all.subarray(12, 28));
    return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString('utf8');
  }
}
