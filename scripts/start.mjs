import { build } from './build.mjs';
import { demo } from './demo.mjs';
import { projectDir, runCommand } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { runtimeEnv } from './runtime.mjs';
import { runtimeArgs } from './sandbox.mjs';
import { setup } from './setup.mjs';

// npm start [-- --user-data-dir=DIR --station=FILE …]: sets up, builds and opens the app.
await runCommand(async () => {
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasDisplay) {
    console.log('start: there is no display here, so the demo runs instead (npm run demo)');
    return demo([]);
  }
  const runtime = await setup();
  await build();
  const asRoot = runtimeArgs();
  if (asRoot.length > 0)
    console.log('start: running as root, so Chromium runs without its sandbox (--no-sandbox)');
  const { code } = await run(runtime.executable, [...asRoot, projectDir, ...process.argv.slice(2)], {
    env: { ...process.env, ...runtimeEnv(runtime) },
  });
  return code;
});
