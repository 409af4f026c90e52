import { expect, it } from 'vitest';
import { problemFailure, type SettingsProblem } from '../../../../src/shared/settings/problems.ts';
import { settings } from '../../../../src/renderer/src/text/en/settings.ts';
import { settingsSentence } from '../../../../src/renderer/src/text/settings-words.ts';

const sentence = (problem: SettingsProblem) =>
  settingsSentence(problemFailure(problem).facts, settings, String);

it('names the value, where it stands and why it cannot be used', () => {
  const problem: SettingsProblem = {
    source: 'file',
    path: '$.defaults.standardDays',
    reason: 'out-of-range',
    instead: 'last-good',
    min: 1,
    max: 395,
  };
  expect(sentence(problem)).toBe(
    '$.defaults.standardDays in the station file: it is out of range. Allowed: 1 to 395.',
  );
});

it('names the file and the place where it stops being JSON', () => {
  const problem: SettingsProblem = {
    source: 'file',
    path: '$',
    reason: 'not-json',
    instead: 'last-good',
    line: 3,
    column: 14,
    origin: 'station.json',
  };
  expect(sentence(problem)).toBe('The station file (station.json): it is not JSON. Line 3, column 14.');
});

it.each([
  {},
  { path: '$.x' },
  { reason: 'missing' },
  { path: 7, reason: 'missing' },
  { path: '$.x', reason: 'constructor' },
  { path: '$.x', reason: '__proto__' },
  { path: null, reason: null },
])('says nothing when the facts do not say it: %j', (facts) => {
  expect(settingsSentence(facts, settings, String)).toBeNull();
});
