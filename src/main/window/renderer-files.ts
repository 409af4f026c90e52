import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { contentPolicy, isWorkerFile, safetyHeaders, workerPolicy } from './content-policy.ts';
import { isOurs } from './scheme.ts';

/** File endings the renderer is built of. Anything else is not served: a type is never guessed. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
]);

/** Plain names only: what the build writes. No `%`, no backslash, no colon, no dot at the start of a name. */
const plainPath = /^(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/;

/**
 * The file a URL of ours names, as path parts below the renderer folder, or null when it may not be served.
 *
 * The check is a list of what is allowed, so encoded dots, backslashes, null bytes, drive letters and alternate data
 * streams need no rule of their own.
 */
export function rendererPath(url: string): readonly string[] | null {
  if (!isOurs(url)) return null;
  const { pathname } = new URL(url);
  const wanted = pathname === '' || pathname === '/' ? '/index.html' : pathname;
  if (wanted.length > 500 || !plainPath.test(wanted) || !contentTypes.has(path.posix.extname(wanted)))
    return null;
  return wanted.slice(1).split('/');
}

/**
 * Answers requests under our scheme with files of the built renderer, and with nothing else.
 *
 * SECURITY: path-traversal (docs/security.md). After the name, the file itself is checked: a link inside the folder
 * that leads out of it is not followed.
 */
export function serveRendererFiles(rendererDir: string): (request: Request) => Promise<Response> {
  const root = realpath(rendererDir);
  // Told to each request below; without this a missing folder would be an unhandled rejection.
  root.catch(() => {});
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const parts = rendererPath(request.url);
    if (parts === null) return refuse(404);
    try {
      const dir = await root;
      const file = await realpath(path.join(dir, ...parts));
      if (!file.startsWith(dir + path.sep)) return refuse(404);
      const body = new Uint8Array(await readFile(file));
      const type = contentTypes.get(path.extname(file));
      // A link to a file of another kind inside the folder ends here too.
      if (type === undefined) return refuse(404);
      return new Response(request.method === 'HEAD' ? null : body, {
        headers: { ...headersFor(parts), 'Content-Type': type, 'Content-Length': String(body.length) },
      });
    } catch {
      // Missing, a folder, unreadable: the window learns no difference.
      return refuse(404);
    }
  };
}

function headersFor(parts: readonly string[]): Record<string, string> {
  return safetyHeaders(isWorkerFile(parts) ? workerPolicy : contentPolicy);
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: safetyHeaders() });
}
