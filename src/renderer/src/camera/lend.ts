/**
 * Shows a code's bytes to somebody who must not keep them, and overwrites them afterwards, whatever happens.
 *
 * SECURITY: camera-codes (docs/security.md).
 */
export function lend(code: Uint8Array, look: (code: Uint8Array) => void): void {
  try {
    look(code);
  } finally {
    code.fill(0);
  }
}
