import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../../scripts/test-stages.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('counting vitest results', () => {
  it('takes passed, failed and skipped from the report', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a file that does not load as one failure', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 0,
      testResults: [file('failed'), file('passed', 'passed')],
    };
    expect(countVitest(report, 1).failed).toBe(1);
  });

  it('does not count a file twice whose tests failed', () => {
    const report = {
      numPassedTests: 0,
      numFailedTests: 1,
      testResults: [file('failed', 'failed', 'passed')],
    };
    expect(countVitest(report, 1).failed).toBe(1);
  });

  it.each([
    ['no report was written', undefined],
    ['the report says all is well', { numPassedTests: 3, numFailedTests: 0, testResults: [] }],
  ])('never calls a run good that ended badly when %s', (_, report) => {
    expect(countVitest(report, 1).failed).toBe(1);
  });
});

describe('counting Playwright results', () => {
  it('takes expected as passed, and flaky as failed', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 } };
    expect(countPlaywright(report, 1)).toEqual({ passed: 4, failed: 3, skipped: 3 });
  });

  it('never calls a run good that ended badly', () => {
    expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countPlaywright({ stats: { expected: 1 } }, 130).failed).toBe(1);
  });
});
