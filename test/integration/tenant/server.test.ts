import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../scripts/tenant/code-book.ts';
import type { CallEvent } from '../../../scripts/tenant/tenant-server.ts';
import { practiceHolders } from '../../../src/main/practice/directory.ts';
import { lasting, marked, operators, tokenOf } from '../../fakes/practice-station.ts';
import { RehearsalDesk, testCertificates } from '../../fakes/rehearsal.ts';
import { httpsFetch } from '../../fakes/https-fetch.ts';
import { makeCertificates } from '../../../scripts/tenant/certificates.ts';
import { TenantServer } from '../../../scripts/tenant/tenant-server.ts';

const yearMs = 365 * 86_400_000;
const pin = '40718529';
const year = lasting(Date.now(), yearMs);

let desk: RehearsalDesk;
let calls: CallEvent[];
beforeEach(async () => {
  calls = [];
  desk = new RehearsalDesk({ onCall: (event) => void calls.push(event) });
  await desk.start();
});
afterEach(() => desk.remove());

function somebodyNew(): string {
  const found = practiceHolders.find((person) => person.marks.size === 0);
  if (found === undefined) throw new Error('Everybody has something');
  return found.id;
}

describe('signing in at the rehearsal server', () => {
  it('goes through its own pages and over TLS, to a token that its Graph believes', async () => {
    const session = await desk.signedIn();
    expect(session.operator).toMatchObject({ name: 'Priya Raman' });
    const found = await desk.graph(session).findHolders('104202');
    expect(found).toMatchObject({ ok: true, value: { holders: [{ name: 'Łukasz Żółtowski' }] } });
  });

  it('is a cancelled one when the person presses Cancel', async () => {
    const session = desk.session((url) => {
      void desk.person(null)(url);
      return Promise.resolve();
    });
    expect(await session.signIn({ chooseAccount: false })).toMatchObject({
      failure: { code: 'sign-in-cancelled' },
    });
  });

  it('shows every operator on its page, and lets the page run no script but its own', async () => {
    let shown = '';
    const session = desk.session(async (url) => {
      const answer = await desk.fetch(url, {});
      shown = `${answer.headers.get('content-security-policy')}\n${await answer.text()}`;
      void desk.person(operators.reader.id)(url);
    });
    await session.signIn({ chooseAccount: true });
    for (const { name } of Object.values(operators)) expect(shown).toContain(name);
    expect(shown).toContain("default-src 'none'; script-src 'sha256-");
  });

  it.each([
    ['another client', 'client_id', 'somebody-else'],
    ['another place to come back to', 'redirect_uri', 'https://elsewhere.example/'],
  ])('is refused for %s', async (_what, name, value) => {
    let address = new URL('about:blank');
    const session = desk.session((url) => {
      address = new URL(url);
      return Promise.reject(new Error('no browser'));
    });
    await session.signIn({ chooseAccount: false });
    address.searchParams.set(name, value);
    const answer = await desk.fetch(address.href, {});
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('Priya');
  });

  it('takes a code from another device', async () => {
    const session = desk.session(() => Promise.resolve());
    const signedIn = session.signInByCode(({ userCode, verificationUri }) => {
      expect(verificationUri).toBe(`${desk.server.addresses.origin}/device`);
      const body = new URLSearchParams({ code: userCode, operator: operators.admin.id }).toString();
      void desk.fetch(verificationUri, { method: 'POST', body });
    });
    expect(await signedIn).toMatchObject({ ok: true, value: { name: 'Priya Raman' } });
  });

  it('is not reached through a certificate of another authority', async () => {
    const stranger = httpsFetch(makeCertificates(Date.now()).caPem);
    await expect(stranger(`${desk.server.addresses.graph}/me`, {})).rejects.toThrow(/certificate|issuer/);
  });
});

