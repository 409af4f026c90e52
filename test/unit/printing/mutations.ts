/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Bytes made of true answers, cut, glued, flipped and mixed with noise; a fifth is noise alone. */
export function* mutations(samples: readonly (string | Uint8Array)[], count: number): Generator<Uint8Array> {
  const random = seeded(20_261_121);
  const below = (limit: number): number => Math.floor(random() * limit);
  const noise = (): Buffer => Buffer.from(Array.from({ length: below(24) }, () => below(256)));
  const sources = samples.map((each) =>
    typeof each === 'string' ? Buffer.from(each, 'latin1') : Buffer.from(each),
  );
  for (let round = 0; round < count; round += 1) {
    const pieces: Buffer[] = [];
    for (let piece = 0; piece <= below(4); piece += 1) {
      const source = Buffer.from(sources[below(sources.length)] ?? []);
      if (random() < 0.2) {
        pieces.push(noise());
        continue;
      }
      for (let flips = below(3); flips > 0 && source.length > 0; flips -= 1)
        source[below(source.length)] = below(256);
      const from = random() < 0.5 ? 0 : below(source.length);
      const to = random() < 0.5 ? source.length : from + below(source.length - from + 1);
      pieces.push(source.subarray(from, to));
    }
    yield Buffer.concat(pieces);
  }
}
