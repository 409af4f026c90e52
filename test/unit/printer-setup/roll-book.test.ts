import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RollBook } from '../../../src/main/printer-setup/roll-book.ts';
import { writeFileAtomically } from '../../../src/main/settings/atomic-file.ts';
import type { JobRecord } from '../../../src/main/spool/types.ts';
import { type JobState, jobStates } from '../../../src/shared/printing/job.ts';

let dir = '';
let faults: string[] = [];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rolls-'));
  faults = [];
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = () => path.join(dir, 'rolls.json');
const open = (write = writeFileAtomically) =>
  new RollBook({ file: file(), write, onChange: () => undefined, onFault: (what) => faults.push(what) });
const job = (state: JobState, more: Partial<JobRecord> = {}): JobRecord =>
  ({ id: 'j-1', copy: 1, printerId: 'front', state, ...more }) as JobRecord;

describe('counting labels', () => {
  it('counts a paper once on its way to the hand-over, and a second copy again', () => {
    const book = open();
    book.set('front', { labels: 250, warnAt: 20 });
    for (const state of ['queued', 'sending', 'sent', 'confirmed', 'verified', 'handed-over'] as const)
      book.noteJob(job(state));
    expect(book.roll('front')).toEqual({ labels: 250, warnAt: 20, left: 249 });
    book.noteJob(job('sent', { copy: 2 }));
    book.noteJob(job('sent', { id: 'j-2' }));
    expect(book.roll('front')?.left).toBe(247);
  });

  it.each(jobStates.filter((state) => !['sent', 'confirmed', 'verified', 'handed-over'].includes(state)))(
    'counts nothing for a paper that is %s',
    (state) => {
      const book = open();
      book.set('front', { labels: 5, warnAt: 1 });
      book.noteJob(job(state));
      expect(book.roll('front')?.left).toBe(5);
    },
  );

  it('warns at the number that was set, and never goes below none', () => {
    const book = open();
    book.set('front', { labels: 3, warnAt: 1 });
    expect(book.low()).toEqual([]);
    book.use('front');
    book.use('front');
    expect(book.low()).toEqual(['front']);
    book.use('front');
    book.use('front');
    expect(book.roll('front')?.left).toBe(0);
    book.set('front', { labels: 250, warnAt: 20 });
    expect(book.low()).toEqual([]);
  });

  it('counts nothing for printers nobody counts at', async () => {
    const book = open();
    book.noteJob(job('sent'));
    await book.idle();
    expect(existsSync(file())).toBe(false);
  });

  it('goes on after a restart without counting old papers again', async () => {
    const first = open();
    first.set('front', { labels: 250, warnAt: 20 });
    first.noteJob(job('sent'));
    await first.idle();
    const second = open();
    second.skip([job('sent'), job('queued', { id: 'j-2' })]);
    second.noteJob(job('verified'));
    second.noteJob(job('sent', { id: 'j-2' }));
    expect(second.roll('front')?.left).toBe(248);
    second.set('front', null);
    await second.idle();
    expect(open().roll('front')).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'rolls'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', '{"version":2,"rolls":{}}'],
    ['a count that is text', '{"version":1,"rolls":{"front":{"labels":"9","left":9,"warnAt":1}}}'],
    ['less than none', '{"version":1,"rolls":{"front":{"labels":9,"left":-1,"warnAt":1}}}'],
    ['half a label', '{"version":1,"rolls":{"front":{"labels":9,"left":1.5,"warnAt":1}}}'],
    ['a count too many', '{"version":1,"rolls":{},"more":1}'],
    ['a name that never ends', JSON.stringify({ version: 1, rolls: { ['x'.repeat(999)]: null } })],
  ])('begins anew over %s, keeps it beside, and says so', async (_what, text) => {
    writeFileSync(file(), text);
    const book = open();
    expect([book.roll('front'), faults]).toEqual([null, ['unreadable']]);
    expect(readFileSync(`${file()}.unreadable`, 'utf8')).toBe(text);
    book.set('front', { labels: 9, warnAt: 1 });
    await book.idle();
    expect(open().roll('front')?.left).toBe(9);
  });

  it('goes on counting when the disk takes nothing, and says so', async () => {
    const book = open(() => Promise.reject(new Error('ENOSPC')));
    book.set('front', { labels: 9, warnAt: 1 });
    book.use('front');
    await book.idle();
    expect([book.roll('front')?.left, faults]).toEqual([8, ['unwritable', 'unwritable']]);
  });
});
