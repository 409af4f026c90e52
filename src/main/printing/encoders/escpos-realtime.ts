/**
 * ESC/POS printers pick real-time commands out of the stream the moment they arrive, even from inside image data:
 * DLE EOT (status), DLE ENQ (recover, clear buffers), DLE DC4 (pulse, power off, clear buffers). Epson's ESC/POS
 * reference, "Notes of real-time commands", asks hosts to keep these byte pairs out of graphics.
 */
const DLE = 0x10;
const realTimeSeconds: ReadonlySet<number> = new Set([0x04, 0x05, 0x14]);

/** Offsets at which a real-time pair begins. */
export function realTimePairs(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(DLE); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(DLE, at + 1)) {
    if (realTimeSeconds.has(bytes[at + 1] ?? 0)) found.push(at);
  }
  return found;
}

/**
 * The last resort when no shift of the image is free of pairs: the lone dot of a `10` byte gets a neighbour (`18`).
 *
 * Returns how many dots were added. Only hair lines are touched: a symbol has at least three dots per module
 * (the size advisor refuses less), so a black dot with white on both sides never belongs to one.
 */
export function thickenPairs(bytes: Uint8Array): number {
  const pairs = realTimePairs(bytes);
  for (const at of pairs) bytes[at] = 0x18;
  return pairs.length;
}
