import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MsalSession } from '../../../src/main/auth/msal-session.ts';
import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { selfId } from '../../../src/main/graph/types.ts';
import { practiceHolders, type Person } from '../../../src/main/practice/directory.ts';
import { variantCount, variantOf } from '../../../src/main/practice/variants.ts';
import { readPayload } from '../../../src/shared/credential/payload.ts';
import { toInstant } from '../../../src/shared/ids.ts';
import { operators, PracticeStation } from '../../fakes/practice-station.ts';

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

/** Somebody with these marks, and nobody else's marks. */
function marked(...marks: readonly string[]): Person {
  const found = practiceHolders.find((person) => marks.every((mark) => person.marks.has(mark)));
  if (found === undefined) throw new Error(`Nobody is ${marks.join(' and ')}`);
  return found;
}

/** The next person who has no method yet. */
async function somebodyNew(): Promise<Person> {
  for (const person of practiceHolders) {
    if (person.marks.size > 0) continue;
    const { result } = await graph.credential(person.id);
    if (result.ok && result.value === null) return person;
  }
  throw new Error('Everybody has a badge by now');
}

function lasting(ms: number): { readonly startsAt: string; readonly expiresAt: string } {
  const startMs = Math.floor(station.clock.now() / 1000) * 1000;
  return { startsAt: toInstant(startMs), expiresAt: toInstant(startMs + ms) };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.each(Array.from({ length: variantCount }, (_none, n) => n))('answers of variant %i', (n) => {
  beforeEach(() => {
    station.tenant.faults.variant = variantOf(n);
  });

  it('carry a holder through a whole life of badges', async () => {
    const person = await somebodyNew();
    const year = lasting(365 * dayMs);

    const first = await graph.createMethod(person.id, year, '40718529');
    expect(first).toMatchObject({
      outcome: 'done',
      result: { ok: true, value: { pin: '40718529', code: year } },
    });
    if (!first.result.ok) return;
    const { code, payload } = first.result.value;
    expect(readPayload(payload)).toEqual({ marker: 'ms-qrpin:v1', upn: person.upn, codeId: code.id });
    expect(payload.length).toBeGreaterThanOrEqual(150);
    expect(payload.length).toBeLessThanOrEqual(220);

    const shift = lasting(8 * hourMs);
    const temporary = await graph.createCode(person.id, 'temporary', shift);
    expect(temporary).toMatchObject({ outcome: 'done', result: { ok: true, value: { code: shift } } });
    expect(await graph.credential(person.id)).toMatchObject({
      result: {
        ok: true,
        value: {
          standard: { id: code.id, ...year, lastUsedAt: null },
          temporary: shift,
          pin: { mustChange: true },
        },
      },
    });

    const later = lasting(380 * dayMs).expiresAt;
    expect(await graph.extend(person.id, later)).toMatchObject({ outcome: 'done', result: { ok: true } });
    expect(await graph.credential(person.id)).toMatchObject({
      result: { value: { standard: { expiresAt: later } } },
    });

    expect((await graph.deleteCode(person.id, 'standard')).outcome).toBe('done');
    const replaced = await graph.createCode(person.id, 'standard', year);
    expect(replaced).toMatchObject({ outcome: 'done', result: { ok: true } });
    expect(replaced.result.ok && text(replaced.result.value.payload)).not.toBe(text(payload));

    const pin = await graph.resetPin(person.id);
    expect(pin.result.ok && pin.result.value).toMatch(/^\d{8}$/);
    expect((await graph.deleteCode(person.id, 'temporary')).outcome).toBe('done');
    expect(await graph.credential(person.id)).toMatchObject({ result: { value: { temporary: null } } });

    expect((await graph.deleteMethod(person.id)).outcome).toBe('done');
    expect((await graph.credential(person.id)).result).toEqual({ ok: true, value: null });
    expect((await graph.deleteMethod(person.id)).outcome).toBe('done');
  });

  it('name what is refused', async () => {
    const has = marked('standard');
    const none = await somebodyNew();
    const year = lasting(365 * dayMs);
    const expectCode = (done: { result: { ok: boolean } }, code: string): void =>
      expect(done).toMatchObject({ outcome: 'not-done', result: { ok: false, failure: { code } } });
    expectCode(await graph.createMethod(has.id, year, '40718529'), 'method-exists');
    expectCode(await graph.createCode(has.id, 'standard', year), 'code-exists');
    expectCode(await graph.createCode(none.id, 'standard', year), 'method-not-found');
    expectCode(await graph.createCode(none.id, 'temporary', lasting(hourMs)), 'method-not-found');
    expectCode(await graph.createCode(has.id, 'temporary', lasting(13 * hourMs)), 'lifetime-refused');
    expectCode(await graph.createMethod(none.id, lasting(396 * dayMs), '40718529'), 'lifetime-refused');
    expectCode(await graph.createMethod(none.id, year, '1234567'), 'pin-refused');
    expectCode(await graph.extend(has.id, lasting(700 * dayMs).expiresAt), 'lifetime-refused');
    expectCode(await graph.extend(none.id, year.expiresAt), 'code-not-found');
    expectCode(await graph.resetPin(none.id), 'method-not-found');
    expectCode(
      await graph.createMethod('00000000-0000-4000-8000-00000000dead', year, '40718529'),
      'holder-not-found',
    );
    expectCode(await graph.createMethod(marked('guest').id, year, '40718529'), 'graph-policy-refused');
  });

  it('show what everybody has on the first day', async () => {
    const now = station.clock.now();
    const read = async (...marks: string[]) => {
      const { result } = await graph.credential(marked(...marks).id);
      if (!result.ok || result.value === null) throw new Error(marks.join());
      return result.value;
    };
    const active = (code: { expiresAt: string } | null): boolean =>
      code !== null && Date.parse(code.expiresAt) > now;
    expect(active((await read('standard')).standard)).toBe(true);
    expect((await read('standard')).standard?.lastUsedAt).not.toBeNull();
    expect((await read('unused')).standard?.lastUsedAt).toBeNull();
    expect(Date.parse((await read('expiring')).standard?.expiresAt ?? '') - now).toBeLessThan(14 * dayMs);
    expect(active((await read('expired')).standard)).toBe(false);
    expect(active((await read('temporary')).temporary)).toBe(true);
    const forgotten = await read('forgotten');
    expect([active(forgotten.standard), active(forgotten.temporary)]).toEqual([false, true]);
    expect(await read('pin-only')).toMatchObject({
      standard: null,
      temporary: null,
      pin: { mustChange: false },
    });
  });

  it('tell the kinds of methods', async () => {
    const types = await graph.methodTypes(marked('standard').id);
    expect(types).toEqual({ ok: true, value: ['password', 'qrCodePin', 'someFuture'] });
  });
});

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
    const fresh = await graph.createMethod(renamed.id, lasting(dayMs), '40718529');
    const upn = fresh.result.ok ? readPayload(fresh.result.value.payload)?.upn : null;
    expect(upn).not.toBe(renamed.upn);
    expect(upn).toMatch(/^renata\.nowak@/);
  });
});

