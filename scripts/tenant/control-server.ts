import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { practiceHolders, practiceOperators } from '../../src/main/practice/directory.ts';
import type { CodeRecord } from '../../src/main/practice/records.ts';
import { readBody } from './read-body.ts';
import type { TenantServer } from './tenant-server.ts';

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The other side of a rehearsal, for whoever stages it: sets faults and reads what the directory holds. On 127.0.0.1
 * alone, and it answers no web page. Nothing it says is secret: ids, dates and hashes.
 *
 * `GET /state` · `PUT /faults` (JSON as `PracticeFaults.set` takes it) · `DELETE /faults` · `POST /revoke`
 * `{"operatorId": …}`.
 */
export class ControlServer {
  readonly port: number;
  readonly #server: Server;
  readonly #tenant: TenantServer;

  private constructor(tenant: TenantServer, server: Server, port: number) {
    this.#tenant = tenant;
    this.#server = server;
    this.port = port;
    server.on('request', (request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** Listens; rejects when the port is taken. */
  static async start(tenant: TenantServer, port = 0): Promise<ControlServer> {
    const server = createServer();
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new ControlServer(tenant, server, (server.address() as AddressInfo).port);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { status, body: content } = this.#isFromHere(request)
      ? await this.#answer(`${request.method} ${request.url}`, body ?? '')
      : { status: 403, body: { problem: 'for programs on this machine alone' } };
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(`${JSON.stringify(content, null, 2)}\n`);
  }

  /** A web page may reach 127.0.0.1 too, by a name of its own even; it cannot hide its origin or that name. */
  #isFromHere({ headers }: IncomingMessage): boolean {
    const hosts = [`127.0.0.1:${this.port}`, `localhost:${this.port}`];
    return headers.origin === undefined && hosts.includes(headers.host ?? '');
  }

  async #answer(what: string, body: string): Promise<Reply> {
    switch (what) {
      case 'GET /state':
        return { status: 200, body: stateOf(this.#tenant) };
      case 'PUT /faults': {
        const set = this.#tenant.faults.set(readJson(body));
        await this.#tenant.applyOnline();
        return set.ok
          ? { status: 200, body: switchesOf(this.#tenant) }
          : {
              status: 400,
              body: { problem: `not a switch: ${String(set.failure.facts?.['problem'] ?? '')}` },
            };
      }
      case 'DELETE /faults':
        this.#tenant.faults.clear();
        await this.#tenant.applyOnline();
        return { status: 200, body: switchesOf(this.#tenant) };
      case 'POST /revoke': {
        const wanted = readJson(body) as { operatorId?: unknown } | null;
        const operator = practiceOperators.find(({ id }) => id === wanted?.operatorId);
        if (operator === undefined) return { status: 404, body: { problem: 'no such operator' } };
        this.#tenant.tenant.revokeSignIns(operator.id);
        return { status: 200, body: { revoked: operator.name } };
      }
      default:
        return { status: 404, body: { problem: 'GET /state, PUT /faults, DELETE /faults, POST /revoke' } };
    }
  }
}

/** Ids, dates and hashes of everything the directory holds now, and of what came and went since the start. */
function stateOf(server: TenantServer): object {
  const { methods } = server.tenant.snapshot();
  return {
    now: instant(server.now()),
    faults: switchesOf(server),
    operators: practiceOperators.map(({ id, name, upn, job }) => ({ id, name, upn, role: job })),
    holders: practiceHolders.map(({ id, name, upn, employeeId }) => {
      const method = methods[id] ?? null;
      return {
        id,
        name,
        upn,
        employeeId,
        method: method && {
          id: method.id,
          standard: codeView(method.standard),
          temporary: codeView(method.temporary),
          pin: { mustChange: method.pin.mustChange, updated: instant(method.pin.updatedMs) },
        },
      };
    }),
    codes: server.book.codes.map((code) => ({
      codeId: code.codeId,
      holderId: code.holderId,
      kind: code.kind,
      created: instant(code.createdMs),
      expires: instant(code.expiresMs),
      ended: code.endedMs === null ? null : instant(code.endedMs),
      payloadSha256: code.payloadSha256,
    })),
  };
}

function codeView(code: CodeRecord | null): object | null {
  if (code === null) return null;
  return { id: code.id, starts: instant(code.startMs), expires: instant(code.expireMs) };
}

function switchesOf({ faults }: TenantServer): object {
  const { online, latencyMs, lagMs, variant, claims, claimsNeedPerson, selfService, tokenError } = faults;
  return { online, latencyMs, lagMs, variant, claims, claimsNeedPerson, selfService, tokenError };
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
