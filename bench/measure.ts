import type { Figure } from './types.ts';

/** The middle of some figures; of two middles the lower one. Throws when there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least this share of all values does not exceed (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('Nothing was measured');
  return value;
}

export type Work = () => unknown;

/**
 * Times several ways of doing the same, turn by turn in one run, so that a busy machine slows all of them: milliseconds
 * per call, in the order of `works`. The first `warmUp` rounds do not count.
 */
export async function takeTurns(
  works: readonly Work[],
  { rounds, warmUp = 3 }: { readonly rounds: number; readonly warmUp?: number },
): Promise<readonly (readonly number[])[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const [at, work] of works.entries()) {
      const began = performance.now();
      await work();
      const took = performance.now() - began;
      if (round >= warmUp) times[at]?.push(took);
    }
  }
  return times;
}

/** A figure beside a peer's; `goal` is the most the ratio may be. */
export function besidePeer(
  name: string,
  unit: Figure['unit'],
  ours: number,
  peer: { readonly name: string; readonly value: number },
  goal: number | null,
): Figure {
  const ratio = ours / peer.value;
  const met = goal === null ? null : ratio <= goal;
  return { name, ours, peer: peer.value, peerName: peer.name, unit, ratio, goal, met };
}

/** A figure nobody else has; `goal` is the most it may be. */
export function alone(name: string, unit: Figure['unit'], ours: number, goal: number | null): Figure {
  return {
    name,
    ours,
    peer: null,
    peerName: null,
    unit,
    ratio: null,
    goal,
    met: goal === null ? null : ours <= goal,
  };
}
