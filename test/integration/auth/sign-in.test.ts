import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postToLoopback } from '../../../src/main/net/loopback.ts';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import { operators, PracticeStation } from '../../fakes/practice-station.ts';

let station: PracticeStation;
beforeEach(() => {
  station = new PracticeStation();
});
afterEach(() => station.remove());

/** The address MSAL opened, so that a test can play a browser of its own. */
function watchedBrowser(): { readonly open: (url: string) => Promise<void>; readonly address: Promise<URL> } {
  let opened: (url: URL) => void = () => undefined;
  const address = new Promise<URL>((resolve) => (opened = resolve));
  return {
    address,
    open: (url) => {
      opened(new URL(url));
      return station.browser.open(url);
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

describe('signing in with the real MSAL at the practice authority', () => {
  it('ends with the operator who was chosen in the browser', async () => {
    const session = station.session();
    const signedIn = session.signIn({ chooseAccount: true });
    await station.browserOpens();
    expect(session.signingIn).toBe(true);
    expect(await station.browser.choose(operators.admin.id)).toBe(true);
    expect(await signedIn).toEqual({
      ok: true,
      value: {
        accountId: `${operators.admin.id}.${practiceAddresses.tenantId}`,
        objectId: operators.admin.id,
        tenantId: practiceAddresses.tenantId,
        name: operators.admin.name,
        username: operators.admin.upn,
      },
    });
    expect(session.operator?.objectId).toBe(operators.admin.id);
    expect(session.signingIn).toBe(false);
    expect(session.storage).toBe('encrypted');
  });

  it('asks the browser for an account when the next operator signs in', async () => {
    const browser = watchedBrowser();
    const session = station.session({ openBrowser: browser.open });
    const signedIn = session.signIn({ chooseAccount: true });
    const asked = (await browser.address).searchParams;
    expect(asked.get('prompt')).toBe('select_account');
    expect(asked.get('response_mode')).toBe('form_post');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('claims')).toContain('CP1');
    await station.browserOpens();
    await station.browser.choose(operators.reader.id);
    expect((await signedIn).ok).toBe(true);
  });

  it('suggests the account it was given', async () => {
    const session = station.session();
    const signedIn = session.signIn({ chooseAccount: false, loginHint: operators.reader.upn });
    await station.browserOpens();
    const suggested = station.browser.accounts().filter((one) => one.suggested);
    expect(suggested.map((one) => one.username)).toEqual([operators.reader.upn]);
    await station.browser.choose(operators.reader.id);
    expect((await signedIn).ok).toBe(true);
  });

  it('goes on waiting after an answer with a wrong state', async () => {
    const browser = watchedBrowser();
    const session = station.session({ openBrowser: browser.open });
    const signedIn = session.signIn({ chooseAccount: false });
    const redirectUri = (await browser.address).searchParams.get('redirect_uri') ?? '';
    expect(await postToLoopback(redirectUri, { code: 'stolen', state: 'forged' })).toBe(false);
    expect(session.signingIn).toBe(true);
    await station.browser.choose(operators.admin.id);
    expect((await signedIn).ok).toBe(true);
  });

  it('tells the truth when the person presses Cancel on the page', async () => {
    const session = station.session();
    const signedIn = session.signIn({ chooseAccount: false });
    await station.browserOpens();
    await station.browser.refuse();
    expect(await signedIn).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
  });

  it('ends by cancel() after the browser was closed, and frees its port', async () => {
    const browser = watchedBrowser();
    const session = station.session({ openBrowser: browser.open });
    const signedIn = session.signIn({ chooseAccount: false });
    const { port } = new URL((await browser.address).searchParams.get('redirect_uri') ?? '');
    await station.browserOpens();
    station.browser.close();
    await session.cancel();
    expect(await signedIn).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
    expect(session.signingIn).toBe(false);
    await expect.poll(() => isListening(Number(port))).toBe(false);
    await station.signIn(session);
    expect(session.operator?.name).toBe(operators.admin.name);
  });

  it('ends by cancel() while the browser is still being opened', async () => {
    let asked: () => void = () => undefined;
    const opening = new Promise<void>((resolve) => (asked = resolve));
    const session = station.session({
      openBrowser: () => {
        asked();
        return new Promise(() => undefined);
      },
    });
    const signedIn = session.signIn({ chooseAccount: false });
    await opening;
    await session.cancel();
    expect(await signedIn).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
  });

  it('ends by cancel() before the browser was opened', async () => {
    const session = station.session();
    const signedIn = session.signIn({ chooseAccount: false });
    await session.cancel();
    expect(await signedIn).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
    expect(station.browser.isOpen).toBe(false);
  });

  it('leaves nobody signed in when it is cancelled while the code is being redeemed', async () => {
    const session = station.session();
    const signedIn = session.signIn({ chooseAccount: false });
    await station.browserOpens();
    const redeeming = new Promise<void>((resolve) => {
      const send = station.tenant.send.bind(station.tenant);
      station.tenant.send = async (request) => {
        if (!request.url.includes('/token')) return send(request);
        resolve();
        await new Promise((gone) => request.signal?.addEventListener('abort', gone));
        return { ok: false, trouble: { kind: 'cancelled', sent: 'maybe' } };
      };
    });
    void station.browser.choose(operators.admin.id);
    await redeeming;
    await session.cancel();
    expect(await signedIn).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
    expect(session.operator).toBeNull();
  });

  it('does nothing when cancel() has nothing to end', async () => {
    const session = station.session();
    await session.cancel();
    await station.signIn(session);
    await session.cancel();
    expect(session.operator).not.toBeNull();
  });

  it('refuses a second sign-in while one waits', async () => {
    const session = station.session();
    const first = session.signIn({ chooseAccount: false });
    await station.browserOpens();
    expect(await session.signIn({ chooseAccount: true })).toMatchObject({
      ok: false,
      failure: { code: 'sign-in-busy' },
    });
    await station.browser.choose(operators.admin.id);
    expect((await first).ok).toBe(true);
  });

  it('says that the browser could not be opened', async () => {
    const session = station.session({ openBrowser: () => Promise.reject(new Error('no browser')) });
    expect(await session.signIn({ chooseAccount: false })).toMatchObject({
      ok: false,
      failure: { code: 'browser-not-opened' },
    });
    expect(session.signingIn).toBe(false);
  });

  it('refuses an operator of another tenant', async () => {
    const session = station.session({ tenantId: '11111111-0000-4000-8000-000000000000' });
    const signedIn = session.signIn({ chooseAccount: false });
    await station.browserOpens();
    await station.browser.choose(operators.admin.id);
    expect(await signedIn).toMatchObject({
      ok: false,
      failure: { code: 'sign-in-refused', facts: { reason: 'other-tenant' } },
    });
    expect(session.operator).toBeNull();
    expect(await session.restore()).toEqual({ ok: true, value: null });
  });

  it.each([
    ['access_denied', null, 'sign-in-cancelled'],
    ['access_denied', 53003, 'sign-in-refused'],
    ['access_denied', 65004, 'sign-in-consent-required'],
    ['invalid_grant', 50126, 'sign-in-failed'],
    ['consent_required', 65001, 'sign-in-consent-required'],
    ['unauthorized_client', 700016, 'sign-in-failed'],
    ['temporarily_unavailable', null, 'sign-in-offline'],
  ])('names a token service that says %s (%s)', async (error, number, code) => {
    station.tenant.faults.tokenError = { error, suberror: null, number, silentOnly: false };
    const session = station.session();
    const signedIn = session.signIn({ chooseAccount: false });
    await station.browserOpens();
    await station.browser.choose(operators.admin.id);
    const result = await signedIn;
    expect(result).toMatchObject({ ok: false, failure: { code, facts: { aadsts: number } } });
    expect(session.operator).toBeNull();
  });

  it('is offline when the sign-in service cannot be reached', async () => {
    station.tenant.faults.online = false;
    const session = station.session();
    expect(await session.signIn({ chooseAccount: false })).toMatchObject({
      ok: false,
      failure: { code: 'sign-in-offline', facts: { network: 'offline' } },
    });
  });

  it('tells who changed, even when a listener fails', async () => {
    const session = station.session();
    const seen: string[] = [];
    session.onChange(() => {
      throw new Error('a clumsy listener');
    });
    const stop = session.onChange(() => seen.push(`${session.signingIn} ${session.operator?.name ?? '-'}`));
    await station.signIn(session);
    const { name } = operators.admin;
    expect(seen[0]).toBe('true -');
    expect(seen.at(-1)).toBe(`false ${name}`);
    stop();
    const before = seen.length;
    await session.signOut();
    expect(seen.length).toBe(before);
  });

  it('writes no token in plain text anywhere in its folder', async () => {
    const session = station.session();
    await station.signIn(session);
    const token = await session.accessToken({
      scopes: ['https://graph.practice.invalid/User.Read.All'],
      interactive: false,
    });
    const files = readdirSync(station.folder);
    expect(files).toEqual(['tokens.bin']);
    const bytes = readFileSync(station.cachePath).toString('latin1');
    const secret = token.ok ? token.value : 'none';
    expect(secret.length).toBeGreaterThan(100);
    for (const part of [secret, secret.slice(0, 30), operators.admin.upn, 'RefreshToken', 'eyJ']) {
      expect(bytes.includes(part)).toBe(false);
    }
    expect(station.cipher.decrypt(readFileSync(station.cachePath))).toContain(operators.admin.upn);
  });
});
