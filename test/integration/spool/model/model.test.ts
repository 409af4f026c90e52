import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must, quickFolder, SpoolBench } from '../../../fakes/spool-samples.ts';
import { type Real, steps } from './commands.ts';
import type { Model } from './oracle.ts';

/** How many random lives of a spool are lived; SPOOL_MODEL_RUNS=10000 for a long look. */
const numRuns = Number(process.env['SPOOL_MODEL_RUNS'] ?? 300);

describe('the spool', () => {
  it(
    'does what the rules say, in any order of events, restarts among them',
    () => {
      fc.assert(
        fc.property(fc.commands(steps, { maxCommands: 60, size: 'max' }), (commands) => {
          const bench = new SpoolBench(quickFolder());
          try {
            fc.modelRun(() => {
              must(bench.open());
              const model: Model = { nowMs: bench.clock.now(), jobs: [], openIssues: [] };
              const real: Real = { bench, ids: [] };
              return { model, real };
            }, commands);
            expect(bench.spool.verifyAudit()).toBeNull();
          } finally {
            bench.dispose();
          }
        }),
        { numRuns },
      );
    },
    60_000 + numRuns * 200,
  );
});
