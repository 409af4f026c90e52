import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';

/** Secrets of the spool: a badge's payload belongs to its job, a slip's PIN to its own, a PIN to an intent. */
export type SecretKind = 'payload' | 'slip' | 'pin';

/** What a sealed secret is bound to: moved to another row or another kind it no longer opens. */
export interface SealContext {
  readonly kind: SecretKind;
  /** Row id of the job or intent. */
  readonly ownerId: number;
  readonly keyId: number;
}

/** A data key as the ring holds it. */
export interface DataKey {
  readonly id: number;
  readonly key: KeyObject;
}

// NIST SP 800-38D: a 96-bit nonce drawn at random is good for 2^32 seals under one key; a station makes a few thousand.
const nonceBytes = 12;
const tagBytes = 16;

function boundTo(context: SealContext): Buffer {
  return Buffer.from(`badge-station/seal/1|${context.kind}|${context.ownerId}|${context.keyId}`, 'utf8');
}

/** AES-256-GCM: nonce, ciphertext and tag in one piece. The caller wipes `plain`. */
export function seal(key: DataKey, context: Omit<SealContext, 'keyId'>, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(boundTo({ ...context, keyId: key.id }));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes, or null when the piece was changed, cut, moved here from another row or sealed under another key. */
export function unseal(key: DataKey, context: Omit<SealContext, 'keyId'>, sealed: Uint8Array): Buffer | null {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key.key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo({ ...context, keyId: key.id }));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    plain.fill(0);
    return null;
  }
}

/** Says whether a key is the one it claims to be, before anything new is sealed under a wrong one. Not secret. */
export function proofOf(key: DataKey): Uint8Array {
  return createHmac('sha256', key.key).update(`badge-station/key/${key.id}`).digest().subarray(0, 16);
}

/** PINs are padded to one length, so that the sealed piece does not tell how long a PIN is. */
const pinBytes = 32;

export function packPin(pin: string): Buffer {
  const digits = Buffer.from(pin, 'utf8');
  if (digits.length === 0 || digits.length >= pinBytes)
    throw new RangeError('A PIN of this length is not sealed');
  const packed = Buffer.alloc(pinBytes);
  packed[0] = digits.length;
  digits.copy(packed, 1);
  digits.fill(0);
  return packed;
}

/** The digits as bytes of their own, to be wiped by the caller. */
export function unpackPinBytes(packed: Uint8Array): Uint8Array {
  return Uint8Array.from(packed.subarray(1, 1 + (packed[0] ?? 0)));
}

export function unpackPin(packed: Uint8Array): string {
  const length = packed[0] ?? 0;
  return Buffer.from(packed.buffer, packed.byteOffset + 1, length).toString('utf8');
}
