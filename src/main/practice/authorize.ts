import { practiceAddresses } from './directory.ts';
import { asFields } from './request-fields.ts';

/** What the address of the browser step asks for. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly scope: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly loginHint: string | null;
  readonly claims: string | null;
}

/** Reads the address of the browser step; null unless it comes from our app and goes back to this machine. */
export function readAuthorizeUrl(text: string): AuthorizeRequest | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const asked = url.searchParams;
  const redirectUri = asked.get('redirect_uri') ?? '';
  const isOurs =
    url.host === practiceAddresses.loginHost &&
    url.pathname === `/${practiceAddresses.tenantId}/oauth2/v2.0/authorize` &&
    asked.get('client_id') === practiceAddresses.clientId &&
    asked.get('response_type') === 'code' &&
    asked.get('response_mode') === 'form_post' &&
    asked.get('code_challenge_method') === 'S256' &&
    /^http:\/\/localhost:\d{1,5}$/.test(redirectUri);
  if (!isOurs) return null;
  return {
    redirectUri,
    state: asked.get('state') ?? '',
    scope: asked.get('scope') ?? '',
    challenge: asked.get('code_challenge') ?? '',
    nonce: asked.get('nonce') ?? '',
    loginHint: asked.get('login_hint'),
    claims: readPracticeClaim(asked.get('claims')),
  };
}

/** The value of our own claim in a claims request, or null. */
export function readPracticeClaim(claims: string | null): string | null {
  try {
    const asked = asFields(asFields(JSON.parse(claims ?? 'null'))?.['access_token']);
    const wanted = asFields(asked?.['practice'])?.['value'];
    return typeof wanted === 'string' ? wanted : null;
  } catch {
    return null;
  }
}
