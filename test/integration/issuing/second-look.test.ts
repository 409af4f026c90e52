import { afterEach, expect, it } from 'vitest';
import { fail } from '../../../src/shared/result.ts';
import { Bench } from '../../fakes/issuing/bench.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { must } from '../../fakes/spool-samples.ts';

const holderId = personWith('standard').id;

let bench: Bench | null = null;
afterEach(() => bench?.close());

it.each([
  [
    'somebody else has made a new code since',
    'plan-stale',
    (station: Bench): void => {
      const held = station.truth(holderId);
      if (held?.standard === null || held === null) throw new Error('no badge');
      station.give(holderId, { ...held, standard: { ...held.standard, id: crypto.randomUUID() } });
    },
  ],
  [
    'the printer has run out of labels since',
    'media-empty',
    (station: Bench): void => station.printers.setProblem('front', fail('media-empty').failure),
  ],
  [
    'the directory cannot be read any more',
    'graph-offline',
    (station: Bench): void => void (station.tenant.faults.online = false),
  ],
] as const)(
  'a check that is no longer fresh is looked at again before the write: %s',
  async (_, code, change) => {
    const station = new Bench();
    bench = station;
    const lifetime = { kind: 'standard', days: 365 } as const;
    const asked = { holderId, operation: 'replace', lifetime, printerId: 'front' } as const;
    const { planId, ready } = must(await station.call('issue.plan', asked));
    expect(ready).toBe(true);
    station.clock.advance(20_000);
    change(station);
    const held = station.tenant.snapshot();
    station.writes.length = 0;
    const run = await station.call('issue.run', { planId, clickedAtMs: 0, note: '' });
    expect(run.ok ? run.value.state : run.failure.code).toBe(code);
    expect(station.writes, 'no write has left the station').toEqual([]);
    expect(station.tenant.snapshot()).toEqual(held);
  },
);
