import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Cipher, EncryptedFile } from '../../../src/main/auth/encrypted-file.ts';
import { FakeCipher } from '../../fakes/fake-cipher.ts';

/** Encrypts with a key that everybody knows, as Chromium does on Linux without a keyring (`basic_text`). */
class EverybodysCipher implements Cipher {
  readonly available = false;
  readonly backend = 'basic_text';

  encrypt(text: string): Uint8Array {
    return new Uint8Array(Buffer.from(text).reverse());
  }

  decrypt(bytes: Uint8Array): string {
    return Buffer.from(bytes).reverse().toString();
  }
}

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'badge-tokens-'));
  file = path.join(dir, 'sign-in.bin');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the file of the sign-in', () => {
  it('is not written where the key store is none, though it would encrypt', () => {
    const tokens = new EncryptedFile({ path: file, cipher: new EverybodysCipher() });
    tokens.write('a token');
    expect(tokens.storage).toBe('memory');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('is not read there either: it may be of another account', () => {
    writeFileSync(file, Buffer.from('a token').reverse());
    expect(new EncryptedFile({ path: file, cipher: new EverybodysCipher() }).read()).toBeNull();
  });

  it('holds nothing that can be read, and is for this account alone', () => {
    const tokens = new EncryptedFile({ path: file, cipher: new FakeCipher() });
    tokens.write('a token');
    expect(tokens.read()).toBe('a token');
    expect(readFileSync(file).includes('token')).toBe(false);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.new`)).toBe(false);
  });
});
