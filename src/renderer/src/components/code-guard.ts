/** A scanner is still at it when the next character comes within this time. */
export const restMs = 500;
/** Nobody types a name that long; the text of a code is longer. */
const longestName = 80;

/**
 * Keeps the text of a badge's code out of a search field: it is a secret and is never searched for. A scanner types it
 * letter by letter, so that what is recognised is only its beginning; the rest is swallowed until the scanner rests.
 *
 * SECURITY: scanned-codes (docs/security.md).
 *
 * Time is passed in, in milliseconds.
 */
export class CodeGuard {
  #lastAtMs = Number.NEGATIVE_INFINITY;

  /** What may stay of the field's new text; null = it is the text of a code, and nothing may. */
  pass(text: string, atMs: number): string | null {
    if (this.isSwallowing(atMs) || looksLikeCode(text)) {
      this.#lastAtMs = atMs;
      return null;
    }
    return text;
  }

  /** Whether a scanner is still typing the code that was recognised: its closing Enter belongs to it as well. */
  isSwallowing(atMs: number): boolean {
    return atMs - this.#lastAtMs < restMs;
  }
}

/**
 * Whether a text is (or starts as) the content of a badge's QR code. The marker is the one seen in public payloads
 * (shared/credential/payload.ts), also as scanners garble it that are set to another keyboard: `msßqrpin`, `,s)arpin`.
 */
export function looksLikeCode(text: string): boolean {
  return /.s[^\p{L}\d ]{1,2}.rpin|.sß.rpin/iu.test(text) || text.length > longestName;
}
