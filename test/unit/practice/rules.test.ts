import { describe, expect, it } from 'vitest';
import { parseFilter, parseSearch } from '../../../src/main/practice/queries.ts';
import { lifetimeFits, pinRefusal } from '../../../src/main/practice/rules.ts';
import { readToken, makeToken } from '../../../src/main/practice/tokens.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('lifetimes the service takes', () => {
  it.each([
    ['standard', dayMs, true],
    ['standard', 395 * dayMs, true],
    ['standard', dayMs - 1000, false],
    ['standard', 395 * dayMs + 1000, false],
    ['temporary', 12 * hourMs, true],
    ['temporary', 6 * 60_000, true],
    ['temporary', 12 * hourMs + 1000, false],
    ['temporary', 0, false],
    ['temporary', -1, false],
  ] as const)('%s for %i ms: %s', (kind, length, fits) => {
    expect(lifetimeFits(kind, { startMs: 1000, expireMs: 1000 + length })).toBe(fits);
  });
});

describe('PINs the service takes', () => {
  it.each([
    ['40718529', null],
    ['4071852', 'pinTooShort'],
    ['', 'pinTooShort'],
    ['4071852a', 'pinTooShort'],
    ['1'.repeat(21), 'pinTooShort'],
    ['0123456789', 'invalidPin'],
    ['55987654321055', 'invalidPin'],
    ['12121212', 'invalidPin'],
    ['123123123', 'invalidPin'],
    ['11111111', 'invalidPin'],
    ['12121213', null],
  ])('%s: %s', (pin, refusal) => {
    expect(pinRefusal(pin, 8)).toBe(refusal);
  });
});

describe('queries the directory takes', () => {
  it.each([
    '"displayName:ana"',
    '"displayName:ana" OR "mail:ana"',
    '"displayName:ana" AND "mail:ana"',
    String.raw`"displayName:a\"b\\c"`,
  ])('search %s', (text) => {
    expect(parseSearch(text)).not.toBeNull();
  });

  it.each([
    '',
    'ana',
    'displayName:ana',
    '"displayName:ana',
    '"displayName:ana" or "mail:ana"',
    '"displayName:ana" OR',
    '"displayName:ana" "mail:ana"',
    '"shoeSize:44"',
    '"displayName:a"b"',
    String.raw`"displayName:a\b"`,
    '"displayName:a" OR "mail:a" AND "surname:a"',
  ])('not search %s', (text) => {
    expect(parseSearch(text)).toBeNull();
  });

  it.each([
    "startsWith(employeeId,'10')",
    "startswith(displayName, 'A')",
    "employeeId eq '7'",
    "displayName eq 'O''Brien'",
  ])('filter %s', (text) => {
    expect(parseFilter(text)).not.toBeNull();
  });

  it.each([
    '',
    'x',
    "endsWith(mail,'x')",
    "startsWith(employeeId,'1' or 1 eq 1)",
    "employeeId eq 'a' or employeeId eq 'b'",
    "shoeSize eq '4'",
  ])('not filter %s', (text) => {
    expect(parseFilter(text)).toBeNull();
  });
});

describe('tokens', () => {
  const content = { typ: 'access', oid: 'o', iat: 1, exp: 100, auth_time: 1, scp: '', jti: 'j' } as const;
  const token = makeToken(content);

  it('are read back', () => {
    expect(readToken(token, 'access', 50_000)).toEqual(content);
  });

  it.each([
    ['of another type', token, 'refresh', 50_000],
    ['that expired', token, 'access', 100_000],
    ['with a changed body', token.replace(/\.(.)/, '.A'), 'access', 50_000],
    ['without a signature', token.split('.').slice(0, 2).join('.'), 'access', 50_000],
    ['that are empty', '', 'access', 50_000],
    ['that are no JSON', 'a.b.c', 'access', 50_000],
    ['with too little in them', makeToken({ typ: 'access' }), 'access', 50_000],
  ] as const)('are refused: %s', (_name, text, type, nowMs) => {
    expect(readToken(text, type, nowMs)).toBeNull();
  });
});
