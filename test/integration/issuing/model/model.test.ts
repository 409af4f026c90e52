import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bench } from '../../../fakes/issuing/bench.ts';
import { action } from './actions.ts';
import { Player } from './player.ts';
import { Witness } from './witness.ts';

/** More with ISSUING_MODEL_RUNS; a few minutes' worth is 5,000. */
const numRuns = Number(process.env['ISSUING_MODEL_RUNS'] ?? 150);
/** Fixed, so that a run can be repeated; look for new trouble with another one. */
const seed = Number(process.env['ISSUING_MODEL_SEED'] ?? 11);

describe('any sequence of operations, faults, restarts and answers', () => {
  it(
    'keeps ledger, directory and paper in agreement, and every secret sealed',
    { timeout: 60_000 + numRuns * 400 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 30 }), async (actions) => {
          const bench = new Bench();
          try {
            const witness = new Witness(bench);
            const player = new Player(bench, witness);
            for (const one of actions) {
              await player.play(one);
              witness.checkLedger();
              witness.checkStatements();
              expect(witness.wrongs).toEqual([]);
            }
            await player.finishAll();
            witness.checkLedger();
            witness.checkStatements();
            witness.checkPapers();
            witness.checkSecrets();
            expect(witness.wrongs).toEqual([]);
            expect(bench.run.issuer.open()).toEqual([]);
          } finally {
            await bench.close();
          }
        }),
        // A sequence that never comes to an end is a finding too.
        { numRuns, seed, timeout: 10_000 },
      );
    },
  );
});
