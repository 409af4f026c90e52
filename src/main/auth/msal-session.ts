import { fail, ok, type Result } from '../../shared/result.ts';
import type { HttpDoor } from '../net/door.ts';
import { BrowserStep } from './browser-step.ts';
import type { EncryptedFile } from './encrypted-file.ts';
import { MsalClient, type TokenAnswer } from './msal-client.ts';
import { MsalNetwork } from './msal-network.ts';
import { usualPages, type SignInPages } from './pages.ts';
import { readSignInTrouble, SignInStopped, type SignInTrouble } from './sign-in-trouble.ts';
import { TokenCache } from './token-cache.ts';
import type {
  DeviceCode,
  DeviceCodeSession,
  Operator,
  ShownCode,
  TokenRequest,
  TokenStorage,
} from './types.ts';

export interface MsalSessionOptions {
  readonly clientId: string;
  /** `https://login.microsoftonline.com/<tenant id>`; https always. */
  readonly authority: string;
  /** The tenant operators must belong to; null when the authority has no such thing (a plain OpenID Connect server). */
  readonly tenantId: string | null;
  /** Asked for at sign-in. */
  readonly scopes: readonly string[];
  readonly door: HttpDoor;
  /** Opens an address in the system browser; rejects when that fails. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly cacheFile: EncryptedFile;
  readonly pages?: SignInPages;
  readonly protocol?: 'entra' | 'oidc';
  readonly appVersion?: string;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
}

/** The operator's session over MSAL. See `Session` for the manners; failures are named in `sign-in-trouble.ts`. */
export class MsalSession implements DeviceCodeSession {
  readonly #options: MsalSessionOptions;
  readonly #network: MsalNetwork;
  readonly #cache: TokenCache;
  readonly #client: MsalClient;
  readonly #listeners = new Set<() => void>();
  #operator: Operator | null = null;
  #step: BrowserStep | null = null;
  #deviceCode: ShownCode | null = null;
  /** Goes up whenever the operator changes: a token that was asked for before belongs to nobody now. */
  #generation = 0;

