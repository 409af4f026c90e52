import {
  AuthError,
  ClientAuthError,
  ClientConfigurationError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import { readSignInTrouble, SignInStopped } from '../../../src/main/auth/sign-in-trouble.ts';

const interaction = (code: string, suberror = '', claims = ''): Error =>
  new InteractionRequiredAuthError(code, 'c', 'text', suberror, '', '', claims);
const server = (code: string, message = '', suberror = '', number?: string, status?: number): Error =>
  new ServerError(code, 'c', message, suberror, number, status);
const client = (code: string): Error => new ClientAuthError(code, 'c');

describe('every class of MSAL error has a name of ours', () => {
  it.each([
    ['silent', interaction('interaction_required'), null, 'sign-in-interaction-required', false],
    ['silent', interaction('login_required'), null, 'sign-in-interaction-required', false],
    ['silent', interaction('invalid_grant', 'basic_action'), null, 'sign-in-interaction-required', false],
    [
      'silent',
      interaction('invalid_grant', 'additional_action'),
      null,
      'sign-in-interaction-required',
      false,
    ],
    ['silent', interaction('consent_required'), null, 'sign-in-consent-required', false],
    ['silent', interaction('invalid_grant', 'consent_required'), null, 'sign-in-consent-required', false],
    ['silent', interaction('invalid_grant', 'bad_token'), null, 'sign-in-refused', true],
    ['silent', interaction('no_tokens_found'), null, 'sign-in-refused', true],
    ['silent', interaction('refresh_token_expired'), null, 'sign-in-refused', true],
    ['browser', interaction('interaction_required'), null, 'sign-in-failed', false],
    ['browser', interaction('consent_required'), null, 'sign-in-consent-required', false],
    ['silent', server('invalid_grant', 'AADSTS50057: no'), null, 'sign-in-refused', true],
    ['browser', server('invalid_grant', 'AADSTS70008: no'), null, 'sign-in-failed', false],
    ['silent', server('access_denied', 'AADSTS53003: no'), null, 'sign-in-refused', true],
    ['browser', server('access_denied', 'The person cancelled'), null, 'sign-in-cancelled', false],
    ['browser', server('access_denied', 'AADSTS65004: declined'), null, 'sign-in-consent-required', false],
    ['browser', server('access_denied', 'AADSTS50105: not assigned'), null, 'sign-in-refused', false],
    ['silent', server('temporarily_unavailable'), null, 'sign-in-offline', false],
    ['silent', server('server_error', '', '', undefined, 500), null, 'sign-in-offline', false],
    ['silent', server(''), null, 'sign-in-offline', false],
    ['silent', server('50196 90010'), null, 'sign-in-offline', false],
    ['silent', server('invalid_client', '', '', '7000218'), null, 'sign-in-failed', false],
    ['silent', server('unauthorized_client', '', '', '700016'), null, 'sign-in-failed', false],
    ['silent', client('network_error'), 'offline', 'sign-in-offline', false],
    ['silent', client('network_error'), 'tls', 'connection-untrusted', false],
    ['browser', client('endpoints_resolution_error'), 'tls', 'connection-untrusted', false],
    ['silent', client('network_error'), 'host-refused', 'sign-in-failed', false],
    ['silent', client('no_network_connectivity'), null, 'sign-in-offline', false],
    ['browser', client('endpoints_resolution_error'), 'timeout', 'sign-in-offline', false],
    ['browser', client('endpoints_resolution_error'), null, 'sign-in-failed', false],
    ['browser', client('endpoints_resolution_error'), 'host-refused', 'sign-in-failed', false],
    ['silent', client('no_account_found'), null, 'sign-in-refused', true],
    ['browser', client('user_canceled'), null, 'sign-in-cancelled', false],
    ['browser', client('device_code_polling_cancelled'), null, 'sign-in-cancelled', false],
    ['browser', client('device_code_expired'), null, 'sign-in-failed', false],
    ['browser', client('state_mismatch'), null, 'sign-in-failed', false],
    ['browser', client('token_parsing_error'), null, 'sign-in-failed', false],
    ['silent', new ClientConfigurationError('authority_uri_insecure', 'c'), null, 'sign-in-failed', false],
    ['browser', new AuthError('loopback_server_timeout', 'c'), null, 'sign-in-failed', false],
    ['browser', new AuthError('no_auth_code_in_response', 'c'), null, 'sign-in-failed', false],
    [
      'browser',
      new AuthError('post_request_failed', 'c', 'authorization_declined'),
      null,
      'sign-in-cancelled',
      false,
    ],
    ['browser', new SignInStopped('sign-in-cancelled'), null, 'sign-in-cancelled', false],
    ['browser', new SignInStopped('browser-not-opened'), null, 'browser-not-opened', false],
    ['silent', new TypeError('a bug'), null, 'sign-in-failed', false],
    ['silent', 'a text', null, 'sign-in-failed', false],
    ['silent', undefined, null, 'sign-in-failed', false],
    ['silent', null, null, 'sign-in-failed', false],
    ['silent', { errorCode: 7, errorMessage: {} }, null, 'sign-in-failed', false],
  ] as const)('%s: %s (network: %s) is %s, ends: %s', (stage, error, network, code, ends) => {
    const trouble = readSignInTrouble(error, stage, network);
    expect(trouble.failure.code).toBe(code);
    expect(trouble.ends).toBe(ends);
  });

  it('takes the AADSTS number along for a help link only', () => {
    const { failure } = readSignInTrouble(server('invalid_grant', 'AADSTS50053: locked'), 'browser', null);
    expect(failure.facts).toMatchObject({
      aadsts: 50053,
      help: 'https://login.microsoftonline.com/error?code=50053',
    });
  });

  it('passes on claims that the service asks for', () => {
    const claims = '{"access_token":{"x":{"essential":true}}}';
    expect(
      readSignInTrouble(interaction('invalid_grant', 'basic_action', claims), 'silent', null).claims,
    ).toBe(claims);
  });

  it('lets no text of the server into its facts', () => {
    const error = server(
      'invalid_grant',
      'AADSTS50126: Wanda Worker typed hunter2, token eyJhbGciOi',
      'a <b>c</b>',
    );
    const text = JSON.stringify(readSignInTrouble(error, 'silent', null).failure);
    for (const secret of ['Wanda', 'hunter2', 'eyJ', '<b>']) expect(text).not.toContain(secret);
  });
});
