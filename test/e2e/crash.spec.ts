import { runCrash, readOptions } from '../../scripts/crash/run-crash.ts';
import { expect, test } from './app.ts';

/** A minute or two on two cores; a machine that is busy with something else may take several times that. */
const longestMs = 15 * 60_000;

test('sixty kills of the real app lose nothing, double nothing and leak nothing', async () => {
  test.setTimeout(longestMs);
  // A new seed each time, which is printed: what one run does not meet the next one may.
  const report = await runCrash(readOptions(['--kills', '60']), (line) => console.log(`crash: ${line}`));
  expect(report.findings).toEqual([]);
  expect(report.lastLine).toBe('kills 60, lost 0, double 0, leaked 0');
});
