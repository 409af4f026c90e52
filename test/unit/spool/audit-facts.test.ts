import { describe, expect, it } from 'vitest';
import { checkEvent, cleanFacts } from '../../../src/main/spool/audit/chain.ts';

const guid = '12345678-1234-4123-8123-123456789012';

describe('audit facts', () => {
  it('keep plain values, sorted by name', () => {
    const facts = { status: 204, requestId: guid, isFirst: true, none: null, printerId: 'front' };
    expect(cleanFacts(facts)).toEqual(facts);
    expect(Object.keys(cleanFacts(facts))).toEqual(['isFirst', 'none', 'printerId', 'requestId', 'status']);
  });

  it.each([
    ['a PIN by name', { pin: 'anything' }],
    ['a payload by name', { payload: 'abc' }],
    ['raw content by name', { rawContent: 'abc' }],
    ['a token by name', { accessToken: 'abc' }],
    ['a sign-in payload', { note: 'ms-qrpin:v1|a@b.c|id|key' }],
    ['a PIN alone', { answer: '48201593' }],
    ['a web token', { answer: 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.e30.x' }],
    ['a private key', { answer: '-----BEGIN PRIVATE KEY-----' }],
    ['a long random word', { answer: 'A'.repeat(86) }],
    ['an object', { answer: { pin: '48201593' } }],
    ['a list', { answer: ['48201593'] }],
    ['bytes', { answer: new Uint8Array([1, 2, 3]) }],
    ['a function', { answer: () => '48201593' }],
    ['a big number', { answer: 48201593n }],
  ])('withhold %s', (_, facts) => {
    expect(Object.values(cleanFacts(facts))).toEqual(['[withheld]']);
  });

  it('withhold a PIN that somebody typed into a sentence', () => {
    expect(cleanFacts({ note: 'her PIN 48201593 was wrong' })).toEqual({
      note: 'her PIN [withheld] was wrong',
    });
  });

  it.each([[null], [undefined], [[]], ['text'], [42], [Symbol('x')]])('make nothing of %s', (facts) => {
    expect(cleanFacts(facts)).toEqual({});
  });

  it('are bounded in number and length', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`fact${at}`, 'word '.repeat(500)]),
    );
    const clean = cleanFacts(many);
    expect(Object.keys(clean)).toHaveLength(32);
    expect(Math.max(...Object.values(clean).map((value) => String(value).length))).toBe(300);
  });

  it('stay storable: no half characters, no numbers that JSON cannot write', () => {
    const clean = cleanFacts({ half: 'a\uD83D', none: Number.NaN, endless: Number.POSITIVE_INFINITY });
    expect(clean).toEqual({ half: 'a\uFFFD', none: null, endless: null });
    expect(JSON.parse(JSON.stringify(clean))).toEqual(clean);
  });

  it('leave out what is undefined', () => {
    expect(cleanFacts({ a: undefined, b: 1 })).toEqual({ b: 1 });
  });
});

describe('an audit event', () => {
  it.each(['job-queued', 'signed-in', 'a1'])('may be called %s', (event) => {
    expect(() => checkEvent(event)).not.toThrow();
  });

  it.each(['', 'Job', 'job queued', '1job', '-job', 'x'.repeat(49), 'job\n'])(
    'may not be called %j',
    (event) => {
      expect(() => checkEvent(event)).toThrow(TypeError);
    },
  );
});
