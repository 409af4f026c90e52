import { _electron } from '@playwright/test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SetupError, projectDir, runCommand } from '../lib/project.mjs';
import { runtimeArgs } from '../sandbox.mjs';

// Started by scripts/demo.mjs with the runtime chosen and a display there. Drives the app through Playwright.
await runCommand(async () => {
  const out = path.resolve(readOut());
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  if (!executablePath) throw new SetupError('start the demo with: npm run demo -- --out DIR');
  await mkdir(out, { recursive: true });
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'badge-station-demo-'));
  const startedAt = performance.now();
  const app = await _electron.launch({
    executablePath,
    args: [...runtimeArgs(), projectDir, `--user-data-dir=${userDataDir}`],
    cwd: projectDir,
  });
  try {
    const window = await app.firstWindow();
    await window.getByRole('heading').first().waitFor();
    const startToUsable = Math.round(performance.now() - startedAt);
    await window.screenshot({ path: path.join(out, 'window.png') });
    const report = {
      runtime: {
        kind: process.env['BADGE_STATION_RUNTIME'],
        electron: await app.evaluate(() => process.versions.electron),
      },
      timingsMs: { startToUsable },
      files: { window: 'window.png' },
    };
    await writeFile(path.join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await app.close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`demo: wrote ${out}`);
});

function readOut() {
  try {
    return parseArgs({ options: { out: { type: 'string', default: 'demo-out' } } }).values.out;
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : 'Bad arguments'}. usage: npm run demo -- --out DIR`,
    );
  }
}
