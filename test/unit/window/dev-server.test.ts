import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDevServer, serveDevServer } from '../../../src/main/window/dev-server.ts';

describe('findDevServer', () => {
  it.each(['http://localhost:5173', 'http://localhost:5173/', 'http://127.0.0.1:5173', 'http://[::1]:5173'])(
    'takes %s while developing',
    (url) => {
      expect(findDevServer(false, { ELECTRON_RENDERER_URL: url })).toBe(new URL(url).origin);
    },
  );

  it('takes none in a packaged app', () => {
    expect(findDevServer(true, { ELECTRON_RENDERER_URL: 'http://localhost:5173' })).toBeNull();
  });

  it.each([
    undefined,
    '',
    'localhost',
    'https://localhost:5173',
    'http://example.com',
    'http://localhost.example.com',
    'http://localhost@example.com',
    'file:///x',
    'javascript:1',
  ])('does not take %s', (url) => {
    expect(findDevServer(false, { ELECTRON_RENDERER_URL: url })).toBeNull();
  });
});

describe('serveDevServer', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(request.url === '/none' ? 404 : 200, {
        'Content-Type': 'text/javascript',
        'X-Foreign': '1',
      });
      response.end(`asked for ${request.url}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('passes path and query on, and sends our headers instead of its own', async () => {
    const answer = await serveDevServer(url)(new Request('badge-station://app/src/main.tsx?t=1'));
    expect(await answer.text()).toBe('asked for /src/main.tsx?t=1');
    expect(answer.headers.get('content-security-policy')).toContain(`ws://${new URL(url).host}`);
    expect([answer.headers.get('content-type'), answer.headers.get('x-foreign')]).toEqual([
      'text/javascript',
      null,
    ]);
  });

  it('passes refusals on', async () => {
    expect((await serveDevServer(url)(new Request('badge-station://app/none'))).status).toBe(404);
  });

  it('asks for nothing that is not ours', async () => {
    expect((await serveDevServer(url)(new Request('badge-station://other/x'))).status).toBe(404);
    expect((await serveDevServer(url)(new Request('badge-station://app/x', { method: 'POST' }))).status).toBe(
      404,
    );
  });
});
