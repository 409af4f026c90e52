import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { SetupError, inProject, projectDir, runCommand } from '../lib/project.mjs';

// Started by scripts/demo.mjs with the runtime chosen and a display there.
await runCommand(async () => {
  const out = path.resolve(readOut());
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH'])
    throw new SetupError('start the demo with: npm run demo -- --out DIR');
  await mkdir(out, { recursive: true });
  const { module } = /** @type {{ module: typeof import('./journey.ts') }} */ (
    await runnerImport(inProject('scripts', 'demo', 'journey.ts'), { root: projectDir, configFile: false })
  );
  const report = await module.runDemo({
    out,
    projectDir,
    realKeyStore: inProject('test', 'e2e', 'real-key-store.cjs'),
    runtimeKind: process.env['BADGE_STATION_RUNTIME'] ?? 'unknown',
  });
  await writeFile(path.join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  console.log(`demo: ${JSON.stringify(report.timingsMs)}`);
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
