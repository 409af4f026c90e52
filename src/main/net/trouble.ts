import type { HttpTrouble } from './door.ts';

type Row = readonly [code: string, kind: HttpTrouble['kind'], sent: HttpTrouble['sent']];

/**
 * What a network error code proves. `no` only where the code can arise before the first byte of the request leaves.
 * Sources: Node.js errors (system errors, libuv), undici `lib/core/errors.js`, OpenSSL verify codes as Node names
 * them, Chromium `net/base/net_error_list.h` (Electron's `net` reports those as `net::ERR_…`).
 */
const rows: readonly Row[] = [
  ['ENOTFOUND', 'offline', 'no'],
  ['EAI_AGAIN', 'offline', 'no'],
  ['ECONNREFUSED', 'offline', 'no'],
  ['EHOSTUNREACH', 'offline', 'maybe'],
  ['ENETUNREACH', 'offline', 'maybe'],
  ['ENETDOWN', 'offline', 'maybe'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'no'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout', 'maybe'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout', 'maybe'],
  ['ETIMEDOUT', 'timeout', 'maybe'],
  ['ECONNRESET', 'reset', 'maybe'],
  ['EPIPE', 'reset', 'maybe'],
  ['UND_ERR_SOCKET', 'reset', 'maybe'],
  ['ERR_NAME_NOT_RESOLVED', 'offline', 'no'],
  ['ERR_CONNECTION_REFUSED', 'offline', 'no'],
  // Chromium also reports these two when an open connection loses its network (MapSystemError), hence `maybe`.
  ['ERR_INTERNET_DISCONNECTED', 'offline', 'maybe'],
  ['ERR_ADDRESS_UNREACHABLE', 'offline', 'maybe'],
  ['ERR_PROXY_CONNECTION_FAILED', 'offline', 'no'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'offline', 'no'],
  ['ERR_NO_SUPPORTED_PROXIES', 'offline', 'no'],
  ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'offline', 'no'],
  ['ERR_CONNECTION_TIMED_OUT', 'timeout', 'no'],
  ['ERR_TIMED_OUT', 'timeout', 'maybe'],
  ['ERR_NETWORK_CHANGED', 'reset', 'maybe'],
  ['ERR_CONNECTION_RESET', 'reset', 'maybe'],
  ['ERR_CONNECTION_CLOSED', 'reset', 'maybe'],
  ['ERR_EMPTY_RESPONSE', 'reset', 'maybe'],
];

/** Codes of a refused certificate or a failed handshake: no request goes out before the handshake is done. */
const tlsCode =
  /^(CERT_|ERR_CERT_|ERR_SSL_|ERR_TLS_|ERR_BAD_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET|VERIFY|DECRYPT)|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

const byCode = new Map(rows.map(([code, kind, sent]) => [code, { kind, sent }] as const));

/**
 * Turns whatever a fetch threw into trouble. An unknown error is `reset`, `maybe`: not knowing is not the same as no.
 *
 * A refused certificate ends the handshake, so nothing was sent; `ERR_SSL_…` may also end an open connection.
 */
export function classifyTrouble(error: unknown): HttpTrouble {
  for (const { code, connecting } of clues(error, 0)) {
    const known = byCode.get(code);
    if (known) return connecting ? { kind: known.kind, sent: 'no' } : known;
    if (tlsCode.test(code)) return { kind: 'tls', sent: /^ERR_(SSL|TLS)_/.test(code) ? 'maybe' : 'no' };
  }
  return { kind: 'reset', sent: 'maybe' };
}

interface Clue {
  readonly code: string;
  /** Node says so: the system call that failed was `connect`, for each address that was tried. */
  readonly connecting: boolean;
}

/** Error codes, outermost first: Node hides them in `cause`, Electron in the message. */
function clues(error: unknown, depth: number): readonly Clue[] {
  if (depth > 4 || typeof error !== 'object' || error === null) return [];
  const found: Clue[] = [];
  if ('code' in error && typeof error.code === 'string') {
    found.push({ code: error.code, connecting: failedToConnect(error) });
  }
  if ('message' in error && typeof error.message === 'string') {
    const chromium = /net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1];
    if (chromium !== undefined) found.push({ code: chromium, connecting: false });
  }
  if ('cause' in error) found.push(...clues(error.cause, depth + 1));
  return found;
}

function failedToConnect(error: object): boolean {
  if ('syscall' in error) return error.syscall === 'connect';
  // Several addresses tried in turn (Node.js net, autoSelectFamily) come as one AggregateError.
  if (!('errors' in error) || !Array.isArray(error.errors) || error.errors.length === 0) return false;
  return error.errors.every(
    (one: unknown) => typeof one === 'object' && one !== null && failedToConnect(one),
  );
}
