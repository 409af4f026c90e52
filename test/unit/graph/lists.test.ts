import { describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../../src/main/net/door.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { answer } from '../../fakes/scripted-door.ts';
import { scriptedGraph } from '../../fakes/scripted-graph.ts';

const base = 'https://graph.microsoft.com/v1.0';
const groups = 'https://graph.microsoft.com/GroupMember.Read.All';
const units = 'https://graph.microsoft.com/AdministrativeUnit.Read.All';
const person = (id: string): object => ({ id, displayName: id, userPrincipalName: `${id}@fake.example` });
const page = (people: readonly unknown[], next?: string): HttpOutcome =>
  answer(200, { value: people, ...(next === undefined ? {} : { '@odata.nextLink': next }) });

describe('lists of people', () => {
  it('asks who reports to the operator, without a further permission', async () => {
    const { graph, door, tokens } = scriptedGraph(page([person('a')]));
    expect(await graph.reports()).toMatchObject({ ok: true, value: { holders: [{ id: 'a' }], next: null } });
    expect(door.requests[0]?.url).toMatch(`${base}/me/directReports/microsoft.graph.user?$select=id,`);
    expect(door.requests[0]?.headers['ConsistencyLevel']).toBe('eventual');
    expect(tokens.requests.flatMap(({ scopes }) => scopes)).not.toContain(groups);
  });

  it.each([
    ['group', groups, `${base}/groups/g-1/transitiveMembers/microsoft.graph.user?`],
    ['unit', units, `${base}/directory/administrativeUnits/g-1/members/microsoft.graph.user?`],
  ] as const)('lists a %s with its own permission, page by page', async (kind, scope, url) => {
    const link = `${base}/elsewhere?$skiptoken=A%2BB`;
    const { graph, door, tokens } = scriptedGraph(page([person('a')], link), page([person('b')]));
    const first = await graph.members(kind, 'g-1');
    expect(first).toMatchObject({ ok: true, value: { holders: [{ id: 'a' }] } });
    expect(door.requests[0]?.url.startsWith(url)).toBe(true);
    const next = first.ok ? first.value.next : null;
    expect(await graph.moreHolders(next ?? '')).toMatchObject({
      ok: true,
      value: { holders: [{ id: 'b' }], next: null },
    });
    expect(door.requests[1]?.url).toBe(link);
    expect(door.requests.map(({ headers }) => headers['ConsistencyLevel'])).toEqual(['eventual', 'eventual']);
    expect(tokens.requests.every(({ scopes }) => scopes.includes(scope))).toBe(true);
  });

  it('finds groups and units by name, with the text made harmless', async () => {
    const { graph, door } = scriptedGraph(
      page([{ id: 'G-1', displayName: 'Site "North"' }, { id: 'g-2' }, { displayName: 'no id' }, 7]),
      page([]),
    );
    expect(await graph.findPlaces('group', ' Site  "N\\ & ')).toEqual({
      ok: true,
      value: [
        { id: 'g-1', name: 'Site "North"' },
        { id: 'g-2', name: 'g-2' },
      ],
    });
    const asked = new URL(door.requests[0]?.url ?? '').searchParams;
    expect(asked.get('$search')).toBe('"displayName:Site \\"N\\\\ &"');
    expect(await graph.findPlaces('unit', 'x')).toEqual({ ok: true, value: [] });
    expect(door.requests[1]?.url.startsWith(`${base}/directory/administrativeUnits?`)).toBe(true);
    expect(await graph.findPlaces('unit', ' \n ')).toEqual({ ok: true, value: [] });
    expect(door.requests).toHaveLength(2);
  });

  it('asks the person for a missing permission once, and a refusal ends the list alone', async () => {
    const { graph, door, tokens } = scriptedGraph(page([person('a')]));
    tokens.next = ({ scopes, interactive }) =>
      scopes.includes(groups)
        ? fail(interactive ? 'sign-in-refused' : 'sign-in-consent-required')
        : ok('token-1');
    expect(await graph.members('group', 'g-1')).toMatchObject({ failure: { code: 'sign-in-refused' } });
    expect(tokens.requests.map(({ interactive }) => interactive)).toEqual([false, true]);
    expect(door.requests).toEqual([]);
    expect(await graph.reports()).toMatchObject({ ok: true });
  });

  it.each(['sign-in-offline', 'not-signed-in', 'sign-in-interaction-required'] as const)(
    'opens no browser for %s',
    async (code) => {
      const { graph, tokens } = scriptedGraph();
      tokens.next = () => fail(code);
      expect(await graph.members('unit', 'u-1')).toMatchObject({ failure: { code } });
      expect(tokens.requests.map(({ interactive }) => interactive)).toEqual([false]);
    },
  );

  it.each(['', '..', '.', 'a/b', 'a?b', 'a\\b', 'me', 'a b', 'x'.repeat(201)])(
    'sends nothing for the place %j',
    async (placeId) => {
      const { graph, door } = scriptedGraph();
      expect(await graph.members('group', placeId)).toMatchObject({
        failure: { code: 'graph-bad-request' },
      });
      expect(door.requests).toEqual([]);
    },
  );

  it.each([
    'g https://elsewhere.example/v1.0/x',
    'u https://graph.microsoft.com@evil.example/v1.0/x',
    'r https://graph.microsoft.com/v1.0evil/x',
    'g http://graph.microsoft.com/v1.0/x',
    'g junk',
    'g ',
    'g',
  ])('does not go on with %j', async (next) => {
    const { graph, door } = scriptedGraph();
    expect((await graph.moreHolders(next)).ok).toBe(false);
    expect(door.requests).toEqual([]);
  });

  it.each([null, [], {}, { value: 'x' }, { value: {} }, 'junk', 7])(
    'an answer that is no list is a failure: %j',
    async (body) => {
      const scripted = (): ReturnType<typeof scriptedGraph> =>
        scriptedGraph(...Array.from({ length: 6 }, () => answer(200, body)));
      const code = { ok: false, failure: { code: 'graph-bad-answer' } };
      expect(await scripted().graph.findPlaces('group', 'x')).toMatchObject(code);
      expect(await scripted().graph.members('group', 'g')).toMatchObject(code);
    },
  );
});
