import { DatabaseSync } from '@photostructure/sqlite';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/spool/database/database.ts';
import type { Migration } from '../../../src/main/spool/database/migrations.ts';
import type { Intent } from '../../../src/main/spool/types.ts';
import { applicationId, migrations } from '../../../src/main/spool/database/migrations.ts';
import { ok } from '../../../src/shared/result.ts';
import { codeOf, must, sampleIntent, sampleJob, SpoolBench } from '../../fakes/spool-samples.ts';
import { sampleBatch, sampleLine } from '../../fakes/batch/samples.ts';
import { filesIn, tamper } from './raw-file.ts';

describe('a file that is not as it should be', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  /** Bytes of every file, to see that a refused file was not touched. */
  const snapshot = (): unknown =>
    filesIn(bench.dir).map(({ name, bytes }) => [name, bytes.toString('base64')]);

  /** A spool with some badges, closed. */
  function filled(): void {
    for (let n = 0; n < 20; n += 1) bench.queue({ holderId: `holder-${n}` });
    bench.spool.close();
  }

  const spoils: readonly (readonly [string, (file: string) => void])[] = [
    ['text', (file) => fs.writeFileSync(file, 'this is a shopping list '.repeat(400))],
    ['a few bytes', (file) => fs.writeFileSync(file, 'SQLite format 3\0')],
    ['a file cut short', (file) => fs.truncateSync(file, 4096 * 3)],
    ['a file cut within its first page', (file) => fs.truncateSync(file, 700)],
    ['a broken header', (file) => poke(file, 0, Buffer.from('SQLite fXrmat'))],
    ['a broken table of contents', (file) => poke(file, 100, Buffer.alloc(600, 0xff))],
    [
      'another program’s database',
      (file) => {
        fs.rmSync(file);
        const db = new DatabaseSync(file);
        db.exec('CREATE TABLE recipes (name); INSERT INTO recipes VALUES (1)');
        db.close();
      },
    ],
    [
      'another program’s database with a mark of its own',
      (file) => {
        fs.rmSync(file);
        const db = new DatabaseSync(file);
        db.exec('PRAGMA application_id = 77; PRAGMA user_version = 1; CREATE TABLE jobs (name)');
        db.close();
      },
    ],
  ];

  it.each(spoils)('is refused as it is and not touched: %s', (_, spoil) => {
    filled();
    spoil(bench.file);
    const before = snapshot();
    expect(codeOf(bench.open())).toBe('spool-corrupt');
    expect(snapshot()).toEqual(before);
  });

  it.each(spoils)('is set aside when a person agreed, never deleted: %s', (_, spoil) => {
    filled();
    spoil(bench.file);
    const broken = fs.readFileSync(bench.file);
    const spool = must(bench.open({ setAsideCorrupt: true }));
    expect(spool.openJobs()).toEqual([]);
    const [aside] = filesIn(bench.dir).filter(({ name }) => name.includes('unreadable'));
    expect(aside?.bytes.equals(broken)).toBe(true);
    expect(spool.auditTrail(1)[0]?.facts).toMatchObject({ isNew: true, setAsideAs: aside?.name });
    bench.queue();
    expect(bench.reopen().openJobs()).toHaveLength(1);
  });

  it('is set aside under a name of its own each time', () => {
    for (let time = 0; time < 3; time += 1) {
      fs.writeFileSync(bench.file, 'x'.repeat(5000));
      must(bench.open({ setAsideCorrupt: true })).close();
    }
    expect(filesIn(bench.dir).filter(({ name }) => name.includes('unreadable'))).toHaveLength(3);
  });

  it('is not set aside when it is sound', () => {
    filled();
    expect(must(bench.open({ setAsideCorrupt: true })).openJobs()).toHaveLength(20);
  });

  it.each([migrations.length + 1, 99, 2_000_000_000])('is left alone when version %d wrote it', (version) => {
    filled();
    tamper(bench.file, `PRAGMA user_version = ${version}`, 'SELECT 1');
    const before = snapshot();
    expect(codeOf(bench.open())).toBe('spool-newer');
    expect(codeOf(bench.open({ setAsideCorrupt: true }))).toBe('spool-newer');
    expect(snapshot()).toEqual(before);
  });

  it('is taken for new when it is empty, or when the power went in the very first start', () => {
    fs.writeFileSync(bench.file, '');
    must(bench.open()).close();
    fs.rmSync(bench.file);
    const db = new DatabaseSync(bench.file);
    db.exec('PRAGMA journal_mode = WAL');
    db.close();
    expect(must(bench.open()).openJobs()).toEqual([]);
  });

  it('says so when a page turns out to be broken later, and changes nothing', () => {
    filled();
    const bytes = fs.readFileSync(bench.file);
    // Spoils every page but the first five: the jobs stand somewhere in there.
    bytes.fill(0xaa, 4096 * 5);
    fs.writeFileSync(bench.file, bytes);
    const opened = bench.open();
    if (opened.ok) {
      expect(() => opened.value.openJobs()).toThrow('spool-corrupt');
      expect(codeOf(opened.value.recover())).toBe('spool-corrupt');
      expect(codeOf(opened.value.checkFile())).toBe('spool-corrupt');
      expect(codeOf(opened.value.expireJobs(Number.MAX_SAFE_INTEGER))).toBe('spool-corrupt');
    } else {
      expect(opened.failure.code).toBe('spool-corrupt');
    }
  });

  it.each([
    ['an unknown state', "UPDATE jobs SET state = 'printed'"],
    ['an unknown reason', "UPDATE jobs SET reason = 'because'"],
    ['content that is no JSON', "UPDATE jobs SET content = 'x'"],
    ['content without a name', "UPDATE jobs SET content = '{}'"],
    ['a fraction for a count', 'UPDATE jobs SET fence = 9007199254740993'],
    ['a job without its intent', 'DELETE FROM intents'],
    ['an unknown operation', "UPDATE intents SET operation = 'print'"],
  ])('is not guessed at: %s', (_, sql) => {
    const job = bench.queue();
    bench.spool.close();
    tamper(bench.file, sql, 'SELECT 1');
    const spool = bench.reopen();
    expect(() => spool.openJobs()).toThrow('spool-corrupt');
    expect(codeOf(spool.change(job.id, { to: 'cancelled' }))).toBe('spool-corrupt');
    expect(codeOf(spool.payload(job.id))).toBe('spool-corrupt');
    expect(codeOf(spool.recover())).toBe('spool-corrupt');
  });

  it('passes the check of the whole file when it is sound', () => {
    filled();
    expect(bench.reopen().checkFile().ok).toBe(true);
  });

  function poke(file: string, at: number, bytes: Buffer): void {
    const handle = fs.openSync(file, 'r+');
    fs.writeSync(handle, bytes, 0, bytes.length, at);
    fs.closeSync(handle);
  }
});

