import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSpoolScript } from '../crash/kill.ts';

interface Report {
  readonly refusal: string;
  readonly stored: readonly string[];
  readonly openWhileBad: readonly string[];
  readonly payloads: number;
  readonly chainWhileBad: number | null;
  readonly after: string;
  readonly inTheEnd: readonly string[];
  readonly chain: number | null;
  readonly unfinished: number;
}

/** A small disk of its own for one command: a memory file system in a mount namespace, which ends with the command. */
const smallDisk = (dir: string, command: string): readonly string[] => [
  'unshare',
  '-Urm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=1m tmpfs '${dir}' && ${command}`,
];

const canMount =
  process.platform === 'linux' &&
  (() => {
    const [program = '', ...args] = smallDisk(tmpdir(), 'true');
    return spawnSync(program, args).status === 0;
  })();

describe('a real disk that fails in the midst of work', () => {
  let script: string;
  let dir: string;
  beforeAll(async () => {
    script = await buildSpoolScript(path.join(import.meta.dirname, 'child.ts'));
    dir = mkdtempSync(path.join(tmpdir(), 'badge-disk-'));
  });
  afterAll(() => {
    rmSync(path.dirname(script), { recursive: true, force: true });
    rmSync(dir, { recursive: true, force: true });
  });

  /** What each command of the child said, in order. */
  function run(command: readonly string[]): readonly Report[] {
    const [program = '', ...args] = command;
    const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the child ended with ${status}: ${stderr}`);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Report);
  }

  const child = (how: string): string => `'${process.execPath}' '${script}' ${how} '${dir}'`;

  /** What must hold however it failed: refused in words, nothing stored is gone, nothing half-stored is there. */
  function expectHonest(report: Report | undefined): asserts report is Report {
    if (report === undefined) throw new Error('the child said nothing');
    expect(report.refusal).toBe('spool-unwritable');
    expect(report.openWhileBad).toEqual(report.stored.slice(0, report.openWhileBad.length));
    expect(report.payloads).toBe(report.openWhileBad.length);
    expect([report.chainWhileBad, report.chain]).toEqual([null, null]);
    expect(report.inTheEnd).toEqual(report.stored);
    // At most the one whose badge was refused: planned or noted, and settled by reading later.
    expect(report.unfinished).toBeLessThanOrEqual(1);
  }

  it.runIf(canMount)('refuses when it is full, keeps what it has, and goes on when there is room', () => {
    const [report] = run(smallDisk(dir, child('full')));
    expectHonest(report);
    expect(report.stored.length).toBeGreaterThan(5);
    expect(report.after).toBe('stored');
  });

  it.runIf(canMount)('refuses at the start when it is read-only, and goes on when it is not', () => {
    const mount = (way: string): string => `mount -o remount,${way} '${dir}'`;
    const steps = [child('store'), mount('ro'), child('open'), mount('rw'), child('store')];
    const [before, readOnly, after] = run(smallDisk(dir, steps.join(' && ')));
    expect(before).toMatchObject({ after: 'stored', chain: null });
    expect(readOnly).toEqual({ refusal: 'spool-unwritable' });
    expect(after).toMatchObject({ after: 'stored', chain: null, unfinished: 0 });
    expect(after?.inTheEnd).toEqual([...(before?.stored ?? []), ...(after?.stored ?? [])]);
  });

  it.runIf(process.platform === 'linux')('refuses when a file may not grow any further (EFBIG)', () => {
    const [report] = run(['sh', '-c', `ulimit -f 600 && exec ${child('file-limit')}`]);
    expectHonest(report);
    expect(report.stored.length).toBeGreaterThan(3);
  });
});
