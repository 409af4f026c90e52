import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { inProject, runCommand } from './lib/project.mjs';
import { runtimeEnv } from './runtime.mjs';
import { setup } from './setup.mjs';
import { withDesktop } from './with-desktop.mjs';

/**
 * npm run bench [-- --only NAMES --quick --json FILE]: our figures beside those of others, in one run (docs/performance.md).
 *
 * @param {readonly string[]} args
 */
export async function bench(args) {
  const runtime = await setup({ withDesktop: true });
  await build();
  const env = { ...process.env, ...runtimeEnv(runtime), BADGE_BENCH_ELECTRON: runtime.executable };
  const { code } = await withDesktop(process.execPath, [inProject('bench', 'run.mjs'), ...args], { env });
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(() => bench(process.argv.slice(2)));
