import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { SetupError, runCommand } from './lib/project.mjs';
import { runtimeEnv } from './runtime.mjs';
import { setup } from './setup.mjs';
import { endToEndTests, staticStage, vitestStage } from './test-stages.mjs';

/**
 * Every stage, in order. All of them run even if one fails; each static check counts as one test.
 *
 * @typedef {{ passed: number, failed: number, skipped?: number, output?: string }} StageResult
 * @typedef {{ env: NodeJS.ProcessEnv }} StageContext
 * @type {Record<string, (context: StageContext) => Promise<StageResult>>}
 */
const stages = {
  types: staticStage('@typescript/native/bin/tsc', ['--noEmit']),
  lint: staticStage('oxlint/bin/oxlint', ['--type-aware']),
  format: staticStage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  layers: staticStage('dependency-cruiser/bin/dependency-cruise.mjs', [
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'test',
    'scripts',
  ]),
  unit: vitestStage('unit'),
  contract: vitestStage('contract'),
  integration: vitestStage('integration'),
  build: async () => {
    await build({ always: true });
    return { passed: 1, failed: 0 };
  },
  e2e: endToEndTests,
};

/** Stages that open windows or use the programs that come with the display. */
const needDesktop = new Set(['contract', 'integration', 'e2e']);

await runCommand(async () => {
  const chosen = readChoice();
  const runtime = await setup({ withDesktop: chosen.some((name) => needDesktop.has(name)) });
  const context = { env: { ...process.env, ...runtimeEnv(runtime) } };
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of chosen) {
    const result = await runStage(name, context);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped ?? 0;
  }
  if (total.skipped > 0) console.log(`${total.skipped} skipped`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * @param {string} name
 * @param {StageContext} context
 * @returns {Promise<StageResult>}
 */
async function runStage(name, context) {
  const startedAt = performance.now();
  /** @type {StageResult} */
  let result;
  try {
    const stage = stages[name];
    if (stage === undefined) throw new Error(`no stage ${name}`);
    result = await stage(context);
  } catch (error) {
    result = { passed: 0, failed: 1, output: error instanceof SetupError ? error.message : String(error) };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (result.failed > 0 && result.output) console.log(result.output.trimEnd());
  console.log(
    `${result.failed > 0 ? 'FAILED' : 'ok    '} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`,
  );
  return result;
}

/** `--only types,unit` picks stages; all of them without it. */
function readChoice() {
  const known = Object.keys(stages);
  let only;
  try {
    only = parseArgs({ options: { only: { type: 'string' } } }).values.only;
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : 'Bad arguments'}. Stages: ${known.join(', ')}`,
    );
  }
  if (only === undefined) return known;
  const names = only.split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SetupError(`No such stage: ${unknown.join(', ')}. Stages: ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}
