import { devContentPolicy, safetyHeaders } from './content-policy.ts';
import { isOurs } from './scheme.ts';

/**
 * The Vite server to take the page from while developing, or null.
 *
 * SECURITY: dev-server (docs/security.md). A packaged app never has one, whatever its environment says, and only this
 * computer can be one.
 */
export function findDevServer(
  isPackaged: boolean,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const url = env['ELECTRON_RENDERER_URL'];
  if (isPackaged || url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname, origin } = new URL(url);
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return protocol === 'http:' && isHere ? origin : null;
}

/** Answers requests under our scheme with what the Vite server says, so that the page has its real origin while developing. */
export function serveDevServer(devServerUrl: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOurs(request.url) || request.method !== 'GET') return new Response(null, { status: 404 });
    const { pathname, search } = new URL(request.url);
    const answer = await fetch(`${devServerUrl}${pathname}${search}`, {
      headers: { Accept: request.headers.get('Accept') ?? '*/*' },
    });
    const headers = new Headers(safetyHeaders(devContentPolicy(devServerUrl)));
    headers.set('Content-Type', answer.headers.get('Content-Type') ?? 'application/octet-stream');
    return new Response(answer.body, { status: answer.status, headers });
  };
}
