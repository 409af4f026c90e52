import type { KeyWrap } from '../../src/main/spool/types.ts';

/** Stands in for the operating system's key store: wraps by XOR with a user's number, knows its own wrapping. */
export class FakeKeyWrap implements KeyWrap {
  readonly name = 'fake-key-store';
  readonly #user: number;
  #locked = false;

  constructor(user = 0x5a) {
    this.#user = user;
  }

  /** As when the keyring was not opened at sign-in. */
  lock(): void {
    this.#locked = true;
  }

  unlock(): void {
    this.#locked = false;
  }

  wrap(key: Uint8Array): Uint8Array {
    this.#check();
    return Uint8Array.from([this.#user, ...key.map((byte) => byte ^ this.#user)]);
  }

  unwrap(wrapped: Uint8Array): Uint8Array {
    this.#check();
    if (wrapped[0] !== this.#user) throw new Error('wrapped by another user');
    return wrapped.slice(1).map((byte) => byte ^ this.#user);
  }

  #check(): void {
    if (this.#locked) throw new Error('the key store is locked');
  }
}
