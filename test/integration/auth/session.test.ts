import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MsalSession } from '../../../src/main/auth/msal-session.ts';
import type { HttpDoor, HttpRequest } from '../../../src/main/net/door.ts';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import { operators, PracticeStation } from '../../fakes/practice-station.ts';

const scopes = ['https://graph.practice.invalid/User.Read.All'];
const silently = { scopes, interactive: false };

let station: PracticeStation;
beforeEach(() => {
  station = new PracticeStation();
});
afterEach(() => station.remove());

async function signedInSession(operatorId = operators.admin.id): Promise<MsalSession> {
  const session = station.session();
  await station.signIn(session, operatorId);
  return session;
}

async function token(session: MsalSession): Promise<string> {
  const result = await session.accessToken(silently);
  if (!result.ok) throw new Error(`No token: ${result.failure.code}`);
  return result.value;
}

/** Whether the practice Graph takes the token, and as whom. */
async function whoIs(accessToken: string): Promise<unknown> {
  const outcome = await station.tenant.send({
    method: 'GET',
    url: `${practiceAddresses.graphBase}/me`,
    headers: { Authorization: `Bearer ${accessToken}` },
    timeoutMs: 1000,
  });
  return outcome.ok ? JSON.parse(new TextDecoder().decode(outcome.answer.body)) : outcome;
}

describe('tokens without asking anybody', () => {
  it('takes a good token from the cache, without any network', async () => {
    const session = await signedInSession();
    const first = await token(session);
    station.tenant.faults.online = false;
    expect(await token(session)).toBe(first);
    expect(await whoIs(first)).toMatchObject({ trouble: { kind: 'offline' } });
    station.tenant.faults.online = true;
    expect(await whoIs(first)).toMatchObject({ id: operators.admin.id });
  });

  it('renews a token that is about to end', async () => {
    station = new PracticeStation({ accessTokenSeconds: 60 });
    const session = await signedInSession();
    const first = await token(session);
    const second = await token(session);
    expect(second).not.toBe(first);
    expect(await whoIs(second)).toMatchObject({ id: operators.admin.id });
  });

  it('gets a new token when the server did not like the cached one', async () => {
    const session = await signedInSession();
    const first = await token(session);
    const fresh = await session.accessToken({ ...silently, fresh: true });
    expect(fresh.ok && fresh.value).not.toBe(first);
  });

  it('gets a token with claims the server asked for', async () => {
    const session = await signedInSession();
    station.tenant.faults.claims = 'here';
    expect(await whoIs(await token(session))).toMatchObject({
      error: { code: 'InvalidAuthenticationToken' },
    });
    const claims = '{"access_token":{"practice":{"essential":true,"value":"here"}}}';
    const answer = await session.accessToken({ ...silently, claims });
    expect(await whoIs(answer.ok ? answer.value : '')).toMatchObject({ id: operators.admin.id });
  });

  it('needs a sign-in', async () => {
    expect(await station.session().accessToken(silently)).toMatchObject({
      ok: false,
      failure: { code: 'not-signed-in' },
    });
  });
});

