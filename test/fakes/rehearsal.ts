import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ControlServer } from '../../scripts/tenant/control-server.ts';
import { makeCertificates, type Certificates } from '../../scripts/tenant/certificates.ts';
import { TenantServer, type TenantServerOptions } from '../../scripts/tenant/tenant-server.ts';
import { EncryptedFile } from '../../src/main/auth/encrypted-file.ts';
import { MsalSession } from '../../src/main/auth/msal-session.ts';
import { GraphHttpClient } from '../../src/main/graph/client.ts';
import { neededScopes } from '../../src/main/graph/scopes.ts';
import { fetchDoor } from '../../src/main/net/fetch-door.ts';
import type { HttpDoor } from '../../src/main/net/door.ts';
import { postToLoopback } from '../../src/main/net/loopback.ts';
import { practiceAddresses } from '../../src/main/practice/directory.ts';
import { FakeCipher } from './fake-cipher.ts';
import { httpsFetch } from './https-fetch.ts';
import { operators } from './practice-station.ts';

let made: Certificates | undefined;
/** Certificates for all tests of one file: making them takes a moment. */
export const testCertificates = (): Certificates => (made ??= makeCertificates(Date.now()));

/** A rehearsal server and what reaches it: real sockets, real certificates, real MSAL, the real Graph client. */
export class RehearsalDesk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'badge-station-rehearsal-'));
  readonly fetch = httpsFetch(testCertificates().caPem);
  readonly #cipher = new FakeCipher();
  readonly #options: Partial<TenantServerOptions>;
  #server: TenantServer | null = null;
  #control: ControlServer | null = null;

  constructor(options: Partial<TenantServerOptions> = {}) {
    this.#options = options;
  }

  /** Starts, or starts again on another port as after a restart. */
  async start(more: Partial<TenantServerOptions> = {}): Promise<void> {
    this.#server = await TenantServer.start({
      certificates: testCertificates(),
      ...this.#options,
      ...more,
    });
    this.#control = await ControlServer.start(this.#server);
  }

  get server(): TenantServer {
    if (this.#server === null) throw new Error('Not started');
    return this.#server;
  }

  get control(): string {
    return this.#control?.address ?? '';
  }

  get door(): HttpDoor {
    return fetchDoor(this.fetch, { hosts: [new URL(this.server.addresses.origin).host] });
  }

  /** A session as the app makes it for `tenant.endpoints`. */
  session(openBrowser: (url: string) => Promise<void>): MsalSession {
    return new MsalSession({
      clientId: practiceAddresses.clientId,
      authority: this.server.addresses.authority,
      tenantId: null,
      protocol: 'oidc',
      scopes: neededScopes(this.server.addresses.graph),
      door: this.door,
      openBrowser,
      cacheFile: new EncryptedFile({ path: path.join(this.folder, 'tokens.bin'), cipher: this.#cipher }),
    });
  }

  /** Somebody who signs in on the rehearsal's pages as this operator; null presses Cancel. */
  readonly person =
    (operatorId: string | null) =>
    async (url: string): Promise<boolean> => {
      const choice = new URLSearchParams({ operator: operatorId ?? '' }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await this.fetch(url, { method: 'POST', headers, body: choice });
      const html = await answer.text();
      const action = /action="([^"]*)"/.exec(html)?.[1] ?? '';
      const fields = [...html.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      );
      return postToLoopback(action, Object.fromEntries(fields));
    };

  async signedIn(operatorId: string = operators.admin.id): Promise<MsalSession> {
    const session = this.session((url) => {
      void this.person(operatorId)(url);
      return Promise.resolve();
    });
    const result = await session.signIn({ chooseAccount: false });
    if (!result.ok) throw new Error(`Sign-in failed: ${result.failure.code}`);
    return session;
  }

  graph(session: MsalSession): GraphHttpClient {
    return new GraphHttpClient({
      door: this.door,
      tokens: session,
      base: this.server.addresses.graph,
      scopes: neededScopes(this.server.addresses.graph),
      randomUUID: () => crypto.randomUUID(),
      // Pauses between tries pass at once.
      waiting: { now: Date.now, wait: () => Promise.resolve(), random: () => 0 },
    });
  }

  /** Stops serving; the folder stays. */
  async stop(): Promise<void> {
    await Promise.all([this.#server?.close(), this.#control?.close()]);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
