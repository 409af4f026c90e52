import { DatabaseSync } from '@photostructure/sqlite';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppSnapshot } from '../../../src/shared/ipc/views.ts';
import type { Result } from '../../../src/shared/result.ts';
import { answerAudit } from '../../../src/main/spool/audit/command/run.ts';
import { StationRig } from '../../fakes/issuing/rig.ts';
import { personWith } from '../../fakes/issuing/people.ts';
import { codeOf, must } from '../../fakes/spool-samples.ts';

const holder = personWith(null);
const other = personWith('standard');

let rig: StationRig;
beforeEach(async () => {
  rig = await StationRig.start();
});
afterEach(() => rig.close());

const ledger = (): string => path.join(rig.folder, 'spool.db');
const snapshot = async (): Promise<AppSnapshot> => must(await rig.call('app.snapshot', {}));

/** Issues a first badge and waits until its bytes are with the printer; nothing is handed over. */
async function issueFor(holderId: string, operation: 'first-badge' | 'replace'): Promise<void> {
  const plan = must(
    await rig.call('issue.plan', {
      holderId,
      operation,
      lifetime: { kind: 'standard', days: 365 },
      printerId: 'front',
    }),
  );
  must(await rig.call('issue.run', { planId: plan.planId, clickedAtMs: 0, note: '' }));
  await expect
    .poll(async () => must(await rig.call('jobs.open', {})).every((job) => job.state === 'confirmed'))
    .toBe(true);
}

/** Closes the app, does something to its files, and starts it again. */
async function restartAfter(work: (file: string) => void): Promise<void> {
  const file = ledger();
  await rig.quit();
  work(file);
  await rig.boot();
}

/** Spoils every page of one table; the beginning of the file and all other tables are sound. */
function spoil(file: string, table: string): void {
  const db = new DatabaseSync(file);
  const pages = db.prepare('SELECT pageno FROM dbstat WHERE name = ?').all(table) as { pageno: number }[];
  db.close();
  const bytes = fs.readFileSync(file);
  for (const { pageno } of pages) bytes.fill(0xaa, (pageno - 1) * 4096, pageno * 4096);
  fs.writeFileSync(file, bytes);
}

async function expectClosed(code: string): Promise<void> {
  expect((await snapshot()).storage.failure?.code).toBe(code);
  const plan: Result<unknown> = await rig.call('issue.plan', {
    holderId: holder.id,
    operation: 'first-badge',
    lifetime: { kind: 'standard', days: 365 },
    printerId: 'front',
  });
  expect(codeOf(plan)).toBe(code);
  expect(codeOf(await rig.call('session.signIn', { chooseAccount: false }))).toBe(code);
  expect(codeOf(await rig.call('issue.open', {}))).toBe(code);
}

describe('a damaged ledger', () => {
  it('is said, left alone, and put aside only when a person agrees; then the station works again', async () => {
    await issueFor(holder.id, 'first-badge');
    await restartAfter((file) => {
      const bytes = fs.readFileSync(file);
      bytes.write('SQLite fXrmat', 0);
      fs.writeFileSync(file, bytes);
    });
    const broken = fs.readFileSync(ledger());
    await expectClosed('spool-corrupt');

    const damage = must(await rig.call('storage.damage', {}));
    expect(damage).toMatchObject({ isReadable: true, isWhole: true });
    expect(damage.unfinished).toMatchObject([
      { holderName: holder.name, operation: 'first-badge', badge: 'confirmed', pinWaited: true },
    ]);
    expect(JSON.stringify(damage)).not.toMatch(/ms-qrpin|\d{8}/);

    expect(codeOf(await rig.call('storage.reopen', { setAside: false }))).toBe('spool-corrupt');
    expect(fs.readFileSync(ledger()).equals(broken)).toBe(true);

    must(await rig.call('storage.reopen', { setAside: true }));
    const { storage } = await snapshot();
    expect(storage.failure).toBeNull();
    expect(storage.aside?.unfinished).toEqual(damage.unfinished);
    expect(fs.readFileSync(path.join(rig.folder, storage.aside?.file ?? '')).equals(broken)).toBe(true);

    if ((await snapshot()).operator === null) await rig.signIn();
    await issueFor(other.id, 'replace');
    expect(must(await rig.call('jobs.open', {}))).toHaveLength(1);
    const { folder } = rig;
    await rig.quit();
    const { code, lines } = await answerAudit({
      kind: 'verify',
      dataDir: folder,
      anchors: [],
      against: null,
    });
    // The log of the rig is no file, so that nothing contradicts the new beginning.
    expect([code, lines[0]]).toEqual([0, expect.stringContaining('WHOLE.')]);
    const out = path.join(folder, 'out.json');
    await answerAudit({ kind: 'export', dataDir: folder, files: [{ file: out, format: 'json' }] });
    expect(fs.readFileSync(out, 'utf8')).toMatch(/"event":"unfinished-set-aside".*"holderName"/);
    await rig.boot();
  });

  it('is found at the start also when its beginning is sound, and says what it can no longer tell', async () => {
    await issueFor(other.id, 'replace');
    await restartAfter((file) => spoil(file, 'jobs'));
    await expectClosed('spool-corrupt');
    const damage = must(await rig.call('storage.damage', {}));
    // Whose badge it was can still be read; how far each had come cannot.
    expect(damage.unfinished.map(({ badge }) => badge)).toContain('unreadable');
    must(await rig.call('storage.reopen', { setAside: true }));
    expect((await snapshot()).storage.aside?.unfinished).toEqual(damage.unfinished);
  });

  it.each(['intents', 'audit'])('is found at the start when only its table of %s is', async (table) => {
    await issueFor(other.id, 'replace');
    await restartAfter((file) => spoil(file, table));
    await expectClosed('spool-corrupt');
    const damage = must(await rig.call('storage.damage', {}));
    expect(damage).toMatchObject(
      table === 'audit' ? { isWhole: true, unfinished: [{ badge: 'confirmed' }] } : { isReadable: false },
    );
  });

  it('that is nothing but noise has nothing to tell, and can be put aside all the same', async () => {
    await restartAfter((file) => fs.writeFileSync(file, Buffer.alloc(20_000, 7)));
    await expectClosed('spool-corrupt');
    expect(must(await rig.call('storage.damage', {}))).toEqual({
      isReadable: false,
      unfinished: [],
      isWhole: false,
    });
    must(await rig.call('storage.reopen', { setAside: true }));
    expect((await snapshot()).storage).toMatchObject({ failure: null, aside: { isReadable: false } });
  });

  it('is put aside once, however often the button is pressed', async () => {
    await restartAfter((file) => fs.writeFileSync(file, Buffer.alloc(20_000, 7)));
    const replies = await Promise.all([1, 2, 3].map(() => rig.call('storage.reopen', { setAside: true })));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.failure.code]))).toEqual(['busy', 'busy']);
    expect(fs.readdirSync(rig.folder).filter((name) => name.includes('unreadable'))).toHaveLength(1);
  });
});

