import { describe, expect, it } from 'vitest';
import { readHolder, readPeople } from '../../../src/main/graph/holders.ts';
import type { HttpOutcome } from '../../../src/main/net/door.ts';
import { answer, trouble } from '../../fakes/scripted-door.ts';
import { sample, sampleBody, scriptedGraph } from '../../fakes/scripted-graph.ts';

const base = 'https://graph.microsoft.com/v1.0';
const person = (id: string, more: object = {}): object => ({
  id,
  displayName: `Person ${id}`,
  userPrincipalName: `${id}@fake.example`,
  ...more,
});
const page = (people: readonly object[], next?: string): HttpOutcome =>
  answer(200, { value: people, ...(next === undefined ? {} : { '@odata.nextLink': next }) });

describe('finding holders', () => {
  it('reads the recorded page', async () => {
    const { graph, door } = scriptedGraph(sample('users_search'));
    const found = await graph.findHolders('wan');
    expect(found).toMatchObject({
      ok: true,
      value: {
        holders: [
          { name: 'Wanda Worker', employeeId: 'FAKE-0042', enabled: true, guest: null, department: null },
          { name: 'Wang Worker', employeeId: null, enabled: false },
        ],
      },
    });
    expect(found.ok && found.value.next).not.toBeNull();
    expect(door.requests[0]?.headers['ConsistencyLevel']).toBe('eventual');
  });

  it('goes on with the opaque link and the same header', async () => {
    const link = `${base}/users?$skiptoken=ABC%2B%2F`;
    const { graph, door } = scriptedGraph(page([person('a')], link), page([person('b')]));
    const first = await graph.findHolders('per');
    const next = first.ok ? first.value.next : null;
    expect(await graph.moreHolders(next ?? '')).toMatchObject({
      ok: true,
      value: { holders: [{ id: 'b' }], next: null },
    });
    expect(door.requests[1]?.url).toBe(link);
    expect(door.requests[1]?.headers['ConsistencyLevel']).toBe('eventual');
  });

  it('passes over empty pages that still have a link', async () => {
    const empty = sample('users_empty_page_with_next');
    const { graph, door } = scriptedGraph(empty, empty, page([person('a')]));
    expect(await graph.findHolders('per')).toMatchObject({
      ok: true,
      value: { holders: [{ id: 'a' }], next: null },
    });
    expect(door.requests).toHaveLength(3);
  });

  it('stops after a handful of empty pages and leaves the rest to the person', async () => {
    const empty = sample('users_empty_page_with_next');
    const { graph, door } = scriptedGraph(...Array.from({ length: 9 }, () => empty));
    const found = await graph.findHolders('per');
    expect(found).toMatchObject({ ok: true, value: { holders: [] } });
    expect(found.ok && found.value.next).not.toBeNull();
    expect(door.requests).toHaveLength(5);
  });

  it.each([
    'https://elsewhere.example/v1.0/users?$skiptoken=x',
    'https://graph.microsoft.com.evil.example/v1.0/users',
    'https://graph.microsoft.com/v1.0evil/users',
    'https://graph.microsoft.com@evil.example/v1.0/users',
    'http://graph.microsoft.com/v1.0/users',
  ])('does not follow a link to %s', async (link) => {
    const empty = page([], link);
    const { graph, door } = scriptedGraph(empty);
    expect(await graph.findHolders('per')).toMatchObject({
      ok: false,
      failure: { code: 'graph-host-refused' },
    });
    expect(door.requests).toHaveLength(1);
    for (const kind of ['a', 'p']) expect((await graph.moreHolders(`${kind} ${link}`)).ok).toBe(false);
    expect(door.requests).toHaveLength(1);
  });

  it.each(['', 'junk', 'a', 'a ', `x ${base}/users`, `${base}/users`, '\n\n'])(
    'refuses %j as a continuation',
    async (next) => {
      const { graph } = scriptedGraph();
      expect(await graph.moreHolders(next)).toMatchObject({
        ok: false,
        failure: { code: 'graph-bad-request' },
      });
    },
  );

  it('asks nothing when there is nothing to look for', async () => {
    const { graph, door } = scriptedGraph();
    expect(await graph.findHolders('  \n')).toEqual({ ok: true, value: { holders: [], next: null } });
    expect(door.requests).toEqual([]);
  });

  it('puts the holder of just that number first, then longer numbers, then names', async () => {
    const numbers = page([person('long', { employeeId: '12345' }), person('exact', { employeeId: '123' })]);
    const names = page([person('name'), person('long', { employeeId: '12345' })]);
    const { graph, door } = scriptedGraph(numbers, names);
    const found = await graph.findHolders('123');
    expect(found.ok && found.value.holders.map((holder) => holder.id)).toEqual(['exact', 'long', 'name']);
    expect(door.requests[0]?.url).toContain('$filter=startsWith(employeeId');
    expect(door.requests[0]?.headers).not.toHaveProperty('ConsistencyLevel');
  });

  it('goes on with numbers first, then with names, each with its own header', async () => {
    const links = [`${base}/users?$skiptoken=numbers`, `${base}/users?$skiptoken=names`];
    const { graph, door } = scriptedGraph(
      page([person('a', { employeeId: '1' })], links[0]),
      page([person('b')], links[1]),
      page([person('c')]),
      page([person('d')]),
    );
    const first = await graph.findHolders('1');
    const second = await graph.moreHolders(first.ok ? (first.value.next ?? '') : '');
    const third = await graph.moreHolders(second.ok ? (second.value.next ?? '') : '');
    expect(third).toMatchObject({ ok: true, value: { holders: [{ id: 'd' }], next: null } });
    expect(door.requests.slice(2).map((one) => [one.url, one.headers['ConsistencyLevel']])).toEqual([
      [links[0], undefined],
      [links[1], 'eventual'],
    ]);
  });

  it('does not say "nobody" when the number could not be asked for', async () => {
    const refused = sample('directory_denied');
    const silent = scriptedGraph(refused, page([]));
    expect(await silent.graph.findHolders('123')).toMatchObject({
      ok: false,
      failure: { code: 'graph-refused' },
    });
    const named = scriptedGraph(refused, page([person('a')]));
    expect(await named.graph.findHolders('123')).toMatchObject({
      ok: true,
      value: { holders: [{ id: 'a' }] },
    });
  });

  it('reads a whole sign-in name directly as well, for the search index may be behind', async () => {
    const { graph } = scriptedGraph(answer(200, person('new')), page([]));
    expect(await graph.findHolders('new@fake.example')).toMatchObject({
      ok: true,
      value: { holders: [{ id: 'new' }] },
    });
    const unknown = scriptedGraph(sample('user_not_found'), page([]));
    expect(await unknown.graph.findHolders('new@fake.example')).toEqual({
      ok: true,
      value: { holders: [], next: null },
    });
  });

  it('does not hide that the network is gone', async () => {
    const { graph } = scriptedGraph(...Array.from({ length: 4 }, () => trouble('offline', 'no')));
    expect(await graph.findHolders('wanda')).toMatchObject({ ok: false, failure: { code: 'graph-offline' } });
  });
});

