/** Collects bytes in order; the encoders' only way to build a job. */
export class ByteBuilder {
  private readonly parts: Uint8Array[] = [];
  private total = 0;

  /** Bytes collected so far. */
  get length(): number {
    return this.total;
  }

  /** Single byte values, 0–255. */
  push(...values: readonly number[]): this {
    return this.add(Uint8Array.from(values));
  }

  /** A 16-bit number, low byte first, as almost every printer language counts. */
  pushWord(value: number): this {
    return this.push(value & 0xff, (value >> 8) & 0xff);
  }

  /** Text of code points 0–255, one byte each. */
  text(text: string): this {
    return this.add(Buffer.from(text, 'latin1'));
  }

  add(bytes: Uint8Array): this {
    if (bytes.length > 0) this.parts.push(bytes);
    this.total += bytes.length;
    return this;
  }

  /** A fresh copy of everything collected. */
  bytes(): Uint8Array {
    const all = new Uint8Array(this.total);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

/** Plain ASCII commands as bytes. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}
