import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpDoor, HttpOutcome, HttpRequest, HttpTrouble } from '../net/door.ts';
import { PracticeAuthority, type AuthorizeForm } from './authority.ts';
import { practiceAddresses } from './directory.ts';
import { Crowd } from './crowd.ts';
import { PracticeFaults, type CallKind, type Fault } from './faults.ts';
import { PracticeGraph } from './graph.ts';
import { Methods } from './methods.ts';
import { Population } from './population.ts';
import { Records, type PracticeSnapshot } from './records.ts';
import { bytesOf, graphError, json, type Call, type Reply } from './reply.ts';

export interface PracticeTenantOptions {
  /** Milliseconds since 1970. Default: the real clock. */
  readonly now?: () => number;
  /** Resolves after `ms`, or at once when the signal is aborted; never rejects. Default: a real timer. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Called within each write, before its answer leaves. A caller that stores the snapshot here loses nothing. */
  readonly save?: (snapshot: PracticeSnapshot) => void;
  /** So many more people, made from a seed whenever they are asked for (crowd.ts). Default 0. */
  readonly crowd?: number;
  /** Default 3600. MSAL renews a token five minutes before it ends, so a short one is renewed at each use. */
  readonly accessTokenSeconds?: number;
}

/**
 * The practice tenant: a sign-in service and a Microsoft Graph inside the app, behind the same door as the real ones,
 * without a socket. MSAL and our Graph client do not know the difference.
 */
export class PracticeTenant implements HttpDoor {
  readonly faults = new PracticeFaults();
  readonly #now: () => number;
  readonly #wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly #records: Records;
  readonly #authority: PracticeAuthority;
  readonly #graph: PracticeGraph;
  readonly #revokedMs = new Map<string, number>();

