import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MethodRecord } from '../../../../src/main/practice/records.ts';
import { operations, type Operation } from '../../../../src/shared/credential/kinds.ts';
import { Bench } from '../../../fakes/issuing/bench.ts';
import { Robot } from '../../../fakes/issuing/robot.ts';
import { holders } from './actions.ts';
import { lieIn } from './statements.ts';

const numRuns = Number(process.env['ISSUING_MODEL_RUNS'] ?? 150);
const seed = Number(process.env['ISSUING_MODEL_SEED'] ?? 11);
const longestLagMs = 20_000;

/** What the directory, as it truly is, allows for somebody. */
function allowed(method: MethodRecord | null, operation: Operation, nowMs: number): boolean {
  switch (operation) {
    case 'first-badge':
      return method === null;
    case 'end-temporary':
      return (method?.temporary?.expireMs ?? 0) > nowMs;
    case 'extend':
      return (method?.standard?.expireMs ?? 0) > nowMs;
    case 'replace':
    case 'temporary':
    case 'new-pin':
    case 'remove':
      return method !== null;
  }
}

const wish = fc.record({
  who: fc.nat(holders.length - 1),
  operation: fc.constantFrom(...operations),
  // A 429 and a slow answer are no bad weather: the one is refused before any work, the other comes.
  delay: fc.constantFrom('none' as const, 'throttled' as const, 'slow' as const),
});

describe('in calm weather, with copies that lag behind', () => {
  it(
    'does at once whatever is asked, and needs no second try',
    { timeout: 60_000 + numRuns * 400 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(0, 3000, 9000, longestLagMs),
          fc.array(wish, { minLength: 1, maxLength: 12 }),
          async (lagMs, wishes) => {
            const bench = new Bench();
            try {
              bench.tenant.faults.lagMs = lagMs;
              for (const { who, operation, delay } of wishes) {
                const holderId = holders[who] ?? '';
                const before = structuredClone(bench.truth(holderId));
                if (!allowed(before, operation, bench.clock.now())) continue;
                if (delay === 'throttled')
                  bench.tenant.faults.add('create', { kind: 'throttle', retryAfterSeconds: 3 });
                if (delay === 'slow') bench.tenant.faults.add('create', { kind: 'delay', ms: 50_000 });
                const robot = new Robot(bench);
                const reply = await robot.issue(holderId, operation);
                const end = reply.ok ? `${reply.value.operation}: ${reply.value.state}` : reply.failure.code;
                const isPaper = ['first-badge', 'replace', 'temporary', 'new-pin'].includes(operation);
                expect(end).toBe(`${operation}: ${isPaper ? 'created' : 'done'}`);
                expect(lieIn(reply, before, bench.truth(holderId))).toBeNull();
                await bench.idle();
                await robot.finish(holderId);
                bench.tenant.faults.clear();
                bench.tenant.faults.lagMs = lagMs;
                // What this station has ended it knows by itself; of what it has made it hears from the directory.
                if (operation !== 'remove' && operation !== 'end-temporary')
                  bench.clock.advance(longestLagMs + 5000);
              }
              expect(bench.run.issuer.open()).toEqual([]);
            } finally {
              await bench.close();
            }
          },
        ),
        { numRuns, seed, timeout: 10_000 },
      );
    },
  );
});
