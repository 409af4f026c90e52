import { describe, expect, it } from 'vitest';
import { practiceHolders } from '../../../src/main/practice/directory.ts';
import { badgeWish } from '../../fakes/batch/wishes.ts';
import { Bench } from '../../fakes/issuing/bench.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { codeIdOf } from '../../fakes/issuing/site.ts';
import { must } from '../../fakes/spool-samples.ts';

/** Three without a badge, one whose code has ended, and two whose working code is replaced. */
const holders = [
  ...practiceHolders
    .filter(({ marks, enabled, guest, privileged }) => enabled && !guest && !privileged && marks.size === 0)
    .slice(0, 3),
  personWith('expired'),
  ...practiceHolders.filter(({ marks }) => marks.has('expiring')).slice(0, 2),
];
const list = ['UPN', ...holders.map(({ upn }) => upn)].join('\n');

/** Where the power goes: before or after a request reaches the directory, or when a job or the directory has changed. */
type Moment = 'send' | 'answer' | 'job' | 'commit';

/** A station whose `nth` moment of this kind is its last; -1 = none. */
function arm(bench: Bench, moment: Moment, nth: number, counts: { seen: number }, codes: CodeWatch): void {
  const isTime = (): boolean => {
    counts.seen += 1;
    return counts.seen - 1 === nth;
  };
  const die = (): void => {
    if (!bench.isKilled) bench.kill();
  };
  bench.onJob = moment === 'job' ? () => (isTime() ? die() : undefined) : null;
  bench.onCommit = () => {
    codes.note();
    if (moment === 'commit' && isTime()) die();
  };
  const { door } = bench.run;
  door.intercept = async (_request, send) => {
    if (moment === 'send' && isTime()) {
      const never = door.never();
      die();
      return never;
    }
    const outcome = await send();
    if (moment === 'answer' && isTime()) {
      const never = door.never();
      die();
      return never;
    }
    return outcome;
  };
}

/** Does what a person at the station would do for a batch, until it is finished or the station is dead. */
async function drive(bench: Bench): Promise<void> {
  for (let round = 0; round < 4000 && !bench.isKilled; round += 1) {
    const view = bench.run.batch.view();
    if (view === null || view.phase === 'finished') return;
    if (view.phase === 'paused') must(bench.run.batch.resume());
    for (const job of view.ahead) {
      const paper = bench.printed.findLast(({ jobId }) => jobId === job.id);
      const [jobId, note] = [job.id, ''];
      if (job.state === 'unsure')
        await bench.call('jobs.answer', { jobId, answer: paper ? 'yes' : 'no', note });
      else if (job.state === 'held') await bench.call('jobs.release', { jobId });
      else if (job.state === 'sent' || job.state === 'confirmed')
        await bench.call('jobs.verify', { jobId, scanned: paper?.text ?? '', by: 'keyboard' });
      if (bench.isKilled) return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (!bench.isKilled) throw new Error(`stuck: ${JSON.stringify(bench.run.batch.view())}`);
}

async function begin(bench: Bench): Promise<void> {
  must(await bench.run.batch.read({ kind: 'text', text: list }, badgeWish));
  must(bench.run.batch.start());
}

const usablePapers = (bench: Bench, holderId: string): number => {
  const active = bench.truth(holderId)?.standard?.id;
  return bench.printed.filter(({ text }) => codeIdOf(text) === active).length;
};

/** The codes the directory has had for each of them since now. */
class CodeWatch {
  readonly #before: ReadonlySet<string>;
  readonly #seen = new Map<string, Set<string>>();
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#before = new Set(holders.map(({ id }) => bench.truth(id)?.standard?.id ?? ''));
  }

  readonly note = (): void => {
    for (const { id } of holders) {
      const code = this.#bench.truth(id)?.standard?.id ?? '';
      if (!this.#before.has(code) && code !== '') this.#of(id).add(code);
    }
  };

  count(holderId: string): number {
    return this.#of(holderId).size;
  }

  #of(holderId: string): Set<string> {
    const known = this.#seen.get(holderId) ?? new Set<string>();
    this.#seen.set(holderId, known);
    return known;
  }
}

async function countMoments(moment: Moment): Promise<number> {
  const bench = new Bench();
  try {
    await begin(bench);
    const counts = { seen: 0 };
    arm(bench, moment, -1, counts, new CodeWatch(bench));
    await drive(bench);
    return counts.seen;
  } finally {
    await bench.close();
  }
}

async function dieAt(moment: Moment, nth: number): Promise<void> {
  const bench = new Bench();
  try {
    const codes = new CodeWatch(bench);
    await begin(bench);
    arm(bench, moment, nth, { seen: 0 }, codes);
    await drive(bench);
    if (bench.isKilled) {
      bench.onJob = null;
      bench.onCommit = codes.note;
      bench.boot();
      expect(bench.run.batch.view(), 'rests until a person goes on').toMatchObject({
        phase: 'paused',
        pause: { why: 'restart' },
      });
      await drive(bench);
    }
    const { counts } = bench.run.batch.view() ?? {};
    expect(counts, 'nobody is forgotten').toMatchObject({ waiting: 0, begun: 0, issued: 0 });
    expect((counts?.done ?? 0) + (counts?.unsure ?? 0)).toBe(holders.length);
    for (const { id } of holders) expect(codes.count(id), 'nobody gets two codes').toBeLessThanOrEqual(1);
    // What is unsure is looked at again, and made good.
    if ((counts?.unsure ?? 0) > 0) {
      must(await bench.run.batch.read({ kind: 'again' }, badgeWish));
      must(bench.run.batch.start());
      await drive(bench);
    }
    for (const { id } of holders) expect(usablePapers(bench, id), 'one badge each').toBe(1);
  } finally {
    await bench.close();
  }
}

describe('a batch whose station dies', () => {
  it.each<Moment>(['send', 'answer', 'job', 'commit'])(
    'at any %s serves everybody once, and forgets nobody',
    { timeout: 120_000 },
    async (moment) => {
      const moments = await countMoments(moment);
      expect(moments).toBeGreaterThan(holders.length);
      for (let nth = 0; nth < moments; nth += 1) {
        await dieAt(moment, nth).catch((error: unknown) => {
          throw new Error(`killed at ${moment} ${nth}: ${String(error)}`, { cause: error });
        });
      }
    },
  );
});
