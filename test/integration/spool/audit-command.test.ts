import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anchorOf, fingerprintOf } from '../../../src/main/spool/audit/anchor.ts';
import { type AuditRequest, answerAudit } from '../../../src/main/spool/audit/command/run.ts';
import { readAudit } from '../../../src/main/spool/audit/reading.ts';
import { openLog } from '../../../src/main/log/open-log.ts';
import { hourMs, must, SpoolBench } from '../../fakes/spool-samples.ts';
import { buildChild } from './crash/kill.ts';
import { copyOf, filesIn, tamper } from './raw-file.ts';

let bench: SpoolBench;
beforeEach(() => {
  bench = new SpoolBench();
});
afterEach(() => bench.dispose());

const verify = (change: Partial<Extract<AuditRequest, { kind: 'verify' }>> = {}) =>
  answerAudit({ kind: 'verify', dataDir: bench.dir, anchors: [], against: null, ...change });

/** One badge from plan to hand-over. */
function finish(holderId = 'holder-1'): void {
  const job = bench.queue({ holderId });
  const leased = bench.lease(job);
  must(bench.spool.change(job.id, { to: 'sent', fence: leased.fence }));
  must(bench.spool.change(job.id, { to: 'handed-over', operator: '=cmd|calc' }));
  must(bench.spool.closeIntent(job.intentId));
}

/** Notes the newest entry in the log, as the running station does. */
function noteInLog(): void {
  const [newest] = bench.spool.auditTrail(1);
  if (newest === undefined) throw new Error('no entry');
  const log = openLog({ dir: path.join(bench.dir, 'logs'), level: 'info' });
  log.info('audit.anchor', { seq: newest.seq, fingerprint: fingerprintOf(newest.hash) });
  log.close();
}

describe('npm run audit verify', () => {
  it('says that a trail is whole, and what it cannot see', async () => {
    finish();
    const [newest] = bench.spool.auditTrail(1);
    bench.spool.close();
    const { code, lines } = await verify();
    expect(code).toBe(0);
    const text = lines.join('\n');
    expect(text).toContain(`WHOLE. ${newest?.seq} entries`);
    expect(text).toContain(`Last entry: ${newest?.seq}:${fingerprintOf(newest?.hash ?? '')}`);
    expect(text).toContain('Whether newer entries were cut off at the end cannot be seen');
  });

  it('agrees with what the station noted in its log', async () => {
    finish();
    noteInLog();
    finish('holder-2');
    bench.spool.close();
    const { code, lines } = await verify();
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/agrees with 1 entry noted down elsewhere, the newest being entry 8/);
  });

  it('changes, locks and leaves nothing: every byte of the folder is as it was', async () => {
    finish();
    bench.spool.close();
    const bytes = (): unknown =>
      filesIn(bench.dir).map(({ name, bytes: all }) => [name, all.toString('hex')]);
    const before = bytes();
    await verify();
    expect(bytes()).toEqual(before);
    expect(bench.reopen().verifyAudit()).toBeNull();
  });

  it.each([
    ['another operator', "UPDATE audit SET operator = 'Olga' WHERE seq = 6", /Entry 6 was changed/],
    ['an entry taken out', 'DELETE FROM audit WHERE seq = 4', /Entry 4 is missing/],
    ['entries cut off that badges rest on', 'DELETE FROM audit WHERE seq >= 6', /rests on entry [67]/],
    ['a badge changed by hand', "UPDATE jobs SET state = 'cancelled'", /rests on entry 7/],
  ])('names the place: %s', async (_, sql, words) => {
    finish();
    bench.spool.close();
    tamper(bench.file, sql, 'SELECT 1');
    const { code, lines } = await verify();
    expect(code).toBe(1);
    expect(lines[0]).toBe('BROKEN.');
    expect(lines.join('\n')).toMatch(words);
  });

  it('sees by the log that an older copy of the whole file was put back', async () => {
    finish();
    bench.spool.close();
    const older = fs.readFileSync(bench.file);
    must(bench.open());
    finish('holder-2');
    noteInLog();
    bench.spool.close();
    fs.writeFileSync(bench.file, older);
    const { code, lines } = await verify();
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/NOT AS IT WAS[\s\S]*the trail ends before it/);
  });

  it('sees by a noted fingerprint, and by an earlier export, that the trail was written anew', async () => {
    finish();
    bench.spool.close();
    const kept = path.join(bench.dir, 'kept.json');
    await answerAudit({ kind: 'export', dataDir: bench.dir, files: [{ file: kept, format: 'json' }] });
    const [first] = must(bench.open()).auditTrail(1000).slice(-3);
    bench.spool.close();
    fs.rmSync(bench.file);
    bench.clock.advance(1);
    must(bench.open());
    finish();
    bench.spool.close();
    const byHand = await verify({ anchors: [anchorOf({ seq: first?.seq ?? 0, hash: first?.hash ?? '' })] });
    expect(byHand).toMatchObject({ code: 1 });
    expect(byHand.lines.join('\n')).toContain('is another one than was noted down');
    expect((await verify({ against: kept })).code).toBe(1);
  });

  it('still fits after retention, and says what was removed', async () => {
    finish();
    noteInLog();
    bench.clock.advance(1000 * hourMs);
    finish('holder-2');
    must(bench.spool.prune(bench.clock.now() - hourMs));
    bench.spool.close();
    const { code, lines } = await verify();
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/Entries 1 to 8 were removed by retention/);
  });

  it.each([
    ['is not there', (): void => fs.rmSync(bench.file), 'There is no ledger at'],
    [
      'is a shopping list',
      (): void => fs.writeFileSync(bench.file, 'milk '.repeat(900)),
      'cannot be read as',
    ],
    [
      'comes from a newer version',
      (): unknown => tamper(bench.file, 'PRAGMA user_version = 99', 'SELECT 1'),
      'newer version',
    ],
    ['is cut short', (): void => fs.truncateSync(bench.file, 4096 * 2), 'cannot be read as'],
  ])('says so when the ledger %s', async (_, spoil, words) => {
    finish();
    bench.spool.close();
    spoil();
    const { code, lines } = await verify();
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain(words);
  });
});

