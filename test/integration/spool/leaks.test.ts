import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import { hourMs, must, sampleIntent, SpoolBench } from '../../fakes/spool-samples.ts';
import { copyOf, filesIn, leaksOf, tamper } from './raw-file.ts';

const canary = 'Q0FOQVJZLWtleS1uZXZlci1vbi1kaXNr';
const payload = new TextEncoder().encode(`ms-qrpin:v1|mara@contoso.example|code-1|${canary}`);
const pin = '73915046820';

describe('the files of the spool', () => {
  let bench: SpoolBench;
  let copies: string;
  beforeEach(() => {
    bench = new SpoolBench();
    copies = fs.mkdtempSync(path.join(path.dirname(bench.dir), 'badge-copies-'));
  });
  afterEach(() => {
    bench.dispose();
    fs.rmSync(copies, { recursive: true, force: true });
  });

  /** Sealed pieces as they stand on disk right now: database and log together. */
  function sealedNow(): readonly Buffer[] {
    const rows = tamper(
      copyOf(bench.file, copies),
      'SELECT payload AS piece FROM jobs WHERE payload IS NOT NULL UNION ALL SELECT pin FROM intents WHERE pin IS NOT NULL',
    ) as readonly { readonly piece: Uint8Array }[];
    return rows.map(({ piece }) => Buffer.from(piece));
  }

  /** Whether any recognisable part of a sealed piece is left in any file. */
  function remains(piece: Buffer): readonly string[] {
    const parts = [
      piece.subarray(0, 16),
      piece.subarray(piece.length >> 1, (piece.length >> 1) + 16),
      piece.subarray(-16),
    ];
    return filesIn(bench.dir)
      .filter(({ bytes }) => parts.some((part) => bytes.includes(part)))
      .map(({ name }) => name);
  }

  function leaks(): readonly string[] {
    return [...leaksOf(bench.dir, canary), ...leaksOf(bench.dir, pin)];
  }

  const queue = (): JobRecord => bench.queue({ pin }, { payload });

  it('never hold a plain payload or PIN, at no stage', () => {
    const job = queue();
    expect(leaks()).toEqual([]);
    const leased = bench.lease(job);
    must(bench.spool.payload(job.id));
    must(bench.spool.pin(job.intentId));
    expect(leaks()).toEqual([]);
    must(bench.spool.change(job.id, { to: 'sent', fence: leased.fence }));
    must(bench.spool.change(job.id, { to: 'handed-over' }));
    must(bench.spool.closeIntent(job.intentId));
    expect(leaks()).toEqual([]);
    bench.spool.close();
    expect(leaks()).toEqual([]);
    expect(filesIn(bench.dir).map(({ name }) => name)).toEqual(['spool.db']);
  });

  it('would show a leak: the search finds what is there', () => {
    fs.writeFileSync(path.join(bench.dir, 'left.txt'), `x${Buffer.from(`a${canary}b`).toString('base64')}y`);
    expect(leaks()).toEqual(['left.txt']);
  });

  it('hold no sealed piece either, from the moment a badge is handed over', () => {
    const job = queue();
    const pieces = sealedNow();
    expect(pieces).toHaveLength(2);
    expect(pieces.map(remains)).not.toEqual([[], []]);
    const leased = bench.lease(job);
    must(bench.spool.change(job.id, { to: 'sent', fence: leased.fence }));
    must(bench.spool.change(job.id, { to: 'handed-over' }));
    must(bench.spool.closeIntent(job.intentId));
    expect(pieces.map(remains)).toEqual([[], []]);
    expect(fs.statSync(`${bench.file}-wal`).size).toBe(0);
  });

  /** A badge on paper, as far as its printer knows. */
  function print(job: JobRecord): void {
    const leased = bench.lease(job);
    must(bench.spool.change(job.id, { to: 'sent', fence: leased.fence }));
  }

  /** Every way a badge ends, from before and after its first byte. */
  const ends: readonly (readonly [string, (job: JobRecord) => unknown])[] = [
    ['cancelled', (job) => must(bench.spool.change(job.id, { to: 'cancelled' }))],
    ['expired', () => must(bench.spool.expireJobs(bench.clock.now() + 40_000 * hourMs))],
    ['replaced', (job) => must(bench.spool.retireJobs(job.holderId, 'standard', 'replaced', 'x'))],
    [
      'ended in the directory',
      (job) => must(bench.spool.retireJobs(job.holderId, 'standard', 'cancelled', 'x')),
    ],
    [
      'handed over',
      (job) => {
        print(job);
        must(bench.spool.change(job.id, { to: 'handed-over' }));
      },
    ],
    [
      'expired on paper',
      (job) => {
        print(job);
        must(bench.spool.expireJobs(bench.clock.now() + 40_000 * hourMs));
      },
    ],
    [
      'handed over as a second copy from another printer',
      (job) => {
        print(job);
        must(bench.spool.queueCopy(job.id, 'smudged', { printerId: 'back' }));
        must(bench.spool.moveJob(job.id, 'front', { by: 'worker' }));
        const again = must(bench.spool.lease(job.id));
        must(bench.spool.change(job.id, { to: 'sent', fence: again.fence }));
        must(bench.spool.change(job.id, { to: 'handed-over' }));
      },
    ],
  ];

  it.each(ends)('hold nothing of a badge or its PIN once it is %s: database, log, free pages', (_, end) => {
    // Neighbours on the same pages, and rows that come and go, so that pages are freed and filled again.
    const neighbours = [1, 2, 3].map((n) => bench.queue({ holderId: `neighbour-${n}` }));
    const job = queue();
    const [, , , ...pieces] = sealedNow();
    end(job);
    must(bench.spool.closeIntent(job.intentId));
    // Pieces come in the order of the tables: payloads first, then the PIN.
    expect(pieces).toHaveLength(2);
    expect(pieces.map(remains)).toEqual([[], []]);
    expect(leaks()).toEqual([]);
    for (const each of neighbours) {
      if (bench.spool.job(each.id)?.hasPayload) must(bench.spool.change(each.id, { to: 'cancelled' }));
    }
    expect(pieces.map(remains)).toEqual([[], []]);
    // No shared-memory file: the station holds its file alone.
    expect(filesIn(bench.dir).map(({ name }) => name)).toEqual(['spool.db', 'spool.db-wal']);
    bench.spool.close();
    expect([...leaks(), ...pieces.flatMap(remains)]).toEqual([]);
  });

  it('hold no PIN that was dropped or overtaken by another', () => {
    const first = must(bench.spool.planIntent(sampleIntent({ pin })));
    must(bench.spool.noteIntent(first.id, { state: 'writing' }));
    const [drawn] = sealedNow();
    must(bench.spool.noteIntent(first.id, { state: 'created', pin: '59310482' }));
    const [answered] = sealedNow();
    must(bench.spool.dropPin(first.id, 'new-pin'));
    expect([drawn, answered].map((piece) => (piece === undefined ? ['none'] : remains(piece)))).toEqual([
      [],
      [],
    ]);
  });

  it('hold nothing sealed under a key that was replaced', () => {
    queue();
    const before = sealedNow();
    must(bench.spool.rotateKey());
    expect(before.map(remains)).toEqual([[], []]);
    expect(sealedNow()).toHaveLength(2);
  });

  it('are scrubbed at the next start when the power went between erasing and scrubbing', () => {
    const job = bench.queue({}, { payload });
    const pieces = sealedNow();
    const before = copyOf(bench.file, copies);
    must(bench.spool.change(job.id, { to: 'cancelled' }));
    bench.spool.close();
    // The file as it was with the payload, its log included: what a cut right before the scrub leaves at worst.
    fs.copyFileSync(before, bench.file);
    fs.copyFileSync(`${before}-wal`, `${bench.file}-wal`);
    bench.reopen();
    expect(fs.statSync(`${bench.file}-wal`).size).toBe(0);
    must(bench.spool.change(job.id, { to: 'cancelled' }));
    expect(pieces.map(remains)).toEqual([[]]);
  });

  it('forget every erased piece, in whatever order badges come and go', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ size: fc.integer({ min: 40, max: 2900 }), ends: fc.boolean() }), {
          minLength: 1,
          maxLength: 25,
        }),
        (plans) => {
          const open: JobRecord[] = [];
          const ended: Buffer[] = [];
          plans.forEach(({ size, ends }, at) => {
            const job = bench.queue({ holderId: `holder-${at}` }, { payload: new Uint8Array(size).fill(at) });
            open.push(job);
            if (!ends) return;
            const known = new Map(sealedOf().map(({ id, piece }) => [id, piece]));
            const target = open.splice((at * 7) % open.length, 1)[0];
            if (target === undefined) return;
            const piece = known.get(Number.parseInt(target.id.slice(1), 36));
            if (piece !== undefined) ended.push(piece);
            must(bench.spool.change(target.id, { to: 'cancelled' }));
          });
          expect(ended.flatMap(remains)).toEqual([]);
          for (const job of open) must(bench.spool.change(job.id, { to: 'cancelled' }));
        },
      ),
      { numRuns: 15 },
    );
  });

  function sealedOf(): readonly { readonly id: number; readonly piece: Buffer }[] {
    const rows = tamper(copyOf(bench.file, copies), 'SELECT id, payload FROM jobs WHERE payload IS NOT NULL');
    return (rows as readonly { id: number; payload: Uint8Array }[]).map(({ id, payload: piece }) => ({
      id,
      piece: Buffer.from(piece),
    }));
  }
});
