import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MsalSession } from '../../../src/main/auth/msal-session.ts';
import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { selfId } from '../../../src/main/graph/types.ts';
import { practiceHolders, type Person } from '../../../src/main/practice/directory.ts';
import { lasting, marked, operators, PracticeStation } from '../../fakes/practice-station.ts';

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

describe('who may do what', () => {
  const asked: [string, (client: GraphHttpClient, person: Person) => Promise<unknown>][] = [
    ['read', (client, person) => client.credential(person.id)],
    [
      'write',
      (client, person) => client.createCode(person.id, 'temporary', lasting(station.clock.now(), hourMs)),
    ],
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
    const asking = graph.createMethod(selfId, lasting(station.clock.now(), dayMs), '40718529');
    await station.browserOpens();
    await station.browser.choose(operators.admin.id);
    expect(await asking).toMatchObject({ outcome: 'done', result: { ok: true } });
    expect(
      await graph.createCode(operators.admin.id, 'temporary', lasting(station.clock.now(), hourMs)),
    ).toMatchObject({
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
    const asking = graph.createCode(person.id, 'standard', lasting(station.clock.now(), dayMs));
    await station.browserOpens();
    await station.browser.choose(operators.admin.id);
    expect(await asking).toMatchObject({ outcome: 'done', result: { ok: true }, trace: { attempts: 2 } });
    await graph.deleteCode(person.id, 'standard');
  });

  it('leaves everything as it was when the person gives up', async () => {
    station.tenant.faults.claims = 'stronger';
    station.tenant.faults.claimsNeedPerson = true;
    const asking = graph.createCode(marked('pin-only').id, 'standard', lasting(station.clock.now(), dayMs));
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
