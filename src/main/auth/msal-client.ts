import { LogLevel, ProtocolMode, PublicClientApplication, type AccountInfo } from '@azure/msal-node';
import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node';
import { z } from 'zod';
import type { MsalNetwork } from './msal-network.ts';
import type { SignInPages } from './pages.ts';
import type { TokenCache } from './token-cache.ts';
import type { DeviceCode, Operator } from './types.ts';

/** A signed-in person and an access token of theirs. */
export interface TokenAnswer {
  readonly operator: Operator;
  readonly accessToken: string;
  /** When the person proved themself (`auth_time`) and when the token was made (`iat`), epoch milliseconds of the service's clock; null = it does not say. */
  readonly provedMs: number | null;
  readonly issuedMs: number | null;
}

export interface BrowserRequest {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly loginHint?: string;
  /** The person who has to sign in again; their account is suggested. */
  readonly accountId?: string;
  readonly chooseAccount: boolean;
  /** Asks the service to have the person prove themself, whatever its browser session knows. */
  readonly fresh?: boolean;
  readonly openBrowser: (url: string) => Promise<void>;
  readonly pages: SignInPages;
}

export interface SilentRequest {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly accountId: string;
  readonly fresh: boolean;
}

/**
 * What the session needs from a sign-in library. MSAL for Node is imported here and nowhere else: a later major may
 * drop desktop flows (its own migration notes for version 7 announced it; 7.2.1 still has them), and then this is the
 * file to write anew. A broker (Windows WAM) would be plugged in here, too, as `broker.nativeBrokerPlugin`.
 *
 * Every method rejects with MSAL's own errors; `readSignInTrouble` names them.
 */
export class MsalClient {
  readonly #app: PublicClientApplication;
  readonly #authority: string;

  constructor(options: {
    readonly clientId: string;
    readonly authority: string;
    readonly protocol: 'entra' | 'oidc';
    readonly network: MsalNetwork;
    readonly cache: TokenCache;
    readonly appVersion: string;
  }) {
    const { host } = new URL(options.authority);
    this.#authority = options.authority.toLowerCase();
    this.#app = new PublicClientApplication({
      auth: {
        clientId: options.clientId,
        authority: options.authority,
        // Without this MSAL would ask login.microsoftonline.com whether it knows the host.
        knownAuthorities: [host],
        // We answer claims challenges, so the service may end tokens early (continuous access evaluation).
        clientCapabilities: ['CP1'],
      },
      cache: { cachePlugin: options.cache },
      system: {
        networkClient: options.network,
        protocolMode: options.protocol === 'oidc' ? ProtocolMode.OIDC : ProtocolMode.AAD,
        // SECURITY: msal-log (docs/security.md). It may hold names and addresses; ours says what is needed.
        loggerOptions: {
          logLevel: LogLevel.Error,
          piiLoggingEnabled: false,
          loggerCallback: () => undefined,
        },
      },
      telemetry: { application: { appName: 'badge-station', appVersion: options.appVersion } },
    });
  }

  async operators(): Promise<readonly Operator[]> {
    return (await this.#app.getAllAccounts()).map((account) => toOperator(account));
  }

  async browser(request: BrowserRequest): Promise<TokenAnswer> {
    const account = request.accountId === undefined ? null : await this.#account(request.accountId);
    const answer = await this.#app.acquireTokenInteractive({
      scopes: [...request.scopes],
      openBrowser: request.openBrowser,
      successTemplate: request.pages.returned,
      errorTemplate: request.pages.stopped,
      ...promptFor(request),
      ...(request.loginHint === undefined ? {} : { loginHint: request.loginHint }),
      ...(request.claims === undefined ? {} : { claims: request.claims }),
      ...(account === null ? {} : { account }),
    });
    return toAnswer(answer);
  }

  /** `onCode` shows the short code; `stopped` is asked between two questions to the server. */
  async deviceCode(
    scopes: readonly string[],
    onCode: (code: DeviceCode) => void,
    signal: AbortSignal,
  ): Promise<TokenAnswer | null> {
    const request: DeviceCodeRequest = {
      scopes: [...scopes],
      deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
        onCode({ userCode, verificationUri, expiresInSeconds: expiresIn });
      },
    };
    signal.addEventListener('abort', () => (request.cancel = true));
    const answer = await this.#app.acquireTokenByDeviceCode(request);
    return answer === null ? null : toAnswer(answer);
  }

  async silent(request: SilentRequest): Promise<TokenAnswer | null> {
    const account = await this.#account(request.accountId);
    if (account === null) return null;
    const answer = await this.#app.acquireTokenSilent({
      account,
      scopes: [...request.scopes],
      forceRefresh: request.fresh,
      ...(request.claims === undefined ? {} : { claims: request.claims }),
    });
    return toAnswer(answer);
  }

  /** Deletes an account's tokens here. The service and the browser are not told. */
  async forget(accountId: string): Promise<void> {
    const account = await this.#account(accountId);
    if (account !== null) await this.#app.signOut({ account });
  }

  async #account(accountId: string): Promise<AccountInfo | null> {
    const accounts = await this.#app.getAllAccounts();
    const own = accounts.filter((account) => account.homeAccountId === accountId);
    // A guest of several tenants has one home account and a profile in each; ours is the one of the configured tenant.
    return (
      own.find(({ tenantId }) => tenantId !== '' && this.#authority.includes(tenantId)) ?? own[0] ?? null
    );
  }
}

function toAnswer(answer: AuthenticationResult): TokenAnswer {
  if (answer.account === null) throw new Error('A sign-in without an account');
  const claims = idTokenTimes.safeParse(answer.idTokenClaims);
  const { auth_time: proved, iat: issued } = claims.success ? claims.data : {};
  return {
    operator: toOperator(answer.account),
    accessToken: answer.accessToken,
    provedMs: proved === undefined ? null : proved * 1000,
    issuedMs: issued === undefined ? null : issued * 1000,
  };
}

const seconds = z.number().min(0).optional().catch(undefined);
const idTokenTimes = z.object({ auth_time: seconds, iat: seconds });

function promptFor({ fresh, chooseAccount }: BrowserRequest): { prompt?: string } {
  if (fresh === true) return { prompt: 'login' };
  return chooseAccount ? { prompt: 'select_account' } : {};
}

function toOperator(account: AccountInfo): Operator {
  return {
    accountId: account.homeAccountId,
    objectId: account.localAccountId,
    tenantId: account.tenantId,
    name: account.name ?? account.username,
    username: account.username,
  };
}
