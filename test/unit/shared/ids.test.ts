import { describe, expect, it } from 'vitest';
import { serialOf } from '../../../src/shared/badge/content.ts';
import { parseInstant, toInstant } from '../../../src/shared/ids.ts';

describe('parseInstant', () => {
  it.each([
    ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00.000Z'],
    ['2026-11-20T09:00:01.1234567Z', '2026-11-20T09:00:01.123Z'],
    ['2026-11-20T09:00:03', '2026-11-20T09:00:03.000Z'],
    ['2026-11-20T10:00:00+01:00', '2026-11-20T09:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('reads %s as %s', (text, expected) => {
    const epochMs = parseInstant(text);
    expect(epochMs === null ? null : toInstant(epochMs)).toBe(expected);
  });

  it.each([
    undefined,
    null,
    0,
    1795100000,
    '',
    'tomorrow',
    '20.11.2026',
    '2026-13-40T00:00:00Z',
    '2026-11-20',
    {},
  ])('says null for %j', (junk) => {
    expect(parseInstant(junk)).toBeNull();
  });
});

describe('serialOf', () => {
  it('is short, readable aloud, the same for the same job and different for others', () => {
    const serials = Array.from({ length: 2000 }, (_, at) => serialOf(`job-${String(at)}`));
    expect(new Set(serials).size).toBe(serials.length);
    for (const serial of serials) expect(serial).toMatch(/^[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{3}$/);
    expect(serialOf('job-7')).toBe(serials[7]);
  });
});