describe('one holder', () => {
  it('is read by id', async () => {
    const { graph, door } = scriptedGraph(
      answer(200, person('a', { userType: 'Guest', accountEnabled: false })),
    );
    expect(await graph.holder('a')).toMatchObject({
      ok: true,
      value: { id: 'a', guest: true, enabled: false },
    });
    expect(door.requests[0]?.url).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\/a\?\$select=id,/);
  });

  it('may be unknown', async () => {
    const { graph } = scriptedGraph(sample('user_not_found'));
    expect(await graph.holder('a')).toMatchObject({ ok: false, failure: { code: 'holder-not-found' } });
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { id: 7 },
    { id: 'a' },
    { userPrincipalName: 'a@b.c' },
    { id: '', userPrincipalName: '' },
  ])('cannot be read from %j', (value) => {
    expect(readHolder(value)).toBeNull();
  });

  it('is called by the sign-in name when there is no other', () => {
    expect(readHolder({ id: 'A', userPrincipalName: 'a@b.c', displayName: null })).toMatchObject({
      id: 'a',
      name: 'a@b.c',
    });
  });
});

describe('pages of people', () => {
  it('leave out what is no person', () => {
    const value = [person('a'), null, 7, { id: 'device' }, [], person('b')];
    const people = readPeople({ value });
    expect(people.ok && people.value.holders.map((holder) => holder.id)).toEqual(['a', 'b']);
  });

  it.each([null, undefined, 'x', 7, [], {}, { value: null }, { value: {} }])('are not %j', (value) => {
    expect(readPeople(value)).toMatchObject({ ok: false, failure: { code: 'graph-bad-answer' } });
  });

  it('have no link when the link is no text', () => {
    expect(readPeople({ ...(sampleBody('users_search') as object), '@odata.nextLink': 7 })).toMatchObject({
      value: { nextLink: null },
    });
  });
});

describe('photos', () => {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0];
  const png = [0x89, 0x50, 0x4e, 0x47];
  const photo = (...bytes: number[]): HttpOutcome => ({
    ok: true,
    answer: { status: 200, headers: {}, body: Uint8Array.from(bytes) },
  });

  it.each([jpeg, png])('are JPEG or PNG', async (...bytes) => {
    const { graph } = scriptedGraph(photo(...bytes));
    expect(await graph.photo('a')).toEqual(Uint8Array.from(bytes));
  });

  it.each([
    ['is missing', answer(404)],
    ['may not be read', answer(403)],
    ['is a GIF of one dot', photo(0x47, 0x49, 0x46, 0x38)],
    ['is a page', answer(200, '<html>')],
    ['is empty', answer(200)],
  ])('a photo that %s is silently none', async (_name, outcome) => {
    const { graph } = scriptedGraph(outcome);
    expect(await graph.photo('a')).toBeNull();
  });

  it('never opens a browser', async () => {
    const { graph, tokens } = scriptedGraph(sample('claims_challenge'));
    tokens.next = (request) =>
      request.claims === undefined
        ? { ok: true, value: 'old' }
        : { ok: false, failure: { code: 'sign-in-interaction-required', facts: {} } };
    expect(await graph.photo('a')).toBeNull();
    expect(tokens.requests.every((request) => !request.interactive)).toBe(true);
  });
});