describe('the rehearsal’s Graph', () => {
  it('names each call, in its three phases', async () => {
    const graph = desk.graph(await desk.signedIn());
    calls.length = 0;
    const holderId = somebodyNew();
    await graph.createMethod(holderId, year, pin);
    expect(calls.map(({ phase, call, status }) => [phase, call.name, status])).toEqual([
      ['received', 'E1', null],
      ['committed', 'E1', 201],
      ['answered', 'E1', 201],
    ]);
  });

  it('has not done the work when a call is received, and has when it is committed', async () => {
    const seen: unknown[] = [];
    const holderId = somebodyNew();
    await desk.stop();
    await desk.start({
      onCall: ({ phase, call }) => {
        if (call.name === 'E1') seen.push([phase, desk.server.tenant.snapshot().methods[holderId] !== null]);
      },
    });
    await desk.graph(await desk.signedIn()).createMethod(holderId, year, pin);
    expect(seen).toEqual([
      ['received', false],
      ['committed', true],
      ['answered', true],
    ]);
  });

  it('books a code and a PIN by their hashes, and keeps neither', async () => {
    const graph = desk.graph(await desk.signedIn());
    const holderId = somebodyNew();
    const { result } = await graph.createMethod(holderId, year, pin);
    if (!result.ok) throw new Error(result.failure.code);
    const { payload } = result.value;
    expect(desk.server.book.codes).toMatchObject([
      {
        codeId: result.value.code.id,
        holderId,
        kind: 'standard',
        endedMs: null,
        payloadSha256: sha256(payload),
      },
    ]);
    expect(desk.server.book.pin(holderId)?.pinSha256).toBe(sha256(pin));
    const kept = JSON.stringify(desk.server.book.codes) + JSON.stringify(desk.server.tenant.snapshot());
    expect(kept).not.toContain(Buffer.from(payload).toString('utf8').split('|')[3]);

    const reset = await graph.resetPin(holderId);
    const next = reset.result.ok ? reset.result.value : '';
    expect(next).toMatch(/^\d{8}$/);
    expect(desk.server.book.pin(holderId)?.pinSha256).toBe(sha256(next));
  });

  it('books a code whose answer got lost, too, and the end of each', async () => {
    const graph = desk.graph(await desk.signedIn());
    const { id: holderId } = marked('temporary');
    desk.server.faults.add('E5', { kind: 'drop', when: 'after' });
    await graph.deleteCode(holderId, 'standard');
    expect(await graph.createCode(holderId, 'standard', year)).toMatchObject({ outcome: 'unknown' });
    await graph.deleteMethod(holderId);
    expect(desk.server.book.codes).toMatchObject([{ holderId, kind: 'standard', payloadSha256: null }]);
    expect(desk.server.book.codes[0]?.endedMs).not.toBeNull();
    expect(desk.server.book.pin(holderId)).toBeNull();
  });

  it('gives links that lead back to itself', async () => {
    const session = await desk.signedIn();
    const token = await tokenOf(session);
    const users = `${desk.server.addresses.graph}/users?$top=5`;
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await desk.fetch(users, { headers });
    const { '@odata.nextLink': next = '' } = (await answer.json()) as { '@odata.nextLink'?: string };
    expect(next.startsWith(`${desk.server.addresses.graph}/users?`)).toBe(true);
    expect((await desk.fetch(next, { headers })).status).toBe(200);
  });

  it('remembers over a restart, without any secret in its file', async () => {
    const stateFile = path.join(desk.folder, 'state.json');
    await desk.stop();
    await desk.start({ stateFile });
    const holderId = somebodyNew();
    const graph = desk.graph(await desk.signedIn());
    const { result } = await graph.createMethod(holderId, year, pin);
    const port = Number(new URL(desk.server.addresses.origin).port);
    await desk.stop();
    expect(existsSync(stateFile)).toBe(true);
    const key = result.ok ? Buffer.from(result.value.payload).toString('utf8').split('|')[3] : undefined;
    expect(key?.length).toBeGreaterThan(40);
    const file = readFileSync(stateFile, 'utf8');
    expect([file.includes(key ?? ''), file.includes(pin)]).toEqual([false, false]);

    await desk.start({ stateFile, port });
    const again = await desk.graph(await desk.signedIn()).credential(holderId);
    expect(again.result).toMatchObject({ ok: true, value: { standard: year } });
  });

  it('listens on this machine’s own address only', async () => {
    const server = await TenantServer.start({ certificates: testCertificates() });
    expect(new URL(server.addresses.origin).hostname).toBe('127.0.0.1');
    await server.close();
  });
});