  constructor(options: MsalSessionOptions) {
    this.#options = options;
    this.#network = new MsalNetwork(options.door);
    this.#cache = new TokenCache(options.cacheFile);
    this.#client = new MsalClient({
      clientId: options.clientId,
      authority: options.authority,
      protocol: options.protocol ?? 'entra',
      network: this.#network,
      cache: this.#cache,
      appVersion: options.appVersion ?? '0',
    });
  }

  get operator(): Operator | null {
    return this.#operator;
  }

  get storage(): TokenStorage {
    return this.#options.cacheFile.storage;
  }

  get signingIn(): boolean {
    return this.#step !== null;
  }

  get deviceCode(): ShownCode | null {
    return this.#deviceCode;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async restore(): Promise<Result<Operator | null>> {
    try {
      const { tenantId } = this.#options;
      const known = await this.#client.operators();
      const fitting = known.filter((one) => tenantId === null || sameText(one.tenantId, tenantId));
      const [only] = fitting;
      // Two people in the cache, or one of another tenant: the station must not guess who stands in front of it.
      if (only === undefined || known.length !== 1) {
        if (known.length > 0) this.#cache.erase();
        return ok(null);
      }
      this.#setOperator(only);
      return ok(only);
    } catch (error) {
      this.#cache.erase();
      const { failure } = readSignInTrouble(error, 'silent', null);
      return { ok: false, failure };
    }
  }

  signIn(options: {
    readonly loginHint?: string;
    readonly chooseAccount: boolean;
    readonly fresh?: boolean;
  }): Promise<Result<Operator>> {
    const now = this.#options.now ?? Date.now;
    const startedMs = now();
    return this.#newOperator(
      (step) =>
        this.#client.browser({
          scopes: this.#options.scopes,
          openBrowser: step.openBrowser,
          pages: this.#options.pages ?? usualPages,
          ...options,
        }),
      (answer) => options.fresh !== true || isFresh(answer, now() - startedMs),
    );
  }

  signInByCode(onCode: (code: DeviceCode) => void = () => undefined): Promise<Result<Operator>> {
    const show = (code: DeviceCode): void => {
      const { userCode, verificationUri, expiresInSeconds } = code;
      const now = this.#options.now ?? Date.now;
      this.#deviceCode = { userCode, verificationUri, expiresAtMs: now() + expiresInSeconds * 1000 };
      onCode(code);
      this.#tell();
    };
    return this.#newOperator((step) => this.#client.deviceCode(this.#options.scopes, show, step.signal));
  }

  async cancel(): Promise<void> {
    await this.#step?.cancel();
  }

  async signOut(): Promise<Result<void>> {
    await this.cancel();
    this.#setOperator(null);
    await this.#forgetAll();
    return ok(undefined);
  }

  async accessToken(request: TokenRequest): Promise<Result<string>> {
    const operator = this.#operator;
    if (operator === null) return fail('not-signed-in');
    const generation = this.#generation;
    try {
      const answer = await this.#client.silent({
        accountId: operator.accountId,
        scopes: request.scopes,
        fresh: request.fresh === true,
        ...(request.claims === undefined ? {} : { claims: request.claims }),
      });
      if (generation !== this.#generation) return this.#tooLate(operator);
      return answer === null
        ? this.#over(fail('sign-in-refused', { errorCode: 'no-account' }))
        : ok(answer.accessToken);
    } catch (error) {
      const trouble = readSignInTrouble(error, 'silent', this.#network.trouble);
      if (generation !== this.#generation) return this.#tooLate(operator);
      if (trouble.ends) return this.#over({ ok: false, failure: trouble.failure });
      return this.#askAgain(operator, request, trouble);
    }
  }

  /** Silence was not enough: asks the person in the browser, when that is wanted and would help. */
  async #askAgain(
    operator: Operator,
    request: TokenRequest,
    trouble: SignInTrouble,
  ): Promise<Result<string>> {
    const helps = ['sign-in-interaction-required', 'sign-in-consent-required'].includes(trouble.failure.code);
    if (!request.interactive || !helps) return { ok: false, failure: trouble.failure };
    const claims = trouble.claims ?? request.claims;
    const answer = await this.#browserStep((step) =>
      this.#client.browser({
        scopes: request.scopes,
        accountId: operator.accountId,
        chooseAccount: false,
        openBrowser: step.openBrowser,
        pages: this.#options.pages ?? usualPages,
        ...(claims === undefined ? {} : { claims }),
      }),
    );
    if (!answer.ok) return answer;
    if (this.#operator?.accountId !== operator.accountId) return this.#tooLate(answer.value.operator);
    if (answer.value.operator.accountId !== operator.accountId) {
      // Somebody else answered the question. Their token must not act in this operator's name.
      await this.#client.forget(answer.value.operator.accountId);
      return fail('sign-in-failed', { reason: 'other-account' });
    }
    return ok(answer.value.accessToken);
  }

  async #newOperator(
    start: (step: BrowserStep) => Promise<TokenAnswer | null>,
    mayTake: (answer: TokenAnswer) => boolean = () => true,
  ): Promise<Result<Operator>> {
    const answer = await this.#browserStep(start);
    if (!answer.ok) return answer;
    const { operator } = answer.value;
    const { tenantId } = this.#options;
    if (tenantId !== null && !sameText(operator.tenantId, tenantId)) {
      await this.#client.forget(operator.accountId);
      return fail('sign-in-refused', { reason: 'other-tenant' });
    }
    if (!mayTake(answer.value)) {
      if (operator.accountId !== this.#operator?.accountId) await this.#client.forget(operator.accountId);
      return fail('sign-in-failed', { reason: 'not-fresh' });
    }
    this.#setOperator(operator);
    // One operator at a time: whoever was here before leaves no tokens behind.
    for (const other of await this.#client.operators()) {
      if (other.accountId !== operator.accountId) await this.#client.forget(other.accountId);
    }
    return ok(operator);
  }

  /** Runs one question to a person; a second one meanwhile is refused, because two would mix up their answers. */
  async #browserStep(
    start: (step: BrowserStep) => Promise<TokenAnswer | null>,
  ): Promise<Result<TokenAnswer>> {
    if (this.#step !== null) return fail('sign-in-busy');
    const step = new BrowserStep(this.#options.openBrowser, new URL(this.#options.authority).host);
    this.#step = step;
    this.#network.setBrowserStep(step.signal);
    this.#tell();
    try {
      const running = start(step);
      const answer = await step.unlessCancelled(running, (late) => this.#dropLate(late));
      return answer === null ? fail('sign-in-failed') : ok(answer);
    } catch (error) {
      const cause = step.cancelled ? new SignInStopped('sign-in-cancelled') : error;
      return { ok: false, failure: readSignInTrouble(cause, 'browser', this.#network.trouble).failure };
    } finally {
      this.#step = null;
      this.#deviceCode = null;
      this.#network.setBrowserStep(undefined);
      step.finish();
      this.#tell();
    }
  }

  /** A sign-in that succeeded after it was given up: its tokens go, unless they are the present operator's own. */
  async #dropLate(answer: TokenAnswer | null): Promise<void> {
    if (answer !== null && answer.operator.accountId !== this.#operator?.accountId) {
      await this.#client.forget(answer.operator.accountId);
    }
  }

  /** A token that came after its operator had left: it is dropped, and so is what MSAL stored with it. */
  async #tooLate(operator: Operator): Promise<Result<never>> {
    if (operator.accountId !== this.#operator?.accountId) await this.#client.forget(operator.accountId);
    return fail('not-signed-in');
  }

  async #over(result: Result<never>): Promise<Result<never>> {
    this.#setOperator(null);
    await this.#forgetAll();
    return result;
  }

  async #forgetAll(): Promise<void> {
    for (const operator of await this.#client.operators()) await this.#client.forget(operator.accountId);
    this.#cache.erase();
  }

  #setOperator(operator: Operator | null): void {
    if (operator?.accountId !== this.#operator?.accountId) this.#generation += 1;
    this.#operator = operator;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) {
      try {
        listener();
      } catch {
        // What a listener does with the news cannot change the news.
      }
    }
  }
}

/** How long a person's proof may lie back beyond the browser step itself: time on the way, in seconds of one clock. */
const freshToleranceMs = 30_000;

/**
 * SECURITY: station-lock (docs/security.md). Who stands at a locked station also has its browser, and could take
 * `prompt=login` out of the address. Both times in the token are of the service's clock, so ours does not matter; a
 * service that does not say when the person proved themself (an optional claim in Entra) is believed.
 */
function isFresh({ provedMs, issuedMs }: TokenAnswer, stepMs: number): boolean {
  return provedMs === null || issuedMs === null || issuedMs - provedMs <= stepMs + freshToleranceMs;
}

function sameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
