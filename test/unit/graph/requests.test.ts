import { describe, expect, it } from 'vitest';
import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { endpoints, holderPath } from '../../../src/main/graph/endpoints.ts';
import { selfId } from '../../../src/main/graph/types.ts';
import { sample, samples, scriptedGraph } from '../../fakes/scripted-graph.ts';

const wanda = '00000000-0000-4000-8000-0000000000e1';
const year = { startsAt: '2026-11-20T09:00:00.000Z', expiresAt: '2027-11-20T09:00:00.000Z' };
const shift = { startsAt: '2026-11-20T10:00:00.000Z', expiresAt: '2026-11-20T18:00:00.000Z' };

type Ask = (graph: GraphHttpClient) => Promise<unknown>;

describe('requests look as the reference has them', () => {
  const rows: readonly (readonly [string, string, Ask])[] = [
    ['E1_put_method', 'E1_created', (graph) => graph.createMethod(wanda, year, '40718529')],
    ['E5_patch_standard_create', 'E5_created', (graph) => graph.createCode(wanda, 'standard', year)],
    [
      'E6_patch_standard_expiry',
      'E6_updated_200',
      (graph) => graph.extend(wanda, '2027-12-01T09:00:00.000Z'),
    ],
    ['E9_patch_temporary_create', 'E9_created', (graph) => graph.createCode(wanda, 'temporary', shift)],
    ['E11_patch_pin_reset', 'E11_reset_201', (graph) => graph.resetPin(wanda)],
  ];

  it.each(rows)('%s', async (name, response, ask) => {
    const { graph, door } = scriptedGraph(sample(response));
    await ask(graph);
    const [request] = door.requests;
    const expected = samples.requests[name];
    expect(request?.method).toBe(expected?.method);
    expect(request?.url).toBe(`https://graph.microsoft.com/v1.0${expected?.path}`);
    expect(JSON.parse(request?.body ?? '')).toEqual(expected?.body);
    expect(request?.headers).toMatchObject({
      Authorization: 'Bearer token-1',
      'Content-Type': 'application/json',
      'client-request-id': 'call-1',
    });
    // The service itself gives up after 60 s; giving up earlier would leave writes behind nobody knows about.
    expect(request?.timeoutMs).toBe(90_000);
    // No layer below may repeat a write that brings a secret; moving an expiry twice is the same as once.
    expect(request?.once).toBe(name !== 'E6_patch_standard_expiry');
  });

  it('sends reads without a body and with less patience', async () => {
    const { graph, door } = scriptedGraph(sample('E2_read_both'));
    await graph.credential(wanda);
    const [request] = door.requests;
    expect(request).toMatchObject({ method: 'GET', timeoutMs: 30_000 });
    expect(request?.body).toBeUndefined();
    expect(request?.headers).not.toHaveProperty('Content-Type');
  });

  it('sends deletions without a body', async () => {
    const { graph, door } = scriptedGraph(sample('E7_deleted'), sample('E10_deleted'), sample('E3_deleted'));
    await graph.deleteCode(wanda, 'standard');
    await graph.deleteCode(wanda, 'temporary');
    await graph.deleteMethod(wanda);
    const method = `https://graph.microsoft.com/v1.0/users/${wanda}/authentication/qrCodePinMethod`;
    expect(door.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['DELETE', `${method}/standardQRCode`, undefined],
      ['DELETE', `${method}/temporaryQRCode`, undefined],
      ['DELETE', method, undefined],
    ]);
  });

  it('goes to /me for the own badge', async () => {
    const { graph, door } = scriptedGraph(sample('E2_read_both'));
    await graph.credential(selfId);
    expect(door.requests[0]?.url).toBe('https://graph.microsoft.com/v1.0/me/authentication/qrCodePinMethod');
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'a?b', 'a b', 'a\nb', '\u0000', 'x'.repeat(201)])(
    'refuses %j as a holder, before anything is sent',
    async (id) => {
      const { graph, door } = scriptedGraph();
      const deleted = await graph.deleteMethod(id);
      expect(deleted).toMatchObject({
        outcome: 'not-done',
        result: { ok: false, failure: { code: 'graph-bad-request' } },
      });
      expect((await graph.holder(id)).ok).toBe(false);
      expect(await graph.photo(id)).toBeNull();
      expect((await graph.methodTypes(id)).ok).toBe(false);
      expect(door.requests).toEqual([]);
    },
  );

  it.each([
    ['wanda@fake.example', '/users/wanda%40fake.example'],
    ['bob_x.example#EXT#@fake.example', '/users/bob_x.example%23EXT%23%40fake.example'],
    ['me', '/me'],
  ])('writes %s into a path as %s', (id, path) => {
    expect(holderPath(id)).toBe(path);
  });

  it('knows for each endpoint whether it may be repeated', () => {
    const creating = Object.values(endpoints).filter((endpoint) => endpoint.effect === 'creates');
    expect(creating.map((endpoint) => endpoint.name)).toEqual(['E1', 'E5', 'E9', 'E11']);
    for (const endpoint of Object.values(endpoints)) {
      if (endpoint.effect === 'reads') expect(['GET', 'POST']).toContain(endpoint.method);
    }
  });
});

describe('each attempt can be found again in the logs of Microsoft', () => {
  it('has an id of its own, and the last one is told', async () => {
    const { graph, door } = scriptedGraph(
      sample('unavailable'),
      sample('unavailable'),
      sample('E2_read_both'),
    );
    const read = await graph.credential(wanda);
    expect(door.requests.map((request) => request.headers['client-request-id'])).toEqual([
      'call-1',
      'call-2',
      'call-3',
    ]);
    expect(read.trace).toEqual({ clientRequestId: 'call-3', requestId: null, status: 200, attempts: 3 });
  });

  it('tells the id the server gave, from the body when the header is missing', async () => {
    const { graph } = scriptedGraph(sample('role_missing'));
    const read = await graph.credential(wanda);
    expect(read.trace.requestId).toBe('00000000-0000-4000-8000-00000000f001');
    expect(read.result).toMatchObject({
      failure: { facts: { call: 'E2', status: 403, graphCode: 'accessdenied', clientRequestId: 'call-1' } },
    });
  });
});
