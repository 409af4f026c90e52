import type { Cipher } from '../auth/encrypted-file.ts';
import type { KeyWrap } from '../spool/types.ts';

/** The operating system's key store as the spool's key wrap; null where there is no real one. */
export function cipherWrap(cipher: Cipher): KeyWrap | null {
  if (!cipher.available) return null;
  return {
    name: cipher.backend,
    // The key store takes text; a key is bytes.
    wrap: (key) => cipher.encrypt(Buffer.from(key).toString('base64')),
    unwrap: (wrapped) => new Uint8Array(Buffer.from(cipher.decrypt(wrapped), 'base64')),
  };
}
