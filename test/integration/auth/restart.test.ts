import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HttpDoor, HttpRequest } from '../../../src/main/net/door.ts';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import { operators, PracticeStation, silently, tokenOf } from '../../fakes/practice-station.ts';

let station: PracticeStation;
beforeEach(() => {
  station = new PracticeStation();
});
afterEach(() => station.remove());

describe('after a restart', () => {
  it('brings the operator back without asking anybody', async () => {
    await station.signedIn();
    station.tenant.faults.online = false;
    const next = station.session();
    expect(await next.restore()).toMatchObject({ ok: true, value: { objectId: operators.admin.id } });
    station.tenant.faults.online = true;
    expect(await station.whoIs(await tokenOf(next))).toMatchObject({ id: operators.admin.id });
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
    await station.signedIn();
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
    await station.signedIn(operators.admin.id);
    const first = read();
    rmSync(station.cachePath);
    await station.signedIn(operators.reader.id);
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
    const session = await station.signedIn();
    expect(session.storage).toBe('memory');
    expect((await session.accessToken(silently)).ok).toBe(true);
    expect(existsSync(station.cachePath)).toBe(false);
    expect(await station.session().restore()).toEqual({ ok: true, value: null });
  });

  it('removes an older file at sign-out although it cannot read it', async () => {
    writeFileSync(station.cachePath, 'from better days');
    const session = await station.signedIn();
    await session.signOut();
    expect(existsSync(station.cachePath)).toBe(false);
  });

  it('goes on in memory when the disk refuses the file', async () => {
    station.cipher.available = true;
    mkdirSync(`${station.cachePath}.new`);
    const session = await station.signedIn();
    expect(session.storage).toBe('memory');
    expect((await session.accessToken(silently)).ok).toBe(true);
  });
});