describe('not knowing is not the same as no', () => {
  beforeEach(() => {
    station = new PracticeStation({ accessTokenSeconds: 60 });
  });

  it.each([
    ['there is no network', (): void => void (station.tenant.faults.online = false)],
    [
      'the connection breaks',
      (): void => station.tenant.faults.add('token', { kind: 'drop', when: 'before' }),
    ],
    [
      'the service is down',
      (): void =>
        station.tenant.faults.add('token', {
          kind: 'status',
          status: 503,
          when: 'before',
          retryAfterSeconds: null,
        }),
    ],
    [
      'a gateway answers',
      (): void => station.tenant.faults.add('token', { kind: 'html', status: 200, when: 'before' }),
    ],
    ['the answer is cut in half', (): void => station.tenant.faults.add('token', { kind: 'truncate' })],
    ['the service says later', (): void => station.tenant.faults.add('token', { kind: 'empty' })],
  ])('keeps the sign-in when %s', async (_name, breakIt) => {
    const session = await signedInSession();
    breakIt();
    expect(await session.accessToken(silently)).toMatchObject({
      ok: false,
      failure: { code: 'sign-in-offline' },
    });
    expect(session.operator?.name).toBe(operators.admin.name);
    station.tenant.faults.clear();
    expect((await session.accessToken(silently)).ok).toBe(true);
  });

  it('keeps the sign-in through a 429', async () => {
    const session = await signedInSession();
    station.tenant.faults.add('token', { kind: 'throttle', retryAfterSeconds: 30 });
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'sign-in-offline' } });
    expect(session.operator?.name).toBe(operators.admin.name);
    expect((await session.accessToken(silently)).ok).toBe(true);
  });

  it.each([
    ['invalid_grant', null, 50057],
    ['invalid_grant', 'bad_token', 50173],
    ['invalid_grant', 'bad_token', 700082],
    ['access_denied', null, 53003],
  ])('ends the sign-in when the service says %s (%s, %s)', async (error, suberror, number) => {
    const session = await signedInSession();
    station.tenant.faults.tokenError = { error, suberror, number, silentOnly: true };
    const changes: (string | null)[] = [];
    session.onChange(() => changes.push(session.operator?.name ?? null));
    const result = await session.accessToken(silently);
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'sign-in-refused', facts: { aadsts: number } },
    });
    expect(changes).toEqual([null]);
    expect(existsSync(station.cachePath)).toBe(false);
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it('ends the sign-in when an administrator revoked it', async () => {
    const session = await signedInSession();
    station.tenant.revokeSignIns(operators.admin.id);
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'sign-in-refused' } });
    expect(session.operator).toBeNull();
    station.clock.advance(2000);
    await station.signIn(session);
    expect((await session.accessToken(silently)).ok).toBe(true);
  });

  it.each([
    ['invalid_grant', 'consent_required', 65001, 'sign-in-consent-required'],
    ['interaction_required', null, 50079, 'sign-in-interaction-required'],
    ['invalid_grant', 'basic_action', 50076, 'sign-in-interaction-required'],
    ['invalid_client', null, 7000218, 'sign-in-failed'],
    ['invalid_scope', null, 70011, 'sign-in-failed'],
  ])(
    'keeps the sign-in and names the trouble when the service says %s (%s, %s)',
    async (error, suberror, number, code) => {
      const session = await signedInSession();
      station.tenant.faults.tokenError = { error, suberror, number, silentOnly: true };
      expect(await session.accessToken(silently)).toMatchObject({
        ok: false,
        failure: { code, facts: { help: `https://login.microsoftonline.com/error?code=${number}` } },
      });
      expect(session.operator?.name).toBe(operators.admin.name);
    },
  );
});

describe('asking the person again', () => {
  const claims = '{"access_token":{"practice":{"essential":true,"value":"strong"}}}';
  beforeEach(() => {
    station.tenant.faults.claims = 'strong';
    station.tenant.faults.claimsNeedPerson = true;
  });

  it('does not open a browser unless it may', async () => {
    const session = await signedInSession();
    expect(await session.accessToken({ ...silently, claims })).toMatchObject({
      failure: { code: 'sign-in-interaction-required' },
    });
    expect(station.browser.isOpen).toBe(false);
  });

  it('passes the claims on to the browser and gets a token that fulfils them', async () => {
    const session = await signedInSession();
    const asking = session.accessToken({ scopes, claims, interactive: true });
    await station.browserOpens();
    expect(station.browser.accounts().find((one) => one.suggested)?.id).toBe(operators.admin.id);
    await station.browser.choose(operators.admin.id);
    const answer = await asking;
    expect(await whoIs(answer.ok ? answer.value : '')).toMatchObject({ id: operators.admin.id });
    expect(await whoIs(await token(session))).toMatchObject({ id: operators.admin.id });
  });

  it('does not let somebody else answer for the operator', async () => {
    const session = await signedInSession();
    const asking = session.accessToken({ scopes, claims, interactive: true });
    await station.browserOpens();
    await station.browser.choose(operators.privilegedAdmin.id);
    expect(await asking).toMatchObject({
      failure: { code: 'sign-in-failed', facts: { reason: 'other-account' } },
    });
    expect(session.operator?.objectId).toBe(operators.admin.id);
    expect(await station.session().restore()).toMatchObject({ value: { objectId: operators.admin.id } });
  });

  it('can be given up, and the operator stays', async () => {
    const session = await signedInSession();
    const asking = session.accessToken({ scopes, claims, interactive: true });
    await station.browserOpens();
    expect(await session.accessToken({ scopes, claims, interactive: true })).toMatchObject({
      failure: { code: 'sign-in-busy' },
    });
    station.browser.close();
    await session.cancel();
    expect(await asking).toMatchObject({ failure: { code: 'sign-in-cancelled' } });
    expect(session.operator?.objectId).toBe(operators.admin.id);
  });
});

