import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { caFileIn, certificatesIn } from '../../scripts/tenant/certificates.ts';
import { ControlServer } from '../../scripts/tenant/control-server.ts';
import {
  rehearsalTenant,
  type StationPrinter,
  writeRehearsalStation,
} from '../../scripts/tenant/station-file.ts';
import { TenantServer } from '../../scripts/tenant/tenant-server.ts';
import { neededScopes } from '../../src/main/graph/scopes.ts';
import { practiceAddresses, practiceOperators } from '../../src/main/practice/directory.ts';
import { makeToken } from '../../src/main/practice/tokens.ts';
import { OidcServer } from './oidc-server.ts';

export type Identity = 'oidc-provider' | 'practice';

/** A whole rehearsal for a real window: practice Graph over HTTPS, and the sign-in half by whom the test chooses. */
export class Rehearsal {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'badge-station-rehearsal-'));
  readonly certificates = certificatesIn(this.folder, Date.now());
  /** Names of the calls that reached the tenant. */
  readonly calls: string[] = [];
  /** The same with their paths. */
  readonly lines: string[] = [];
  readonly #identity: Identity;
  #oidc: OidcServer | null = null;
  #server: TenantServer | null = null;
  #control: ControlServer | null = null;

  private constructor(identity: Identity) {
    this.#identity = identity;
  }

  static async start(identity: Identity): Promise<Rehearsal> {
    const self = new Rehearsal(identity);
    const tls = self.certificates;
    self.#server = await TenantServer.start({
      certificates: tls,
      onCall: ({ phase, call, path: at }) => {
        if (phase !== 'received') return;
        self.calls.push(call.name);
        self.lines.push(`${call.name} ${at}`);
      },
      ...(identity === 'practice' ? {} : { exchangeToken: (bearer) => self.#exchange(bearer) }),
    });
    self.#control = await ControlServer.start(self.#server);
    if (identity === 'oidc-provider') {
      const objectIdOf = (login: string): string | undefined => operatorOf(login)?.id;
      const scopes = neededScopes(self.#server.addresses.graph);
      self.#oidc = await OidcServer.start(3600, {
        tls,
        scopes,
        clientId: practiceAddresses.clientId,
        objectIdOf,
      });
    }
    return self;
  }

  get server(): TenantServer {
    if (this.#server === null) throw new Error('Not started');
    return this.#server;
  }

  /** Address of the control door. */
  get control(): string {
    return this.#control?.address ?? '';
  }

  /** Sets the tenant's fault switches through its control door, as a person at a rehearsal does. */
  async set(faults: Readonly<Record<string, unknown>>): Promise<void> {
    const reply = await fetch(`${this.control}/faults`, { method: 'PUT', body: JSON.stringify(faults) });
    if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
  }

  /** The file of the authority that vouches for it all. */
  get caFile(): string {
    return caFileIn(this.folder);
  }

  /** Writes a station file for these printers and gives the switch that names it. */
  station(printers: readonly StationPrinter[], caFile = this.caFile): string {
    const tenant = rehearsalTenant(this.server.addresses, caFile);
    const endpoints = { ...tenant.endpoints, graph: this.server.addresses.graph, authority: this.authority };
    const file = writeRehearsalStation(this.folder, { ...tenant, endpoints }, printers);
    return `--station=${file}`;
  }

  get authority(): string {
    return this.#identity === 'practice'
      ? this.server.addresses.authority
      : (this.#oidc?.issuer ?? 'not started');
  }

  async close(): Promise<void> {
    this.#oidc?.stop();
    await Promise.all([this.#server?.close(), this.#control?.close()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Graph asks the identity server whose token it is, and goes on with one of its own for that operator. */
  async #exchange(bearer: string): Promise<string | null> {
    const holder = await this.#oidc?.whoHas(bearer);
    const operator = operatorOf(holder?.login ?? '');
    if (!holder || operator === undefined) return null;
    const iat = Math.floor(Date.now() / 1000);
    const scp = holder.scope
      .split(' ')
      .map((scope) => scope.replace(/^https:\/\/[^/]+\//, ''))
      .join(' ');
    return makeToken({
      typ: 'access',
      oid: operator.id,
      iat,
      exp: iat + 60,
      auth_time: iat,
      scp,
      ...(holder.answers === null ? {} : { sat: holder.answers }),
      jti: bearer,
    });
  }
}

function operatorOf(login: string): (typeof practiceOperators)[number] | undefined {
  return practiceOperators.find(({ upn }) => upn.split('@')[0] === login);
}
