import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { fetchDoor } from '../../src/main/net/fetch-door.ts';
import type { FetchLike } from '../../src/main/net/fetch-like.ts';
import { postToLoopback } from '../../src/main/net/loopback.ts';

/** The person an access token was given to, and what for. */
export interface TokenHolder {
  readonly login: string;
  readonly scope: string;
  /** The claims challenge that this token answers: the value it was asked for, `null` = none. */
  readonly answers: string | null;
}

export interface OidcOptions {
  /** Listens with this certificate: for an app that brings no fetch of ours. */
  readonly tls?: { readonly certPem: string; readonly keyPem: string };
  readonly clientId?: string;
  /** Known beside the standard's own. */
  readonly scopes?: readonly string[];
  /** The directory's id of somebody, which Entra puts into its tokens as `oid`; undefined = none. */
  readonly objectIdOf?: (login: string) => string | undefined;
}

/**
 * An identity server that others wrote, so that our sign-in is not only judged by our own practice authority. It
 * listens on 127.0.0.1, usually without certificates; then it believes, as behind a proxy, that it is reached by https.
 */
export class OidcServer {
  readonly clientId: string;
  readonly issuer: string;
  readonly #server: Server | SecureServer;
  readonly #accessTokenSeconds: number;
  readonly #scopes: readonly string[];
  readonly #objectIdOf: (login: string) => string | undefined;
  #whoHas: (token: string) => Promise<TokenHolder | null> = () => Promise.resolve(null);

  private constructor(server: Server | SecureServer, accessTokenSeconds: number, options: OidcOptions) {
    const { port } = server.address() as { port: number };
    this.#server = server;
    this.issuer = `https://127.0.0.1:${port}`;
    this.#accessTokenSeconds = accessTokenSeconds;
    this.clientId = options.clientId ?? 'badge-station';
    this.#scopes = options.scopes ?? ['badges'];
    this.#objectIdOf = options.objectIdOf ?? (() => undefined);
  }

  static async start(accessTokenSeconds: number, options: OidcOptions = {}): Promise<OidcServer> {
    const { tls } = options;
    const server =
      tls === undefined ? createServer() : createSecureServer({ cert: tls.certPem, key: tls.keyPem });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const self = new OidcServer(server, accessTokenSeconds, options);
    await self.forgetEverything();
    return self;
  }

