import type { FailureCode } from '../../shared/failure-codes.ts';
import type { Failure } from '../../shared/result.ts';

/** Thrown by us inside MSAL's flow, so that we know our own hand again. */
export class SignInStopped extends Error {
  readonly why: 'sign-in-cancelled' | 'browser-not-opened';

  constructor(why: SignInStopped['why']) {
    super(why);
    this.why = why;
  }
}

export interface SignInTrouble {
  readonly failure: Failure;
  /** Whether the sign-in is over: the server has refused it, or nothing is left to continue with. */
  readonly ends: boolean;
  /** Claims that the next question to the person has to carry. */
  readonly claims: string | null;
}

/** What can be seen of an MSAL error without importing its classes. */
interface Seen {
  /** Class: InteractionRequiredAuthError, ServerError, ClientAuthError, ClientConfigurationError, NodeAuthError, AuthError. */
  readonly name: string;
  readonly errorCode: string;
  readonly subError: string;
  readonly message: string;
  readonly number: number | null;
  readonly correlationId: string;
  readonly claims: string;
}

/** No answer, or one that says "later": we could not ask, so the sign-in stands. */
const couldNotAsk = new Set([
  'network_error',
  'no_network_connectivity',
  'openid_config_error',
  'temporarily_unavailable',
  'server_error',
]);
/** Nothing is left that could be renewed without the person. */
const nothingLeft = new Set([
  'bad_token',
  'no_tokens_found',
  'refresh_token_expired',
  'no_account_found',
  'no_account_in_silent_request',
  'native_account_unavailable',
]);
const gaveUp = new Set(['user_canceled', 'device_code_polling_cancelled', 'authorization_declined']);

/**
 * Names what went wrong, by MSAL's class and error code. AADSTS numbers go along as a fact for a help link; they decide
 * only between "pressed Cancel" and "was turned away", because Microsoft says that they may change.
 */
export function readSignInTrouble(
  error: unknown,
  stage: 'silent' | 'browser',
  network: string | null,
): SignInTrouble {
  if (error instanceof SignInStopped)
    return { failure: { code: error.why, facts: {} }, ends: false, claims: null };
  const seen = look(error);
  const code = codeOf(seen, stage, network);
  const ends = stage === 'silent' && code === 'sign-in-refused';
  return {
    failure: {
      code,
      facts: {
        errorClass: seen.name,
        errorCode: plain(seen.errorCode),
        suberror: plain(seen.subError),
        aadsts: seen.number,
        help: seen.number === null ? null : `https://login.microsoftonline.com/error?code=${seen.number}`,
        correlationId: plain(seen.correlationId),
        network,
      },
    },
    ends,
    claims: seen.claims === '' ? null : seen.claims,
  };
}

function codeOf(seen: Seen, stage: 'silent' | 'browser', network: string | null): FailureCode {
  const { errorCode, subError } = seen;
  // Nothing was asked then, so the sign-in stands; but "check the connection" would lead nowhere.
  if (network === 'tls' && (couldNotAsk.has(errorCode) || errorCode === 'endpoints_resolution_error'))
    return 'connection-untrusted';
  if (couldNotAsk.has(errorCode)) return network === 'host-refused' ? 'sign-in-failed' : 'sign-in-offline';
  if (errorCode === 'endpoints_resolution_error') {
    // The same code stands for "no network" and for "this tenant does not exist".
    return network === null || network === 'host-refused' ? 'sign-in-failed' : 'sign-in-offline';
  }
  if (gaveUp.has(errorCode) || gaveUp.has(seen.message)) return 'sign-in-cancelled';
  if (errorCode === 'consent_required' || subError === 'consent_required') return 'sign-in-consent-required';
  if (stage === 'silent' && (nothingLeft.has(errorCode) || nothingLeft.has(subError)))
    return 'sign-in-refused';

  switch (seen.name) {
    case 'InteractionRequiredAuthError':
      return stage === 'silent' ? 'sign-in-interaction-required' : 'sign-in-failed';
    case 'ServerError':
      // MSAL remembers a 429 for a while and then answers with bare numbers, or with nothing, in place of a code.
      if (/^[\d ]*$/.test(errorCode)) return 'sign-in-offline';
      if (errorCode === 'access_denied') return deniedAs(seen, stage);
      return errorCode === 'invalid_grant' && stage === 'silent' ? 'sign-in-refused' : 'sign-in-failed';
    default:
      return 'sign-in-failed';
  }
}

function deniedAs(seen: Seen, stage: 'silent' | 'browser'): FailureCode {
  if (stage === 'silent') return 'sign-in-refused';
  if (seen.number === null) return 'sign-in-cancelled';
  // 65004: the person declined the consent page (Microsoft identity platform, AADSTS error codes).
  return seen.number === 65004 ? 'sign-in-consent-required' : 'sign-in-refused';
}

function look(error: unknown): Seen {
  const fields: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const message = text('errorMessage');
  const number = Number(fields['errorNo'] ?? /AADSTS(\d{4,7})/.exec(message)?.[1] ?? Number.NaN);
  return {
    name: error instanceof Error ? error.name : typeof error,
    errorCode: text('errorCode'),
    subError: text('subError'),
    message,
    number: Number.isInteger(number) && number > 0 ? number : null,
    correlationId: text('correlationId'),
    claims: text('claims'),
  };
}

/** Codes and ids only: a server's text could hold a name or worse. */
function plain(text: string): string | null {
  return /^[\w .-]{1,80}$/.test(text) ? text : null;
}
