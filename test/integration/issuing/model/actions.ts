import * as fc from 'fast-check';
import type { Fault } from '../../../../src/main/practice/faults.ts';
import { operations, type Operation } from '../../../../src/shared/credential/kinds.ts';
import { personWith } from '../../../fakes/issuing/people.ts';

/** One thing that happens at a station on a bad day. `who` counts the holders below. */
export type Action =
  | { readonly kind: 'issue'; readonly who: number; readonly operation: Operation }
  | { readonly kind: 'fault'; readonly on: string; readonly fault: Fault; readonly times: number }
  | { readonly kind: 'lag'; readonly ms: number }
  | { readonly kind: 'kill'; readonly at: 'send' | 'answer' | 'reading' | 'job'; readonly skip: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'cancel-next' }
  | {
      readonly kind: 'desk';
      readonly who: number;
      readonly what: 'resume' | 'dismiss' | 'reveal' | 'hand-over';
    }
  | {
      readonly kind: 'job';
      readonly who: number;
      readonly what: 'answer' | 'cannot-tell' | 'cancel' | 'release' | 'verify';
    }
  | { readonly kind: 'time'; readonly minutes: number }
  | { readonly kind: 'printer'; readonly does: 'offline' | 'unsure-with-paper' | 'unsure-without' | 'sent' }
  | {
      readonly kind: 'elsewhere';
      readonly who: number;
      readonly what: 'end-standard' | 'end-temporary' | 'remove' | 'new-standard' | 'new-temporary';
    };

/** Somebody without anything, with a badge, with badge and temporary code, with a PIN alone. */
export const holders: readonly string[] = [null, 'standard', 'temporary', 'pin-only'].map(
  (mark) => personWith(mark).id,
);

const who = fc.nat(holders.length - 1);
const when = fc.constantFrom('before' as const, 'after' as const);
const retryAfterSeconds = fc.constantFrom(null, 0, 3, 40);

export const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant({ kind: 'offline' } as const),
  fc.record({ kind: fc.constant('drop' as const), when }),
  fc.record({ kind: fc.constant('timeout' as const), when }),
  fc.record({ kind: fc.constant('delay' as const), ms: fc.constantFrom(500, 20_000, 85_000) }),
  fc.record({ kind: fc.constant('throttle' as const), retryAfterSeconds }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(500, 502, 503, 504, 509),
    when,
    retryAfterSeconds,
  }),
  fc.record({ kind: fc.constant('html' as const), status: fc.constantFrom(200, 502, 504), when }),
  fc.constantFrom({ kind: 'truncate' } as const, { kind: 'empty' } as const, { kind: 'no-secret' } as const),
);

export const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('issue' as const),
      who,
      operation: fc.constantFrom(...operations),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      on: fc.constantFrom('E1', 'E2', 'E3', 'E5', 'E6', 'E7', 'E9', 'E10', 'E11', 'user'),
      fault,
      times: fc.constantFrom(1, 1, 1, 2, 6, 30),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('lag' as const), ms: fc.constantFrom(0, 3000, 9000, 20_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('kill' as const),
      at: fc.constantFrom('send' as const, 'answer' as const, 'reading' as const, 'job' as const),
      skip: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'cancel-next' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('desk' as const),
      who,
      what: fc.constantFrom('resume' as const, 'dismiss' as const, 'reveal' as const, 'hand-over' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('job' as const),
      who,
      what: fc.constantFrom(
        'answer' as const,
        'cannot-tell' as const,
        'cancel' as const,
        'release' as const,
        'verify' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      minutes: fc.constantFrom(1, 12, 240, 800, 6000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('printer' as const),
      does: fc.constantFrom(
        'offline' as const,
        'unsure-with-paper' as const,
        'unsure-without' as const,
        'sent' as const,
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('elsewhere' as const),
      who,
      what: fc.constantFrom(
        'end-standard' as const,
        'end-temporary' as const,
        'remove' as const,
        'new-standard' as const,
        'new-temporary' as const,
      ),
    }),
  },
);
