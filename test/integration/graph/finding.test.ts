import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MsalSession } from '../../../src/main/auth/msal-session.ts';
import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { practiceHolders } from '../../../src/main/practice/directory.ts';
import { usualVariant } from '../../../src/main/practice/variants.ts';
import { readPayload } from '../../../src/shared/credential/payload.ts';
import { lasting, marked, PracticeStation } from '../../fakes/practice-station.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let station: PracticeStation;
let session: MsalSession;
let graph: GraphHttpClient;

beforeAll(async () => {
  station = new PracticeStation();
  session = station.session();
  await station.signIn(session);
});
beforeEach(() => {
  station.tenant.faults.clear();
  graph = station.graph(session);
});
afterAll(() => station.remove());

describe('finding people in the practice tenant', () => {
  it.each([
    ['ana luc', 'Ana Lucía Fernández Ibáñez'],
    ['lukasz', 'Łukasz Żółtowski'],
    ['Wiśn', 'Małgorzata Wiśniewska'],
    ['ΕΛΕΝΗ', 'Ελένη Παπαδοπούλου'],
    ['кузнецов', 'Иван Кузнецов'],
    ['فاطمة', 'فاطمة الزهراء بنعلي'],
    ['כהן', 'יעל כהן'],
    ['佐藤', '佐藤 健'],
    ["O'Brien", "O'Brien, Patrick"],
    ['D"Angelo', "Luca D'Angelo"],
    ['zoe.mueller', 'Zoë Müller-Lüdenscheidt'],
    ['104209', '佐藤 健'],
    ['H-3008', '陳美玲'],
    ['na.li@practice.example', 'Li Na'],
    ['robin.guest_partner.example#EXT#@practice.example', 'Robin Guest'],
  ])('%s finds %s first', async (search, name) => {
    const found = await graph.findHolders(search);
    expect(found.ok && found.value.holders[0]?.name).toBe(name);
  });

  it('passes over an empty first page', async () => {
    station.tenant.faults.variant = { ...usualVariant, firstPage: 'empty-with-link' };
    const found = await graph.findHolders('lukasz');
    expect(found.ok && found.value.holders.map((holder) => holder.employeeId)).toEqual(['104202']);
  });

  it('finds nobody without calling it a failure', async () => {
    expect(await graph.findHolders('Nobody Atall')).toEqual({ ok: true, value: { holders: [], next: null } });
  });

  it('pages through everybody, once each', async () => {
    const ids = new Set<string>();
    let page = await graph.findHolders('practice.example');
    let found = 0;
    for (const start of 'abcdefghijklmnopqrstuvwxyz') {
      page = await graph.findHolders(start);
      for (;;) {
        if (!page.ok) throw new Error(page.failure.code);
        for (const holder of page.value.holders) ids.add(holder.id);
        found += page.value.holders.length;
        if (page.value.next === null) break;
        page = await graph.moreHolders(page.value.next);
      }
    }
    expect(found).toBeGreaterThan(60);
    expect(practiceHolders.every((person) => ids.has(person.id))).toBe(true);
  });

  it('tells what a badge needs to know about a holder', async () => {
    expect(await graph.holder(marked('disabled').id)).toMatchObject({
      ok: true,
      value: { enabled: false, guest: false },
    });
    expect(await graph.holder(marked('guest').id)).toMatchObject({
      ok: true,
      value: { enabled: true, guest: true },
    });
    expect(await graph.holder('nobody@practice.example')).toMatchObject({
      failure: { code: 'holder-not-found' },
    });
  });

  it('has photos of some', async () => {
    expect((await graph.photo(marked('photo').id))?.length).toBeGreaterThan(500);
    expect(await graph.photo(marked('guest').id)).toBeNull();
  });

  it('gives one person a code with the name from before a rename', async () => {
    const renamed = marked('renamed');
    const fresh = await graph.createMethod(renamed.id, lasting(station.clock.now(), dayMs), '40718529');
    const upn = fresh.result.ok ? readPayload(fresh.result.value.payload)?.upn : null;
    expect(upn).not.toBe(renamed.upn);
    expect(upn).toMatch(/^renata\.nowak@/);
  });
});

describe('lists in the practice tenant', () => {
  it('finds a group by name and lists it to its end, once each', async () => {
    const places = await graph.findPlaces('group', 'site n');
    expect(places.ok && places.value.map(({ name }) => name)).toEqual(['Site North staff']);
    const placeId = places.ok ? (places.value[0]?.id ?? '') : '';
    const names: string[] = [];
    let page = await graph.members('group', placeId);
    for (;;) {
      if (!page.ok) throw new Error(page.failure.code);
      names.push(...page.value.holders.map(({ name }) => name));
      if (page.value.next === null) break;
      page = await graph.moreHolders(page.value.next);
    }
    const north = practiceHolders.filter(({ site }) => site === 'north').map(({ name }) => name);
    expect([...names].sort()).toEqual([...north].sort());
  });

  it('lists an administrative unit and who reports to the operator', async () => {
    const places = await graph.findPlaces('unit', 'harbour');
    const placeId = places.ok ? (places.value[0]?.id ?? '') : '';
    const unit = await graph.members('unit', placeId);
    expect(unit.ok && unit.value.holders.length).toBe(
      practiceHolders.filter(({ site }) => site === 'harbour').length,
    );
    const reports = await graph.reports();
    expect(reports.ok && reports.value.holders.map(({ name }) => name)).toContain('İbrahim Öztürk');
  });

  it('is refused a list without its permission, and stays signed in', async () => {
    const poor = station.graph(session, {
      tokens: {
        accessToken: ({ scopes, ...rest }) =>
          session.accessToken({ ...rest, scopes: scopes.filter((scope) => !scope.includes('Group')) }),
      },
    });
    expect(await poor.findPlaces('group', 'site')).toMatchObject({ failure: { code: 'graph-refused' } });
    expect((await poor.findHolders('lukasz')).ok).toBe(true);
    expect(session.operator).not.toBeNull();
  });
});