describe('who may do what', () => {
  const asked: [string, (client: GraphHttpClient, person: Person) => Promise<unknown>][] = [
    ['read', (client, person) => client.credential(person.id)],
    ['write', (client, person) => client.createCode(person.id, 'temporary', lasting(hourMs))],
  ];
  const table = [
    ['admin', 'standard', 'read', null],
    ['admin', 'privileged', 'read', null],
    ['admin', 'privileged', 'write', 'graph-refused-role'],
    ['privilegedAdmin', 'privileged', 'write', 'method-not-found'],
    ['reader', 'standard', 'read', null],
    ['reader', 'standard', 'write', 'graph-refused-role'],
    ['nobody', 'standard', 'read', 'graph-refused-role'],
    ['nobody', 'standard', 'write', 'graph-refused-role'],
    ['northAdmin', 'standard', 'read', null],
    ['northAdmin', 'forgotten', 'read', 'graph-refused-role'],
    ['northAdmin', 'forgotten', 'write', 'graph-refused-role'],
  ] as const;

  it.each(table)('%s, somebody %s, %s: %s', async (who, mark, what, code) => {
    const own = new PracticeStation();
    try {
      const theirs = own.session();
      await own.signIn(theirs, operators[who].id);
      const ask = asked.find(([name]) => name === what)?.[1];
      const done = await ask?.(own.graph(theirs), marked(mark));
      if (code === null) expect(done).toMatchObject({ result: { ok: true } });
      else expect(done).toMatchObject({ outcome: 'not-done', result: { failure: { code } } });
    } finally {
      own.remove();
    }
  });

  it('lets a Global Reader read the policy, and an Authentication Administrator not', async () => {
    expect(await graph.policy()).toMatchObject({ ok: false, failure: { code: 'graph-refused-role' } });
    const own = new PracticeStation();
    const theirs = own.session();
    await own.signIn(theirs, operators.reader.id);
    const policy = await own.graph(theirs).policy();
    expect(policy).toMatchObject({ ok: true, value: { enabled: true, pinLength: 8, standardDays: 365 } });
    if (!policy.ok) return;
    const groups = policy.value.include.map((target) => target.id);
    expect(await own.graph(theirs).groupsOf(marked('standard').id, groups)).toEqual({
      ok: true,
      value: groups,
    });
    expect(await own.graph(theirs).groupsOf(marked('guest').id, groups)).toEqual({ ok: true, value: [] });
    own.remove();
  });

  it('asks for a recent sign-in before an own badge, and gives it then', async () => {
    station.clock.advance(11 * 60_000);
    const asking = graph.createMethod(selfId, lasting(dayMs), '40718529');
    await station.browserOpens();
    await station.browser.choose(operators.admin.id);
    expect(await asking).toMatchObject({ outcome: 'done', result: { ok: true } });
    expect(await graph.createCode(operators.admin.id, 'temporary', lasting(hourMs))).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'graph-refused-self' } },
    });
  });
});

describe('a claims challenge of the practice Graph', () => {
  it('is answered silently', async () => {
    station.tenant.faults.claims = 'once';
    expect((await graph.credential(marked('standard').id)).result.ok).toBe(true);
  });

  it('is answered in the browser when silence is not enough, even for a write', async () => {
    station.tenant.faults.claims = 'strong';
    station.tenant.faults.claimsNeedPerson = true;
    const person = await (async () => {
      const found = practiceHolders.find((one) => one.marks.has('pin-only'));
      if (found === undefined) throw new Error('nobody');
      return found;
    })();
    const asking = graph.createCode(person.id, 'standard', lasting(dayMs));
    await station.browserOpens();
    await station.browser.choose(operators.admin.id);
    expect(await asking).toMatchObject({ outcome: 'done', result: { ok: true }, trace: { attempts: 2 } });
    await graph.deleteCode(person.id, 'standard');
  });

  it('leaves everything as it was when the person gives up', async () => {
    station.tenant.faults.claims = 'stronger';
    station.tenant.faults.claimsNeedPerson = true;
    const asking = graph.createCode(marked('pin-only').id, 'standard', lasting(dayMs));
    await station.browserOpens();
    station.browser.close();
    await session.cancel();
    expect(await asking).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'sign-in-cancelled' } },
    });
    station.tenant.faults.clear();
    expect(await graph.credential(marked('pin-only').id)).toMatchObject({
      result: { value: { standard: null } },
    });
  });
});
