/** ESC d: cut after feeding to the cutter, 2 = full, 3 = partial. Without a cutter: ESC a 5, five lines to the tear bar. */
export function starEnding(cutter: 'none' | 'partial' | 'full'): Uint8Array {
  if (cutter === 'none') return Uint8Array.of(0x1b, 0x61, 0x05);
  return Uint8Array.of(0x1b, 0x64, cutter === 'full' ? 0x02 : 0x03);
}

/** ESC RS a 1: report every change of state by yourself. */
export const starReports = Uint8Array.of(0x1b, 0x1e, 0x61, 0x01);
