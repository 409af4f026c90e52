import { describe, expect, it } from 'vitest';
import {
  readCode,
  readFreshCode,
  readFreshCredential,
  readMethod,
  readMethodTypes,
  readPin,
  readPolicy,
} from '../../../src/main/graph/answers.ts';
import { createdSample, sampleBody } from '../../fakes/scripted-graph.ts';

const asked = { startsAt: '2026-11-20T09:00:00.000Z', expiresAt: '2027-11-20T09:00:00.000Z' };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('junk', () => {
  const junk = [
    null,
    undefined,
    '',
    'text',
    0,
    42,
    true,
    [],
    [1],
    {},
    { value: 7 },
    { value: [] },
    { error: {} },
  ];

  it.each(junk)('%j is no method', (value) => {
    expect(readMethod(value)).toMatchObject({ ok: false, failure: { code: 'graph-bad-answer' } });
  });

  it.each(junk)('%j is no policy', (value) => {
    expect(readPolicy(value).ok).toBe(false);
  });

  it.each(junk)('%j is no fresh code', (value) => {
    expect(readFreshCode(value, asked)).toMatchObject({ ok: false, failure: { code: 'graph-bad-answer' } });
    expect(readFreshCredential(value, asked).ok).toBe(false);
  });

  it.each(junk.filter((value) => value !== null))('%j is no code', (value) => {
    expect(readCode(value) ?? null).toBeNull();
  });

  it.each(
    junk.filter(
      (value) =>
        !(typeof value === 'object' && value !== null && 'value' in value && Array.isArray(value.value)),
    ),
  )('%j is no list of methods', (value) => {
    expect(readMethodTypes(value).ok).toBe(false);
  });

  it.each([
    ['a PIN with letters', 'abc12345'],
    ['a number', 40718529],
    ['a PIN of 21 digits', '1'.repeat(21)],
    ['an object', {}],
  ])('%s is not taken for a PIN', (_name, code) => {
    expect(readPin({ code })).toBeNull();
  });

  it.each([
    ['missing', undefined, { missing: 'rawContent' }],
    ['null', null, { missing: 'rawContent' }],
    ['empty', '', { missing: 'rawContent' }],
    ['no base64', '***', { missing: 'rawContent' }],
    ['base64 with a blank in it', 'bXMt cXJw', { missing: 'rawContent' }],
    ['cut to a length base64 cannot have', 'bXMtc', { missing: 'rawContent' }],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x00]).toString('base64'), { reason: 'payload-not-text' }],
    ['longer than any QR code', Buffer.alloc(2954, 65).toString('base64'), { reason: 'payload-too-long' }],
  ])('a create answer whose rawContent is %s has no payload', (_name, rawContent, facts) => {
    const body = createdSample(
      (_body, code) => ((code['image'] as Record<string, unknown>)['rawContent'] = rawContent),
    );
    expect(readFreshCredential(body, asked)).toMatchObject({
      ok: false,
      failure: { code: 'graph-bad-answer', facts },
    });
  });

  it('reads rawContent in the URL alphabet and without padding, too', () => {
    const payload = 'ms-qrpin:v1|a@b.example|00000000-0000-4000-8000-0000000000a1|1?>~~ÿ';
    const rawContent = Buffer.from(payload).toString('base64url');
    const body = createdSample(
      (_body, code) => ((code['image'] as Record<string, unknown>)['rawContent'] = rawContent),
    );
    const fresh = readFreshCredential(body, asked);
    expect(fresh.ok && text(fresh.value.payload)).toBe(payload);
  });

  it('does not throw a payload away for want of labels', () => {
    const body = createdSample((_body, code) => {
      for (const name of ['id', 'startDateTime', 'expireDateTime', 'createdDateTime']) delete code[name];
    });
    expect(readFreshCredential(body, asked)).toMatchObject({
      ok: true,
      value: { code: { ...asked, id: '00000000-0000-4000-8000-0000000000a1', createdAt: null } },
    });
  });

  it.each([
    [{ pinLength: 4 }, 'pinLength'],
    [{ pinLength: 21 }, 'pinLength'],
    [{ pinLength: '8' }, 'pinLength'],
    [{ pinLength: 8.5 }, 'pinLength'],
    [{ standardQRCodeLifetimeInDays: 0 }, 'standardDays'],
    [{ standardQRCodeLifetimeInDays: 400 }, 'standardDays'],
    [{ state: 'sometimes' }, 'enabled'],
  ])('a policy with %j does not say %s', (change, field) => {
    const policy = readPolicy({ ...(sampleBody('E13_policy') as object), ...change });
    expect(policy).toMatchObject({ ok: true, value: { [field]: null } });
  });
});
