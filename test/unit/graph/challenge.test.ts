import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../src/main/graph/challenge.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1795100000"}}}';
const plain = Buffer.from(claims).toString('base64');
const where = 'realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';

describe('claims in a WWW-Authenticate header', () => {
  it.each([
    ['plain base64', `Bearer ${where}, error="insufficient_claims", claims="${plain}"`],
    [
      'base64 in the URL alphabet',
      `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64url')}"`,
    ],
    ['URL-encoded base64', `Bearer error="insufficient_claims", claims="${encodeURIComponent(plain)}"`],
    ['without padding', `Bearer error="insufficient_claims", claims="${plain.replace(/=+$/, '')}"`],
    ['without quotes', `Bearer error=insufficient_claims, claims=${plain}`],
    ['in another order', `Bearer claims="${plain}", error="insufficient_claims", ${where}`],
    ['without an error', `Bearer claims="${plain}"`],
    ['in lower case', `bearer ERROR="insufficient_claims", CLAIMS="${plain}"`],
    [
      'after another scheme',
      `Negotiate, Basic realm="a, b", Bearer error="insufficient_claims", claims="${plain}"`,
    ],
    ['before another scheme', `Bearer error="insufficient_claims", claims="${plain}", Basic realm="x"`],
    [
      'after a bearer challenge without claims',
      `Bearer ${where}, Bearer error="insufficient_claims", claims="${plain}"`,
    ],
    ['after a token68', `NTLM TlRMTVNTUAAC==, Bearer error="insufficient_claims", claims="${plain}"`],
    ['with spaces around the signs', `Bearer error = "insufficient_claims" , claims = "${plain}"`],
  ])('are found %s', (_name, header) => {
    expect(readClaims(header)).toBe(claims);
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a token that has merely expired', `Bearer ${where}, error="invalid_token"`],
    ['claims of another scheme', `Basic claims="${plain}"`],
    ['claims with another error', `Bearer error="invalid_token", claims="${plain}"`],
    ['claims that are no base64', 'Bearer error="insufficient_claims", claims="***"'],
    ['claims that are no JSON', `Bearer claims="${Buffer.from('hello').toString('base64')}"`],
    ['claims that are a list', `Bearer claims="${Buffer.from('[1]').toString('base64')}"`],
    ['claims that are null', `Bearer claims="${Buffer.from('null').toString('base64')}"`],
    ['broken URL encoding', 'Bearer claims="%E0%A4%A"'],
    ['an open quote', `Bearer claims="${plain}`],
    ['a header without end', `Bearer ${'a="b", '.repeat(5000)}claims="${plain}"`],
    ['claims without a scheme', `claims="${plain}"`],
  ])('are not found in %s', (_name, header) => {
    expect(readClaims(header)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (header) => {
        const found = readClaims(header);
        expect(found === null || typeof found === 'string').toBe(true);
      }),
    );
  });
});