  /** Starts with an empty memory: no sign-in, no token is known any more. */
  async forgetEverything(): Promise<void> {
    const handle = await quietly(async () => {
      const { Provider } = await import('oidc-provider');
      const provider = new Provider(this.issuer, this.#configuration());
      provider.proxy = true;
      this.#whoHas = async (token) => {
        const found = await provider.AccessToken.find(token);
        return found?.isValid === true
          ? { login: found.accountId, scope: found.scope ?? '', answers: challengeIn(found.claims) }
          : null;
      };
      provider.use(refuseInSilence);
      return provider.callback();
    });
    this.#server.removeAllListeners('request');
    this.#server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      request.url = asEntraWould(request.url ?? '');
      handle(request, response);
    });
  }

  #configuration(): Readonly<Record<string, unknown>> {
    return {
      clients: [
        {
          client_id: this.clientId,
          // As in the registration of the real app: a native application, any port of localhost, no secret.
          application_type: 'native',
          redirect_uris: ['http://localhost'],
          response_types: ['code'],
          grant_types: ['authorization_code', 'refresh_token'],
          token_endpoint_auth_method: 'none',
        },
      ],
      scopes: ['openid', 'offline_access', 'profile', ...this.#scopes],
      claims: { profile: ['name', 'preferred_username', 'oid'] },
      conformIdTokenClaims: false,
      findAccount: (_ctx: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({
          sub,
          name: `Operator ${sub}`,
          preferred_username: `${sub}@fake.example`,
          oid: this.#objectIdOf(sub),
        }),
      }),
      ttl: {
        AccessToken: this.#accessTokenSeconds,
        IdToken: 3600,
        RefreshToken: 3600,
        Session: 3600,
        Grant: 3600,
        Interaction: 600,
      },
      features: { devInteractions: { enabled: true }, claimsParameter: { enabled: true } },
      // A refresh token of Entra may be used again, too.
      rotateRefreshToken: false,
      cookies: { keys: ['only for tests'] },
    };
  }

  /** A fetch that speaks to this server. */
  readonly fetch: FetchLike = (url, init) => {
    const headers = new Headers(init.headers);
    headers.set('X-Forwarded-Proto', 'https');
    return fetch(url.replace(/^https:/, 'http:'), { ...init, headers });
  };

  get door() {
    return fetchDoor(this.fetch, { hosts: [new URL(this.issuer).host] });
  }

  /** Whose access token this is, as a service that trusts this server asks; null when it is none, or over. */
  whoHas(token: string): Promise<TokenHolder | null> {
    return this.#whoHas(token);
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/**
 * Two manners of the Microsoft identity platform that the standard leaves open: `offline_access` is granted without a
 * consent page of its own, and `select_account` is a known prompt. `login` asks for the password whatever the browser's session knows.
 */
function asEntraWould(url: string): string {
  if (!url.startsWith('/auth?')) return url;
  const asked = new URL(url, 'https://localhost').searchParams;
  asked.set(
    'prompt',
    ['select_account', 'login'].includes(asked.get('prompt') ?? '') ? 'login consent' : 'consent',
  );
  const claims = asked.get('claims');
  // OpenID Connect wants one of two other members beside Microsoft's `access_token`.
  if (claims !== null) asked.set('claims', JSON.stringify({ id_token: {}, ...fieldsOf(claims) }));
  return `/auth?${asked.toString()}`;
}

/** What a claims challenge of the practice Graph asks for, from a claims parameter. */
function challengeIn(claims: unknown): string | null {
  const asked = (claims as { access_token?: { practice?: { value?: unknown } } } | undefined)?.access_token;
  return typeof asked?.practice?.value === 'string' ? asked.practice.value : null;
}

function fieldsOf(claims: string): object {
  return JSON.parse(claims) as object;
}

interface TokenContext {
  readonly oidc?: { readonly body?: { readonly grant_type?: string; readonly claims?: string } };
  status: number;
  body: unknown;
}

/** As Entra does when a challenge asks for a person: no refresh token answers it. The standard knows no such claims here. */
function refuseInSilence(context: TokenContext, next: () => Promise<void>): Promise<void> {
  return next().then(() => refuseUnfulfilled(context));
}

function refuseUnfulfilled(context: TokenContext): void {
  const { grant_type: grant, claims } = context.oidc?.body ?? {};
  if (grant !== 'refresh_token' || claims === undefined || challengeIn(fieldsOf(claims)) === null) return;
  context.status = 400;
  context.body = { error: 'interaction_required', error_description: 'a person has to confirm' };
}

/** oidc-provider warns on the console that this set-up is for tests, which is just what it is. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  console.warn = () => undefined;
  console.info = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
    console.info = info;
  }
}

/** A person at a browser: keeps cookies, follows redirects, fills in forms. */
export class OidcPerson {
  readonly #server: OidcServer;
  readonly #cookies = new Map<string, string>();

  constructor(server: OidcServer) {
    this.#server = server;
  }

  /** Opens the sign-in page, signs in (and consents), and lets the last page post its form to the app. */
  async signIn(address: string, login: string): Promise<boolean> {
    let page = await this.#open(address);
    for (let pages = 0; pages < 5; pages += 1) {
      const { action, fields } = readForm(page);
      if (action.startsWith('http://localhost')) return postToLoopback(action, fields);
      page = await this.#open(action, { ...fields, ...('login' in fields ? { login, password: 'x' } : {}) });
    }
    return false;
  }

  /** Opens the sign-in page and presses "Cancel". */
  async cancel(address: string): Promise<boolean> {
    const page = await this.#open(address);
    const abort = /href="([^"]*\/abort)"/.exec(page)?.[1] ?? '';
    const { action, fields } = readForm(await this.#open(new URL(abort, this.#server.issuer).href));
    return postToLoopback(action, fields);
  }

  async #open(address: string, form?: Readonly<Record<string, string>>): Promise<string> {
    let url = address;
    let body = form;
    for (let redirects = 0; redirects < 10; redirects += 1) {
      const response = await this.#server.fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: {
          Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
        },
        ...(body === undefined ? {} : { body: new URLSearchParams(body).toString() }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const at = pair.indexOf('=');
        this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const location = response.headers.get('location');
      if (location === null) return response.text();
      url = new URL(location, url).href;
      body = undefined;
    }
    throw new Error('Too many redirects');
  }
}

function readForm(page: string): { readonly action: string; readonly fields: Record<string, string> } {
  const form = /<form[^>]*>[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const action = unescape(/action="([^"]*)"/.exec(form)?.[1] ?? '');
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields[name] = unescape(/value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  return { action, fields };
}

function unescape(html: string): string {
  return html
    .replaceAll(/&#x([0-9a-f]+);/gi, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_all, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
