/**
 * What a printer's bytes amount to, found by plain search over the whole record: slow, simple, and sharing no code with
 * the readers it judges.
 */

/** Counters of every Star status that stands whole anywhere in these bytes (Line Mode specifications, appendix 2). */
export function starCounters(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const header = bytes[at] ?? 0;
    if (header % 2 !== 1 || (header & 0x90) !== 0) continue;
    const bits = [1, 2, 3, 5, 6].map((bit) => (header >> bit) & 1);
    const short = bits.reduce((sum, bit, place) => sum + bit * 2 ** place, 0);
    const length = short + (((bytes[at + 1] ?? 0) & 0x80) === 0 ? 0 : 2);
    const rest = [...bytes.subarray(at + 1, at + length)];
    if (length < 8 || rest.length !== length - 1) continue;
    if (rest.some((byte, place) => (byte & 0x11) !== 0 || (place > 0 && byte >= 0x80))) continue;
    const eighth = rest[6] ?? 0;
    found.push([1, 2, 3, 5, 6].reduce((sum, bit, place) => sum + ((eighth >> bit) & 1) * 2 ** place, 0));
  }
  return found;
}

/** How many times 32 bytes of a Brother status with type 01 stand in these bytes (Raster Command Reference, 4.2). */
export function brotherCompletions(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 32 <= bytes.length; at += 1) {
    const [mark, size, maker] = bytes.subarray(at, at + 3);
    if (mark === 0x80 && size === 0x20 && maker === 0x42 && bytes[at + 18] === 0x01) count += 1;
  }
  return count;
}

/** The first two of the three strings of `~HS`, each between STX and ETX (ZPL II Programming Guide, "Host Status Return"). */
// oxlint-disable-next-line no-control-regex -- STX and ETX are what holds these strings
const hostStatus = /\x02(\d{1,3}(?:,\d+){11})\x03[^\x02]*\x02(\d{1,3}(?:,\w+){10})\x03/g;

/** Whether a printer that counts was at work and then at rest: `~HS` strings with the counters above zero, then zero. */
export function zplCameToRest(text: string): boolean {
  const hosts = [...text.matchAll(hostStatus)];
  let wasAtWork = false;
  for (const [, first = '', second = ''] of hosts) {
    const one = first.split(',').map(Number);
    const labels = Number(second.split(',')[8]);
    const isAtWork = (one[4] ?? 0) > 0 || (one[7] ?? 0) > 0 || labels > 0;
    if (wasAtWork && !isAtWork) return true;
    wasAtWork ||= isAtWork;
  }
  return false;
}
