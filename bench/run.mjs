import { runCommand, SetupError } from '../scripts/lib/project.mjs';
import { withModule } from './modules.mjs';

// Started by scripts/bench.mjs with the runtime chosen and a display there.
await runCommand(() =>
  withModule('run.ts', async (/** @type {typeof import('./run.ts')} */ module) => {
    let wanted;
    try {
      wanted = module.readOptions(process.argv.slice(2));
    } catch (error) {
      throw new SetupError(
        `${error instanceof Error ? error.message : 'Bad arguments.'}\nusage: ${module.usage}`,
      );
    }
    const { failed } = await module.runBench(wanted, (line) => console.log(line));
    return failed.length === 0 ? 0 : 1;
  }),
);
