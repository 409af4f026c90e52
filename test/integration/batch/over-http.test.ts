import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { Crowd } from '../../../src/main/practice/crowd.ts';
import type { BatchView } from '../../../src/shared/ipc/batch.ts';
import { ok } from '../../../src/shared/result.ts';
import { badgeWish } from '../../fakes/batch/wishes.ts';
import { Bench } from '../../fakes/issuing/bench.ts';
import { codeIdOf } from '../../fakes/issuing/site.ts';
import { practiceToken } from '../../fakes/practice-graph.ts';
import { operators } from '../../fakes/practice-station.ts';
import { eventually } from '../../fakes/printing/eventually.ts';
import { RehearsalDesk } from '../../fakes/rehearsal.ts';
import { must } from '../../fakes/spool-samples.ts';

const crowd = new Crowd(100_000);
const people = Array.from({ length: 12 }, (_, at) => crowd.at(at * 7919));
const list = ['Employee number', ...people.map(({ employeeId }) => employeeId)].join('\n');

let desk: RehearsalDesk;
let bench: Bench;
let pauses: number[];
beforeEach(async () => {
  pauses = [];
  let now = Date.now;
  desk = new RehearsalDesk({
    crowd: 100_000,
    now: () => now(),
    exchangeToken: () => Promise.resolve(practiceToken(operators.admin, now() - 60_000)),
  });
  await desk.start();
  bench = new Bench({
    ports: (usual) => {
      now = usual.now;
      const wait = (ms: number, signal?: AbortSignal): Promise<void> => {
        pauses.push(ms);
        return usual.wait(ms, signal);
      };
      const graph = new GraphHttpClient({
        door: desk.door,
        tokens: { accessToken: () => Promise.resolve(ok('somebody')) },
        base: desk.server.addresses.graph,
        scopes: [],
        randomUUID: () => crypto.randomUUID(),
        waiting: { now: usual.now, wait, random: () => 0 },
      });
      return { ...usual, graph, wait };
    },
  });
});
afterEach(async () => {
  await bench.close();
  await desk.remove();
});

async function finished(): Promise<BatchView> {
  await eventually('the batch ends', () => bench.run.batch.view()?.phase !== 'running', 25_000);
  const view = bench.run.batch.view();
  expect(view?.phase, JSON.stringify(view?.pause)).toBe('finished');
  if (view === null) throw new Error('no batch');
  return view;
}

function usablePapers(holderId: string): number {
  const active = desk.server.tenant.snapshot().methods[holderId]?.standard?.id;
  return bench.printed.filter(({ text }) => codeIdOf(text) === active).length;
}

describe('a batch over the wire, in a directory of a hundred thousand', () => {
  it('waits as long as a throttled tenant asks for, while reading and while issuing, and serves everybody once', async () => {
    const { faults } = desk.server;
    faults.add('users', { kind: 'throttle', retryAfterSeconds: 20 }, 2);
    faults.add('E2', { kind: 'throttle', retryAfterSeconds: 30 });
    const read = must(await bench.run.batch.read({ kind: 'text', text: list }, badgeWish));
    expect(read?.counts.waiting).toBe(12);
    expect(pauses.filter((ms) => ms >= 20_000).length).toBeGreaterThanOrEqual(3);
    pauses.length = 0;
    faults.add('E1', { kind: 'throttle', retryAfterSeconds: 45 });
    // More than one call may wait by itself: then the batch waits, and asks the same holder's code again.
    faults.add('E1', { kind: 'throttle', retryAfterSeconds: 300 });
    must(bench.run.batch.start());
    expect((await finished()).counts).toMatchObject({ done: 12, failed: 0, unsure: 0 });
    expect(Math.max(...pauses)).toBeGreaterThanOrEqual(299_000);
    for (const { id } of people) expect(usablePapers(id)).toBe(1);
  });

  it('says whose code got lost on the way, and makes it good when asked to look again', async () => {
    must(await bench.run.batch.read({ kind: 'text', text: list }, badgeWish));
    desk.server.faults.add('E1', { kind: 'drop', when: 'after' });
    must(bench.run.batch.start());
    const view = await finished();
    expect(view.counts).toMatchObject({ done: 11, unsure: 1 });
    expect(bench.run.batch.lines(['unsure'], 0, 5).lines).toMatchObject([
      { holderName: people[0]?.name, reason: 'picture-lost' },
    ]);
    const again = must(await bench.run.batch.read({ kind: 'again' }, badgeWish));
    expect(again?.counts).toMatchObject({ waiting: 1 });
    must(bench.run.batch.start());
    await finished();
    for (const { id } of people) expect(usablePapers(id)).toBe(1);
  });
});
