import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MsalSession } from '../../../src/main/auth/msal-session.ts';
import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { practiceHolders, type Person } from '../../../src/main/practice/directory.ts';
import { variantCount, variantOf } from '../../../src/main/practice/variants.ts';
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

/** The next person who has no method yet. */
async function somebodyNew(): Promise<Person> {
  for (const person of practiceHolders) {
    if (person.marks.size > 0) continue;
    const { result } = await graph.credential(person.id);
    if (result.ok && result.value === null) return person;
  }
  throw new Error('Everybody has a badge by now');
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.each(Array.from({ length: variantCount }, (_none, n) => n))('answers of variant %i', (n) => {
  beforeEach(() => {
    station.tenant.faults.variant = variantOf(n);
  });

  it('carry a holder through a whole life of badges', async () => {
    const person = await somebodyNew();
    const year = lasting(station.clock.now(), 365 * dayMs);

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

    const shift = lasting(station.clock.now(), 8 * hourMs);
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

    const later = lasting(station.clock.now(), 380 * dayMs).expiresAt;
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
    const year = lasting(station.clock.now(), 365 * dayMs);
    const expectCode = (done: { result: { ok: boolean } }, code: string): void =>
      expect(done).toMatchObject({ outcome: 'not-done', result: { ok: false, failure: { code } } });
    expectCode(await graph.createMethod(has.id, year, '40718529'), 'method-exists');
    expectCode(await graph.createCode(has.id, 'standard', year), 'code-exists');
    expectCode(await graph.createCode(none.id, 'standard', year), 'method-not-found');
    expectCode(
      await graph.createCode(none.id, 'temporary', lasting(station.clock.now(), hourMs)),
      'method-not-found',
    );
    expectCode(
      await graph.createCode(has.id, 'temporary', lasting(station.clock.now(), 13 * hourMs)),
      'lifetime-refused',
    );
    expectCode(
      await graph.createMethod(none.id, lasting(station.clock.now(), 396 * dayMs), '40718529'),
      'lifetime-refused',
    );
    expectCode(await graph.createMethod(none.id, year, '1234567'), 'pin-refused');
    expectCode(
      await graph.extend(has.id, lasting(station.clock.now(), 700 * dayMs).expiresAt),
      'lifetime-refused',
    );
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
    const read = async (mark: string) => {
      const { result } = await graph.credential(marked(mark).id);
      if (!result.ok || result.value === null) throw new Error(mark);
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
