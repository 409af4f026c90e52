import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy, workerPolicy } from '../../../src/main/window/content-policy.ts';
import { rendererPath, serveRendererFiles } from '../../../src/main/window/renderer-files.ts';

let root: string;
let serve: (request: Request) => Promise<Response>;
const get = (url: string, init?: RequestInit) => serve(new Request(url, init));

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'renderer-'));
  const dir = path.join(root, 'renderer');
  mkdirSync(path.join(dir, 'assets', 'folder.html'), { recursive: true });
  writeFileSync(path.join(root, 'secret.html'), 'canary');
  mkdirSync(path.join(dir, 'workers'));
  writeFileSync(path.join(dir, 'workers', 'camera-worker.js'), '1');
  mkdirSync(path.join(root, 'renderer-old'));
  writeFileSync(path.join(root, 'renderer-old', 'secret.html'), 'canary');
  writeFileSync(path.join(dir, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(dir, 'assets', 'index-Bx_9-.js'), 'export {};');
  writeFileSync(path.join(dir, 'assets', 'index.css'), 'a{}');
  writeFileSync(path.join(dir, 'assets', 'zxing.wasm'), '\0asm');
  writeFileSync(path.join(dir, 'assets', 'notes.txt'), 'canary');
  writeFileSync(path.join(dir, '.env.html'), 'canary');
  symlinkSync(path.join(root, 'secret.html'), path.join(dir, 'assets', 'out.html'));
  symlinkSync(root, path.join(dir, 'assets', 'up'));
  symlinkSync(path.join(root, 'renderer-old'), path.join(dir, 'assets', 'old'));
  symlinkSync(path.join(dir, 'assets', 'notes.txt'), path.join(dir, 'assets', 'other-kind.js'));
  serve = serveRendererFiles(dir);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** URLs that name nothing we serve. Some are normalised by the URL parser before we see them, some are not. */
const refused: readonly string[] = [
  'badge-station://app/../secret.html',
  'badge-station://app/assets/../../secret.html',
  'badge-station://app/%2e%2e/secret.html',
  'badge-station://app/%2E%2E%2Fsecret.html',
  'badge-station://app/..%2fsecret.html',
  'badge-station://app/%252e%252e/secret.html',
  'badge-station://app/..%c0%afsecret.html',
  'badge-station://app/..%5csecret.html',
  'badge-station://app/..\\secret.html',
  'badge-station://app/assets\\index.css',
  'badge-station://app/....//secret.html',
  'badge-station://app//etc/passwd',
  'badge-station://app//secret.html',
  'badge-station://app/%2fetc%2fpasswd',
  'badge-station://app/C:/secret.html',
  'badge-station://app/C:%5csecret.html',
  'badge-station://app/index.html::$DATA',
  'badge-station://app/index.html%00.js',
  'badge-station://app/index.html%0a',
  'badge-station://app/index.html/',
  'badge-station://app/index.html.',
  'badge-station://app/index.html%20',
  'badge-station://app/assets/',
  'badge-station://app/assets',
  'badge-station://app/assets/folder.html',
  'badge-station://app/assets/notes.txt',
  'badge-station://app/.env.html',
  'badge-station://app/assets/missing.js',
  'badge-station://app/assets/out.html',
  'badge-station://app/assets/up/secret.html',
  'badge-station://app/assets/old/secret.html',
  'badge-station://app/assets/other-kind.js',
  'badge-station://app/é.html',
  `badge-station://app/${'a/'.repeat(400)}x.html`,
  'badge-station://other/index.html',
  'badge-station://app.example/index.html',
  'badge-station://app:80/index.html',
  'badge-station://user@app/index.html',
  'badge-station:///index.html',
  'badge-station:index.html',
  'file:///etc/passwd',
  'https://app/index.html',
];

/** `new Request` refuses credentials in a URL, as a browser does; those are tried on the function below it. */
const requestable = refused.filter((url) => URL.canParse(url) && new URL(url).username === '');

describe('serveRendererFiles', () => {
  it.each([
    ['badge-station://app/', 'text/html; charset=utf-8'],
    ['badge-station://app/index.html', 'text/html; charset=utf-8'],
    ['badge-station://app/index.html?a=../..#b', 'text/html; charset=utf-8'],
    ['badge-station://app/assets/index-Bx_9-.js', 'text/javascript; charset=utf-8'],
    ['badge-station://app/assets/index.css', 'text/css; charset=utf-8'],
    ['badge-station://app/assets/zxing.wasm', 'application/wasm'],
  ])('serves %s with its type', async (url, type) => {
    const answer = await get(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('content-length')));
  });

  it.each(requestable)('refuses %s', async (url) => {
    const answer = await get(url);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses the method %s', async (method) => {
    expect((await get('badge-station://app/index.html', { method })).status).toBe(405);
  });

  it('answers HEAD without a body', async () => {
    const answer = await get('badge-station://app/index.html', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it.each(['badge-station://app/index.html', 'badge-station://app/missing.html'])(
    'sends the safety headers with %s',
    async (url) => {
      const { headers } = await get(url);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    },
  );

  it('gives a worker the policy of workers, and nothing else that policy', async () => {
    const policyOf = async (url: string) => (await get(url)).headers.get('content-security-policy');
    expect(await policyOf('badge-station://app/workers/camera-worker.js')).toBe(workerPolicy);
    for (const file of ['index.html', 'assets/index-Bx_9-.js', 'assets/zxing.wasm', 'workers/none.js']) {
      expect(await policyOf(`badge-station://app/${file}`)).toBe(contentPolicy);
    }
  });

  it('answers 404 when the renderer was never built', async () => {
    const answer = await serveRendererFiles(path.join(root, 'nowhere'))(
      new Request('badge-station://app/index.html'),
    );
    expect(answer.status).toBe(404);
  });
});

describe('rendererPath', () => {
  it.each(refused)('finds nothing above or beside the folder in %s', (url) => {
    // Dots the URL parser has already resolved end at the top of our own folder; the file is then simply not there.
    for (const part of rendererPath(url) ?? []) expect(part).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
  });

  it.each(['', 'index.html', '/index.html', 'badge-station', '://', 'badge-station://app/..%2fsecret.html'])(
    'finds no path in %j',
    (junk) => {
      expect(rendererPath(junk)).toBeNull();
    },
  );
});
