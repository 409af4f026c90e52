import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, toolFile } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { withDesktop } from './with-desktop.mjs';

/** @import { StageContext, StageResult } from './test.mjs' */

/**
 * A check that passes or fails as a whole; its words are shown only when it fails.
 *
 * @param {string} tool file below node_modules
 * @param {readonly string[]} args
 * @returns {(context: StageContext) => Promise<StageResult>}
 */
export function staticStage(tool, args) {
  return async ({ env }) => {
    const { code, output } = await run(process.execPath, [toolFile(tool), ...args], { quiet: true, env });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  };
}

/**
 * One project of vitest.config.ts. A folder without tests yet is an empty stage, not a failure.
 *
 * @param {string} project
 * @returns {(context: StageContext) => Promise<StageResult>}
 */
export function vitestStage(project) {
  return async ({ env }) => {
    if (!hasTests(inProject('test', project), '.test.ts')) return { passed: 0, failed: 0 };
    const file = reportFile(`${project}.json`);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await run(
      process.execPath,
      [toolFile('vitest/vitest.mjs'), 'run', '--project', project, ...reporters],
      { quiet: true, env: { ...env, NO_COLOR: '1' } },
    );
    return { ...countVitest(readReport(file), code), output };
  };
}

/**
 * Playwright against the built app, on a private display with a keyring of its own.
 *
 * @param {StageContext} context
 * @returns {Promise<StageResult>}
 */
export async function endToEndTests({ env }) {
  const file = reportFile('e2e.json');
  const { code } = await withDesktop(
    process.execPath,
    [toolFile('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  return countPlaywright(readReport(file), code);
}

/**
 * @param {any} report vitest's JSON report, or undefined when none was written
 * @param {number} code how vitest ended; trouble outside a test (a file that does not load) shows only there
 * @returns {StageResult}
 */
export function countVitest(report, code) {
  const passed = report?.numPassedTests ?? 0;
  const brokenFiles = (report?.testResults ?? []).filter(
    (/** @type {any} */ file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length;
  const failed = (report?.numFailedTests ?? 0) + brokenFiles;
  return {
    passed,
    failed: atLeastOneIf(code !== 0, failed),
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** @param {any} test */
const isFailed = (test) => test.status === 'failed';

/**
 * @param {any} report Playwright's JSON report, or undefined when none was written
 * @param {number} code how Playwright ended
 * @returns {StageResult}
 */
export function countPlaywright(report, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  // Without retries nothing is flaky; should somebody add retries, a flaky test still is a failure.
  return { passed: expected, failed: atLeastOneIf(code !== 0, unexpected + flaky), skipped };
}

/** @param {boolean} isTrouble @param {number} failed */
const atLeastOneIf = (isTrouble, failed) => (isTrouble ? Math.max(1, failed) : failed);

/** @param {string} name */
function reportFile(name) {
  const file = inProject('.test-results', name);
  mkdirSync(path.dirname(file), { recursive: true });
  // A report of an earlier run must not be taken for this one's.
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file @returns {any} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} dir @param {string} ending */
function hasTests(dir, ending) {
  try {
    return readdirSync(dir, { recursive: true }).some((name) => String(name).endsWith(ending));
  } catch {
    return false;
  }
}
