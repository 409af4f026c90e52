import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import {
  practiceAddresses,
  practiceHolders,
  practiceOperators,
  allPeople,
} from '../../../src/main/practice/directory.ts';
import { sites } from '../../../src/main/practice/people.ts';
import { PracticeTenant } from '../../../src/main/practice/tenant.ts';
import { variantCount, variantOf, usualVariant } from '../../../src/main/practice/variants.ts';
import { readPayload } from '../../../src/shared/credential/payload.ts';
import { toInstant } from '../../../src/shared/ids.ts';
import type { HttpRequest } from '../../../src/main/net/door.ts';
import { practiceGraph } from '../../fakes/practice-graph.ts';

const dayMs = 86_400_000;
const fresh = practiceHolders.filter((person) => person.marks.size === 0);
const newcomer = fresh[0]?.id ?? '';

function lasting(nowMs: number, ms: number): { startsAt: string; expiresAt: string } {
  return { startsAt: toInstant(nowMs), expiresAt: toInstant(nowMs + ms) };
}

describe('the people of the practice tenant', () => {
  it('are sixty holders in three sites, each with an id and a sign-in name of their own', () => {
    expect(practiceHolders).toHaveLength(60);
    expect(new Set(practiceHolders.map((person) => person.site))).toEqual(new Set(sites));
    expect(new Set(allPeople().map((person) => person.id)).size).toBe(60 + practiceOperators.length);
    expect(new Set(allPeople().map((person) => person.upn)).size).toBe(60 + practiceOperators.length);
    const numbers = practiceHolders.flatMap((person) => person.employeeId ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const person of allPeople())
      expect(person.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('write their names in many scripts', () => {
    const names = practiceHolders.map((person) => person.name).join(' ');
    for (const script of ['Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Han']) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    }
    for (const letter of 'ŁŻśğİøÞæñçßØ') expect(names).toContain(letter.normalize('NFC'));
  });

  it('have at least one of each kind an operator may meet', () => {
    const marks = new Set(practiceHolders.flatMap((person) => [...person.marks]));
    const kinds = ['disabled', 'guest', 'privileged', 'renamed', 'standard', 'unused', 'expiring', 'expired'];
    for (const kind of [...kinds, 'temporary', 'forgotten', 'pin-only', 'photo'])
      expect(marks).toContain(kind);
    const { methods } = practiceGraph().tenant.snapshot();
    expect(Object.values(methods).filter((method) => method === null).length).toBeGreaterThan(35);
  });
});

describe('memory of the practice tenant', () => {
  it('survives a restart', async () => {
    const { graph, tenant, clock } = practiceGraph();
    await graph.createMethod(newcomer, lasting(clock.now(), 365 * dayMs), '40718529');
    const kept: unknown = JSON.parse(JSON.stringify(tenant.snapshot()));
    const next = practiceGraph();
    next.tenant.restore(kept);
    expect(next.tenant.snapshot()).toEqual(tenant.snapshot());
    expect(await next.graph.credential(newcomer)).toEqual({
      ...(await graph.credential(newcomer)),
      trace: expect.anything() as unknown,
    });
  });

  it('is told to its keeper before the answer leaves', async () => {
    const { graph, commits, clock, tenant } = practiceGraph();
    tenant.faults.add('E1', { kind: 'drop', when: 'after' });
    const lost = await graph.createMethod(newcomer, lasting(clock.now(), 365 * dayMs), '40718529');
    expect(lost.outcome).toBe('unknown');
    expect(commits).toHaveLength(1);
    expect(commits[0]?.methods[newcomer]?.standard).not.toBeNull();
  });

  it('holds no key, no PIN and no token', async () => {
    const { graph, tenant, clock, token } = practiceGraph();
    const made = await graph.createMethod(newcomer, lasting(clock.now(), 365 * dayMs), '40718529');
    const reset = await graph.resetPin(newcomer);
    const text = JSON.stringify(tenant.snapshot());
    const payload = made.result.ok ? new TextDecoder().decode(made.result.value.payload) : '';
    const key = payload.split('|')[3] ?? 'missing';
    expect(key.length).toBeGreaterThan(60);
    for (const secret of [
      key,
      key.slice(0, 16),
      '40718529',
      reset.result.ok ? reset.result.value : 'missing',
      token,
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toContain('ms-qrpin');
  });

  it.each([
    null,
    undefined,
    '',
    'text',
    7,
    [],
    {},
    { version: 2, methods: {} },
    { version: 1 },
    { version: 1, methods: [] },
    { version: 1, methods: { nobody: null } },
    { version: 1, methods: { [newcomer]: { id: 'no-guid' } } },
    { version: 1, methods: { [newcomer]: 7 } },
    { version: 1, methods: { [newcomer]: { standard: { startMs: '1' } } } },
  ])('is as it was after junk: %j', (junk) => {
    const { tenant } = practiceGraph();
    const before = tenant.snapshot();
    tenant.restore(junk);
    expect(tenant.snapshot()).toEqual(before);
  });

  it('takes what fits out of a snapshot that is partly junk', () => {
    const { tenant } = practiceGraph();
    const other = practiceHolders.find((person) => person.marks.has('standard'))?.id ?? '';
    tenant.restore({ version: 1, methods: { [newcomer]: 7, [other]: null } });
    expect(tenant.snapshot().methods[other]).toBeNull();
  });
});

describe('the picture of a code', () => {
  it('shows the payload, when it comes as a PNG', async () => {
    const { tenant, clock, token } = practiceGraph();
    tenant.faults.variant = { ...usualVariant, picture: 'png' };
    const body = JSON.stringify({
      standardQRCode: {
        startDateTime: new Date(clock.now()).toISOString(),
        expireDateTime: new Date(clock.now() + dayMs).toISOString(),
      },
      pin: { code: '40718529' },
    });
    const outcome = await tenant.send({
      ...request('PUT', `/users/${newcomer}/authentication/qrCodePinMethod`),
      headers: { Authorization: `Bearer ${token}` },
      body,
    });
    const answer = outcome.ok ? (JSON.parse(new TextDecoder().decode(outcome.answer.body)) as Created) : null;
    const image = answer?.standardQRCode.image;
    const png = PNG.sync.read(Buffer.from(image?.binaryValue ?? '', 'base64'));
    const seen = jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data ?? '';
    expect(seen).toBe(Buffer.from(image?.rawContent ?? '', 'base64').toString('utf8'));
    expect(readPayload(new TextEncoder().encode(seen))?.codeId).toBe(answer?.standardQRCode.id);
    // Microsoft's own picture is 65 modules wide with its quiet zone, three units each.
    expect(png.width).toBeGreaterThanOrEqual(57 * 3);
    expect(png.width).toBeLessThanOrEqual(69 * 3);
  });
});

interface Created {
  readonly standardQRCode: {
    readonly id: string;
    readonly image: { readonly binaryValue: string; readonly rawContent: string };
  };
}

function request(method: HttpRequest['method'], path: string): HttpRequest {
  return { method, url: `${practiceAddresses.graphBase}${path}`, headers: {}, timeoutMs: 1000 };
}

describe('replication lag', () => {
  it('hides a write for a while', async () => {
    const { graph, tenant, clock } = practiceGraph();
    tenant.faults.lagMs = 10_000;
    await graph.createMethod(newcomer, lasting(clock.now(), 365 * dayMs), '40718529');
    expect((await graph.credential(newcomer)).result).toEqual({ ok: true, value: null });
    clock.advance(10_000);
    expect((await graph.credential(newcomer)).result).toMatchObject({ ok: true, value: { temporary: null } });
  });

  it('makes a create meet the code that was just deleted', async () => {
    const { graph, tenant, clock } = practiceGraph();
    const holder = practiceHolders.find((person) => person.marks.has('standard'))?.id ?? '';
    tenant.faults.lagMs = 10_000;
    expect((await graph.deleteCode(holder, 'standard')).outcome).toBe('done');
    const year = lasting(clock.now(), 365 * dayMs);
    expect(await graph.createCode(holder, 'standard', year)).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'code-exists' } },
    });
    clock.advance(10_000);
    expect((await graph.createCode(holder, 'standard', year)).outcome).toBe('done');
  });
});

