import type { Result } from '../../shared/result.ts';
import type { TokenSource } from '../auth/types.ts';

/** Tokens as Graph calls need them: silently at first, with claims when the server challenges. */
export class CallTokens {
  readonly #source: TokenSource;
  readonly #scopes: readonly string[];
  #suspect = false;

  constructor(source: TokenSource, scopes: readonly string[]) {
    this.#source = source;
    this.#scopes = scopes;
  }

  /** The server refused the last token: the next one must not come from the cache. */
  suspect(): void {
    this.#suspect = true;
  }

  async first(): Promise<Result<string>> {
    const fresh = this.#suspect;
    const token = await this.#source.accessToken({
      scopes: this.#scopes,
      interactive: false,
      ...(fresh ? { fresh } : {}),
    });
    if (token.ok && fresh) this.#suspect = false;
    return token;
  }

  /** Answers a claims challenge: silence first, then the person, if one may be asked. */
  async withClaims(claims: string, mayAsk: boolean): Promise<Result<string>> {
    const silent = await this.#source.accessToken({ scopes: this.#scopes, claims, interactive: false });
    const canAsk =
      !silent.ok &&
      mayAsk &&
      ['sign-in-interaction-required', 'sign-in-consent-required'].includes(silent.failure.code);
    return canAsk ? this.#source.accessToken({ scopes: this.#scopes, claims, interactive: true }) : silent;
  }
}
