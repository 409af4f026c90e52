import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpool } from '../../../src/main/spool/open.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import { must, SpoolBench } from '../../fakes/spool-samples.ts';

const sector = 512;

describe('a power cut', () => {
  const bench = new SpoolBench();
  const copies = fs.mkdtempSync(path.join(path.dirname(bench.dir), 'badge-cuts-'));
  /** The open jobs after each durable step, by the sequence number of its last audit entry. */
  const moments = new Map<number, readonly JobRecord[]>([[0, []]]);
  let base: Buffer;
  let log: Buffer;

  /** One step of work; its outcome is what must be there when the log holds it. */
  function step(work: () => unknown): void {
    work();
    moments.set(bench.spool.auditTrail(1)[0]?.seq ?? 0, bench.spool.openJobs());
  }

  beforeAll(() => {
    step(() => bench.spool);
    base = fs.readFileSync(bench.file);
    for (let n = 0; n < 12; n += 1) {
      let job: JobRecord | null = null;
      step(() => (job = bench.queue({ holderId: `holder-${n}`, pin: '48201593' })));
      const queued = job ?? bench.queue();
      step(() => bench.lease(queued));
      step(() => must(bench.spool.change(queued.id, { to: 'sent', fence: 1 })));
      if (n % 2 === 0) step(() => must(bench.spool.change(queued.id, { to: 'verified', witness: 'scan' })));
      // The two notes of an intent that come before its job count as moments of their own.
    }
    log = fs.readFileSync(`${bench.file}-wal`);
  });
  afterAll(() => {
    bench.dispose();
    fs.rmSync(copies, { recursive: true, force: true });
  });

  let count = 0;

  /** Opens what a cut left and answers what it holds and at which moment of the work that was. */
  function after(db: Buffer, wal: Buffer): { readonly seq: number; readonly jobs: readonly JobRecord[] } {
    count += 1;
    const file = path.join(copies, `cut-${count}.db`);
    fs.writeFileSync(file, db);
    fs.writeFileSync(`${file}-wal`, wal);
    const spool = must(openSpool({ path: file, clock: bench.clock, keyWrap: bench.keyWrap }));
    try {
      expect(spool.verifyAudit()).toBeNull();
      expect(spool.checkFile().ok).toBe(true);
      for (const job of spool.openJobs()) expect(must(spool.payload(job.id)).length).toBeGreaterThan(0);
      return { seq: spool.auditTrail(2)[1]?.seq ?? 0, jobs: spool.openJobs() };
    } finally {
      spool.close();
      fs.rmSync(file);
    }
  }

  it('loses nothing that was answered: the whole log gives the last moment', () => {
    const last = Math.max(...moments.keys());
    expect(after(base, log)).toEqual({ seq: last, jobs: moments.get(last) });
  });

  it('anywhere in the log leaves one moment of the work, whole', () => {
    fc.assert(
      fc.property(fc.nat(log.length), (bytes) => {
        const { seq, jobs } = after(base, log.subarray(0, bytes));
        const moment = moments.get(seq);
        if (moment !== undefined) expect(jobs).toEqual(moment);
        // Between two moments stand the notes of an intent, which change no job.
        else expect(moments.get(earlier(seq))).toEqual(jobs);
      }),
      { numRuns: 60 },
    );
  });

  it('with a torn sector leaves the moment before it, whole', () => {
    fc.assert(
      fc.property(
        fc.nat(Math.floor(log.length / sector) - 1),
        fc.constantFrom('zeros', 'noise'),
        (at, kind) => {
          const torn = Buffer.from(log);
          const end = Math.min((at + 1) * sector, torn.length);
          for (let byte = at * sector; byte < end; byte += 1)
            torn[byte] = kind === 'zeros' ? 0 : (byte * 31) & 0xff;
          const { seq, jobs } = after(base, torn);
          expect(moments.get(moments.has(seq) ? seq : earlier(seq))).toEqual(jobs);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that tears the first page of the file does no harm while the log holds it', () => {
    const last = Math.max(...moments.keys());
    for (const bytes of [16, sector, 4096]) {
      const torn = Buffer.from(base);
      torn.fill(0xee, 0, bytes);
      expect(after(torn, log)).toEqual({ seq: last, jobs: moments.get(last) });
    }
  });

  it('while the log is folded into the file does no harm: the log still holds everything', () => {
    bench.spool.close();
    const folded = fs.readFileSync(bench.file);
    const last = Math.max(...moments.keys());
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: folded.length / 4096, maxLength: folded.length / 4096 }),
        (done) => {
          const half = Buffer.alloc(Math.max(base.length, folded.length));
          base.copy(half);
          done.forEach((isDone, page) => {
            if (isDone) folded.copy(half, page * 4096, page * 4096, (page + 1) * 4096);
          });
          expect(after(half, log)).toEqual({ seq: last, jobs: moments.get(last) });
        },
      ),
      { numRuns: 30 },
    );
  });

  function earlier(seq: number): number {
    return Math.max(...[...moments.keys()].filter((each) => each <= seq));
  }
});
