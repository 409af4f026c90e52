import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSearchText, isSignInName, nameQuery, numberQuery } from '../../../src/main/graph/search.ts';

const base = 'https://graph.microsoft.com/v1.0';
const parameter = (url: string, name: string): string => new URL(url).searchParams.get(name) ?? '';

describe('looking for a name', () => {
  it('asks for the fields a badge needs, a page at a time, in the advanced index', () => {
    const { url, advanced } = nameQuery(base, 'wan');
    expect(advanced).toBe(true);
    expect(parameter(url, '$search')).toBe(
      '"displayName:wan" OR "givenName:wan" OR "surname:wan" OR "userPrincipalName:wan" OR "mail:wan"',
    );
    expect(parameter(url, '$select').split(',')).toEqual(
      expect.arrayContaining(['id', 'userPrincipalName', 'employeeId', 'accountEnabled', 'userType']),
    );
    expect(parameter(url, '$top')).toBe('25');
  });

  it.each([
    ['a quote', 'Ann "Annie" Lee', String.raw`"displayName:Ann \"Annie\" Lee"`],
    ['a backslash', String.raw`DOM\ann`, String.raw`"displayName:DOM\\ann"`],
    ['an ampersand', 'Smith & Sons', '"displayName:Smith & Sons"'],
    ['a plus and a hash', 'a+b#c', '"displayName:a+b#c"'],
    ['a percent sign', '100%', '"displayName:100%"'],
    ['a colon', 'a:b', '"displayName:a:b"'],
    ['an apostrophe', "O'Brien", `"displayName:O'Brien"`],
    ['letters of everywhere', 'Łukasz 佐藤 فاطمة', '"displayName:Łukasz 佐藤 فاطمة"'],
  ])('keeps %s inside its clause', (_name, text, clause) => {
    const { url } = nameQuery(base, text);
    expect(parameter(url, '$search').startsWith(`${clause} OR `)).toBe(true);
    expect([...new URL(url).searchParams.keys()]).toEqual(['$search', '$select', '$top']);
  });

  it('cannot be broken out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        const clean = cleanSearchText(text);
        if (clean === null) return;
        const search = parameter(nameQuery(base, clean).url, '$search');
        const clauses = [...search.matchAll(/"(\w+):((?:[^"\\]|\\["\\])*)"/g)];
        expect(clauses.map((clause) => clause[0]).join(' OR ')).toBe(search);
        for (const clause of clauses) expect(clause[2]?.replaceAll(/\\(["\\])/g, '$1')).toBe(clean);
      }),
    );
  });
});

describe('looking for an employee number', () => {
  it.each(['104201', 'H-3001', 'n20417', '1'])('takes %s for one', (text) => {
    const query = numberQuery(base, text);
    expect(query?.advanced).toBe(false);
    expect(parameter(query?.url ?? base, '$filter')).toBe(`startsWith(employeeId,'${text}')`);
  });

  it('doubles a single quote', () => {
    expect(parameter(numberQuery(base, "7'x")?.url ?? base, '$filter')).toBe("startsWith(employeeId,'7''x')");
  });

  it.each(['Anna', 'anna 7', 'anna7@x.example', '12345678901234567', ''])(
    'does not take %j for one',
    (text) => {
      expect(numberQuery(base, text)).toBeNull();
    },
  );
});

describe('what was typed', () => {
  it.each([
    ['  Anna   Maria ', 'Anna Maria'],
    ['Anna\tMaria\r\n', 'Anna Maria'],
    ['An\u200bna', 'An na'],
    ['Zoe\u0308', 'Zoë'],
    ['\u0000\u0007x', 'x'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanSearchText(text)).toBe(clean);
  });

  it.each(['', '   ', '\n', '\u200b'])('%j is nothing to look for', (text) => {
    expect(cleanSearchText(text)).toBeNull();
  });

  it('is cut at a hundred characters', () => {
    expect(cleanSearchText('x'.repeat(5000))?.length).toBe(100);
  });

  it.each([
    ['wanda@fake.example', true],
    ['wanda@fake', false],
    ['@fake.example', false],
    ['wanda', false],
    ['a b@fake.example', false],
  ])('%s is a whole sign-in name: %s', (text, whole) => {
    expect(isSignInName(text)).toBe(whole);
  });
});
