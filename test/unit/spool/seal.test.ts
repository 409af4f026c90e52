import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPin, proofOf, seal, unpackPin, unseal } from '../../../src/main/spool/sealing/seal.ts';

const key = { id: 1, key: createSecretKey(randomBytes(32)) };
const context = { kind: 'payload', ownerId: 42 } as const;

describe('a sealed secret', () => {
  it('opens again in its own row, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (plain) => {
        expect(unseal(key, context, seal(key, context, plain))).toEqual(Buffer.from(plain));
      }),
    );
  });

  it('opens in no other row, as no other kind and under no other key', () => {
    const sealed = seal(key, context, Buffer.from('secret'));
    expect(unseal(key, { ...context, ownerId: 43 }, sealed)).toBeNull();
    expect(unseal(key, { ...context, kind: 'pin' }, sealed)).toBeNull();
    expect(unseal({ ...key, id: 2 }, context, sealed)).toBeNull();
    expect(unseal({ id: 1, key: createSecretKey(randomBytes(32)) }, context, sealed)).toBeNull();
  });

  it('does not open when any bit of it was changed, nor cut or lengthened', () => {
    const sealed = seal(key, context, Buffer.from('a badge payload'));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unseal(key, context, changed)).toBeNull();
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(unseal(key, context, sealed.subarray(0, length))).toBeNull();
    }
    expect(unseal(key, context, Buffer.concat([sealed, Buffer.alloc(1)]))).toBeNull();
  });

  it('never looks the same twice and never shows its content', () => {
    const plain = Buffer.from('ms-qrpin:v1|mara@contoso.example|code|key');
    const pieces = new Set<string>();
    for (let count = 0; count < 500; count += 1) {
      const sealed = Buffer.from(seal(key, context, plain));
      expect(sealed.includes(plain.subarray(0, 8))).toBe(false);
      pieces.add(sealed.subarray(0, 12).toString('hex'));
    }
    expect(pieces.size).toBe(500);
  });

  it('does not tell the length of a PIN', () => {
    const lengths = ['48201593', '48201593710462835917'].map(
      (pin) => seal(key, { kind: 'pin', ownerId: 1 }, packPin(pin)).length,
    );
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('a packed PIN', () => {
  it.each(['48201593', '48201593710462835917', '0'])('comes back: %s', (pin) => {
    expect(unpackPin(packPin(pin))).toBe(pin);
  });

  it.each(['', '1'.repeat(32)])('refuses what cannot be a PIN', (pin) => {
    expect(() => packPin(pin)).toThrow(RangeError);
  });
});

describe('the proof of a key', () => {
  it('tells keys and their ids apart', () => {
    expect(proofOf(key)).toEqual(proofOf(key));
    expect(proofOf({ ...key, id: 2 })).not.toEqual(proofOf(key));
    expect(proofOf({ id: 1, key: createSecretKey(randomBytes(32)) })).not.toEqual(proofOf(key));
  });
});
