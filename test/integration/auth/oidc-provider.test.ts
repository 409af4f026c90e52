import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EncryptedFile } from '../../../src/main/auth/encrypted-file.ts';
import { MsalSession } from '../../../src/main/auth/msal-session.ts';
import { FakeCipher } from '../../fakes/fake-cipher.ts';
import { OidcPerson, OidcServer } from '../../fakes/oidc-server.ts';

const silently = { scopes: ['badges'], interactive: false } as const;

let server: OidcServer;
let folder: string;
const cipher = new FakeCipher();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'badge-station-oidc-'));
  server = await OidcServer.start(3600);
});
afterEach(() => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function newSession(openBrowser: (url: string) => Promise<void>): MsalSession {
  return new MsalSession({
    clientId: server.clientId,
    authority: server.issuer,
    tenantId: null,
    protocol: 'oidc',
    scopes: ['badges'],
    door: server.door,
    openBrowser,
    cacheFile: new EncryptedFile({ path: join(folder, 'tokens.bin'), cipher }),
  });
}

/** A session whose browser is used by somebody who signs in at once. */
function sessionOf(login: string): MsalSession {
  return newSession((url) => {
    void new OidcPerson(server).signIn(url, login);
    return Promise.resolve();
  });
}

describe('signing in at an identity server that others wrote', () => {
  it('ends with the person who typed their name there', async () => {
    const session = sessionOf('wanda');
    expect(await session.signIn({ chooseAccount: false })).toMatchObject({
      ok: true,
      value: { name: 'Operator wanda', username: 'wanda@fake.example' },
    });
    expect((await session.accessToken(silently)).ok).toBe(true);
  });

  it('brings the person back after a restart and renews the token', async () => {
    server.stop();
    server = await OidcServer.start(60);
    const session = sessionOf('wanda');
    await session.signIn({ chooseAccount: false });
    const next = newSession(() => Promise.reject(new Error('nobody should be asked')));
    expect(await next.restore()).toMatchObject({ ok: true, value: { name: 'Operator wanda' } });
    const first = await next.accessToken(silently);
    const second = await next.accessToken(silently);
    expect(first.ok && second.ok && first.value !== second.value).toBe(true);
  });

  it('is cancelled by the person on the page', async () => {
    const session = newSession((url) => {
      void new OidcPerson(server).cancel(url);
      return Promise.resolve();
    });
    expect(await session.signIn({ chooseAccount: false })).toMatchObject({
      ok: false,
      failure: { code: 'sign-in-cancelled' },
    });
  });

  it('is cancelled by us when the browser was closed', async () => {
    let opened: () => void = () => undefined;
    const opening = new Promise<void>((resolve) => (opened = resolve));
    const session = newSession(() => {
      opened();
      return Promise.resolve();
    });
    const signedIn = session.signIn({ chooseAccount: false });
    await opening;
    await session.cancel();
    expect(await signedIn).toMatchObject({ ok: false, failure: { code: 'sign-in-cancelled' } });
  });

  it('lets the next operator choose their own account', async () => {
    const browsers = ['wanda', 'walter'].map((login) => ({ login, person: new OidcPerson(server) }));
    const session = newSession((url) => {
      const next = browsers.shift();
      void next?.person.signIn(url, next.login);
      return Promise.resolve();
    });
    expect(await session.signIn({ chooseAccount: true })).toMatchObject({
      value: { name: 'Operator wanda' },
    });
    expect(await session.signIn({ chooseAccount: true })).toMatchObject({
      value: { name: 'Operator walter' },
    });
    expect(await newSession(() => Promise.resolve()).restore()).toMatchObject({
      value: { name: 'Operator walter' },
    });
  });

  it('keeps the sign-in when the server is gone', async () => {
    server.stop();
    server = await OidcServer.start(60);
    const session = sessionOf('wanda');
    await session.signIn({ chooseAccount: false });
    server.stop();
    expect(await session.accessToken(silently)).toMatchObject({ failure: { code: 'sign-in-offline' } });
    expect(session.operator?.name).toBe('Operator wanda');
  });

  it('ends the sign-in when the server has forgotten it', async () => {
    server.stop();
    server = await OidcServer.start(60);
    const session = sessionOf('wanda');
    await session.signIn({ chooseAccount: false });
    await server.forgetEverything();
    expect(await session.accessToken(silently)).toMatchObject({
      failure: { code: 'sign-in-refused', facts: { errorCode: 'invalid_grant' } },
    });
    expect(session.operator).toBeNull();
  });
});
