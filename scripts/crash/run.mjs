import { runnerImport } from 'vite';
import { SetupError, inProject, projectDir, runCommand } from '../lib/project.mjs';

// Started by scripts/crash.mjs with the runtime chosen and a display there.
await runCommand(async () => {
  const { module } = /** @type {{ module: typeof import('./run-crash.ts') }} */ (
    await runnerImport(inProject('scripts', 'crash', 'run-crash.ts'), { root: projectDir, configFile: false })
  );
  const report = await module.runCrash(read(module), (line) => console.log(`crash: ${line}`));
  console.log(report.lastLine);
  return report.findings.length === 0 ? 0 : 1;
});

/** @param {typeof import('./run-crash.ts')} module */
function read(module) {
  try {
    return module.readOptions(process.argv.slice(2));
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : 'Bad arguments.'}\nusage: ${module.usage}`,
    );
  }
}
