import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coverSnapshot } from '../../../src/main/lock/cover.ts';
import { LockNote } from '../../../src/main/lock/lock-note.ts';
import { lockedEvents } from '../../../src/main/lock/locked-events.ts';
import { StationLock } from '../../../src/main/lock/station-lock.ts';
import type { Locked } from '../../../src/main/lock/types.ts';
import { channels } from '../../../src/shared/ipc/channels.ts';
import { samplePrinter, sampleSnapshot } from '../../fakes/sample-views.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'badge-station-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function desk(operatorName: string | null = 'Jordan Reyes') {
  const file = path.join(dir, 'locked.json');
  const faults: string[] = [];
  const changes: (Locked | null)[] = [];
  const session = {
    operator: operatorName === null ? null : { name: operatorName },
    cancelled: 0,
    cancel() {
      this.cancelled += 1;
      return Promise.resolve();
    },
  };
  const note = new LockNote(file, () => faults.push('not kept'));
  const make = () =>
    new StationLock({ session, note, now: () => 5000, onChange: (locked) => changes.push(locked) });
  return { file, faults, changes, session, note, make, lock: make() };
}

describe('a station lock', () => {
  it('keeps everything back but what the lock screen needs', () => {
    const { lock } = desk();
    expect(channels.filter((channel) => !lock.mayAnswer(channel))).toEqual([]);
    lock.lock('idle');
    expect(channels.filter((channel) => lock.mayAnswer(channel)).toSorted()).toEqual([
      'app.openHelp',
      'app.snapshot',
      'app.usable',
      'camera.close',
      'issue.pinHidden',
      'lock.lock',
      'lock.unlock',
      'practice.choose',
      'practice.closeBrowser',
      'practice.operators',
      'session.cancel',
    ]);
    lock.open();
    expect(channels.filter((channel) => !lock.mayAnswer(channel))).toEqual([]);
  });

  it('keeps its first reason, and ends a browser step nobody is there to finish', () => {
    const { lock, session, changes } = desk();
    lock.lock('idle');
    lock.lock('sleep');
    expect(lock.locked).toEqual({ why: 'idle', sinceMs: 5000, operatorName: 'Jordan Reyes' });
    expect(session.cancelled).toBe(1);
    expect(changes).toHaveLength(1);
  });

  it('has nothing to lock while nobody is signed in', () => {
    const { lock, changes, file } = desk(null);
    lock.lock('person');
    expect(lock.locked).toBeNull();
    expect(changes).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  it('is still closed after the program was ended and started again', () => {
    const { lock, make } = desk();
    lock.lock('system');
    const again = make();
    again.restore(true);
    expect(again.locked).toEqual({ why: 'system', sinceMs: 5000, operatorName: 'Jordan Reyes' });
  });

  it('is open after a restart when it was opened before', () => {
    const { lock, make } = desk();
    lock.lock('system');
    lock.open();
    const again = make();
    again.restore(true);
    expect(again.locked).toBeNull();
  });

  it('is forgotten when no sign-in is left to protect', () => {
    const { lock, make, file } = desk();
    lock.lock('person');
    const again = make();
    again.restore(false);
    expect(again.locked).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['empty', ''],
    ['no JSON', 'locked'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an unknown reason', '{"why":"boredom","sinceMs":1,"operatorName":"J"}'],
    ['a time beyond all times', '{"why":"idle","sinceMs":1e300,"operatorName":"J"}'],
    ['a name that never ends', JSON.stringify({ why: 'idle', sinceMs: 1, operatorName: 'x'.repeat(9999) })],
  ])('stays closed when its note is %s', (_what, text) => {
    const { file, make } = desk();
    writeFileSync(file, text);
    const again = make();
    again.restore(true);
    expect(again.locked).toEqual({ why: 'person', sinceMs: 0, operatorName: 'Jordan Reyes' });
  });

  it('stays closed when its note is there and cannot be read at all', () => {
    const { file, make } = desk();
    mkdirSync(file);
    const again = make();
    again.restore(true);
    expect(again.locked).toMatchObject({ why: 'person' });
  });

  it('locks the window also when the note cannot be kept', () => {
    const { lock, faults } = desk();
    rmSync(dir, { recursive: true });
    lock.lock('person');
    expect(lock.locked).not.toBeNull();
    expect(faults).toEqual(['not kept']);
  });

  it('writes nothing into its note but reason, time and operator', () => {
    const { lock, file } = desk();
    lock.lock('person');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      why: 'person',
      sinceMs: 5000,
      operatorName: 'Jordan Reyes',
    });
  });
});

it('a covered snapshot has no operator, no printer, no warning and no name in it', () => {
  const snapshot = sampleSnapshot({
    printers: [samplePrinter()],
    routes: { badge: ['front'], temporary: ['front'], pinSlip: [] },
    warnings: [{ code: 'printer-unknown', facts: {} }],
    deviceCode: { address: 'https://example.com', code: 'ABCD', expiresAt: '2026-11-21T08:00:00Z' },
  });
  const lock = {
    why: 'idle',
    since: '2026-11-21T08:00:00Z',
    operatorName: 'Jordan Reyes',
    printing: 1,
    waiting: 2,
  } as const;
  const covered = coverSnapshot(snapshot, lock);
  expect(covered).toMatchObject({
    lock,
    operator: null,
    printers: [],
    warnings: [],
    deviceCode: null,
    storage: { aside: null },
  });
  expect(JSON.stringify({ ...covered, lock: null })).not.toContain('Jordan');
});

it('a locked window hears no more than that it may look again', () => {
  const heard: [string, unknown][] = [];
  let isLocked = false;
  const events = lockedEvents({ send: (event, detail) => void heard.push([event, detail]) }, () => isLocked);
  events.send('job', { jobId: 'j-1' });
  isLocked = true;
  events.send('job', { jobId: 'j-2' });
  events.send('practiceBrowser', { open: true });
  expect(heard).toEqual([
    ['job', { jobId: 'j-1' }],
    ['snapshot', {}],
    ['practiceBrowser', { open: true }],
  ]);
});
