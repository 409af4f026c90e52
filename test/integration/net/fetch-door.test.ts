import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpDoor, HttpRequest } from '../../../src/main/net/door.ts';
import { fetchDoor } from '../../../src/main/net/fetch-door.ts';
import type { FetchLike } from '../../../src/main/net/fetch-like.ts';
import { OwnConnections, type ConnectionPool } from '../../../src/main/net/own-connections.ts';

/** Real sockets without certificates: the door speaks of https, the wire is plain http on 127.0.0.1. */
const plainFetch: FetchLike = (url, init) => fetch(url.replace(/^https:/, 'http:'), init);

const servers: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return hostOf(server);
}

function hostOf(server: { address(): unknown }): string {
  const address = server.address() as { port: number };
  return `127.0.0.1:${address.port}`;
}

const doorTo = (host: string, maxBodyBytes = 1000): HttpDoor =>
  fetchDoor(plainFetch, { hosts: [host], maxBodyBytes });

const get = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5_000,
  ...more,
});

describe('the door to the network', () => {
  it('sends method, headers and body, and brings back status, lower-case headers and bytes', async () => {
    const host = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        response.writeHead(207, { 'X-Odd': 'Yes', 'Set-Cookie': 'a=b' });
        response.end(`${request.method} ${request.headers['x-mine']} ${body}`);
      });
    });
    const outcome = await doorTo(host).send(
      get(`https://${host}/a`, { method: 'PATCH', headers: { 'X-Mine': 'one' }, body: '{"a":1}' }),
    );
    expect(outcome).toMatchObject({ ok: true, answer: { status: 207, headers: { 'x-odd': 'Yes' } } });
    if (!outcome.ok) return;
    expect(outcome.answer.headers).not.toHaveProperty('set-cookie');
    expect(new TextDecoder().decode(outcome.answer.body)).toBe('PATCH one {"a":1}');
  });

  it('joins several challenges of one name', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(401, { 'WWW-Authenticate': ['Basic realm="a"', 'Bearer realm="b"'] });
      response.end();
    });
    const outcome = await doorTo(host).send(get(`https://${host}/`));
    expect(outcome.ok && outcome.answer.headers['www-authenticate']).toBe(
      'Basic realm="a", Bearer realm="b"',
    );
  });

  it.each([
    ['another host', 'https://elsewhere.example/'],
    ['another port', 'https://127.0.0.1:1/'],
    ['plain http', 'http://graph.microsoft.com/'],
    ['a host that only begins alike', 'https://graph.microsoft.com.evil.example/'],
    ['a name in front of the host', 'https://graph.microsoft.com@evil.example/'],
    ['credentials in the address', 'https://a:b@graph.microsoft.com/'],
    ['no address at all', 'hello'],
    ['an empty address', ''],
    ['a file', 'file:///etc/passwd'],
  ])('refuses %s before anything is sent', async (_name, url) => {
    let asked = 0;
    const door = fetchDoor(
      () => {
        asked += 1;
        return Promise.reject(new Error('must not be asked'));
      },
      { hosts: ['graph.microsoft.com'] },
    );
    expect(await door.send(get(url))).toEqual({ ok: false, trouble: { kind: 'host-refused', sent: 'no' } });
    expect(asked).toBe(0);
  });

  it('does not follow a redirect', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(302, { Location: 'https://elsewhere.example/' });
      response.end();
    });
    const outcome = await doorTo(host).send(get(`https://${host}/`));
    expect(outcome).toMatchObject({ ok: true, answer: { status: 302 } });
  });

  it('says that nothing was sent when the connection is refused', async () => {
    const host = await serve(() => undefined);
    const gone = servers.pop();
    gone?.close();
    const outcome = await doorTo(host).send(get(`https://${host}/`));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'offline', sent: 'no' } });
  });

  it('cannot know after a connection was cut', async () => {
    const host = await serve((request) => request.socket.destroy());
    const outcome = await doorTo(host).send(get(`https://${host}/`, { method: 'PUT', body: '{}' }));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'reset', sent: 'maybe' } });
  });

  it('cannot know after an answer was cut in half', async () => {
    const host = await serve((request, response) => {
      response.writeHead(201, { 'Content-Length': '100' });
      response.write('half');
      response.socket?.end();
      request.resume();
    });
    const outcome = await doorTo(host).send(get(`https://${host}/`));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'reset', sent: 'maybe' } });
  });

  it('gives up after the time limit', async () => {
    const host = await serve(() => undefined);
    const outcome = await doorTo(host).send(get(`https://${host}/`, { timeoutMs: 30 }));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'timeout', sent: 'maybe' } });
  });

  it('counts the body into the time limit', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200);
      response.write('{');
    });
    const outcome = await doorTo(host).send(get(`https://${host}/`, { timeoutMs: 60 }));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'timeout', sent: 'maybe' } });
  });

  it('stops when it is cancelled, and cannot know what happened', async () => {
    const stop = new AbortController();
    const host = await serve(() => stop.abort());
    const outcome = await doorTo(host).send(get(`https://${host}/`, { signal: stop.signal }));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'cancelled', sent: 'maybe' } });
  });

  it('sends nothing when it was cancelled before', async () => {
    let asked = 0;
    const host = await serve(() => (asked += 1));
    const outcome = await doorTo(host).send(get(`https://${host}/`, { signal: AbortSignal.abort() }));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'cancelled', sent: 'no' } });
    expect(asked).toBe(0);
  });

  it('refuses an answer that is too long', async () => {
    const host = await serve((_request, response) => response.end('x'.repeat(1001)));
    const outcome = await doorTo(host).send(get(`https://${host}/`));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'too-large', sent: 'maybe' } });
  });

  it('takes an answer of just the allowed length', async () => {
    const host = await serve((_request, response) => response.end('x'.repeat(1000)));
    const outcome = await doorTo(host).send(get(`https://${host}/`));
    expect(outcome.ok && outcome.answer.body.length).toBe(1000);
  });

  it('names trouble with encryption', async () => {
    const server = createTcpServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const door = fetchDoor((url, init) => fetch(url, init), { hosts: [hostOf(server)] });
    const outcome = await door.send(get(`https://${hostOf(server)}/`));
    expect(outcome).toMatchObject({ ok: false, trouble: { kind: 'tls' } });
  });
});

