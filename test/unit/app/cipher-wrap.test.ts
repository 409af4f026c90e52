import { describe, expect, it } from 'vitest';
import { cipherWrap } from '../../../src/main/app/cipher-wrap.ts';
import { FakeCipher } from '../../fakes/fake-cipher.ts';

describe('cipherWrap', () => {
  it('is nothing where the operating system offers no real key store', () => {
    const cipher = new FakeCipher();
    cipher.available = false;
    expect(cipherWrap(cipher)).toBeNull();
  });

  it('gives a key back byte for byte, and keeps it out of the wrapped form', () => {
    const key = Uint8Array.from({ length: 32 }, (_, at) => (at * 37) & 0xff);
    const wrap = cipherWrap(new FakeCipher());
    const wrapped = wrap?.wrap(key) ?? new Uint8Array();
    expect(Buffer.from(wrapped).includes(Buffer.from(key))).toBe(false);
    expect(wrap?.unwrap(wrapped)).toEqual(key);
    expect(wrap?.name).toBe('fake');
  });
});
