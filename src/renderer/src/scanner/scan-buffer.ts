/** The longest scan main accepts (`jobs.verify`). A code holds at most 2,953 bytes; the rest is room for noise. */
export const maxScanCharacters = 8192;

/** A scanner types faster than this from one character to the next; people do not. */
const burstGapMs = 60;
/** So many quick characters in a row are a scanner and not two lucky keys. */
const burstCharacters = 8;
/** A scanner without a closing Enter has finished when it has been silent this long. */
export const burstEndMs = 300;
/** A closing key that a slow (wireless) scanner sends after that still belongs to the scan. */
export const lateEndMs = 700;

/**
 * Collects what a scanner types, without ever showing it. Holds the text only until `take`.
 *
 * Scanners differ: most end with Enter, some with Tab, some with nothing, and some put start and stop control
 * characters into the data; those are dropped. Time is passed in, in milliseconds.
 */
export class ScanBuffer {
  #text = '';
  #quick = 0;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  /** Characters collected so far; all the window may show of a scan. */
  get length(): number {
    return this.#text.length;
  }

  /** Whether what came in looks like a scanner at work, so that silence may end it. */
  get isBurst(): boolean {
    return this.#quick >= burstCharacters;
  }

  /** Adds typed or pasted text. Beyond the limit the rest is dropped: too long to be a code either way. */
  push(typed: string, atMs: number): void {
    const text = withoutControls(typed);
    this.#quick = atMs - this.#lastAtMs <= burstGapMs ? this.#quick + text.length : text.length;
    this.#lastAtMs = atMs;
    this.#text = (this.#text + text).slice(0, maxScanCharacters);
  }

  /** Whether a scan without a closing key is over. */
  isOver(atMs: number): boolean {
    return this.isBurst && atMs - this.#lastAtMs >= burstEndMs;
  }

  /** Hands the scan out once and forgets it; null when there was nothing but blanks. */
  take(): string | null {
    const text = this.#text.trim();
    this.clear();
    return text === '' ? null : text;
  }

  clear(): void {
    this.#text = '';
    this.#quick = 0;
    this.#lastAtMs = Number.NEGATIVE_INFINITY;
  }
}

/** Drops C0 and C1 controls, DEL, byte order marks and direction marks: never part of a code, often part of a scan. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}
