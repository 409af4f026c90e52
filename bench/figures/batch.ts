import { performance } from 'node:perf_hooks';
import type { BatchView } from '../../src/shared/ipc/batch.ts';
import { Crowd } from '../../src/main/practice/crowd.ts';
import { badgeWish } from '../../test/fakes/batch/wishes.ts';
import { Bench } from '../../test/fakes/issuing/bench.ts';
import { must } from '../../test/fakes/spool-samples.ts';
import { JumpTime } from '../jump-time.ts';
import { alone, besidePeer } from '../measure.ts';
import { heapMb } from '../heap.ts';
import type { Figure, FigureGroup } from '../types.ts';

const latencyMs = 150;
/** One creation in a hundred meets a throttled tenant, which asks for this much patience. */
const throttleEvery = 100;
const retryAfterSeconds = 5;
/** Per holder: holder and credential are read at once, then the method is created. */
const roundTrips = 2;

/**
 * A thousand first badges from a list, with 150 ms for each answer and throttling. The use cases, the Graph client, the
 * sealed SQLite ledger on disk and the worker are the app's; pages are not drawn and the printer is a script, because
 * the network is what a batch waits for (a page takes less than an answer, see page.203). The waiting is not waited
 * out: time jumps to the next answer, and what the processor needed in between is added to it, second for second.
 */
export const batch: FigureGroup = {
  name: 'batch',
  async measure({ quick }) {
    const holders = quick ? 20 : 1000;
    const time = new JumpTime();
    const bench = new Bench({ crowd: holders, wait: time.wait });
    try {
      return await run(bench, time, holders);
    } finally {
      await bench.close();
    }
  },
};

async function run(bench: Bench, time: JumpTime, holders: number): Promise<readonly Figure[]> {
  const { batch: desk } = bench.run;
  time.drive(bench.clock);
  const crowd = new Crowd(holders);
  // The fakes remember everything they saw; a figure about memory must not be about them.
  const forget = (): void => {
    for (const list of [bench.printed, bench.badges.given, bench.badges.contents, bench.badges.canvases])
      list.length = 0;
    bench.printers.papers.length = 0;
    bench.printers.requests.length = 0;
  };
  bench.canaries.watch = () => undefined;
  for (let from = 0; from < holders; from += 1000) {
    const text = ['UPN', ...[...crowd].slice(from, from + 1000).map(({ upn }) => upn)].join('\n');
    bench.file = { name: 'shift.csv', bytes: new TextEncoder().encode(text) };
    must(await desk.read({ kind: 'file' }, badgeWish));
  }
  bench.tenant.faults.latencyMs = latencyMs;
  let created = 0;
  let throttled = 0;
  let earlyMb = 0;
  bench.onCommit = () => {
    created += 1;
    forget();
    if (created === Math.floor(holders / 4)) earlyMb = heapMb();
    if (created % throttleEvery !== 0 || created === holders) return;
    bench.tenant.faults.add('create', { kind: 'throttle', retryAfterSeconds });
    throttled += 1;
  };
  const [beganMs, beganCpu] = [bench.clock.now(), performance.now()];
  must(desk.start());
  const view = await ended(bench);
  const spentMs = bench.clock.now() - beganMs + (performance.now() - beganCpu);
  const lateMb = heapMb();
  time.stop();
  if (view.counts.done !== holders) throw new Error(`Only ${view.counts.done} of ${holders} were served`);
  const limitMs = holders * roundTrips * latencyMs + throttled * (retryAfterSeconds * 1000 + latencyMs);
  const limit = {
    name: `${roundTrips} answers of ${latencyMs} ms each, one after the other`,
    value: limitMs,
  };
  return [
    besidePeer(`batch.${holders}`, 'ms', spentMs, limit, 1.1),
    alone(`batch.${holders}.memory`, 'MB', Math.max(0, lateMb - earlyMb), 8),
  ];
}

/** Waits for the end; a batch that pauses instead could not be measured. */
async function ended(bench: Bench): Promise<BatchView> {
  for (;;) {
    const running = bench.run.batch.isRunning;
    const view = running ? null : bench.run.batch.view();
    if (view?.phase === 'finished') return view;
    if (view !== null) throw new Error(`The batch is ${view.phase}: ${view.pause?.failure?.code ?? ''}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
