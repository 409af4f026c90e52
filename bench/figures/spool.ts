import { DatabaseSync } from '@photostructure/sqlite';
import path from 'node:path';
import { openSpool } from '../../src/main/spool/open.ts';
import { prints } from '../../test/fakes/fake-printers.ts';
import { must, sampleIntent, sampleJob, SpoolBench } from '../../test/fakes/spool-samples.ts';
import { WorkerBench } from '../../test/integration/spool/worker-bench.ts';
import { alone, besidePeer, median, quantile, takeTurns } from '../measure.ts';
import { bareInsert, plainJobQueue } from '../peers/plain-queue.ts';
import type { Figure, FigureGroup } from '../types.ts';

/** The spool: storing a job for good, waking for it, and coming back to a long history. */
export const spool: FigureGroup = {
  name: 'spool',
  measure: async ({ quick }) => [...(await enqueue(quick)), await wake(quick), recover(quick)],
};

/** Sealed, audited, with its intent moved on, in one durable transaction; against one bare insert of as many bytes. */
async function enqueue(quick: boolean): Promise<readonly Figure[]> {
  const bench = new SpoolBench();
  const planned: string[] = [];
  const rounds = quick ? 5 : 300;
  const warmUp = 5;
  for (let at = 0; at < rounds + warmUp; at += 1) {
    const intent = must(bench.spool.planIntent(sampleIntent({ holderId: `holder-${at}` })));
    must(bench.spool.noteIntent(intent.id, { state: 'writing', step: 'create-method' }));
    planned.push(intent.id);
  }
  const bytes = storedBytes(bench);
  const bare = bareInsert(path.join(bench.dir, 'bare.db'), bytes);
  const queue = plainJobQueue(path.join(bench.dir, 'plainjob.db'), bytes);
  let next = 0;
  const ours = () => {
    const intentId = planned[next] ?? '';
    next += 1;
    must(bench.spool.enqueue(intentId, sampleJob(bench.clock, { codeId: `code-${next}` })));
  };
  const [mine = [], inserts = [], jobs = []] = await takeTurns([ours, bare.insert, queue.insert], {
    rounds,
    warmUp,
  });
  bare.close();
  queue.close();
  bench.dispose();
  const own = median(mine);
  return [
    besidePeer(
      'spool.enqueue',
      'ms',
      own,
      { name: `bare SQLite insert of ${bytes} bytes, WAL, FULL`, value: median(inserts) },
      1.3,
    ),
    besidePeer(
      'spool.enqueue.queue',
      'ms',
      own,
      { name: 'plainjob, same binding, same durability', value: median(jobs) },
      0.2,
    ),
  ];
}

/** What one queued job adds to the file, row by row: the job itself and its audit entry. */
function storedBytes(bench: SpoolBench): number {
  const intent = must(bench.spool.planIntent(sampleIntent({ holderId: 'holder-size' })));
  must(bench.spool.noteIntent(intent.id, { state: 'writing', step: 'create-method' }));
  const record = must(bench.spool.enqueue(intent.id, sampleJob(bench.clock, { codeId: 'code-size' })));
  const [entry] = bench.spool.auditTrail(1);
  return JSON.stringify(record).length + JSON.stringify(entry).length;
}

/** From the moment a job is stored to the moment an idle printer has the lease and its first byte may leave; the page is ready. */
async function wake(quick: boolean): Promise<Figure> {
  const bench = new WorkerBench();
  bench.start();
  const times: number[] = [];
  for (let at = 0; at < (quick ? 5 : 200); at += 1) {
    const intent = must(bench.spool.planIntent(sampleIntent({ holderId: `holder-${at}` })));
    must(bench.spool.noteIntent(intent.id, { state: 'writing', step: 'create-method' }));
    const printed = new Promise<number>((resolve) => {
      bench.printers.usual = (request) => {
        const outcome = prints(request);
        resolve(performance.now());
        return outcome;
      };
    });
    const job = sampleJob(bench.clock, { codeId: `code-${at}` });
    must(bench.spool.enqueue(intent.id, job));
    const stored = performance.now();
    times.push((await printed) - stored);
    await bench.quiet();
  }
  await bench.end();
  return alone('spool.wake', 'ms', quantile(times, 0.95), 5);
}

/** Opening a ledger with a history of 100,000 closed jobs. */
function recover(quick: boolean): Figure {
  const bench = new SpoolBench();
  const job = bench.queue();
  must(bench.spool.change(job.id, { to: 'cancelled', note: 'for the history' }));
  must(bench.spool.closeIntent(job.intentId));
  bench.spool.close();
  multiply(bench.file, quick ? 1000 : 100_000);
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const began = performance.now();
    const opened = must(
      openSpool({ path: bench.file, clock: bench.clock, keyWrap: bench.keyWrap, readsOpenWork: true }),
    );
    times.push(performance.now() - began);
    opened.close();
  }
  bench.dispose();
  return alone('spool.recover', 'ms', median(times.slice(1)), 150);
}

/** Makes so many copies of a one-job history, each with rows of its own. */
function multiply(file: string, copies: number): void {
  const db = new DatabaseSync(file);
  const perCopy = Number(db.prepare('SELECT max(seq) AS n FROM audit').get()?.['n'] ?? 0);
  const shifts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    intents: { id: 'id + n', audit_seq: `audit_seq + n * ${perCopy}` },
    jobs: { id: 'id + n', intent_id: 'intent_id + n', audit_seq: `audit_seq + n * ${perCopy}` },
    audit: { seq: `seq + n * ${perCopy}`, intent_id: 'intent_id + n', job_id: 'job_id + n' },
  };
  db.exec('BEGIN');
  for (const [table, shift] of Object.entries(shifts)) {
    const columns = db
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map((row) => String(row['name']));
    const values = columns.map((name) => shift[name] ?? name).join(', ');
    db.exec(
      `WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ${copies})
       INSERT INTO ${table} SELECT ${values} FROM ${table}, copies`,
    );
  }
  db.exec('COMMIT');
  db.close();
}