describe('a disk that does not take it', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  it('is said at the start: a folder stands where the file should be', () => {
    fs.mkdirSync(bench.file);
    expect(codeOf(bench.open())).toBe('spool-unwritable');
  });

  it('is said at the start: a file stands where the folder should be', () => {
    fs.writeFileSync(path.join(bench.dir, 'data'), '');
    expect(codeOf(bench.open({ path: path.join(bench.dir, 'data', 'spool.db') }))).toBe('spool-unwritable');
  });

  it.runIf(process.platform === 'linux')('is said at the start: a file system that takes nothing', () => {
    expect(codeOf(bench.open({ path: '/proc/self/badge-station/spool.db' }))).toBe('spool-unwritable');
  });

  it('is said at the start when not even one entry fits any more', () => {
    bench.queue();
    const pages = pagesOf();
    // Fills the last pages so that the next entry needs a new one.
    let refused: string | null = null;
    for (let n = 0; refused === null && n < 500; n += 1) {
      const opened = bench.open({ maxPages: pages });
      if (opened.ok) opened.value.close();
      else refused = opened.failure.code;
    }
    expect(refused).toBe('spool-unwritable');
  });

  it('stops issuing with a failure, loses nothing, and goes on when there is room', () => {
    const kept = bench.queue({ holderId: 'kept', pin: '48201593' });
    const pages = pagesOf();
    const spool = must(bench.open({ maxPages: pages + 4 }));
    let full: string | null = null;
    const stored: string[] = [];
    for (let n = 0; full === null && n < 1000; n += 1) {
      const planned = spool.planIntent(sampleIntent({ holderId: `holder-${n}` }));
      if (!planned.ok) {
        full = planned.failure.code;
        break;
      }
      stored.push(planned.value.id);
    }
    expect(full).toBe('spool-unwritable');
    expect(spool.openIntents().map((intent) => intent.id)).toEqual([kept.intentId, ...stored]);
    expect(spool.verifyAudit()).toBeNull();
    expect(must(spool.payload(kept.id)).length).toBeGreaterThan(0);
    const roomy = bench.reopen();
    expect(roomy.openIntents()).toHaveLength(stored.length + 1);
    expect(must(roomy.pin(kept.intentId))).toBe('48201593');
  });

  it('fails an enqueue as a whole: no job, no sealed payload, the intent as it was', () => {
    const intent = nearlyFull();
    const spool = must(bench.open({ maxPages: pagesOf() }));
    const job = { ...sampleJob(bench.clock), payload: new Uint8Array(2900).fill(65) };
    expect(codeOf(spool.enqueue(intent.id, job, { pin: '48201593' }))).toBe('spool-unwritable');
    expect(spool.intent(intent.id)).toMatchObject({ state: 'writing', hasPin: false });
    expect(spool.jobsOfIntent(intent.id)).toEqual([]);
    // What still fits goes on from the entry before, as if nothing had been tried.
    must(spool.audit('noted', {}));
    expect(spool.verifyAudit()).toBeNull();
  });

  it('tells no listener of what was not written', () => {
    const intent = nearlyFull();
    const spool = must(bench.open({ maxPages: pagesOf() }));
    const told: string[] = [];
    spool.onChange((jobId) => told.push(jobId));
    const job = { ...sampleJob(bench.clock), payload: new Uint8Array(2900).fill(65) };
    expect(spool.enqueue(intent.id, job).ok).toBe(false);
    expect(told).toEqual([]);
  });

  /** A writing intent, and a table of jobs whose only page is nearly full. */
  function nearlyFull(): Intent {
    bench.queue({ holderId: 'other' }, { payload: new Uint8Array(2900).fill(65) });
    const intent = must(bench.spool.planIntent(sampleIntent()));
    return must(bench.spool.noteIntent(intent.id, { state: 'writing' }));
  }

  function pagesOf(): number {
    bench.spool.close();
    return fs.statSync(bench.file).size / 4096;
  }
});

