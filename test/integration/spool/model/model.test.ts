import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must, quickFolder, SpoolBench } from '../../../fakes/spool-samples.ts';
import { type Real, steps } from './commands.ts';
import type { Model } from './oracle.ts';

/** How many random lives of a spool are lived; SPOOL_MODEL_RUNS=10000 for a long look. */
const numRuns = Number(process.env['SPOOL_MODEL_RUNS'] ?? 300);

/** The SQLite binding keeps closed files until the collector comes; thousands of them use up the process's handles. */
async function letGo(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  await turn();
}

describe('the spool', () => {
  it(
    'does what the rules say, in any order of events, restarts among them',
    async () => {
      let lives = 0;
      await fc.assert(
        fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: 'max' }), async (commands) => {
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
          lives += 1;
          if (lives % 200 === 0) await letGo();
        }),
        { numRuns },
      );
    },
    60_000 + numRuns * 200,
  );
});