describe('one operator after the other', () => {
  it('leaves no token of the operator before', async () => {
    const session = await signedInSession();
    await station.signIn(session, operators.reader.id);
    expect(session.operator?.objectId).toBe(operators.reader.id);
    const cache = station.cipher.decrypt(readFileSync(station.cachePath));
    expect(cache).not.toContain(operators.admin.id);
    expect(await whoIs(await token(session))).toMatchObject({ id: operators.reader.id });
  });

  it('forgets everything at sign-out, on disk as well', async () => {
    const session = await signedInSession();
    expect(existsSync(station.cachePath)).toBe(true);
    expect(await session.signOut()).toEqual({ ok: true, value: undefined });
    expect(session.operator).toBeNull();
    expect(existsSync(station.cachePath)).toBe(false);
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it('does not give out a token that arrives after the sign-out', async () => {
    station = new PracticeStation({ accessTokenSeconds: 60 });
    const session = await signedInSession();
    const late = session.accessToken(silently);
    await session.signOut();
    expect(await late).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it('ends a waiting sign-in at sign-out', async () => {
    const session = await signedInSession();
    const waiting = session.signIn({ chooseAccount: true });
    await station.browserOpens();
    await session.signOut();
    expect(await waiting).toMatchObject({ failure: { code: 'sign-in-cancelled' } });
  });
});

describe('after a restart', () => {
  it('brings the operator back without asking anybody', async () => {
    await signedInSession();
    station.tenant.faults.online = false;
    const next = station.session();
    expect(await next.restore()).toMatchObject({ ok: true, value: { objectId: operators.admin.id } });
    station.tenant.faults.online = true;
    expect(await whoIs(await token(next))).toMatchObject({ id: operators.admin.id });
  });

  it('needs no network at all for a token of the real authority that is still good', async () => {
    // MSAL knows the endpoints of login.microsoftonline.com by heart; here the practice authority plays that host.
    const real = 'login.microsoftonline.com';
    const asReal: HttpDoor = {
      send: (request: HttpRequest) =>
        station.tenant.send({ ...request, url: request.url.replace(real, practiceAddresses.loginHost) }),
    };
    const options = {
      authority: practiceAddresses.authority.replace(practiceAddresses.loginHost, real),
      door: asReal,
      openBrowser: (url: string) => station.browser.open(url.replace(real, practiceAddresses.loginHost)),
    };
    const session = station.session(options);
    await station.signIn(session);
    station.tenant.faults.online = false;
    const next = station.session(options);
    expect(await next.restore()).toMatchObject({ ok: true, value: { objectId: operators.admin.id } });
    expect((await next.accessToken(silently)).ok).toBe(true);
  });

  it.each([
    ['is empty', Buffer.alloc(0)],
    ['is random', Buffer.from('this is not the file you are looking for')],
    ['was made by another user', Buffer.alloc(400, 7)],
  ])('counts as signed out when the file %s', async (_name, bytes) => {
    writeFileSync(station.cachePath, bytes);
    const session = station.session();
    expect(await session.restore()).toEqual({ ok: true, value: null });
    await station.signIn(session);
    expect(await station.session().restore()).toMatchObject({ value: { objectId: operators.admin.id } });
  });

  it('counts as signed out when the file was cut in half', async () => {
    await signedInSession();
    const whole = readFileSync(station.cachePath);
    writeFileSync(station.cachePath, whole.subarray(0, whole.length / 2));
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it.each([
    'no json',
    '',
    'null',
    '[]',
    '"text"',
    '42',
    '{"Account":5}',
    '{"Account":{"a":"b"}}',
    '{"Account":[]}',
    '{"RefreshToken":{"a":null}}',
    '{"Account":{"a":{}}}',
    '{"version":1}',
  ])('counts as signed out when the decrypted text is %j', async (text) => {
    writeFileSync(station.cachePath, station.cipher.encrypt(text));
    const session = station.session();
    expect(await session.restore()).toMatchObject({ ok: true, value: null });
    await station.signIn(session);
    expect((await session.accessToken(silently)).ok).toBe(true);
  });

  it('does not guess between two operators', async () => {
    const read = (): Record<string, object> =>
      JSON.parse(station.cipher.decrypt(readFileSync(station.cachePath))) as Record<string, object>;
    await signedInSession(operators.admin.id);
    const first = read();
    rmSync(station.cachePath);
    await signedInSession(operators.reader.id);
    const second = read();
    const both = Object.fromEntries(
      Object.keys(first).map((name) => [name, { ...first[name], ...second[name] }]),
    );
    writeFileSync(station.cachePath, station.cipher.encrypt(JSON.stringify(both)));
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
    expect(existsSync(station.cachePath)).toBe(false);
  });
});

describe('a machine without a key store', () => {
  beforeEach(() => {
    station.cipher.available = false;
  });

  it('keeps the sign-in in memory, says so and writes no file', async () => {
    const session = await signedInSession();
    expect(session.storage).toBe('memory');
    expect((await session.accessToken(silently)).ok).toBe(true);
    expect(existsSync(station.cachePath)).toBe(false);
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it('removes an older file at sign-out although it cannot read it', async () => {
    writeFileSync(station.cachePath, 'from better days');
    const session = await signedInSession();
    await session.signOut();
    expect(existsSync(station.cachePath)).toBe(false);
  });

  it('goes on in memory when the disk refuses the file', async () => {
    station.cipher.available = true;
    mkdirSync(`${station.cachePath}.new`);
    const session = await signedInSession();
    expect(session.storage).toBe('memory');
    expect((await session.accessToken(silently)).ok).toBe(true);
  });
});

describe('a code for another device', () => {
  it('signs in whoever enters it there', async () => {
    const session = station.session();
    const result = await session.signInByCode(({ userCode, verificationUri }) => {
      expect(verificationUri).toMatch(/^https:/);
      station.tenant.approveDevice(userCode, operators.admin.id);
    });
    expect(result).toMatchObject({ ok: true, value: { objectId: operators.admin.id } });
    expect(await whoIs(await token(session))).toMatchObject({ id: operators.admin.id });
  });

  it('tells when the person declined', async () => {
    const result = await station.session().signInByCode(({ userCode }) => {
      station.tenant.approveDevice(userCode, null);
    });
    expect(result).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
  });

  it('can be given up while it waits', async () => {
    const session = station.session();
    let shown: () => void = () => undefined;
    const showing = new Promise<void>((resolve) => (shown = resolve));
    const waiting = session.signInByCode(() => shown());
    await showing;
    expect(await session.signIn({ chooseAccount: true })).toMatchObject({
      failure: { code: 'sign-in-busy' },
    });
    await session.cancel();
    expect(await waiting).toMatchObject({ failure: { code: 'sign-in-cancelled' } });
    expect(session.signingIn).toBe(false);
  });
});