describe('a disk that takes its time', () => {
  it('is told of, and only then', () => {
    const bench = new SpoolBench();
    let nowMs = 0;
    let writeMs = 3;
    const slow: number[] = [];
    // The clock is read once before and once after each write.
    const ticks = (): number => (nowMs += writeMs);
    must(bench.open({ ticks, onSlowWrite: (ms) => slow.push(ms) }));
    const job = bench.queue();
    expect(slow).toEqual([]);
    writeMs = 1500;
    expect(bench.lease(job).state).toBe('sending');
    expect(slow).toEqual([1500]);
    bench.dispose();
  });
});

describe('two stations on one file', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  it('cannot be: the second is told, the first goes on', () => {
    const job = bench.queue();
    const first = bench.spool;
    expect(codeOf(bench.open())).toBe('spool-in-use');
    expect(codeOf(bench.open({ setAsideCorrupt: true }))).toBe('spool-in-use');
    expect(must(first.lease(job.id)).state).toBe('sending');
    first.close();
    expect(bench.open().ok).toBe(true);
  });

  it('cannot be in two processes, also after a second try in this one', () => {
    bench.queue();
    const tryIt = `const { DatabaseSync } = require('@photostructure/sqlite');
      const db = new DatabaseSync(process.argv[1], { timeout: 0 });
      try { db.exec('BEGIN EXCLUSIVE'); console.log('got it'); } catch (error) { console.log(error.sqliteCodeName); }`;
    const elsewhere = (): string =>
      execFileSync(process.execPath, ['-e', tryIt, bench.file], { encoding: 'utf8' }).trim();
    expect(elsewhere()).toBe('SQLITE_BUSY');
    // Closing any handle of the file would let go of this process's lock (POSIX).
    expect(codeOf(bench.open())).toBe('spool-in-use');
    expect(elsewhere()).toBe('SQLITE_BUSY');
    bench.spool.close();
    expect(elsewhere()).toBe('got it');
  });

  it('cannot be when another program holds the file', () => {
    bench.queue();
    bench.spool.close();
    const other = new DatabaseSync(bench.file);
    other.exec('BEGIN EXCLUSIVE');
    expect(codeOf(bench.open())).toBe('spool-in-use');
    other.exec('COMMIT');
    other.close();
    expect(bench.open().ok).toBe(true);
  });
});

