import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../scripts/tenant/code-book.ts';
import { practiceHolders } from '../../../src/main/practice/directory.ts';
import { lasting, marked, operators } from '../../fakes/practice-station.ts';
import { RehearsalDesk } from '../../fakes/rehearsal.ts';

const shift = lasting(Date.now(), 8 * 3_600_000);

let desk: RehearsalDesk;
beforeEach(async () => {
  desk = new RehearsalDesk();
  await desk.start();
});
afterEach(() => desk.remove());

async function put(faults: unknown): Promise<number> {
  const answer = await fetch(`${desk.control}/faults`, { method: 'PUT', body: JSON.stringify(faults) });
  return answer.status;
}

async function state(): Promise<{ holders: { id: string; method: unknown }[]; codes: unknown[] }> {
  const answer = await fetch(`${desk.control}/state`);
  return (await answer.json()) as Awaited<ReturnType<typeof state>>;
}

describe('the control door', () => {
  it('shows what each holder has, and each new code by its hash', async () => {
    const person = marked('standard');
    const graph = desk.graph(await desk.signedIn());
    const { result } = await graph.createCode(person.id, 'temporary', shift);
    if (!result.ok) throw new Error(result.failure.code);
    const seen = await state();
    expect(seen.holders).toHaveLength(practiceHolders.length);
    expect(seen.holders.find(({ id }) => id === person.id)).toMatchObject({
      method: { temporary: { id: result.value.code.id }, standard: {}, pin: { mustChange: false } },
    });
    expect(seen.codes).toMatchObject([
      {
        codeId: result.value.code.id,
        holderId: person.id,
        kind: 'temporary',
        ended: null,
        payloadSha256: sha256(result.value.payload),
      },
    ]);
    expect(JSON.stringify(seen)).not.toContain('ms-qrpin');
  });

  it('sets every switch, and sets none when one is unknown', async () => {
    expect(
      await put({ lagMs: 20, latencyMs: 3, variant: 2, claims: 'step-up', claimsNeedPerson: true }),
    ).toBe(200);
    expect(desk.server.faults).toMatchObject({ lagMs: 20, latencyMs: 3, claims: 'step-up' });
    expect(await put({ lagMs: 99, nonsense: true })).toBe(400);
    expect(desk.server.faults.lagMs).toBe(20);
    const cleared = await fetch(`${desk.control}/faults`, { method: 'DELETE' });
    expect(await cleared.json()).toMatchObject({ lagMs: 0, claims: null });
  });

  it.each(['', '{', '[]', '"x"', 'null', '{"online":"no"}'])('refuses %j as faults', async (body) => {
    const answer = await fetch(`${desk.control}/faults`, { method: 'PUT', body });
    expect(answer.status).toBe(400);
  });

  it.each([
    ['lost before the work', { kind: 'drop', when: 'before' }, 'unknown', 0],
    ['lost after the work', { kind: 'drop', when: 'after' }, 'unknown', 1],
    ['cut short', { kind: 'truncate' }, 'unknown', 1],
    ['empty', { kind: 'empty' }, 'unknown', 1],
    ['a gateway’s page', { kind: 'html', status: 502, when: 'before' }, 'unknown', 0],
    ['throttled, then done', { kind: 'throttle', retryAfterSeconds: 1 }, 'done', 1],
  ])('makes the next answer %s', async (_what, fault, outcome, codes) => {
    expect(await put({ rules: [{ on: 'E9', times: 1, fault }] })).toBe(200);
    const graph = desk.graph(await desk.signedIn());
    const traced = await graph.createCode(marked('standard').id, 'temporary', shift);
    expect(traced.outcome).toBe(outcome);
    expect((await state()).codes).toHaveLength(codes);
  });

  it('takes the tenant off the network and brings it back at the same address', async () => {
    const session = await desk.signedIn();
    const graph = desk.graph(session);
    expect(await put({ online: false })).toBe(200);
    expect(await graph.createCode(marked('standard').id, 'temporary', shift)).toMatchObject({
      outcome: 'not-done',
    });
    expect(await put({ online: true })).toBe(200);
    expect(await graph.createCode(marked('standard').id, 'temporary', shift)).toMatchObject({
      outcome: 'done',
    });
  });

  it('hides a fresh write from readers while the directory lags', async () => {
    await put({ lagMs: 600_000 });
    const graph = desk.graph(await desk.signedIn());
    const person = marked('standard');
    await graph.createCode(person.id, 'temporary', shift);
    expect(await graph.credential(person.id)).toMatchObject({ result: { value: { temporary: null } } });
    await put({ lagMs: 0 });
    expect(await graph.credential(person.id)).toMatchObject({ result: { value: { temporary: shift } } });
  });

  it('has a claims challenge answered without a person when that is allowed, once', async () => {
    const graph = desk.graph(await desk.signedIn());
    await put({ claims: 'step-up' });
    expect(await graph.createCode(marked('standard').id, 'temporary', shift)).toMatchObject({
      outcome: 'done',
    });
    expect((await state()).codes).toHaveLength(1);
  });

  it('revokes an operator’s sign-in', async () => {
    const session = await desk.signedIn();
    const body = JSON.stringify({ operatorId: operators.admin.id });
    expect((await fetch(`${desk.control}/revoke`, { method: 'POST', body })).status).toBe(200);
    const held = await desk.graph(session).credential(marked('standard').id, { interactive: false });
    expect(held.result).toMatchObject({ failure: { code: 'sign-in-refused' } });
    const nobody = await fetch(`${desk.control}/revoke`, { method: 'POST', body: '{"operatorId":"x"}' });
    expect(nobody.status).toBe(404);
  });

  it.each([
    ['a privileged holder', operators.admin, marked('privileged')],
    ['a holder of another administrative unit', operators.northAdmin, marked('pin-only')],
    ['anybody, for an operator without a role', operators.nobody, marked('standard')],
  ])('keeps the directory’s roles: not %s', async (_what, operator, person) => {
    const graph = desk.graph(await desk.signedIn(operator.id));
    expect(await graph.createCode(person.id, 'temporary', shift)).toMatchObject({
      outcome: 'not-done',
      trace: { status: 403 },
    });
  });

  it.each([
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a name that was bent to this machine', { host: 'evil.example' }],
  ])('answers no web page: %s', async (_what, headers) => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${desk.control}/state`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(status).toBe(403);
  });

  it('says what it knows to a question it does not', async () => {
    const answer = await fetch(`${desk.control}/nothing`);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('PUT /faults')]);
  });
});
