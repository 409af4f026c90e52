import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SetupError, inProject, projectDir, runCommand } from './lib/project.mjs';
import { setup } from './setup.mjs';

/**
 * npm run tenant [-- --port 8443 --state FILE --faults JSON --lag MS --people N]: the practice tenant over HTTPS on this machine, to
 * rehearse against (docs/rehearsal.md). Runs until it is stopped.
 *
 * @param {readonly string[]} args
 */
export async function tenant(args) {
  await setup();
  const { runnerImport } = await import('vite');
  const { module } = /** @type {{ module: typeof import('./tenant/serve.ts') }} */ (
    await runnerImport(inProject('scripts', 'tenant', 'serve.ts'), { root: projectDir, configFile: false })
  );
  // Paths are meant from where the person stands.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const rehearsal = await module.startRehearsal(read(module, args), cwd).catch((error) => {
    const taken =
      error?.code === 'EADDRINUSE' ? `Port ${error.port} is taken; choose others with ` : undefined;
    throw taken === undefined ? error : new SetupError(`${taken}--port and --control-port.`);
  });
  console.log(rehearsal.words);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await rehearsal.close();
}

/**
 * @param {typeof import('./tenant/serve.ts')} module
 * @param {readonly string[]} args
 */
function read(module, args) {
  try {
    return module.readOptions(args);
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : 'Bad arguments.'}\nusage: ${module.usage}`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(() => tenant(process.argv.slice(2)));