describe('a ledger that cannot be used now', () => {
  it('of a newer version is never put aside', async () => {
    await restartAfter((file) => {
      const db = new DatabaseSync(file);
      db.exec('PRAGMA user_version = 99');
      db.close();
    });
    const before = fs.readFileSync(ledger());
    await expectClosed('spool-newer');
    expect(codeOf(await rig.call('storage.reopen', { setAside: true }))).toBe('spool-newer');
    expect(fs.readFileSync(ledger()).equals(before)).toBe(true);
  });

  it('held by another program is opened when that lets go, with everything in it', async () => {
    await issueFor(other.id, 'replace');
    const letGo: (() => void)[] = [];
    await restartAfter((file) => {
      const db = new DatabaseSync(file);
      db.exec('BEGIN EXCLUSIVE');
      letGo.push(() => {
        db.exec('COMMIT');
        db.close();
      });
    });
    await expectClosed('spool-in-use');
    expect(codeOf(await rig.call('storage.reopen', { setAside: false }))).toBe('spool-in-use');
    for (const each of letGo) each();
    must(await rig.call('storage.reopen', { setAside: false }));
    expect((await snapshot()).storage.failure).toBeNull();
    expect(must(await rig.call('jobs.open', {}))).toHaveLength(1);
  });

  it('because the disk does not take it is tried again by a person', async () => {
    await restartAfter((file) => {
      fs.renameSync(file, `${file}.away`);
      fs.mkdirSync(file);
    });
    await expectClosed('spool-unwritable');
    fs.rmdirSync(ledger());
    fs.renameSync(`${ledger()}.away`, ledger());
    must(await rig.call('storage.reopen', { setAside: false }));
    expect((await snapshot()).storage).toMatchObject({ failure: null, aside: null });
  });
});

describe('a seal that does not open', () => {
  it('is given up by a person with a name only, and then badges can be issued again', async () => {
    await issueFor(other.id, 'replace');
    const file = ledger();
    await rig.quit();
    const db = new DatabaseSync(file);
    db.exec('UPDATE seal_keys SET wrapped = randomblob(60)');
    db.close();
    await rig.boot();
    expect((await snapshot()).storage.seal).toBe('broken');
    const request = {
      holderId: holder.id,
      operation: 'first-badge',
      lifetime: { kind: 'standard', days: 365 },
      printerId: 'front',
    } as const;
    const plan = must(await rig.call('issue.plan', request));
    expect(plan.checks.find(({ name }) => name === 'seal')).toMatchObject({
      verdict: 'failed',
      failure: { code: 'seal-broken' },
    });

    must(await rig.call('session.signOut', {}));
    expect(codeOf(await rig.call('storage.renewSeal', {}))).toBe('not-signed-in');
    await rig.signIn();
    expect(must(await rig.call('storage.renewSeal', {}))).toEqual({ lost: 1 });
    expect((await snapshot()).storage.seal).toBe('kept');
    expect(must(await rig.call('issue.plan', request)).ready).toBe(true);
  });
});
