import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { inProject, runCommand } from './lib/project.mjs';
import { runtimeEnv } from './runtime.mjs';
import { setup } from './setup.mjs';
import { withDesktop } from './with-desktop.mjs';

/**
 * The main job, unattended, in a real window: sets up, builds, and runs scripts/demo/run.mjs on a private desktop.
 *
 * @param {readonly string[]} args such as `--out DIR`
 */
export async function demo(args) {
  const runtime = await setup({ withDesktop: true });
  await build();
  const { code } = await withDesktop(process.execPath, [inProject('scripts', 'demo', 'run.mjs'), ...args], {
    env: { ...process.env, ...runtimeEnv(runtime) },
    // `--out DIR` is meant from where the person stands.
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  });
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(() => demo(process.argv.slice(2)));
