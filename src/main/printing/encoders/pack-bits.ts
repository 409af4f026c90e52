/** Longest run or literal one PackBits count can name. */
const most = 128;

/**
 * PackBits (TIFF 6.0, section 9): n from 0 to 127 = n + 1 bytes as they are, n from −1 to −127 = the next byte 1 − n times.
 */
export function packBits(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const run = runLength(bytes, at);
    if (run >= 2) {
      out.push((1 - run) & 0xff, bytes[at] ?? 0);
      at += run;
      continue;
    }
    const from = at;
    // A run of two inside other bytes costs as much as the bytes themselves; three begin to pay.
    while (at < bytes.length && at - from < most && runLength(bytes, at) < 3) at += 1;
    out.push(at - from - 1, ...bytes.subarray(from, at));
  }
  return Uint8Array.from(out);
}

function runLength(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && end - at < most && bytes[end] === bytes[at]) end += 1;
  return end - at;
}
