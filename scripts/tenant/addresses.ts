import { practiceAddresses } from '../../src/main/practice/directory.ts';

const inside = {
  login: `https://${practiceAddresses.loginHost}`,
  graph: `https://${practiceAddresses.graphHost}`,
} as const;

/**
 * The practice tenant believes in two hosts of its own; a rehearsal serves both at one address of this machine. This is
 * the translation between the two, as a reverse proxy does it.
 */
export class Addresses {
  /** Such as `https://127.0.0.1:8443`. */
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** What goes into `tenant.endpoints.authority`: below it lies `/.well-known/openid-configuration`. */
  get authority(): string {
    return `${this.origin}/${practiceAddresses.tenantId}/v2.0`;
  }

  get graph(): string {
    return `${this.origin}/v1.0`;
  }

  /** The address the practice tenant knows for a path and query of ours. */
  inward(pathAndQuery: string): string {
    const host = pathAndQuery.startsWith('/v1.0/') ? inside.graph : inside.login;
    return `${host}${pathAndQuery}`;
  }

  /** Puts our address in place of the practice tenant's in a text it answers with. */
  outward(text: string): string {
    return text.replaceAll(inside.login, this.origin).replaceAll(inside.graph, this.origin);
  }
}
