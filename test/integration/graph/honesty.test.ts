import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Traced } from '../../../src/main/graph/types.ts';
import { practiceHolders } from '../../../src/main/practice/directory.ts';
import type { Fault } from '../../../src/main/practice/faults.ts';
import type { MethodRecord } from '../../../src/main/practice/records.ts';
import { variantOf } from '../../../src/main/practice/variants.ts';
import { toInstant } from '../../../src/shared/ids.ts';
import { practiceGraph } from '../../fakes/practice-graph.ts';

const hourMs = 3_600_000;
const kinds = ['standard', 'temporary'] as const;
const holders = practiceHolders.filter((person) =>
  ['standard', 'forgotten'].some((mark) => person.marks.has(mark)),
);
const people = [
  ...holders.slice(0, 2),
  ...practiceHolders.filter((person) => person.marks.size === 0).slice(0, 2),
];

const fault: fc.Arbitrary<Fault | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  fc.constantFrom<Fault[]>(
    { kind: 'offline' },
    { kind: 'drop', when: 'before' },
    { kind: 'drop', when: 'after' },
    { kind: 'timeout', when: 'before' },
    { kind: 'timeout', when: 'after' },
    { kind: 'delay', ms: 20_000 },
    { kind: 'delay', ms: 100_000 },
    { kind: 'throttle', retryAfterSeconds: 3 },
    { kind: 'throttle', retryAfterSeconds: null },
    { kind: 'throttle', retryAfterSeconds: 900 },
    { kind: 'status', status: 503, when: 'before', retryAfterSeconds: 2 },
    { kind: 'status', status: 500, when: 'after', retryAfterSeconds: null },
    { kind: 'status', status: 409, when: 'before', retryAfterSeconds: null },
    { kind: 'html', status: 502, when: 'after' },
    { kind: 'html', status: 200, when: 'after' },
    { kind: 'html', status: 200, when: 'before' },
    { kind: 'html', status: 404, when: 'before' },
    { kind: 'truncate' },
    { kind: 'empty' },
    { kind: 'no-secret' },
  ),
);

const step = fc.record({
  who: fc.nat({ max: people.length - 1 }),
  what: fc.constantFrom(
    'first',
    'standard',
    'temporary',
    'end-standard',
    'end-temporary',
    'extend',
    'pin',
    'remove',
  ),
  faults: fc.array(fault, { maxLength: 3 }),
  lagMs: fc.constantFrom(0, 0, 0, 5_000, 30_000),
  variant: fc.nat({ max: 11 }),
  laterMs: fc.constantFrom(0, 0, 1_000, 10_000, 9 * hourMs, 400 * 24 * hourMs),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Station = ReturnType<typeof practiceGraph>;

function run({ graph, clock }: Station, { what, who }: Step): Promise<Traced<unknown>> {
  const id = people[who]?.id ?? '';
  const startMs = Math.floor(clock.now() / 1000) * 1000;
  const lasting = (ms: number) => ({ startsAt: toInstant(startMs), expiresAt: toInstant(startMs + ms) });
  switch (what) {
    case 'first':
      return graph.createMethod(id, lasting(365 * 24 * hourMs), '40718529');
    case 'standard':
      return graph.createCode(id, 'standard', lasting(365 * 24 * hourMs));
    case 'temporary':
      return graph.createCode(id, 'temporary', lasting(8 * hourMs));
    case 'end-standard':
      return graph.deleteCode(id, 'standard');
    case 'end-temporary':
      return graph.deleteCode(id, 'temporary');
    case 'extend':
      return graph.extend(id, lasting(200 * 24 * hourMs).expiresAt);
    case 'pin':
      return graph.resetPin(id);
    case 'remove':
      return graph.deleteMethod(id);
  }
}

/** Codes in `after` that were not in `before`. */
function newCodes(before: MethodRecord | null, after: MethodRecord | null): readonly string[] {
  return kinds.flatMap((kind) => {
    const code = after?.[kind] ?? null;
    return code !== null && code.id !== before?.[kind]?.id ? [code.id] : [];
  });
}

describe('whatever is done and whatever breaks', () => {
  it('one call makes at most one code, never over an active one, and its outcome is true', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const station = practiceGraph();
        const { tenant, clock, commits, graph } = station;
        const truth = (who: number): MethodRecord | null =>
          tenant.snapshot().methods[people[who]?.id ?? ''] ?? null;

        for (const one of steps) {
          clock.advance(one.laterMs);
          tenant.faults.clear();
          tenant.faults.lagMs = one.lagMs;
          tenant.faults.variant = variantOf(one.variant);
          for (const bad of one.faults) if (bad !== null) tenant.faults.add('any', bad);

          const before = truth(one.who);
          const from = commits.length;
          const done = await run(station, one);
          const after = truth(one.who);

          // Each commit on the way: at most one new code, and never in place of one that still worked.
          let last = before;
          for (const commit of commits.slice(from)) {
            const next = commit.methods[people[one.who]?.id ?? ''] ?? null;
            expect(newCodes(last, next).length).toBeLessThanOrEqual(1);
            for (const kind of kinds) {
              const old = last?.[kind] ?? null;
              if (next?.[kind] && old !== null && next[kind].id !== old.id) {
                expect(old.expireMs).toBeLessThanOrEqual(clock.now());
              }
            }
            last = next;
          }
          const made = newCodes(before, after);
          expect(made.length).toBeLessThanOrEqual(1);

          // The word of the client against the truth.
          if (done.outcome === 'not-done') expect(after).toEqual(before);
          if (done.outcome === 'done') expectDone(one, done, before, after, made);
        }

        // With the tenant on a good day again, the client reads the truth.
        tenant.faults.clear();
        for (const [who, person] of people.entries()) {
          const read = await graph.credential(person.id);
          const method = truth(who);
          expect(read.result.ok).toBe(true);
          const value = read.result.ok ? read.result.value : null;
          expect(value?.standard?.id ?? null).toBe(method?.standard?.id ?? null);
          expect(value?.temporary?.id ?? null).toBe(method?.temporary?.id ?? null);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

function expectDone(
  one: Step,
  done: Traced<unknown>,
  before: MethodRecord | null,
  after: MethodRecord | null,
  made: readonly string[],
): void {
  switch (one.what) {
    case 'first':
    case 'standard':
    case 'temporary':
      expect(made).toHaveLength(1);
      expect(done.result).toMatchObject({ ok: true, value: { code: { id: made[0] } } });
      break;
    case 'end-standard':
      expect(after?.standard ?? null).toBeNull();
      break;
    case 'end-temporary':
      expect(after?.temporary ?? null).toBeNull();
      break;
    case 'remove':
      expect(after).toBeNull();
      break;
    case 'extend':
      expect(after?.standard?.id).toBe(before?.standard?.id);
      break;
    case 'pin':
      expect(after?.pin.mustChange).toBe(true);
      if (!done.result.ok) expect(done.result.failure.code).toBe('pin-not-disclosed');
      break;
  }
}
