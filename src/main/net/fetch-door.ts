import type { HttpAnswer, HttpDoor, HttpOutcome, HttpRequest, HttpTrouble } from './door.ts';
import type { FetchLike } from './fetch-like.ts';
import type { OwnConnections } from './own-connections.ts';
import { classifyTrouble } from './trouble.ts';

export interface FetchDoorOptions {
  /** The only hosts that can be reached, as `URL.host` spells them (`graph.microsoft.com`, `localhost:8443`). */
  readonly hosts: readonly string[];
  /** Longest answer accepted, in bytes. Default 8 MiB; a page of 999 people is below 1 MiB. */
  readonly maxBodyBytes?: number;
  /** Where requests marked `once` get their connection. Node's fetch never repeats by itself and needs none. */
  readonly ownConnections?: OwnConnections;
}

const usualMaxBodyBytes = 8 * 1024 * 1024;

/** An `HttpDoor` over a fetch function: https and known hosts only, no redirects, no cookies, bounded in time and size. */
export function fetchDoor(fetchLike: FetchLike, options: FetchDoorOptions): HttpDoor {
  const hosts = new Set(options.hosts.map((host) => host.toLowerCase()));
  const maxBodyBytes = options.maxBodyBytes ?? usualMaxBodyBytes;
  return {
    async send(request) {
      // SECURITY: known-hosts (docs/security.md). A token never travels to a host the station was not told about.
      if (!isAllowed(request.url, hosts)) return failed({ kind: 'host-refused', sent: 'no' });
      if (request.signal?.aborted === true) return failed({ kind: 'cancelled', sent: 'no' });
      if (request.once !== true || !options.ownConnections) return send(fetchLike, maxBodyBytes, request);
      const own = await options.ownConnections.borrow().catch(() => null);
      if (own === null) return failed({ kind: 'offline', sent: 'no' });
      try {
        return await send(own.fetch, maxBodyBytes, request);
      } finally {
        own.release();
      }
    },
  };
}

async function send(fetchLike: FetchLike, maxBodyBytes: number, request: HttpRequest): Promise<HttpOutcome> {
  const controller = new AbortController();
  let ended: 'timeout' | 'cancelled' | null = null;
  const end = (why: 'timeout' | 'cancelled'): void => {
    ended ??= why;
    controller.abort();
  };
  const timer = setTimeout(() => end('timeout'), request.timeoutMs);
  const onAbort = (): void => end('cancelled');
  request.signal?.addEventListener('abort', onAbort, { once: true });
  const stopped = (): HttpTrouble | null => (ended === null ? null : { kind: ended, sent: 'maybe' });

  try {
    const response = await fetchLike(request.url, {
      method: request.method,
      headers: { ...request.headers },
      // A redirect is answered as it is: following one could carry a token or a write to another host.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const body = await readBody(response, maxBodyBytes);
    if (body === null) {
      controller.abort();
      return failed({ kind: 'too-large', sent: 'maybe' });
    }
    return { ok: true, answer: { status: response.status, headers: headersOf(response), body } };
  } catch (error) {
    return failed(stopped() ?? classifyTrouble(error));
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', onAbort);
  }
}

function failed(trouble: HttpTrouble): HttpOutcome {
  return { ok: false, trouble };
}

function isAllowed(text: string, hosts: ReadonlySet<string>): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  return url.protocol === 'https:' && url.username === '' && url.password === '' && hosts.has(url.host);
}

/** The whole body, or null when it is longer than allowed. */
async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) return null;
    chunks.push(value);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

function headersOf(response: Response): HttpAnswer['headers'] {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    // Cookies are of no use here and may identify a session.
    if (name !== 'set-cookie') headers[name.toLowerCase()] = value;
  });
  return headers;
}
