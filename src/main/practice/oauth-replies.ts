import { randomUUID } from 'node:crypto';
import { practiceAddresses, type PracticeOperator } from './directory.ts';
import { json, type Reply } from './reply.ts';
import { makeToken, type TokenPayload } from './tokens.ts';

/** The OpenID Connect discovery document. */
export function discovery(base: string): object {
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['form_post'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** Microsoft's `client_info`, from which MSAL makes the account id. */
export function clientInfo(operator: PracticeOperator): string {
  const info = { uid: operator.id, utid: practiceAddresses.tenantId };
  return Buffer.from(JSON.stringify(info)).toString('base64url');
}

/** Who signed in. */
export function idToken(
  operator: PracticeOperator,
  iat: number,
  lifetime: number,
  from: TokenPayload,
): string {
  return makeToken({
    typ: 'id',
    aud: practiceAddresses.clientId,
    iss: `${practiceAddresses.authority}/v2.0`,
    sub: operator.id,
    oid: operator.id,
    tid: practiceAddresses.tenantId,
    name: operator.name,
    preferred_username: operator.upn,
    iat,
    nbf: iat,
    exp: iat + lifetime,
    auth_time: from.auth_time,
    ...(from.nonce === undefined ? {} : { nonce: from.nonce }),
  });
}

/** A refusal of the token endpoint, as the Microsoft identity platform words it. */
export function refusal(
  error: string,
  number: number | null,
  suberror: string | null = null,
  claims = '',
): Reply {
  const code = number === null ? '' : `AADSTS${number}: `;
  return json(400, {
    error,
    error_description: `${code}Refused by the practice tenant. Trace ID: ${randomUUID()}`,
    error_codes: number === null ? [] : [number],
    ...(suberror === null ? {} : { suberror }),
    ...(claims === '' ? {} : { claims }),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
  });
}
