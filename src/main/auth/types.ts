import type { Result } from '../../shared/result.ts';

/** Who is signed in at the station. */
export interface Operator {
  /** MSAL's homeAccountId: `<object id>.<tenant id>`. */
  readonly accountId: string;
  readonly objectId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly username: string;
}

/** Where tokens rest between runs; `memory` when the operating system offers no real key store. */
export type TokenStorage = 'encrypted' | 'memory';

export interface TokenRequest {
  readonly scopes: readonly string[];
  /** Claims JSON of a claims challenge, passed on as it came. */
  readonly claims?: string;
  /** Whether a person may be asked (browser) when silence does not work. */
  readonly interactive: boolean;
  /** Asks for a new token even when a cached one looks good, after the server refused the cached one. */
  readonly fresh?: boolean;
}

/** What the Graph client needs: an access token for its scopes. */
export interface TokenSource {
  /**
   * Fails with `sign-in-interaction-required` (ask the person), `sign-in-refused` (the sign-in is over),
   * `sign-in-offline` (could not ask; the sign-in is kept), `not-signed-in`.
   */
  accessToken(request: TokenRequest): Promise<Result<string>>;
}

/** The operator's session. One operator at a time; one interactive sign-in at a time. */
export interface Session extends TokenSource {
  readonly operator: Operator | null;
  readonly storage: TokenStorage;
  /** True while a browser sign-in is under way. */
  readonly signingIn: boolean;
  /** Restores the last operator from the encrypted cache, without asking anybody. */
  restore(): Promise<Result<Operator | null>>;
  /** Opens the system browser and waits; ends with `sign-in-cancelled` after `cancel()`. */
  signIn(options: {
    readonly loginHint?: string;
    readonly chooseAccount: boolean;
    /** The person has to prove themself now; a browser that still knows them is not enough. */
    readonly fresh?: boolean;
  }): Promise<Result<Operator>>;
  /** Ends a waiting browser sign-in; harmless when none is under way. */
  cancel(): Promise<void>;
  /** Forgets the local tokens. The browser keeps its own session; the next sign-in asks for an account. */
  signOut(): Promise<Result<void>>;
  /** Calls back whenever operator or signingIn changed; returns the way to stop it. */
  onChange(listener: () => void): () => void;
}

/** What a person types on another device to sign in there. */
export interface DeviceCode {
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresInSeconds: number;
}

/** A device code on the screen, with the moment it runs out, in epoch milliseconds. */
export interface ShownCode {
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresAtMs: number;
}

/** Sign-in by a code on another device, for stations without a usable browser. Many tenants block it. */
export interface DeviceCodeSession extends Session {
  /** The code to show while a sign-in by code waits; null otherwise. `onChange` tells when it comes and goes. */
  readonly deviceCode: ShownCode | null;
  /** `onCode` is called once, with the code to show; ends like `signIn`. */
  signInByCode(onCode?: (code: DeviceCode) => void): Promise<Result<Operator>>;
}
