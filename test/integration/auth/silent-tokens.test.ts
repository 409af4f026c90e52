import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operators, PracticeStation, silently, tokenOf } from '../../fakes/practice-station.ts';

let station: PracticeStation;
beforeEach(() => {
  station = new PracticeStation();
});
afterEach(() => station.remove());

describe('tokens without asking anybody', () => {
  it('takes a good token from the cache, without any network', async () => {
    const session = await station.signedIn();
    const first = await tokenOf(session);
    station.tenant.faults.online = false;
    expect(await tokenOf(session)).toBe(first);
    expect(await station.whoIs(first)).toMatchObject({ trouble: { kind: 'offline' } });
    station.tenant.faults.online = true;
    expect(await station.whoIs(first)).toMatchObject({ id: operators.admin.id });
  });

  it('renews a token that is about to end', async () => {
    station = new PracticeStation({ accessTokenSeconds: 60 });
    const session = await station.signedIn();
    const first = await tokenOf(session);
    const second = await tokenOf(session);
    expect(second).not.toBe(first);
    expect(await station.whoIs(second)).toMatchObject({ id: operators.admin.id });
  });

  it('gets a new token when the server did not like the cached one', async () => {
    const session = await station.signedIn();
    const first = await tokenOf(session);
    const fresh = await session.accessToken({ ...silently, fresh: true });
    expect(fresh.ok && fresh.value).not.toBe(first);
  });

  it('gets a token with claims the server asked for', async () => {
    const session = await station.signedIn();
    station.tenant.faults.claims = 'here';
    expect(await station.whoIs(await tokenOf(session))).toMatchObject({
      error: { code: 'InvalidAuthenticationToken' },
    });
    const claims = '{"access_token":{"practice":{"essential":true,"value":"here"}}}';
    const answer = await session.accessToken({ ...silently, claims });
    expect(await station.whoIs(answer.ok ? answer.value : '')).toMatchObject({ id: operators.admin.id });
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
    const session = await station.signedIn();
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
    const session = await station.signedIn();
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
    const session = await station.signedIn();
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
    const session = await station.signedIn();
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
      const session = await station.signedIn();
      station.tenant.faults.tokenError = { error, suberror, number, silentOnly: true };
      expect(await session.accessToken(silently)).toMatchObject({
        ok: false,
        failure: { code, facts: { help: `https://login.microsoftonline.com/error?code=${number}` } },
      });
      expect(session.operator?.name).toBe(operators.admin.name);
    },
  );
});