  constructor(options: PracticeTenantOptions = {}) {
    this.#now = options.now ?? Date.now;
    this.#wait =
      options.wait ?? ((ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined));
    const people = new Population(new Crowd(options.crowd ?? 0));
    this.#records = new Records(people, this.#now(), options.save ?? (() => undefined));
    this.#authority = new PracticeAuthority({
      faults: this.faults,
      now: this.#now,
      accessTokenSeconds: options.accessTokenSeconds ?? 3600,
      revokedMs: this.#revokedMs,
    });
    const methods = new Methods(this.#records, this.faults, this.#now);
    this.#graph = new PracticeGraph(people, methods, this.faults, this.#now, this.#revokedMs);
  }

  /** What there is to keep for the next start: plain JSON, no key, no PIN, no token. */
  snapshot(): PracticeSnapshot {
    return this.#records.snapshot();
  }

  /** Takes over an earlier snapshot; what does not fit is ignored, so junk leaves the tenant as it was. */
  restore(snapshot: unknown): void {
    this.#records.restore(snapshot);
  }

  /** The browser step of a sign-in (see `PracticeBrowser`). */
  authorize(url: string, operatorId: string | null): AuthorizeForm | null {
    return this.#authority.authorize(url, operatorId);
  }

  /** The other device of a device-code sign-in: true when the short code was known. */
  approveDevice(userCode: string, operatorId: string | null): boolean {
    return this.#authority.deviceCodes.decide(userCode, operatorId);
  }

  /** As when an administrator presses "Revoke sessions": tokens from before now are over. */
  revokeSignIns(operatorId: string): void {
    this.#revokedMs.set(operatorId, Math.floor(this.#now() / 1000) * 1000 + 1000);
  }

  async send(request: HttpRequest): Promise<HttpOutcome> {
    if (!this.faults.online) return trouble('offline', 'no');
    if (request.signal?.aborted === true) return trouble('cancelled', 'no');
    const route = this.#route(request);
    if (route === null) return trouble('host-refused', 'no');
    const refuse = route.isLogin
      ? (status: number): Reply => json(status, { error: 'temporarily_unavailable', error_codes: [] })
      : (status: number): Reply => graphError(status, status === 429 ? 'TooManyRequests' : 'UnknownError');
    return this.#withFault(this.faults.take(route.kind), request, route.run, refuse);
  }

  /** What a request would be taken for, without carrying it out; null when it is for somebody else. */
  kindOf(request: HttpRequest): CallKind | null {
    return this.#route(request)?.kind ?? null;
  }

  #route(
    request: HttpRequest,
  ): { readonly kind: CallKind; readonly isLogin: boolean; run: () => Reply } | null {
    const call = readCall(request);
    const isLogin = call?.url.host === practiceAddresses.loginHost;
    if (call === null || (!isLogin && call.url.host !== practiceAddresses.graphHost)) return null;
    return { ...(isLogin ? this.#loginRoute(call) : this.#graphRoute(call)), isLogin };
  }

  #loginRoute(call: Call): { kind: CallKind; run: () => Reply } {
    const name = call.url.pathname.endsWith('/token') ? 'token' : 'login';
    return { kind: { name, effect: 'read' }, run: () => this.#authority.handle(call) };
  }

  #graphRoute(call: Call): { kind: CallKind; run: () => Reply } {
    const route = this.#graph.route(call);
    const run = (): Reply => {
      const caller = this.#graph.authenticate(call);
      return 'operator' in caller ? route.run(caller) : caller;
    };
    return { kind: route.kind, run };
  }

  async #withFault(
    fault: Fault | null,
    request: HttpRequest,
    run: () => Reply,
    refuse: (status: number) => Reply,
  ): Promise<HttpOutcome> {
    const lateMs = this.faults.latencyMs + (fault?.kind === 'delay' ? fault.ms : 0);
    switch (fault?.kind) {
      case 'offline':
        return trouble('offline', 'no');
      case 'drop':
        if (fault.when === 'after') run();
        return trouble('reset', 'maybe');
      case 'timeout':
        if (fault.when === 'after') run();
        return this.#answer(null, request, request.timeoutMs);
      case 'throttle':
        return this.#answer(withRetryAfter(refuse(429), fault), request, lateMs);
      case 'status': {
        if (fault.when === 'after') run();
        return this.#answer(withRetryAfter(refuse(fault.status), fault), request, lateMs);
      }
      case 'html': {
        if (fault.when === 'after') run();
        const headers = { 'content-type': 'text/html' };
        const body = '<html><body><h1>Bad gateway</h1></body></html>';
        return this.#answer({ status: fault.status, headers, body }, request, lateMs);
      }
      case 'truncate': {
        const reply = run();
        return this.#answer(
          { ...reply, body: bytesOf(reply).slice(0, bytesOf(reply).length / 2) },
          request,
          lateMs,
        );
      }
      case 'empty':
        return this.#answer({ ...run(), body: null }, request, lateMs);
      case 'no-secret':
        return this.#answer(withoutSecret(run()), request, lateMs);
      case 'delay':
      case undefined:
        return this.#answer(run(), request, lateMs);
    }
  }

  /** Lets the answer arrive after `lateMs`, unless the caller's patience ends first. */
  async #answer(reply: Reply | null, request: HttpRequest, lateMs: number): Promise<HttpOutcome> {
    if (lateMs > 0) await this.#wait(Math.min(lateMs, request.timeoutMs), request.signal);
    if (request.signal?.aborted === true) return trouble('cancelled', 'maybe');
    if (reply === null || lateMs >= request.timeoutMs) return trouble('timeout', 'maybe');
    const sent = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'client-request-id');
    const headers = {
      date: new Date(this.#now()).toUTCString(),
      'request-id': randomUUID(),
      ...(sent === undefined ? {} : { 'client-request-id': sent[1] }),
      ...reply.headers,
    };
    return { ok: true, answer: { status: reply.status, headers, body: bytesOf(reply) } };
  }
}

function readCall(request: HttpRequest): Call | null {
  if (!URL.canParse(request.url) || !request.url.startsWith('https://')) return null;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { method: request.method, url: new URL(request.url), headers, body: request.body ?? '' };
}

function trouble(kind: HttpTrouble['kind'], sent: HttpTrouble['sent']): HttpOutcome {
  return { ok: false, trouble: { kind, sent } };
}

function withRetryAfter(reply: Reply, fault: { readonly retryAfterSeconds: number | null }): Reply {
  if (fault.retryAfterSeconds === null) return reply;
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(fault.retryAfterSeconds) } };
}

function withoutSecret(reply: Reply): Reply {
  const hidden = new Set(['image', 'code']);
  const text = JSON.stringify(reply.body, (name, value: unknown) => (hidden.has(name) ? null : value));
  return { ...reply, body: text };
}
