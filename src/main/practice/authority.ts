import { createHash, randomUUID } from 'node:crypto';
import { readAuthorizeUrl, readPracticeClaim } from './authorize.ts';
import { DeviceCodes } from './device-codes.ts';
import { findOperator, practiceAddresses, type PracticeOperator } from './directory.ts';
import type { PracticeFaults } from './faults.ts';
import { clientInfo, discovery, idToken, refusal } from './oauth-replies.ts';
import { json, type Call, type Reply } from './reply.ts';
import { makeToken, readToken, type TokenPayload } from './tokens.ts';

export interface AuthorityOptions {
  readonly faults: PracticeFaults;
  readonly now: () => number;
  readonly accessTokenSeconds: number;
  /** Per operator, the moment before which refresh tokens are refused. */
  readonly revokedMs: ReadonlyMap<string, number>;
}

/** What the browser step hands back to the app: where to post which form. */
export interface AuthorizeForm {
  readonly redirectUri: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The practice tenant's sign-in service: discovery, authorization code with PKCE, refresh and device code, in the
 * shapes of the Microsoft identity platform v2.0.
 */
export class PracticeAuthority {
  readonly #options: AuthorityOptions;
  readonly #usedCodes = new Set<string>();
  readonly deviceCodes: DeviceCodes;

  constructor(options: AuthorityOptions) {
    this.#options = options;
    this.deviceCodes = new DeviceCodes(options.now);
  }

  handle(call: Call): Reply {
    const base = `/${practiceAddresses.tenantId}`;
    switch (`${call.method} ${call.url.pathname}`) {
      case `GET ${base}/v2.0/.well-known/openid-configuration`:
        return json(200, discovery(`${call.url.origin}${base}`));
      case `POST ${base}/oauth2/v2.0/token`:
        return this.#token(new URLSearchParams(call.body));
      case `POST ${base}/oauth2/v2.0/devicecode`:
        return this.deviceCodes.begin(new URLSearchParams(call.body), `${call.url.origin}/device`);
      default:
        return json(404, { error: 'not_found' });
    }
  }

  /**
   * The browser step: `url` is the address MSAL opened, `operatorId` the person who signed in there, null when they
   * pressed "Cancel". Null when the address is none of ours or asks for something that is not allowed.
   */
  authorize(url: string, operatorId: string | null): AuthorizeForm | null {
    const asked = readAuthorizeUrl(url);
    if (asked === null) return null;
    const { redirectUri, state } = asked;
    const operator = operatorId === null ? null : findOperator(operatorId);
    if (operator === null) {
      const refused = { error: 'access_denied', error_description: 'The person cancelled the sign-in.' };
      return { redirectUri, fields: { ...refused, state } };
    }
    const nowSeconds = this.#nowSeconds();
    const code = makeToken({
      typ: 'code',
      oid: operator.id,
      iat: nowSeconds,
      exp: nowSeconds + 300,
      auth_time: nowSeconds,
      scp: asked.scope,
      redirect: redirectUri,
      challenge: asked.challenge,
      ...(asked.nonce === '' ? {} : { nonce: asked.nonce }),
      ...(asked.claims === null ? {} : { sat: asked.claims }),
      jti: randomUUID(),
    });
    return { redirectUri, fields: { code, state, client_info: clientInfo(operator) } };
  }

  #token(form: URLSearchParams): Reply {
    const grant = form.get('grant_type') ?? '';
    if (form.get('client_id') !== practiceAddresses.clientId) return refusal('unauthorized_client', 700016);
    const { tokenError } = this.#options.faults;
    if (tokenError !== null && (!tokenError.silentOnly || grant === 'refresh_token')) {
      return refusal(tokenError.error, tokenError.number, tokenError.suberror);
    }
    switch (grant) {
      case 'authorization_code':
        return this.#redeemCode(form);
      case 'refresh_token':
        return this.#refresh(form);
      case 'device_code':
      case 'urn:ietf:params:oauth:grant-type:device_code': {
        const approved = this.deviceCodes.redeem(form.get('device_code') ?? '');
        return typeof approved === 'string' ? json(400, { error: approved }) : this.#issueTo(approved, form);
      }
      default:
        return refusal('unsupported_grant_type', 70003);
    }
  }

  #redeemCode(form: URLSearchParams): Reply {
    const code = readToken(form.get('code') ?? '', 'code', this.#options.now());
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (code === null || this.#usedCodes.has(code.jti)) return refusal('invalid_grant', 70008);
    if (code.redirect !== form.get('redirect_uri')) return refusal('invalid_grant', 50011);
    if (code.challenge !== challenge) return refusal('invalid_grant', 501481);
    this.#usedCodes.add(code.jti);
    return this.#issue(code, form.get('scope') ?? code.scp);
  }

  #refresh(form: URLSearchParams): Reply {
    const old = readToken(form.get('refresh_token') ?? '', 'refresh', this.#options.now());
    if (old === null) return refusal('invalid_grant', 700082, 'bad_token');
    if (old.iat * 1000 < (this.#options.revokedMs.get(old.oid) ?? 0)) {
      return refusal('invalid_grant', 50173, 'bad_token');
    }
    const wanted = readPracticeClaim(form.get('claims'));
    if (wanted !== null && (wanted === 'recent-sign-in' || this.#options.faults.claimsNeedPerson)) {
      return refusal('invalid_grant', 50076, 'basic_action', form.get('claims') ?? '');
    }
    return this.#issue(wanted === null ? old : { ...old, sat: wanted }, form.get('scope') ?? old.scp);
  }

  #issueTo(operator: PracticeOperator, form: URLSearchParams): Reply {
    const nowSeconds = this.#nowSeconds();
    const base = {
      typ: 'code',
      oid: operator.id,
      iat: nowSeconds,
      exp: nowSeconds,
      auth_time: nowSeconds,
    } as const;
    return this.#issue({ ...base, scp: '', jti: '' }, form.get('scope') ?? '');
  }

  #issue(from: TokenPayload, scope: string): Reply {
    const operator = findOperator(from.oid);
    if (operator === null) return refusal('invalid_grant', 50034);
    const iat = this.#nowSeconds();
    const lifetime = this.#options.accessTokenSeconds;
    const scopes = scope.split(' ').filter((one) => one !== '');
    const common = { oid: from.oid, iat, auth_time: from.auth_time, ...(from.sat ? { sat: from.sat } : {}) };
    const scp = scopes.map((one) => one.replace(/^https:\/\/[^/]+\//, '')).join(' ');
    const mint = (typ: 'access' | 'refresh', seconds: number): string =>
      makeToken({ ...common, typ, scp, exp: iat + seconds, jti: randomUUID() });
    return json(200, {
      token_type: 'Bearer',
      scope: scopes.join(' '),
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: mint('access', lifetime),
      refresh_token: mint('refresh', 90 * 86_400),
      id_token: idToken(operator, iat, lifetime, from),
      client_info: clientInfo(operator),
    });
  }

  #nowSeconds(): number {
    return Math.floor(this.#options.now() / 1000);
  }
}
