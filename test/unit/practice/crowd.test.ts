import { describe, expect, it } from 'vitest';
import { Crowd, largestCrowd } from '../../../src/main/practice/crowd.ts';
import { parseFilter, parseSearch } from '../../../src/main/practice/queries.ts';

const crowd = new Crowd(100_000, 7);

describe('a crowd of a hundred thousand', () => {
  it('is the same at every start, and another one by another seed', () => {
    const again = new Crowd(100_000, 7);
    const other = new Crowd(100_000, 8);
    for (const place of [0, 1, 4711, 99_999]) {
      expect(again.at(place)).toEqual(crowd.at(place));
      expect(other.at(place).id).not.toBe(crowd.at(place).id);
    }
  });

  it('gives everybody an id, a sign-in name and a number of their own', () => {
    const ids = new Set<string>();
    const upns = new Set<string>();
    const numbers = new Set<string | null>();
    for (const { id, upn, employeeId } of crowd) {
      ids.add(id);
      upns.add(upn);
      numbers.add(employeeId);
    }
    expect([ids.size, upns.size, numbers.size]).toEqual([100_000, 100_000, 100_000]);
    for (const id of [...ids].slice(0, 50)) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it.each([0, 1, 4711, 99_999])('finds number %d by id and by sign-in name', (place) => {
    const person = crowd.at(place);
    expect(crowd.find(person.id.toUpperCase())).toEqual(person);
    expect(crowd.find(person.upn)).toEqual(person);
  });

  it.each([
    '',
    'c0ffee00',
    'c0ffee00-0000-4007-8000-0000000186a0',
    'c0ffee00-0000-4008-8000-000000000000',
    'ada.abara.0@elsewhere.example',
    'nobody.at.all.0@practice.example',
    'x.y.100000@practice.example',
    '../users',
  ])('knows nobody called "%s"', (key) => {
    expect(crowd.find(key)).toBeNull();
  });

  it.each(['an', 'Karim', 'da si', 'kovac', 'lena.be', 'zz', 'Sato Aiko'])(
    'passes nobody over who fits a search for "%s"',
    (text) => {
      const clauses = ['displayName', 'givenName', 'surname', 'userPrincipalName'];
      const test = parseSearch(clauses.map((field) => `"${field}:${text}"`).join(' OR '));
      if (test === null) throw new Error('not parsed');
      const all = [...crowd].filter(test).map(({ id }) => id);
      expect([...crowd.named(text)].filter(test).map(({ id }) => id)).toEqual(all);
    },
  );

  it.each(['C', 'c00', 'C0047', 'C099999', 'C100000', '1042', 'Cx', 'C0000001'])(
    'passes nobody over whose number begins with "%s"',
    (start) => {
      const test = parseFilter(`startsWith(employeeId,'${start}')`);
      if (test === null) throw new Error('not parsed');
      const all = [...crowd].filter(test).map(({ id }) => id);
      expect([...crowd.numbered(start)].map(({ id }) => id)).toEqual(all);
    },
  );

  it.each([
    [-1, 0],
    [0, 0],
    [2.9, 2],
    [1e9, largestCrowd],
  ])('of %d has %d people', (wanted, size) => {
    expect(new Crowd(wanted).size).toBe(size);
  });
});
