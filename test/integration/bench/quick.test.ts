import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runBench } from '../../../bench/run.ts';
import type { Figure } from '../../../bench/types.ts';

it('measures in plain Node what needs no window, and writes it down', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'badge-bench-test-'));
  const json = path.join(folder, 'figures.json');
  const said: string[] = [];
  const only = ['page', 'encode', 'click', 'spool', 'verify'];
  const { failed } = await runBench({ only, quick: true, json }, (line) => said.push(line));
  const figures = JSON.parse(readFileSync(json, 'utf8')) as readonly Figure[];
  rmSync(folder, { recursive: true });
  expect(failed, said.join('\n')).toEqual([]);
  const names = figures.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'page.600',
      'encode.zpl.203.time',
      'encode.escpos.203.bytes',
      'click.lastByte',
      'spool.enqueue',
      'spool.wake',
      'spool.recover',
      'verify.frame',
    ]),
  );
  for (const { ours, peer, ratio } of figures) {
    expect(ours).toBeGreaterThan(0);
    if (peer !== null) expect(ratio).toBeCloseTo(ours / peer);
  }
}, 120_000);

it('measures lists and large directories as well', async () => {
  const said: string[] = [];
  const { figures, failed } = await runBench({ only: ['batch', 'search'], quick: true, json: null }, (line) =>
    said.push(line),
  );
  expect(failed, said.join('\n')).toEqual([]);
  expect(figures.map(({ name }) => name)).toEqual([
    'batch.20',
    'batch.20.memory',
    'search.100k',
    'search.100k.p95',
    'search.100k.memory',
  ]);
  // Time jumps, so what was waited for is known to the millisecond; only computing comes on top.
  expect(figures[0]?.peer).toBe(6000);
  expect(figures[0]?.ours).toBeGreaterThanOrEqual(6000);
}, 120_000);
