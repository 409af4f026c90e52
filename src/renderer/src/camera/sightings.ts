import type { FrameReading } from './decode-frame.ts';

/** Why nothing has come of the looking so far; a person can do something about each. */
export type CameraHint = 'nothing' | 'mirrored' | 'several';

export type Sighting =
  /** A code that was not in the picture before. Told once, until it has been away for a while. */
  | { readonly kind: 'code'; readonly code: Uint8Array }
  | { readonly kind: 'hint'; readonly hint: CameraHint | null };

/** Nothing readable for so long: say what helps. */
export const silenceMs = 6_000;
/** A code that was not seen for so long has been taken away, and counts anew when it comes back. */
export const awayMs = 1_500;
/** So many readings in a row, or it was a hand passing by. */
const steadyReadings = 3;

/**
 * Turns readings into news. Remembers of a code only a checksum, and that only while it is in the picture.
 *
 * `single`: one code at a time. Two codes then are no code but a hint, for nobody could say which of two papers was
 * meant.
 */
export class Sightings {
  readonly #single: boolean;
  readonly #seenAtMs = new Map<number, number>();
  #quietSinceMs: number;
  #odd: 'mirrored' | 'several' | null = null;
  #oddInARow = 0;
  #hint: CameraHint | null = null;

  constructor(single: boolean, startMs: number) {
    this.#single = single;
    this.#quietSinceMs = startMs;
  }

  /** The news of one reading; times only ever grow. */
  take(reading: FrameReading, atMs: number): readonly Sighting[] {
    for (const [mark, seenMs] of this.#seenAtMs) {
      if (atMs - seenMs >= awayMs) this.#seenAtMs.delete(mark);
    }
    const codes = reading.kind === 'codes' ? reading.codes : [];
    const odd =
      reading.kind === 'mirrored' ? 'mirrored' : this.#single && codes.length > 1 ? 'several' : null;
    if (odd !== null) {
      for (const code of codes) code.fill(0);
      return this.#takeOdd(odd, atMs);
    }
    this.#oddInARow = 0;
    if (codes.length === 0) {
      return atMs - this.#quietSinceMs >= silenceMs ? this.#say('nothing') : [];
    }
    this.#quietSinceMs = atMs;
    const fresh: Sighting[] = [];
    for (const code of codes) {
      const mark = checksum(code);
      if (this.#seenAtMs.has(mark)) code.fill(0);
      else fresh.push({ kind: 'code', code });
      this.#seenAtMs.set(mark, atMs);
    }
    return [...this.#say(null), ...fresh];
  }

  #takeOdd(odd: 'mirrored' | 'several', atMs: number): readonly Sighting[] {
    this.#oddInARow = odd === this.#odd ? this.#oddInARow + 1 : 1;
    this.#odd = odd;
    this.#quietSinceMs = atMs;
    return this.#oddInARow >= steadyReadings ? this.#say(odd) : [];
  }

  #say(hint: CameraHint | null): readonly Sighting[] {
    if (hint === this.#hint) return [];
    this.#hint = hint;
    return [{ kind: 'hint', hint }];
  }
}

/** FNV-1a, 32 bits: enough to know a code again that was there a moment ago, and too little to say anything about it. */
function checksum(code: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of code) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