describe('npm run audit export', () => {
  it('writes what verifies by itself, in both forms, for this account alone, and never over a file', async () => {
    finish();
    bench.spool.close();
    const files = (['csv', 'json'] as const).map((format) => ({
      file: path.join(bench.dir, `out.${format}`),
      format,
    }));
    expect((await answerAudit({ kind: 'export', dataDir: bench.dir, files })).code).toBe(0);
    for (const { file } of files) {
      const { code, lines } = await answerAudit({ kind: 'verify-export', file, anchors: [] });
      expect(lines.join('\n')).toContain('WHOLE. 8 entries');
      expect(code).toBe(0);
      if (process.platform !== 'win32') expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    }
    expect(fs.readFileSync(files[0]?.file ?? '', 'utf8')).toContain(`"'=cmd|calc"`);
    const again = await answerAudit({ kind: 'export', dataDir: bench.dir, files });
    expect(again).toMatchObject({ code: 2 });
  });

  it('is found broken, or no export, when somebody changed it', async () => {
    finish();
    bench.spool.close();
    const file = path.join(bench.dir, 'out.csv');
    await answerAudit({ kind: 'export', dataDir: bench.dir, files: [{ file, format: 'csv' }] });
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace('cmd|calc', 'Olga'));
    expect((await answerAudit({ kind: 'verify-export', file, anchors: [] })).code).toBe(1);
    fs.writeFileSync(file, text.slice(0, -30));
    expect((await answerAudit({ kind: 'verify-export', file, anchors: [] })).code).toBe(2);
  });
});

describe('a reading of the ledger', () => {
  it('sees what SQLite sees, wherever the log was cut', async () => {
    finish();
    for (let n = 0; n < 4; n += 1) bench.queue({ holderId: `open-${n}` });
    const log = fs.readFileSync(`${bench.file}-wal`);
    expect(log.length).toBeGreaterThan(20_000);
    for (let cut = 0; cut <= log.length; cut += 1711) {
      const copy = copyOf(bench.file, bench.dir);
      fs.truncateSync(`${copy}-wal`, cut);
      const reading = must(await readAudit(copy));
      const seen = [reading.head(), reading.findBreak()];
      reading.close();
      const [row] = tamper(copy, 'SELECT seq, lower(hex(hash)) AS hash FROM audit ORDER BY seq DESC LIMIT 1');
      expect(seen).toEqual([{ ...(row as object) }, null]);
    }
  });

  it('ignores a log whose frames were damaged', async () => {
    finish();
    // Opening folds the log in and empties it.
    const before = bench.reopen().auditTrail(1)[0]?.seq ?? 0;
    bench.queue({ holderId: 'open' });
    const copy = copyOf(bench.file, bench.dir);
    const log = fs.readFileSync(`${copy}-wal`);
    log.fill(0xff, 60, 90);
    fs.writeFileSync(`${copy}-wal`, log);
    const reading = must(await readAudit(copy));
    expect(reading.head().seq).toBe(before);
    reading.close();
  });
});

describe('beside a running station', () => {
  let script: string;
  beforeAll(async () => {
    script = await buildChild();
  });
  afterAll(() => fs.rmSync(path.dirname(script), { recursive: true, force: true }));

  it('every look finds a whole trail, each longer than the last, and the station goes on', async () => {
    const paper = path.join(bench.dir, 'paper.txt');
    const station = spawn(process.execPath, [script, bench.file, paper, '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    station.stdout.setEncoding('utf8').on('data', (text: string) => said.push(...text.split('\n')));
    const ended = new Promise((resolve) => station.once('exit', resolve));
    try {
      await expect.poll(() => said.length, { timeout: 10_000 }).toBeGreaterThan(20);
      const heads: number[] = [];
      while (!said.includes('idle') && heads.length < 400) {
        const reading = must(await readAudit(bench.file));
        expect(reading.findBreak()).toBeNull();
        heads.push(reading.head().seq);
        reading.close();
      }
      expect(heads.length).toBeGreaterThan(3);
      expect(heads).toEqual([...heads].sort((a, b) => a - b));
      expect(new Set(heads).size).toBeGreaterThan(3);
      await expect.poll(() => said.includes('idle'), { timeout: 20_000 }).toBe(true);
    } finally {
      station.kill('SIGKILL');
      await ended;
    }
    // Nothing that was said to be stored is missing.
    const spool = must(bench.open());
    const stored = said.filter((line) => line.startsWith('stored ')).map((line) => line.slice(7));
    expect(stored).toHaveLength(300);
    expect(stored.filter((id) => spool.job(id) === null)).toEqual([]);
    expect(spool.verifyAudit()).toBeNull();
  });
});