describe('an older file', () => {
  let bench: SpoolBench;
  beforeEach(() => {
    bench = new SpoolBench();
  });
  afterEach(() => bench.dispose());

  const addColour: Migration = (db) =>
    db.exec("ALTER TABLE audit_start ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'");

  it('is brought up to date with everything in it, and the copy made for it is gone', () => {
    const job = bench.queue({ pin: '48201593' });
    const spool = bench.reopen({ migrations: [...migrations, addColour] });
    expect(spool.job(job.id)).toEqual(job);
    expect(must(spool.pin(job.intentId))).toBe('48201593');
    expect(spool.verifyAudit()).toBeNull();
    spool.close();
    expect(filesIn(bench.dir).map(({ name }) => name)).toEqual(['spool.db']);
    expect(tamper(bench.file, 'SELECT colour FROM audit_start')).toEqual([{ colour: 'red' }]);
    expect(codeOf(bench.open())).toBe('spool-newer');
  });

  it('of the time before PIN slips holds badges, which print as they would have', () => {
    const job = bench.queue();
    bench.spool.close();
    tamper(
      bench.file,
      'DROP TABLE batches',
      'DROP TABLE batch_lines',
      'ALTER TABLE jobs DROP COLUMN paper',
      'PRAGMA user_version = 1',
      'SELECT 1',
    );
    const spool = bench.reopen();
    expect(spool.openJobs()).toEqual([job]);
    expect(job.paper).toBe('badge');
    expect(spool.verifyAudit()).toBeNull();
  });

  it('of the time before batches keeps what it had and takes one in hand', () => {
    const job = bench.queue({ pin: '48201593' });
    bench.spool.close();
    tamper(bench.file, 'DROP TABLE batches', 'DROP TABLE batch_lines', 'PRAGMA user_version = 2', 'SELECT 1');
    const spool = bench.reopen();
    expect(spool.openJobs()).toEqual([job]);
    expect(must(spool.pin(job.intentId))).toBe('48201593');
    expect(spool.batches.current()).toBeNull();
    const batch = must(spool.batches.start(sampleBatch(), [sampleLine()]));
    expect(spool.batches.current()).toEqual(batch);
    expect(spool.verifyAudit()).toBeNull();
  });

  it('stays as it is when bringing it up to date fails half-way', () => {
    const job = bench.queue();
    bench.spool.close();
    const fails: Migration = (db) => {
      db.exec('DELETE FROM jobs');
      throw new Error('a bug in the migration');
    };
    expect(() => bench.open({ migrations: [...migrations, fails] })).toThrow('a bug in the migration');
    expect(bench.reopen().job(job.id)).toEqual(job);
  });

  it('keeps a copy while a migration has not held, and clears it at the next good start', () => {
    bench.queue();
    bench.spool.close();
    const seen: string[][] = [];
    const fails: Migration = () => {
      seen.push(filesIn(bench.dir).map(({ name }) => name));
      throw new Error('a bug in the migration');
    };
    expect(() => bench.open({ migrations: [...migrations, fails] })).toThrow('a bug in the migration');
    expect(seen[0]).toContain(`spool.db.before-${migrations.length + 1}`);
    must(bench.open({ migrations: [...migrations, addColour] })).close();
    expect(filesIn(bench.dir).map(({ name }) => name)).toEqual(['spool.db']);
  });

  it('carries our mark and version', () => {
    bench.queue();
    bench.spool.close();
    expect(tamper(bench.file, 'PRAGMA application_id')).toEqual([{ application_id: applicationId }]);
    expect(tamper(bench.file, 'PRAGMA user_version')).toEqual([{ user_version: migrations.length }]);
  });
});

describe('the file on disk', () => {
  it.skipIf(process.platform === 'win32')('may be read by this account only', () => {
    const bench = new SpoolBench();
    const file = path.join(bench.dir, 'new', 'folder', 'spool.db');
    must(bench.open({ path: file }));
    bench.queue();
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(`${file}-wal`).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    bench.dispose();
  });

  it('has no shared memory and no temporary files beside it', () => {
    const bench = new SpoolBench();
    bench.queue();
    expect(
      filesIn(bench.dir)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['spool.db', 'spool.db-wal']);
    bench.dispose();
  });
});

describe('the settings of the file', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['locking_mode', 'exclusive'],
    ['secure_delete', 1],
    ['temp_store', 2],
  ])('%s is %s for as long as it is open', (name, value) => {
    const bench = new SpoolBench();
    const { db, close } = must(openDatabase({ path: bench.file, migrations }));
    expect(db.prepare(`PRAGMA ${name}`).get()).toEqual({ [name]: value });
    must(db.write(() => ok(undefined)));
    expect(db.prepare(`PRAGMA ${name}`).get()).toEqual({ [name]: value });
    close();
    bench.dispose();
  });

  it('let nobody write the schema by force', () => {
    const bench = new SpoolBench();
    const { db, close } = must(openDatabase({ path: bench.file, migrations }));
    db.exec('PRAGMA writable_schema = ON');
    expect(() => db.exec("UPDATE sqlite_schema SET sql = 'x'")).toThrow();
    close();
    bench.dispose();
  });
});
