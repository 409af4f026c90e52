import { describe, expect, it } from 'vitest';
import { classifyTrouble } from '../../../src/main/net/trouble.ts';

const withCode = (code: string, more: object = {}): Error =>
  Object.assign(new Error(code), { code, ...more });
const asNodeSays = (code: string, more: object = {}): Error =>
  new TypeError('fetch failed', { cause: withCode(code, more) });
const asElectronSays = (code: string): Error => new Error(`net::${code}`);

describe('what a network error proves', () => {
  it.each([
    ['a name that is not found', asNodeSays('ENOTFOUND'), 'offline', 'no'],
    ['a resolver that is out of reach', asNodeSays('EAI_AGAIN'), 'offline', 'no'],
    ['a refused connection', asNodeSays('ECONNREFUSED'), 'offline', 'no'],
    ['a connection that took too long to open', asNodeSays('UND_ERR_CONNECT_TIMEOUT'), 'timeout', 'no'],
    ['no route while connecting', asNodeSays('ENETUNREACH', { syscall: 'connect' }), 'offline', 'no'],
    ['no route at an unknown moment', asNodeSays('ENETUNREACH'), 'offline', 'maybe'],
    ['no route on an open connection', asNodeSays('EHOSTUNREACH', { syscall: 'read' }), 'offline', 'maybe'],
    [
      'a time-out of the system while connecting',
      asNodeSays('ETIMEDOUT', { syscall: 'connect' }),
      'timeout',
      'no',
    ],
    [
      'a time-out of the system while reading',
      asNodeSays('ETIMEDOUT', { syscall: 'read' }),
      'timeout',
      'maybe',
    ],
    ['a reset', asNodeSays('ECONNRESET'), 'reset', 'maybe'],
    ['a closed socket', asNodeSays('UND_ERR_SOCKET'), 'reset', 'maybe'],
    ['headers that never came', asNodeSays('UND_ERR_HEADERS_TIMEOUT'), 'timeout', 'maybe'],
    ['a certificate nobody vouches for', asNodeSays('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls', 'no'],
    ['a certificate for another name', asNodeSays('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls', 'maybe'],
    ['an unknown issuer', asNodeSays('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), 'tls', 'no'],
    ['Electron without a name', asElectronSays('ERR_NAME_NOT_RESOLVED'), 'offline', 'no'],
    ['Electron refused', asElectronSays('ERR_CONNECTION_REFUSED'), 'offline', 'no'],
    ['Electron without a network', asElectronSays('ERR_INTERNET_DISCONNECTED'), 'offline', 'maybe'],
    ['Electron behind a dead proxy', asElectronSays('ERR_PROXY_CONNECTION_FAILED'), 'offline', 'no'],
    ['Electron while connecting', asElectronSays('ERR_CONNECTION_TIMED_OUT'), 'timeout', 'no'],
    ['Electron while waiting', asElectronSays('ERR_TIMED_OUT'), 'timeout', 'maybe'],
    ['Electron cut off', asElectronSays('ERR_CONNECTION_RESET'), 'reset', 'maybe'],
    ['Electron with an empty answer', asElectronSays('ERR_EMPTY_RESPONSE'), 'reset', 'maybe'],
    ['Electron with a bad certificate', asElectronSays('ERR_CERT_AUTHORITY_INVALID'), 'tls', 'no'],
    ['Electron with a broken handshake', asElectronSays('ERR_SSL_PROTOCOL_ERROR'), 'tls', 'maybe'],
  ] as const)('reads %s', (_name, error, kind, sent) => {
    expect(classifyTrouble(error)).toEqual({ kind, sent });
  });

  it('is sure that nothing was sent when each address refused', () => {
    const errors = [
      withCode('ECONNREFUSED', { syscall: 'connect' }),
      withCode('ENETUNREACH', { syscall: 'connect' }),
    ];
    const all = Object.assign(new AggregateError(errors), { code: 'ENETUNREACH' });
    expect(classifyTrouble(new TypeError('fetch failed', { cause: all }))).toEqual({
      kind: 'offline',
      sent: 'no',
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ECONNREFUSED'],
    ['a number', 7],
    ['an error without a code', new Error('odd')],
    ['a code of the wrong type', Object.assign(new Error('odd'), { code: 111 })],
    ['a code nobody knows', asNodeSays('E_NEW')],
    ['an endless chain of causes', endless()],
  ])('assumes that something may have been sent when it is given %s', (_name, error) => {
    expect(classifyTrouble(error)).toEqual({ kind: 'reset', sent: 'maybe' });
  });
});

function endless(): Error {
  const error = new Error('round and round');
  error.cause = error;
  return error;
}