/** A pool that notes what happens to it. */
class NotedPool implements ConnectionPool {
  readonly notes: string[] = [];
  readonly #fetch: FetchLike;

  constructor(fetchLike: FetchLike) {
    this.#fetch = fetchLike;
  }

  readonly fetch: FetchLike = (url, init) => {
    this.notes.push(`fetch ${init.method}`);
    return this.#fetch(url, init);
  };

  closeAllConnections(): Promise<void> {
    this.notes.push('close');
    return Promise.resolve();
  }
}

describe('requests that may go out only once', () => {
  function doorWithPools(host: string): { readonly door: HttpDoor; readonly pools: readonly NotedPool[] } {
    const pools: NotedPool[] = [];
    const ownConnections = new OwnConnections(() => {
      const pool = new NotedPool(plainFetch);
      pools.push(pool);
      return pool;
    });
    return { door: fetchDoor(plainFetch, { hosts: [host], ownConnections }), pools };
  }

  it('get a connection that was never used, others the shared ones', async () => {
    const host = await serve((_request, response) => response.end());
    const { door, pools } = doorWithPools(host);
    await door.send(get(`https://${host}/`));
    expect(pools).toEqual([]);
    await door.send(get(`https://${host}/`, { method: 'PUT', body: '{}', once: true }));
    await door.send(get(`https://${host}/`, { method: 'PATCH', body: '{}', once: true }));
    expect(pools.map((pool) => pool.notes)).toEqual([['close', 'fetch PUT', 'close', 'fetch PATCH']]);
  });

  it('do not close each other when they run at one time', async () => {
    const waiting: ServerResponse[] = [];
    const host = await serve((_request, response) => {
      waiting.push(response);
      if (waiting.length === 2) for (const one of waiting) one.end('done');
    });
    const { door, pools } = doorWithPools(host);
    const put = get(`https://${host}/`, { method: 'PUT', body: '{}', once: true });
    const both = await Promise.all([door.send(put), door.send(put)]);
    expect(both.map((outcome) => outcome.ok)).toEqual([true, true]);
    expect(pools.map((pool) => pool.notes)).toEqual([
      ['close', 'fetch PUT'],
      ['close', 'fetch PUT'],
    ]);
  });

  it('give their connections back after trouble, too', async () => {
    const host = await serve((request) => request.socket.destroy());
    const { door, pools } = doorWithPools(host);
    const put = get(`https://${host}/`, { method: 'PUT', body: '{}', once: true });
    for (let call = 0; call < 3; call += 1) expect((await door.send(put)).ok).toBe(false);
    expect(pools).toHaveLength(1);
  });

  it('arrive once over Node, even when a kept connection closes on them', async () => {
    const seen: string[] = [];
    const host = await serve((request, response) => {
      seen.push(`${request.method}`);
      if (request.method === 'PUT') request.socket.destroy();
      else response.end();
    });
    const door = doorTo(host);
    await door.send(get(`https://${host}/`));
    const outcome = await door.send(get(`https://${host}/`, { method: 'PUT', body: '{}', once: true }));
    expect(outcome).toEqual({ ok: false, trouble: { kind: 'reset', sent: 'maybe' } });
    expect(seen).toEqual(['GET', 'PUT']);
  });
});
