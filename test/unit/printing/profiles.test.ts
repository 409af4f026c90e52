import { describe, expect, it } from 'vitest';
import { findProfile, profiles } from '../../../src/main/printing/profiles/index.ts';

describe('the profiles', () => {
  it('have names of their own', () => {
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(profiles.length);
    expect(new Set(profiles.map(({ maker, name }) => `${maker} ${name}`)).size).toBe(profiles.length);
  });

  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    '%s holds possible figures',
    (_id, profile) => {
      expect(profile.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect([180, 203, 300, 600]).toContain(profile.dpi);
      const headMm = (profile.headDots / profile.dpi) * 25.4;
      expect(headMm).toBeGreaterThan(25);
      expect(headMm).toBeLessThan(170);
      expect(profile.source.length).toBeGreaterThan(10);
      // Who cannot answer cannot promise a completion.
      if (!profile.answersStatus) expect(profile.completion).toBe('none');
    },
  );
});

describe('findProfile', () => {
  it('finds by id', () => {
    expect(findProfile('zebra-zd421-203')).toMatchObject({ ok: true, value: { language: 'zpl', dpi: 203 } });
  });

  it.each([
    ['a letter too few', 'zebra-zd42-203', 'zebra-zd421-203'],
    ['another case', 'ZEBRA-ZD421-203', 'zebra-zd421-203'],
    ['the model alone', 'gk420d', 'zebra-gk420d'],
    ['words in another order', 't88vi epson', 'epson-tm-t88vi'],
  ])('offers close names for %s', (_what, asked, close) => {
    const answer = findProfile(asked);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'profile-unknown' } });
    if (!answer.ok) expect(String(answer.failure.facts['close']).split(', ')).toContain(close);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['undefined', undefined],
    ['null', null],
    ['a number', 42],
    ['an object', {}],
    ['the name of a method', 'constructor'],
    ['a path', '../../etc/passwd'],
    ['a very long text', 'x'.repeat(100_000)],
  ])('refuses %s', (_what, asked) => {
    expect(findProfile(asked)).toMatchObject({ ok: false, failure: { code: 'profile-unknown' } });
  });
});
