import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../src/renderer/src/text/format.ts';
import { directionOf, languageOf } from '../../../../src/renderer/src/text/languages.ts';

const nowMs = Date.parse('2026-11-21T08:00:00.000Z');
const inBerlin = createFormats('en-GB', 'Europe/Berlin');

describe('times', () => {
  it('are written in the time zone of the station', () => {
    expect(inBerlin.time('2026-11-21T16:00:00.000Z')).toBe('17:00');
    expect(createFormats('en-GB', 'Asia/Tokyo').time('2026-11-21T16:00:00.000Z')).toBe('01:00');
  });

  it('leave the day out when it is today, there', () => {
    expect(inBerlin.shortTime('2026-11-21T16:00:00.000Z', nowMs)).toBe('17:00');
    expect(inBerlin.shortTime('2026-11-21T23:30:00.000Z', nowMs)).toBe('22 Nov 2026, 00:30');
  });

  it('give a badge its day and a temporary code its hour', () => {
    expect(inBerlin.expiry('2027-11-21T08:00:00.000Z', 'standard', nowMs)).toBe('21 November 2027');
    expect(inBerlin.expiry('2026-11-21T16:00:00.000Z', 'temporary', nowMs)).toBe('17:00');
  });

  it.each([
    ['2026-11-21T07:59:30.000Z', 'this minute'],
    ['2026-11-21T07:43:00.000Z', '17 minutes ago'],
    ['2026-11-21T05:00:00.000Z', '3 hours ago'],
    ['2026-11-20T07:00:00.000Z', 'yesterday'],
    ['2026-11-25T08:00:00.000Z', 'in 4 days'],
  ])('%s is %s', (instant, words) => {
    expect(inBerlin.relative(instant, nowMs)).toBe(words);
  });

  it.each(['', 'soon', '2026-13-40', 'Invalid Date'])('show %j as it is instead of failing', (instant) => {
    expect(inBerlin.dateTime(instant)).toBe(instant);
    expect(inBerlin.relative(instant, nowMs)).toBe(instant);
    expect(inBerlin.shortTime(instant, nowMs)).toBe(instant);
  });
});

describe('settings that make no sense', () => {
  it.each(['', 'Mars/Olympus', '../etc', 'UTC+25'])('time zone %j falls back to the system’s', (zone) => {
    expect(createFormats('en-GB', zone).timeZone).not.toBe(zone);
  });

  it.each(['', 'xx-invalid-locale-tag', 'en_GB', '\u0000'])('language %j does not throw', (locale) => {
    expect(createFormats(locale, 'UTC').time('2026-11-21T16:00:00.000Z')).toMatch(/\d/);
  });
});

it('writes numbers as the language does', () => {
  expect(createFormats('de-DE', 'UTC').count(12_345)).toEqual({ n: 12_345, text: '12.345' });
});

it('joins names as the language does', () => {
  const names = ['Front desk', 'Gate 2', 'Store'];
  expect(createFormats('en-GB', 'UTC').list(names)).toBe('Front desk, Gate 2 and Store');
  expect(createFormats('ja', 'UTC').list(names)).toBe('Front desk、Gate 2、Store');
});

it('tells the second where a record needs it', () => {
  const instant = '2026-11-21T16:00:07.000Z';
  expect(createFormats('de', 'UTC').toTheSecond(instant)).toBe('21.11.2026, 16:00:07');
});

it.each([
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['pt-BR', 'en'],
  ['ar-EG', 'ar'],
  ['ja_JP', 'ja'],
  ['', 'en'],
  ['*', 'en'],
])('%j is read in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

it('reads Arabic from right to left and nothing else', () => {
  expect(directionOf('ar')).toBe('rtl');
  expect(directionOf('ja')).toBe('ltr');
});
