import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import react from '@vitejs/plugin-react';
import { inProject, projectDir } from '../../scripts/lib/project.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { runtimeArgs } from '../../scripts/sandbox.mjs';
import { besidePeer, median } from '../measure.ts';
import type { FigureGroup } from '../types.ts';

interface Life {
  readonly usableMs: number;
  readonly memoryMb: number;
}

/**
 * Start of the process to a page that can be used, and memory at rest, of the built app beside an empty window with React
 * on the same runtime. Needs the built app, a display and `BADGE_BENCH_ELECTRON`.
 */
export const window: FigureGroup = {
  name: 'window',
  async measure({ quick }) {
    const folder = mkdtempSync(path.join(tmpdir(), 'badge-bench-'));
    try {
      const pageDir = path.join(folder, 'page');
      await build({
        root: inProject('bench', 'empty-window'),
        configFile: false,
        base: './',
        logLevel: 'error',
        plugins: [react()],
        build: { outDir: pageDir, emptyOutDir: true },
      });
      const [ours, theirs]: [Life[], Life[]] = [[], []];
      for (let round = 0; round < (quick ? 1 : 7); round += 1) {
        const userData = `--user-data-dir=${path.join(folder, `ours-${round}`)}`;
        ours.push(await live([projectDir, userData], quick, {}));
        const other = `--user-data-dir=${path.join(folder, `empty-${round}`)}`;
        const main = inProject('bench', 'empty-window');
        theirs.push(await live([main, other], quick, { BADGE_BENCH_PAGE: path.join(pageDir, 'index.html') }));
      }
      const name = 'empty Electron + React window';
      const figure = (title: string, unit: 'ms' | 'MB', of: (life: Life) => number) =>
        besidePeer(title, unit, median(ours.map(of)), { name, value: median(theirs.map(of)) }, 1.3);
      return [
        figure('start.usable', 'ms', ({ usableMs }) => usableMs),
        figure('memory.idle', 'MB', ({ memoryMb }) => memoryMb),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function live(
  args: readonly string[],
  quick: boolean,
  env: Readonly<Record<string, string>>,
): Promise<Life> {
  const electron = process.env['BADGE_BENCH_ELECTRON'];
  if (electron === undefined) throw new Error('BADGE_BENCH_ELECTRON is not set: use "npm run bench"');
  const watch = inProject('bench', 'empty-window', 'watch.cjs');
  const settle = { BADGE_BENCH_SETTLE_MS: quick ? '200' : '4000' };
  const { output } = await run(electron, ['-r', watch, ...runtimeArgs(), ...args], {
    quiet: true,
    timeoutMs: 60_000,
    env: { ...process.env, ...env, ...settle },
  });
  const line = /^BENCH (.*)$/m.exec(output)?.[1];
  if (line === undefined)
    throw new Error(`An app did not say when it could be used:\n${output.slice(-2000)}`);
  return JSON.parse(line) as Life;
}