describe('variants', () => {
  it('show every choice of every trait', () => {
    const all = Array.from({ length: variantCount }, (_none, n) => variantOf(n));
    for (const name of Object.keys(usualVariant) as (keyof typeof usualVariant)[]) {
      const seen = new Set(all.map((variant) => variant[name]));
      expect(seen.size, name).toBeGreaterThanOrEqual(2);
    }
    expect(new Set(all.map((variant) => variant.extendStatus))).toEqual(new Set([200, 201, 204]));
    expect(new Set(all.map((variant) => variant.blankPin))).toEqual(new Set(['', null, undefined]));
  });

  it.each([0, -1, 1e9, 0.5, Number.MAX_SAFE_INTEGER])('exist for %d', (n) => {
    expect(Object.keys(variantOf(n))).toEqual(Object.keys(usualVariant));
  });
});

describe('the door of the practice tenant', () => {
  it.each([
    ['https://graph.microsoft.com/v1.0/me', 'host-refused'],
    ['http://graph.practice.invalid/v1.0/me', 'host-refused'],
    ['nonsense', 'host-refused'],
  ])('refuses %s', async (url, kind) => {
    const tenant = new PracticeTenant();
    const outcome = await tenant.send({ ...request('GET', '/me'), url });
    expect(outcome).toEqual({ ok: false, trouble: { kind, sent: 'no' } });
  });

  it.each([
    [undefined, 401],
    ['Bearer ', 401],
    ['Bearer a.b.c', 401],
    ['Basic abc', 401],
    ['Bearer eyJhbGciOiJub25lIn0.e30.', 401],
  ])('refuses the token %j', async (authorization, status) => {
    const tenant = new PracticeTenant();
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    const outcome = await tenant.send({ ...request('GET', '/me'), headers });
    expect(outcome).toMatchObject({ ok: true, answer: { status } });
  });

  it('refuses a token that has expired', async () => {
    const { tenant, clock, token } = practiceGraph();
    const ask = { ...request('GET', '/me'), headers: { Authorization: `Bearer ${token}` } };
    expect(await tenant.send(ask)).toMatchObject({ answer: { status: 200 } });
    clock.advance(101 * 366 * dayMs);
    expect(await tenant.send(ask)).toMatchObject({ answer: { status: 401 } });
  });

  it.each([
    ['GET', '/unknown', 404],
    ['GET', '/users/%ZZ', 404],
    ['GET', '/users?$search="displayName:x"', 400],
    ['GET', '/users?$filter=displayName lt 7', 400],
    ['GET', '/users?$top=0', 400],
    ['GET', '/users?$top=5000', 400],
    ['GET', '/users?$skiptoken=mine', 400],
    ['GET', '/groups/none/members', 404],
    ['PATCH', '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/qrCodePin', 403],
    ['PUT', `/users/${newcomer}/authentication/qrCodePinMethod`, 400],
  ] as const)('answers %s %s with %i', async (method, path, status) => {
    const { tenant, token } = practiceGraph();
    const headers = { Authorization: `Bearer ${token}` };
    const outcome = await tenant.send({
      ...request(method, path),
      headers,
      body: method === 'GET' ? '' : '{"a":',
    });
    expect(outcome).toMatchObject({ ok: true, answer: { status } });
  });
});
