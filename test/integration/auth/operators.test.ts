import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operators, PracticeStation, silently, tokenOf } from '../../fakes/practice-station.ts';

let station: PracticeStation;
beforeEach(() => {
  station = new PracticeStation();
});
afterEach(() => station.remove());

describe('asking the person again', () => {
  const claims = '{"access_token":{"practice":{"essential":true,"value":"strong"}}}';
  beforeEach(() => {
    station.tenant.faults.claims = 'strong';
    station.tenant.faults.claimsNeedPerson = true;
  });

  it('does not open a browser unless it may', async () => {
    const session = await station.signedIn();
    expect(await session.accessToken({ ...silently, claims })).toMatchObject({
      failure: { code: 'sign-in-interaction-required' },
    });
    expect(station.browser.isOpen).toBe(false);
  });

  it('passes the claims on to the browser and gets a token that fulfils them', async () => {
    const session = await station.signedIn();
    const asking = session.accessToken({ ...silently, claims, interactive: true });
    await station.browserOpens();
    expect(station.browser.accounts().find((one) => one.suggested)?.id).toBe(operators.admin.id);
    await station.browser.choose(operators.admin.id);
    const answer = await asking;
    expect(await station.whoIs(answer.ok ? answer.value : '')).toMatchObject({ id: operators.admin.id });
    expect(await station.whoIs(await tokenOf(session))).toMatchObject({ id: operators.admin.id });
  });

  it('does not let somebody else answer for the operator', async () => {
    const session = await station.signedIn();
    const asking = session.accessToken({ ...silently, claims, interactive: true });
    await station.browserOpens();
    await station.browser.choose(operators.privilegedAdmin.id);
    expect(await asking).toMatchObject({
      failure: { code: 'sign-in-failed', facts: { reason: 'other-account' } },
    });
    expect(session.operator?.objectId).toBe(operators.admin.id);
    expect(await station.session().restore()).toMatchObject({ value: { objectId: operators.admin.id } });
  });

  it('can be given up, and the operator stays', async () => {
    const session = await station.signedIn();
    const asking = session.accessToken({ ...silently, claims, interactive: true });
    await station.browserOpens();
    expect(await session.accessToken({ ...silently, claims, interactive: true })).toMatchObject({
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
    const session = await station.signedIn();
    await station.signIn(session, operators.reader.id);
    expect(session.operator?.objectId).toBe(operators.reader.id);
    const cache = station.cipher.decrypt(readFileSync(station.cachePath));
    expect(cache).not.toContain(operators.admin.id);
    expect(await station.whoIs(await tokenOf(session))).toMatchObject({ id: operators.reader.id });
  });

  it('forgets everything at sign-out, on disk as well', async () => {
    const session = await station.signedIn();
    expect(existsSync(station.cachePath)).toBe(true);
    expect(await session.signOut()).toEqual({ ok: true, value: undefined });
    expect(session.operator).toBeNull();
    expect(existsSync(station.cachePath)).toBe(false);
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it('does not give out a token that arrives after the sign-out', async () => {
    station = new PracticeStation({ accessTokenSeconds: 60 });
    const session = await station.signedIn();
    const late = session.accessToken(silently);
    await session.signOut();
    expect(await late).toMatchObject({ ok: false, failure: { code: 'not-signed-in' } });
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it('ends a waiting sign-in at sign-out', async () => {
    const session = await station.signedIn();
    const waiting = session.signIn({ chooseAccount: true });
    await station.browserOpens();
    await session.signOut();
    expect(await waiting).toMatchObject({ failure: { code: 'sign-in-cancelled' } });
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
    expect(await station.whoIs(await tokenOf(session))).toMatchObject({ id: operators.admin.id });
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
