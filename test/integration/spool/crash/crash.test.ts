import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/clock.ts';
import { openSpool } from '../../../../src/main/spool/open.ts';
import type { Spool } from '../../../../src/main/spool/types.ts';
import { isTerminal } from '../../../../src/shared/printing/job.ts';
import { FakeKeyWrap } from '../../../fakes/key-wrap.ts';
import { must, SpoolBench } from '../../../fakes/spool-samples.ts';
import { buildChild, killAfter } from './kill.ts';

/** How many times the child is killed; SPOOL_KILLS=200 for a long look. */
const kills = Number(process.env['SPOOL_KILLS'] ?? 12);

interface Paper {
  readonly jobId: string;
  readonly copy: number;
}

describe('a station killed at any moment', () => {
  const bench = new SpoolBench();
  const paperFile = path.join(bench.dir, 'paper.txt');
  let script = '';

  beforeAll(async () => {
    script = await buildChild();
  });
  afterAll(() => {
    fs.rmSync(path.dirname(script), { recursive: true, force: true });
    bench.dispose();
  });

  const papers = (): readonly Paper[] =>
    (fs.existsSync(paperFile) ? fs.readFileSync(paperFile, 'utf8') : '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ jobId: line.split(' ')[0] ?? '', copy: Number(line.split(' ')[1]) }));

  const open = (): Spool =>
    must(openSpool({ path: bench.file, clock: systemClock, keyWrap: new FakeKeyWrap() }));

  /** Somebody at the printer who answers each question by looking at the paper. */
  function answerTruthfully(spool: Spool): void {
    for (const job of spool.openJobs().filter((each) => each.state === 'unsure')) {
      const cameOut = papers().some((paper) => paper.jobId === job.id && paper.copy === job.copy);
      if (cameOut) must(spool.change(job.id, { to: 'sent', witness: 'person' }));
      else must(spool.queueCopy(job.id, 'nothing came out'));
    }
  }

  it('forgets nothing it said was stored, prints nothing twice, and asks about the rest', async () => {
    const stored = new Set<string>();
    const closed = new Set<string>();
    for (let kill = 0; kill < kills; kill += 1) {
      // A different moment each time, spread over the first few hundred lines.
      const said = await killAfter(script, [bench.file, paperFile, String(kill)], 2 + ((kill * 37) % 230));
      for (const line of said) {
        const [word, id = ''] = line.split(' ');
        if (word === 'stored') stored.add(id);
        if (word === 'closed') closed.add(id);
      }
      const spool = open();
      expect(spool.verifyAudit()).toBeNull();
      expect(spool.checkFile().ok).toBe(true);
      must(spool.recover());
      for (const id of stored) expect(spool.job(id), id).not.toBeNull();
      for (const id of closed)
        expect(spool.job(id)).toMatchObject({ state: 'handed-over', hasPayload: false });
      // What waits has no paper of its present copy; what counts as printed has exactly one.
      const counted = countPapers();
      for (const job of spool.openJobs()) {
        const count = counted.get(`${job.id} ${job.copy}`) ?? 0;
        if (job.state === 'queued') expect(count, `queued ${job.id}`).toBe(0);
        else if (job.state === 'unsure') expect(count, `unsure ${job.id}`).toBeLessThanOrEqual(1);
        else expect(count, `${job.state} ${job.id}`).toBe(1);
        expect(must(spool.payload(job.id)).length).toBeGreaterThan(0);
      }
      answerTruthfully(spool);
      spool.close();
    }
    expect(stored.size).toBeGreaterThan(kills);
    // No job ever gave two papers of one copy, and none gave two copies: the answers were true.
    const counted = countPapers();
    expect([...counted.values()].every((count) => count === 1)).toBe(true);
    const jobs = papers().map((paper) => paper.jobId);
    expect(new Set(jobs).size).toBe(jobs.length);
    const spool = open();
    for (const job of spool.history(1000)) {
      if (!isTerminal(job.state) && job.state !== 'queued') expect(jobs).toContain(job.id);
    }
    spool.close();
  }, 240_000);

  function countPapers(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { jobId, copy } of papers()) {
      const key = `${jobId} ${copy}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }
});
