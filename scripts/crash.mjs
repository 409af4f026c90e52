import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { inProject, runCommand } from './lib/project.mjs';
import { runtimeEnv } from './runtime.mjs';
import { setup } from './setup.mjs';
import { withDesktop } from './with-desktop.mjs';

/**
 * npm run crash [-- --kills N --seed S]: kills the real app again and again, and counts what got lost, was printed twice
 * or leaked (scripts/crash/). The last line is `kills N, lost 0, double 0, leaked 0`.
 *
 * @param {readonly string[]} args
 */
export async function crash(args) {
  const runtime = await setup({ withDesktop: true });
  await build();
  const { code } = await withDesktop(process.execPath, [inProject('scripts', 'crash', 'run.mjs'), ...args], {
    env: { ...process.env, ...runtimeEnv(runtime) },
  });
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(() => crash(process.argv.slice(2)));
