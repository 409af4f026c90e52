import { describe, expect, it } from 'vitest';
import { encoderFor, knownLanguages } from '../../../src/main/printing/encoders/index.ts';
import { driverFor } from '../../../src/main/printing/drivers/index.ts';
import { profiles } from '../../../src/main/printing/profiles/index.ts';

describe('encoderFor', () => {
  it.each([...knownLanguages])('knows %s', (language) => {
    expect(encoderFor(language)).toMatchObject({ ok: true, value: { language } });
  });

  it.each([
    ['a slip of the pen', 'zlp'],
    ['another case', 'ZPL'],
    ['nothing', ''],
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', { language: 'zpl' }],
    ['a list', ['zpl']],
    ['the name of a method', 'toString'],
    ['a very long name', 'z'.repeat(10_000)],
  ])('refuses %s and lists what it knows', (_what, language) => {
    const answer = encoderFor(language);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'language-unknown' } });
    if (answer.ok) return;
    expect(answer.failure.facts['known']).toBe(knownLanguages.join(', '));
    expect(String(answer.failure.facts['asked']).length).toBeLessThanOrEqual(40);
  });
});

describe('every profile', () => {
  it.each(profiles.flatMap(({ id, language }) => (language === 'driver' ? [] : [[id, language] as const])))(
    '%s can be printed on',
    (_id, language) => {
      expect(encoderFor(language).ok).toBe(true);
      expect(driverFor(language).ok).toBe(true);
    },
  );
});
