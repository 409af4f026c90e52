/** Walks through the bytes of a job. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** The byte `ahead` of the next one, without taking it; -1 behind the end. */
  peek(ahead = 0): number {
    return this.#bytes[this.#at + ahead] ?? -1;
  }

  byte(): number {
    const byte = this.peek();
    this.#at += 1;
    return byte;
  }

  /** Low byte first. */
  word(): number {
    return this.byte() + this.byte() * 256;
  }

  take(length: number): Buffer {
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }

  /** Decimal digits from here on. */
  number(): number {
    let text = '';
    while (this.peek() >= 0x30 && this.peek() <= 0x39) text += String.fromCharCode(this.byte());
    return Number(text);
  }

  /** Text up to a line feed, which is taken too; a carriage return before it is dropped. */
  line(): string {
    const end = this.#bytes.indexOf(0x0a, this.#at);
    const text = this.#bytes.subarray(this.#at, end < 0 ? undefined : end).toString('latin1');
    this.#at = end < 0 ? this.#bytes.length : end + 1;
    return text.replace(/\r$/, '');
  }

  /** Text up to the `count`-th comma, all of which are taken: the head of a command with raw data behind it. */
  upToComma(count: number): string {
    let end = this.#at - 1;
    for (let found = 0; found < count; found += 1) {
      const next = this.#bytes.indexOf(0x2c, end + 1);
      if (next < 0) break;
      end = next;
    }
    const text = this.#bytes.subarray(this.#at, Math.max(end, this.#at)).toString('latin1');
    this.#at = Math.max(end, this.#at) + 1;
    return text;
  }
}
