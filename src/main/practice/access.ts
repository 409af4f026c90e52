import { findOperator, type Person, type PracticeOperator } from './directory.ts';
import type { PracticeFaults } from './faults.ts';
import { graphError, type Call, type Reply } from './reply.ts';
import { readToken, type TokenPayload } from './tokens.ts';

/** Who calls, and with what token. */
export interface Caller {
  readonly operator: PracticeOperator;
  readonly token: TokenPayload;
}

/** An own sign-in method may be changed only within ten minutes of a sign-in (Graph what's new, 26 January 2026). */
const freshSignInSeconds = 600;

/** Checks the access token; a reply means refused. */
export function authenticate(
  call: Call,
  faults: PracticeFaults,
  nowMs: number,
  revokedMs: ReadonlyMap<string, number>,
): Caller | Reply {
  const bearer = /^Bearer (\S+)$/.exec(call.headers['authorization'] ?? '')?.[1];
  const token = bearer === undefined ? null : readToken(bearer, 'access', nowMs);
  const operator = token === null ? null : findOperator(token.oid);
  if (token === null || operator === null) return refuseToken(call, '');
  // Continuous access evaluation: a token from before the revocation is challenged although it has not expired.
  if (token.iat * 1000 < (revokedMs.get(operator.id) ?? 0)) return refuseToken(call, claimsFor('revoked'));
  if (faults.claims !== null && token.sat !== faults.claims)
    return refuseToken(call, claimsFor(faults.claims));
  return { operator, token };
}

/** Claims that ask for a token minted for this value; in the shape of the real ones. */
function claimsFor(value: string): string {
  const claims = JSON.stringify({ access_token: { practice: { essential: true, value } } });
  return `, error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
}

function refuseToken(call: Call, claims: string): Reply {
  const where = `authorization_uri="https://login.${call.url.host.replace(/^graph\./, '')}/oauth2/authorize"`;
  const reply = graphError(401, 'InvalidAuthenticationToken');
  return {
    ...reply,
    headers: { ...reply.headers, 'www-authenticate': `Bearer realm="", ${where}${claims}` },
  };
}

/** Whether the caller may read (or write) this person's sign-in methods; a reply means refused. */
export function authorize(
  caller: Caller,
  person: Person,
  write: boolean,
  call: Call,
  faults: Pick<PracticeFaults, 'selfService'>,
  nowMs: number,
): Reply | null {
  const { operator, token } = caller;
  const self = operator.id === person.id;
  const scopes = token.scp.split(' ');
  const scope = write ? 'UserAuthMethod-QR.ReadWrite.All' : 'UserAuthMethod-QR.Read';
  if (!scopes.some((one) => one === scope || (!write && one.startsWith('UserAuthMethod-QR.Read'))))
    return denied();
  if (self) return write ? authorizeSelf(caller, call, faults, nowMs) : null;
  if (operator.role === 'none' || (write && operator.role === 'global-reader')) return denied();
  if (operator.unit !== null && operator.unit !== person.site) return denied();
  if (write && person.privileged && operator.role !== 'privileged-authentication-administrator')
    return denied();
  return null;
}

/** One's own method: not through `/users/…`, and through `/me/…` only soon after a sign-in. */
function authorizeSelf(
  caller: Caller,
  call: Call,
  { selfService }: Pick<PracticeFaults, 'selfService'>,
  nowMs: number,
): Reply | null {
  if (!selfService || !call.url.pathname.startsWith('/v1.0/me/')) {
    return graphError(403, 'accessDenied', {
      message: 'Self-service operations are currently not supported.',
    });
  }
  const stale = nowMs / 1000 - caller.token.auth_time > freshSignInSeconds;
  return stale ? refuseToken(call, claimsFor('recent-sign-in')) : null;
}

export function denied(): Reply {
  return graphError(403, 'accessDenied', { message: 'Request Authorization failed' });
}
