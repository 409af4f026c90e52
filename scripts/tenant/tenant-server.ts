import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HttpAnswer, HttpRequest } from '../../src/main/net/door.ts';
import { readPracticeState, writePracticeState } from '../../src/main/app/practice-state.ts';
import type { CallKind, PracticeFaults } from '../../src/main/practice/faults.ts';
import type { PracticeSnapshot } from '../../src/main/practice/records.ts';
import { PracticeTenant } from '../../src/main/practice/tenant.ts';
import { Addresses } from './addresses.ts';
import type { Certificates } from './certificates.ts';
import { CodeBook } from './code-book.ts';
import { type PassingSecret, watchSecrets } from './note-secrets.ts';
import { readBody } from './read-body.ts';
import { SignInPages } from './sign-in-pages.ts';

/** Where a call stands. `committed`: the work is done and durable, no byte of the answer has left. */
export type CallPhase = 'received' | 'committed' | 'answered';

export interface CallEvent {
  readonly phase: CallPhase;
  readonly call: CallKind;
  readonly path: string;
  /** The answer's status; null while there is none, or when none will come. */
  readonly status: number | null;
}

export interface TenantServerOptions {
  readonly certificates: Certificates;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Keeps the directory's memory over a restart of this process. */
  readonly stateFile?: string;
  readonly now?: () => number;
  readonly accessTokenSeconds?: number;
  /** More people than the sixty (practice/crowd.ts). */
  readonly crowd?: number;
  /** Hears of each call; what it returns is waited for before the call goes on. */
  readonly onCall?: (event: CallEvent) => Promise<void> | void;
  /** Hears each secret that passes, for a harness that looks for it in files afterwards. */
  readonly onSecret?: (secret: PassingSecret) => void;
  /**
   * For an identity server that others wrote: turns its bearer token into one the practice Graph believes, or null when
   * it is none of theirs. Left out, the practice tenant's own sign-in service is the only one.
   */
  readonly exchangeToken?: (bearer: string) => Promise<string | null>;
}

/** The service ends a call after a minute; a call that shall never be answered is cut off then. */
const longestCallMs = 60_000;

/**
 * The practice tenant as a server: its sign-in service and its Microsoft Graph over HTTPS, on 127.0.0.1 and nowhere
 * else. The app reaches it through `tenant.endpoints`, which only an unpackaged app accepts.
 */
export class TenantServer {
  readonly tenant: PracticeTenant;
  readonly book: CodeBook;
  readonly addresses: Addresses;
  readonly #options: TenantServerOptions;
  readonly #server: Server;
  readonly #port: number;
  readonly #pages: SignInPages;

  private constructor(options: TenantServerOptions, server: Server, port: number) {
    this.#options = options;
    this.#server = server;
    this.#port = port;
    this.addresses = new Addresses(`https://127.0.0.1:${port}`);
    this.tenant = new PracticeTenant({
      now: this.now,
      save: (snapshot) => this.#save(snapshot),
      crowd: options.crowd ?? 0,
      ...(options.accessTokenSeconds === undefined ? {} : { accessTokenSeconds: options.accessTokenSeconds }),
    });
    if (options.stateFile !== undefined) this.tenant.restore(readPracticeState(options.stateFile));
    this.book = new CodeBook(this.tenant.snapshot());
    this.#pages = new SignInPages(this.tenant, this.addresses);
    server.on('request', (request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** Listens; rejects when the port is taken. */
  static async start(options: TenantServerOptions): Promise<TenantServer> {
    const { keyPem, certPem } = options.certificates;
    const server = createServer({ key: keyPem, cert: certPem });
    const port = await listen(server, options.port ?? 0);
    return new TenantServer(options, server, port);
  }

  get faults(): PracticeFaults {
    return this.tenant.faults;
  }

  readonly now = (): number => this.#options.now?.() ?? Date.now();

  /** Brings the wire in line with `faults.online`: an offline tenant does not listen at all. */
  async applyOnline(): Promise<void> {
    if (this.faults.online === this.#server.listening) return;
    if (this.faults.online) await listen(this.#server, this.#port);
    else await this.#stopListening();
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.#stopListening();
  }

  async #stopListening(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #save(snapshot: PracticeSnapshot): void {
    if (this.#options.stateFile !== undefined) writePracticeState(this.#options.stateFile, snapshot);
    this.book.note(snapshot, this.now());
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    if (body === null) return end(response, { status: 413, headers: {}, body: new Uint8Array(0) });
    const page = this.#pages.answer(incoming, body);
    if (page !== null) return end(response, page);
    const request = await this.#request(incoming, response, body);
    const call = this.tenant.kindOf(request) ?? unknownCall;
    const tell = async (phase: CallPhase, status: number | null): Promise<void> =>
      this.#options.onCall?.({ phase, call, path: incoming.url ?? '/', status });
    await tell('received', null);
    const noteSecrets = watchSecrets(this.book, call, request, (secret) => this.#options.onSecret?.(secret));
    const ended = await this.tenant.send(request);
    noteSecrets(ended.ok ? ended.answer : null);
    // No answer will come: the caller sees what a broken line looks like.
    if (!ended.ok) {
      await tell('committed', null);
      response.destroy();
      return;
    }
    await tell('committed', ended.answer.status);
    await end(response, this.#outward(ended.answer));
    await tell('answered', ended.answer.status);
  }

  async #request(incoming: IncomingMessage, response: ServerResponse, body: string): Promise<HttpRequest> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
      ),
    );
    return {
      // A method the tenant does not know finds no route there and gets its 404.
      method: incoming.method as HttpRequest['method'],
      url: this.addresses.inward(incoming.url ?? '/'),
      headers: await this.#withOurToken(headers),
      ...(body === '' ? {} : { body }),
      timeoutMs: longestCallMs,
      signal: gone.signal,
    };
  }

  async #withOurToken(headers: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    const bearer = /^Bearer (\S+)$/.exec(headers['authorization'] ?? '')?.[1];
    if (bearer === undefined || this.#options.exchangeToken === undefined) return headers;
    const ours = await this.#options.exchangeToken(bearer);
    return { ...headers, authorization: `Bearer ${ours ?? 'nobody'}` };
  }

  #outward(answer: HttpAnswer): HttpAnswer {
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, this.addresses.outward(value)]),
    );
    const isText = /json|html/.test(headers['content-type'] ?? '');
    const text = isText ? this.addresses.outward(new TextDecoder().decode(answer.body)) : null;
    return { ...answer, headers, body: text === null ? answer.body : new TextEncoder().encode(text) };
  }
}

const unknownCall: CallKind = { name: 'unknown', effect: 'read' };

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Resolves when the operating system has the whole answer, or when nobody wants it any more. */
function end(response: ServerResponse, answer: HttpAnswer): Promise<void> {
  return new Promise((resolve) => {
    if (response.closed) return resolve();
    response.once('close', () => resolve());
    const isEmpty = answer.status === 204 || answer.status === 304;
    const length = isEmpty ? {} : { 'content-length': String(answer.body.length) };
    response.writeHead(answer.status, { ...answer.headers, ...length });
    response.end(isEmpty ? undefined : answer.body, () => resolve());
  });
}
