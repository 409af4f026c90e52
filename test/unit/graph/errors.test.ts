import { describe, expect, it } from 'vitest';
import { endpoints, type Endpoint } from '../../../src/main/graph/endpoints.ts';
import { failureCode, readGraphError } from '../../../src/main/graph/errors.ts';
import { sampleBody, samples } from '../../fakes/scripted-graph.ts';

const named = (code: string, message = ''): unknown => ({ error: { code, message } });
const codeFor = (status: number, body: unknown, endpoint: Endpoint): string =>
  failureCode(status, readGraphError(body), endpoint);

describe('what a refusal means', () => {
  const { createMethod, createStandard, createTemporary, extendStandard, resetPin, readHolder, findHolders } =
    endpoints;

  it.each([
    ['method_exists', createMethod, 'method-exists'],
    ['standard_exists', createStandard, 'code-exists'],
    ['temporary_exists', createTemporary, 'code-exists'],
    ['lifetime', createTemporary, 'lifetime-refused'],
    ['standard_missing', createMethod, 'graph-bad-request'],
    ['pin_short', createMethod, 'pin-refused'],
    ['generic_400_nested', createStandard, 'code-exists'],
    ['token_invalid', createMethod, 'graph-token-refused'],
    ['role_missing', createMethod, 'graph-refused-role'],
    ['directory_denied', findHolders, 'graph-refused'],
    ['user_not_found', readHolder, 'holder-not-found'],
    ['throttled', createMethod, 'graph-throttled'],
    ['throttled_without_header', findHolders, 'graph-throttled'],
  ] as const)('sample %s', (name, endpoint, code) => {
    expect(codeFor(samples.errors[name]?.status ?? 0, sampleBody(name), endpoint)).toBe(code);
  });

  it.each([
    [400, named('TOOMANYQRCODEPINMETHOD'), createMethod, 'method-exists'],
    [409, named('ActiveQRCodeExisted'), createStandard, 'code-exists'],
    [400, named('somethingNew'), createMethod, 'graph-bad-request'],
    [403, named('somethingNew'), createMethod, 'graph-refused'],
    [
      403,
      named('accessDenied', 'Self-service operations are currently not supported…'),
      createMethod,
      'graph-refused-self',
    ],
    [
      400,
      named('badRequest', 'Converged UserCredentialPolicy does not allow …'),
      createMethod,
      'graph-policy-refused',
    ],
    [403, named('accessDenied', 'The UserCredentialPolicy says no'), createMethod, 'graph-policy-refused'],
    [404, named('whatever'), createMethod, 'holder-not-found'],
    [404, named('whatever'), createStandard, 'method-not-found'],
    [404, named('whatever'), createTemporary, 'method-not-found'],
    [404, named('whatever'), extendStandard, 'code-not-found'],
    [404, named('whatever'), resetPin, 'method-not-found'],
    [404, named('tooManyQRCodePinMethod'), createMethod, 'holder-not-found'],
    [401, named('accessDenied'), createMethod, 'graph-token-refused'],
    [429, named('accessDenied'), createMethod, 'graph-throttled'],
    [405, '<html>', createMethod, 'graph-bad-request'],
    [423, null, createMethod, 'graph-bad-request'],
    [302, null, findHolders, 'graph-bad-answer'],
  ] as const)('%i %j for %o is %s', (status, body, endpoint, code) => {
    expect(codeFor(status, body, endpoint)).toBe(code);
  });
});

describe('error bodies', () => {
  it('takes the finest code it knows, however deep and however spelt', () => {
    const deep = {
      error: {
        code: 'badRequest',
        innererror: {
          code: 'outerDetail',
          innerError: { code: 'qrCodeLifeTimeExceedLimit', 'request-id': 'r-1' },
        },
      },
    };
    const error = readGraphError(deep);
    expect(error.codes).toEqual(['badrequest', 'outerdetail', 'qrcodelifetimeexceedlimit']);
    expect(error.requestId).toBe('r-1');
    expect(failureCode(400, error, endpoints.createTemporary)).toBe('lifetime-refused');
  });

  it('looks into details', () => {
    const error = readGraphError({
      error: { code: 'badRequest', details: [{ code: 'pinTooShort' }, 7, null] },
    });
    expect(failureCode(400, error, endpoints.createMethod)).toBe('pin-refused');
  });

  it('stops somewhere in a bottomless body', () => {
    let body: object = { code: 'last' };
    for (let depth = 0; depth < 1000; depth += 1) body = { code: 'x', innerError: body };
    expect(readGraphError({ error: body }).codes.length).toBeLessThan(20);
  });

  it.each([
    undefined,
    null,
    '',
    '<html><body>gateway time-out</body></html>',
    7,
    [],
    {},
    { error: null },
    { error: 'text' },
    { error: [] },
    { error: { code: 7 } },
    { error: { code: '' } },
    { error: { code: 'a b c; drop' } },
    { error: { code: 'x'.repeat(1000) } },
    { error: { innerError: 'x' } },
  ])('reads nothing out of %j', (body) => {
    expect(readGraphError(body)).toEqual({ codes: [], requestId: null, hint: null });
  });
});
