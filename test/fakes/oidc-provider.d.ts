/** The part of oidc-provider the tests use; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface StoredToken {
    readonly claims?: unknown;
    readonly accountId: string;
    readonly scope?: string;
    readonly isValid: boolean;
  }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>);
    use(middleware: (context: never, next: () => Promise<void>) => Promise<void>): void;
    readonly AccessToken: { find(token: string): Promise<StoredToken | undefined> };
    proxy: boolean;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    on(event: string, listener: (...args: readonly unknown[]) => void): this;
  }
}
