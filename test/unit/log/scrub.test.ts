import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scrubFacts, scrubText } from '../../../src/main/log/scrub.ts';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeQ';
const payload = 'ms-qrpin:v1|ana@example.com|3b1f0c52|Y2FuYXJ5LWtleQ==';

/** Each row: a text that might reach the log, and the part that must not. */
const canaries: readonly (readonly [name: string, text: string, canary: string])[] = [
  ['a payload', `printing ${payload} now`, 'Y2FuYXJ5'],
  ['a payload in capitals', payload.toUpperCase(), 'ANA@EXAMPLE'],
  ['a percent-encoded payload', encodeURIComponent(payload), 'Y2FuYXJ5'],
  ['a JSON web token', `answer ${jwt} end`, 'c2lnbmF0dXJl'],
  ['half a JSON web token', jwt.slice(0, 24), 'eyJhbGciOiJSUzI1'],
  ['a bearer header', 'Authorization: Bearer abc.def', 'abc.def'],
  ['a proof-of-possession header', 'authorization: PoP shortcanary', 'shortcanary'],
  ['an authorization code in a URL', 'http://localhost:4711/?code=0.canary&state=12', '0.canary'],
  ['an authorization code in a fragment', 'badge://x#code=canary', 'canary'],
  ['a state in a URL', 'http://localhost/?a=1&state=canary', 'canary'],
  ['a form body', 'grant_type=refresh_token&refresh_token=canary&x=1', 'canary'],
  ['a JSON answer', '{"token_type":"Bearer","refresh_token":"short canary"}', 'short canary'],
  ['a JSON answer cut in half', '{"access_token":"short cana', 'short cana'],
  ['a JSON PIN', '{"pin" : "1234"}', '1234'],
  ['a refresh token by its look', '1.AXoAcanaryQ0Rk9-abcDEF0123456789.AgABAwEAAAD', 'canary'],
  ['a PEM key', 'key -----BEGIN PRIVATE KEY----- MIIcanary', 'MIIcanary'],
  ['a PIN of 8 digits', 'the PIN is 48213097.', '48213097'],
  ['a PIN of 20 digits', 'x48213097482130974821y', '48213097'],
  ['a PIN stuck to a word', 'pin_48213097', '48213097'],
  ['a PIN beside a GUID', '48213097 7d5b1f9c-0000-4000-8000-123456789012', '48213097 '],
  ['a digest in hex', `sha ${'0a1b2c3d'.repeat(4)}`, '0a1b2c3d'],
  ['a data URL', 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'iVBORw0KGgo'],
];

describe('scrubText', () => {
  it.each(canaries)('masks %s', (_name, text, canary) => {
    expect(text).toContain(canary);
    expect(scrubText(text)).not.toContain(canary);
  });

  // Not drawn at random, so that the test says the same thing every day. Below 32 bytes a key can look like a name.
  it.each([32, 48, 64])('masks keys of %i bytes in base64, base64url and hex', (size) => {
    const shown: string[] = [];
    for (let at = 0; at < 3000; at += 1) {
      const bytes = createHash('sha512').update(`canary ${at}`).digest().subarray(0, size);
      for (const text of [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')]) {
        if (scrubText(`got ${text} back`).includes(text)) shown.push(text);
      }
    }
    expect(shown).toEqual([]);
  });

  it.each([
    'printer-offline',
    'tcp://192.168.100.200:9100',
    'https://graph.microsoft.com/v1.0/users/7d5b1f9c-1234-4000-8000-123456789012/authentication/qrCodePinMethod/standardQRCode',
    '12345678-1234-4000-8000-123456789012',
    '2026-11-21T08:00:00.000Z',
    'queued → sending → sent',
    'zebra-zd421-203',
    'attempt 3 of 5 after 1200 ms',
    '',
  ])('leaves %j readable', (text) => {
    expect(scrubText(text)).toBe(text);
  });

  it('cuts what is too long to be a note', () => {
    expect(scrubText('word '.repeat(100_000)).length).toBeLessThanOrEqual(401);
  });
});

describe('scrubFacts', () => {
  it.each([
    'pin',
    'newPin',
    'payload',
    'rawContent',
    'access_token',
    'clientSecret',
    'key',
    'dataKey',
    'Authorization',
    'scanned',
  ])('masks the text under %s whatever it looks like', (name) => {
    expect(scrubFacts({ [name]: 'ab' })).toEqual({ [name]: '<masked>' });
  });

  it.each(['printerId', 'mapping', 'keyboard', 'spinner', 'code'])('keeps the text under %s', (name) => {
    expect(scrubFacts({ [name]: 'front' })).toEqual({ [name]: 'front' });
  });

  it('masks a PIN given as a number, but not a time, a size or a yes', () => {
    expect(
      scrubFacts({
        value: 48213097,
        pinMs: 48213097,
        atMs: 1795248000000,
        bytes: 48213097,
        pinWaiting: true,
        tries: 3,
      }),
    ).toEqual({
      value: '<digits>',
      pinMs: '<digits>',
      atMs: 1795248000000,
      bytes: 48213097,
      pinWaiting: true,
      tries: 3,
    });
  });

  it('masks a secret used as a name', () => {
    expect(JSON.stringify(scrubFacts({ [payload]: 1, '48213097': 'x' }))).not.toMatch(/Y2FuYXJ5|48213097/);
  });

  it('never looks into what is no primitive, and never calls a getter', () => {
    const getter = {
      get trap(): string {
        throw new Error('called');
      },
    };
    const lied: unknown = {
      nested: { pin: '1234' },
      list: ['1234'],
      fn: () => '1234',
      big: 12345678n,
      date: new Date(0),
      nothing: undefined,
    };
    expect(JSON.stringify(scrubFacts(lied))).not.toContain('1234');
    expect(scrubFacts(getter)).toEqual({ trap: '<not a primitive>' });
  });

  it.each([undefined, null, 'text', 7, true, () => 1])('answers no facts for %s', (junk) => {
    expect(scrubFacts(junk)).toEqual({});
  });

  it('writes numbers JSON cannot hold as text', () => {
    expect(scrubFacts({ a: Number.NaN, b: Number.POSITIVE_INFINITY })).toEqual({ a: 'NaN', b: 'Infinity' });
  });
});
