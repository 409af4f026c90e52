import { fail, ok, type Result } from '../../../shared/result.ts';
import type { SealedSecret } from '../database/intent-table.ts';
import type { Parts } from '../parts.ts';
import { type DataKey, packPin, seal, type SecretKind, unpackPin, unseal } from './seal.ts';

/** Seals under the current key. `seal-broken` when the stored key does not open; nothing is sealed under another then. */
export function sealSecret(
  parts: Parts,
  kind: SecretKind,
  ownerId: number,
  plain: Uint8Array,
): Result<SealedSecret> {
  const key = parts.keys.current;
  if (key === null) return fail('seal-broken');
  return ok(sealWith(key, kind, ownerId, plain));
}

export function sealWith(key: DataKey, kind: SecretKind, ownerId: number, plain: Uint8Array): SealedSecret {
  return { sealed: seal(key, { kind, ownerId }, plain), keyId: key.id };
}

/** `seal-broken`: the key is not at hand, or the piece is not the one that was sealed for this row. */
export function openSecret(
  parts: Parts,
  kind: SecretKind,
  ownerId: number,
  secret: SealedSecret,
): Result<Buffer> {
  const key = parts.keys.key(secret.keyId);
  if (key === null) return fail('seal-broken', { key: secret.keyId });
  const plain = unseal(key, { kind, ownerId }, secret.sealed);
  return plain === null ? fail('seal-broken', { key: secret.keyId, changed: true }) : ok(plain);
}

export function sealPin(parts: Parts, intentRowId: number, pin: string): Result<SealedSecret> {
  const packed = packPin(pin);
  const sealed = sealSecret(parts, 'pin', intentRowId, packed);
  packed.fill(0);
  return sealed;
}

/** The PIN as text. A string cannot be wiped; it lives until the collector takes it, so callers keep it short. */
export function openPin(parts: Parts, intentRowId: number, secret: SealedSecret): Result<string> {
  const packed = openSecret(parts, 'pin', intentRowId, secret);
  if (!packed.ok) return packed;
  const pin = unpackPin(packed.value);
  packed.value.fill(0);
  return ok(pin);
}

/** Seals a PIN into its intent. The same PIN stays as it is: erasing costs a fold of the log, in front of a person. */
export function putPin(parts: Parts, intentRowId: number, pin: string): Result<void> {
  const before = parts.intents.one(intentRowId)?.pin ?? null;
  if (before !== null) {
    const known = openPin(parts, intentRowId, before);
    // Both are ours and neither leaves the process, so how long the comparison takes tells nobody anything.
    if (known.ok && known.value === pin) return ok(undefined);
  }
  const sealed = sealPin(parts, intentRowId, pin);
  if (!sealed.ok) return sealed;
  parts.intents.setPin(intentRowId, sealed.value);
  if (before !== null) parts.db.noteErasure();
  return ok(undefined);
}
