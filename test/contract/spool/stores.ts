import { SpoolBench } from '../../fakes/spool-samples.ts';
import type { Spool } from '../../../src/main/spool/types.ts';

/** The stores the contract holds for: a real file, and the same in memory. */
export const stores: readonly (readonly [string, () => SpoolBench])[] = [
  ['a file', () => new SpoolBench()],
  [
    'memory',
    () => {
      const bench = new SpoolBench();
      bench.open({ path: ':memory:' });
      return bench;
    },
  ],
];

/** Events of the trail, oldest first, without the one every opening writes. */
export function eventsOf(spool: Spool): readonly string[] {
  return spool
    .auditTrail(1000)
    .map((entry) => entry.event)
    .filter((event) => event !== 'spool-opened')
    .reverse();
}
