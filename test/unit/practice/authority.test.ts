import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../../src/main/net/door.ts';
import { PracticeBrowser } from '../../../src/main/practice/browser.ts';
import { practiceAddresses, practiceOperators } from '../../../src/main/practice/directory.ts';
import { PracticeTenant } from '../../../src/main/practice/tenant.ts';
import { JumpingClock } from '../../fakes/jumping-clock.ts';

const operatorId = practiceOperators[0]?.id ?? '';
const verifier = 'a-verifier-that-is-long-enough-for-everybody-0123456789';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirect = 'http://localhost:54321';

let clock: JumpingClock;
let tenant: PracticeTenant;
beforeEach(() => {
  clock = new JumpingClock();
  tenant = new PracticeTenant({ now: clock.now, wait: clock.wait });
});

function authorizeUrl(change: Readonly<Record<string, string>> = {}): string {
  const asked = {
    client_id: practiceAddresses.clientId,
    response_type: 'code',
    response_mode: 'form_post',
    redirect_uri: redirect,
    scope: 'openid profile offline_access https://graph.practice.invalid/User.Read.All',
    state: 'state-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...change,
  };
  return `${practiceAddresses.authority}/oauth2/v2.0/authorize?${new URLSearchParams(asked).toString()}`;
}

function redeem(change: Readonly<Record<string, string>>): Promise<HttpOutcome> {
  const form = {
    client_id: practiceAddresses.clientId,
    grant_type: 'authorization_code',
    redirect_uri: redirect,
    code_verifier: verifier,
    ...change,
  };
  return tenant.send({
    method: 'POST',
    url: `${practiceAddresses.authority}/oauth2/v2.0/token`,
    headers: {},
    body: new URLSearchParams(form).toString(),
    timeoutMs: 1000,
  });
}

function bodyOf(outcome: HttpOutcome): Record<string, unknown> {
  return outcome.ok
    ? (JSON.parse(new TextDecoder().decode(outcome.answer.body)) as Record<string, unknown>)
    : {};
}

function newCode(): string {
  return tenant.authorize(authorizeUrl(), operatorId)?.fields['code'] ?? '';
}

describe('the practice authority', () => {
  it('gives tokens for a code and its verifier', async () => {
    expect(bodyOf(await redeem({ code: newCode() }))).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'openid profile offline_access https://graph.practice.invalid/User.Read.All',
    });
  });

  it('takes a code once', async () => {
    const code = newCode();
    await redeem({ code });
    expect(bodyOf(await redeem({ code }))).toMatchObject({ error: 'invalid_grant' });
  });

  it('forgets a code after five minutes', async () => {
    const code = newCode();
    clock.advance(301_000);
    expect(bodyOf(await redeem({ code }))).toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    [{ code_verifier: 'another' }, 'invalid_grant'],
    [{ code_verifier: '' }, 'invalid_grant'],
    [{ redirect_uri: 'http://localhost:1' }, 'invalid_grant'],
    [{ code: 'forged' }, 'invalid_grant'],
    [{ code: '' }, 'invalid_grant'],
    [{ client_id: 'somebody' }, 'unauthorized_client'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: 'refresh_token', refresh_token: 'forged' }, 'invalid_grant'],
  ])('refuses %j', async (change, error) => {
    expect(bodyOf(await redeem({ code: newCode(), ...change }))).toMatchObject({ error });
  });

  it('does not take an access token for a refresh token', async () => {
    const { access_token: token } = bodyOf(await redeem({ code: newCode() }));
    const again = await redeem({ grant_type: 'refresh_token', refresh_token: String(token) });
    expect(bodyOf(again)).toMatchObject({ error: 'invalid_grant', suberror: 'bad_token' });
  });

  it.each([
    ['another host', 'https://elsewhere.example/authorize'],
    ['another app', authorizeUrl({ client_id: 'somebody' })],
    ['a foreign redirect', authorizeUrl({ redirect_uri: 'https://evil.example' })],
    ['a redirect that looks local', authorizeUrl({ redirect_uri: 'http://localhost:1.evil.example' })],
    ['no PKCE', authorizeUrl({ code_challenge_method: 'plain' })],
    ['an answer in the address', authorizeUrl({ response_mode: 'query' })],
    ['no address', ''],
  ])('starts no sign-in for %s', async (_name, url) => {
    expect(tenant.authorize(url, operatorId)).toBeNull();
    const browser = new PracticeBrowser(tenant);
    await expect(browser.open(url)).rejects.toThrow('Not a practice sign-in');
    expect(browser.isOpen).toBe(false);
  });

  it('does not sign in somebody who is no operator', () => {
    expect(tenant.authorize(authorizeUrl(), 'nobody')?.fields).toMatchObject({ error: 'access_denied' });
  });

  it('answers other addresses with 404', async () => {
    const outcome = await tenant.send({
      method: 'GET',
      url: `${practiceAddresses.authority}/unknown`,
      headers: {},
      timeoutMs: 1000,
    });
    expect(outcome).toMatchObject({ ok: true, answer: { status: 404 } });
  });
});

describe('the practice browser', () => {
  it('has nothing to choose while no sign-in waits', async () => {
    const browser = new PracticeBrowser(tenant);
    expect(await browser.choose(operatorId)).toBe(false);
    expect(await browser.refuse()).toBe(false);
    expect(browser.accounts()).toHaveLength(practiceOperators.length);
  });

  it('tells when MSAL no longer listens', async () => {
    const browser = new PracticeBrowser(tenant);
    await browser.open(authorizeUrl({ redirect_uri: 'http://localhost:1' }));
    expect(browser.isOpen).toBe(true);
    expect(await browser.choose(operatorId)).toBe(false);
    expect(browser.isOpen).toBe(false);
  });

  it('tells its listeners when the page opens and closes', async () => {
    const browser = new PracticeBrowser(tenant);
    const seen: boolean[] = [];
    const stop = browser.onChange(() => seen.push(browser.isOpen));
    await browser.open(authorizeUrl());
    browser.close();
    stop();
    await browser.open(authorizeUrl());
    expect(seen).toEqual([true, false]);
  });
});
