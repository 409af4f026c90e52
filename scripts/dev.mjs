import { runCommand, toolFile } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { runtimeEnv } from './runtime.mjs';
import { runtimeArgs } from './sandbox.mjs';
import { setup } from './setup.mjs';

// npm run dev [-- --user-data-dir=DIR …]: the app with its renderer reloaded at each change.
await runCommand(async () => {
  const runtime = await setup();
  const args = [toolFile('electron-vite/bin/electron-vite.js'), 'dev', '--watch', '--', ...runtimeArgs()];
  const { code } = await run(process.execPath, [...args, ...process.argv.slice(2)], {
    env: { ...process.env, ...runtimeEnv(runtime) },
  });
  return code;
});
