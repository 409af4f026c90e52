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
import { sample, sampleBody, samples, scriptedGraph } from '../../fakes/scripted-graph.ts';

const wanda = '00000000-0000-4000-8000-0000000000e1';
const asked = { startsAt: '2026-11-20T09:00:00.000Z', expiresAt: '2027-11-20T09:00:00.000Z' };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A readable create answer with parts changed. */
function created(change: (body: Record<string, unknown>, code: Record<string, unknown>) => void): unknown {
  const body = structuredClone(sampleBody('E1_created')) as Record<string, unknown>;
  change(body, body['standardQRCode'] as Record<string, unknown>);
  return body;
}

describe('contradictions of the reference, row by row', () => {
  it.each(['E6_updated_200', 'E6_updated_201', 'E6_updated_204'])(
    'a moved expiry is done by %s',
    async (name) => {
      const { graph } = scriptedGraph(sample(name));
      expect(await graph.extend(wanda, asked.expiresAt)).toMatchObject({
        outcome: 'done',
        result: { ok: true },
      });
    },
  );

  it.each(['E11_reset_201', 'E11_reset_200_null_updated'])('a new PIN is read from %s', async (name) => {
    const { graph } = scriptedGraph(sample(name));
    expect(await graph.resetPin(wanda)).toMatchObject({
      outcome: 'done',
      result: { ok: true, value: '93150264' },
    });
  });

  it.each([
    ['no body', 204, null],
    ['a blank PIN', 200, { code: '' }],
    ['no PIN', 200, { id: 'x' }],
  ])('a reset PIN with %s is done, but not disclosed', async (_name, status, body) => {
    const { graph } = scriptedGraph({ ok: true, answer: { status, headers: {}, body: bytes(body) } });
    expect(await graph.resetPin(wanda)).toMatchObject({
      outcome: 'done',
      result: { ok: false, failure: { code: 'pin-not-disclosed' } },
    });
  });

  it('a single code comes bare or wrapped', () => {
    expect(readCode(sampleBody('E4_read_wrapped'))).toEqual(readCode(sampleBody('E4_read_bare')));
    expect(readCode(sampleBody('E4_read_bare'))?.id).toBe('00000000-0000-4000-8000-0000000000a1');
  });

  it.each([
    ['an empty text', { code: '' }],
    ['null', { code: null }],
    ['nothing', {}],
  ])('a PIN that is %s is not disclosed', (_name, pin) => {
    expect(readPin(pin)).toBeNull();
    const fresh = readFreshCredential(
      created((body) => (body['pin'] = pin)),
      asked,
    );
    expect(fresh).toMatchObject({ ok: true, value: { pin: null } });
  });

  it.each(['0001-01-01T00:00:00Z', null])('last used %s means never', (lastUsedDateTime) => {
    const code = { ...(sampleBody('E4_read_bare') as object), lastUsedDateTime };
    expect(readCode(code)?.lastUsedAt).toBeNull();
  });

  it.each(['0001-01-01T00:00:00Z', null, '2026-11-20T09:00:01.2345678Z'])(
    'a PIN updated at %s is read without harm',
    (updatedDateTime) => {
      const method = readMethod({ standardQRCode: null, temporaryQRCode: null, pin: { updatedDateTime } });
      const expected = updatedDateTime?.startsWith('2026') ? '2026-11-20T09:00:01.234Z' : null;
      expect(method).toMatchObject({ ok: true, value: { pin: { updatedAt: expected } } });
    },
  );

  it.each([
    ['2026-11-20T09:00:01Z', '2026-11-20T09:00:01.000Z'],
    ['2026-11-20T09:00:01.1234567Z', '2026-11-20T09:00:01.123Z'],
    ['2026-11-20T10:00:01+01:00', '2026-11-20T09:00:01.000Z'],
  ])('fractions and zones of a second: %s', (createdDateTime, expected) => {
    expect(readCode({ ...(sampleBody('E4_read_bare') as object), createdDateTime })?.createdAt).toBe(
      expected,
    );
  });

  it.each([
    [{ forceChangePinNextSignIn: true }, true],
    [{ forceChangePinNextSignIn: false }, false],
    [{ isForcePinChangeRequired: true }, true],
    [{ isForcePinChangeRequired: false }, false],
    [{}, true],
  ])('the "must change" flag of %j is %s', (pin, mustChange) => {
    const method = readMethod({ standardQRCode: null, temporaryQRCode: null, pin });
    expect(method).toMatchObject({ ok: true, value: { pin: { mustChange } } });
  });

  it.each(['l', 'L', 'H', 'someNewLevel', undefined])(
    'an error correction level of %s does no harm',
    (level) => {
      const body = created((_body, code) => {
        (code['image'] as Record<string, unknown>)['errorCorrectionLevel'] = level;
      });
      expect(readFreshCredential(body, asked).ok).toBe(true);
    },
  );

  it('ids are compared in one spelling', () => {
    const fresh = readFreshCredential(sampleBody('E1_created_howto_style'), asked);
    expect(fresh).toMatchObject({
      ok: true,
      value: { code: { id: '00000000-0000-4000-8000-0000000000a1' } },
    });
  });

  it('type markers may be absent, first or last', () => {
    const code = sampleBody('E4_read_bare') as Record<string, unknown>;
    const { '@odata.type': type, ...bare } = code;
    expect(readCode(bare)).toEqual(readCode(code));
    expect(readCode({ ...bare, '@odata.type': type })).toEqual(readCode(code));
  });

  it('the date of a method may have either name or be missing', () => {
    for (const extra of [{ createdDateTime: '2026-11-20T09:00:01Z' }, { lastUsedDateTime: null }, {}]) {
      const method = readMethod({
        ...extra,
        id: 'x',
        standardQRCode: null,
        temporaryQRCode: null,
        pin: null,
      });
      expect(method).toEqual({ ok: true, value: { standard: null, temporary: null, pin: null } });
    }
  });

  it('"isUsable: false" is no failure', () => {
    expect((sampleBody('E1_created') as { isUsable: boolean }).isUsable).toBe(false);
    expect(readFreshCredential(sampleBody('E1_created'), asked).ok).toBe(true);
  });

  it.each(['QRCodePin', 'qrCodePin', 'qrcodepin'])('a policy called %s is the policy', (id) => {
    expect(readPolicy({ ...(sampleBody('E13_policy') as object), id })).toMatchObject({
      ok: true,
      value: {
        enabled: true,
        pinLength: 8,
        standardDays: 365,
        include: [{ type: 'group', id: '00000000-0000-4000-8000-0000000000b1' }],
        exclude: [],
      },
    });
  });

  it('a PNG in place of an SVG changes nothing, for the payload comes from rawContent', () => {
    const svg = readFreshCredential(sampleBody('E1_created'), asked);
    expect(readFreshCredential(sampleBody('E1_created_png'), asked)).toEqual(svg);
    expect(svg.ok && text(svg.value.payload)).toBe(samples.rawContentDecoded.standard);
  });

  it.each([200, 204, 404])('a deletion is done by %s', async (status) => {
    const { graph } = scriptedGraph({ ok: true, answer: { status, headers: {}, body: bytes(null) } });
    expect(await graph.deleteCode(wanda, 'standard')).toMatchObject({
      outcome: 'done',
      result: { ok: true },
    });
  });

  it('unknown kinds in the list of methods are passed on', () => {
    expect(readMethodTypes(sampleBody('E16_methods'))).toEqual({
      ok: true,
      value: ['password', 'qrCodePin', 'someFuture'],
    });
  });
});

describe('reading what a holder has', () => {
  it.each([
    ['E2_read_standard_only', true, false],
    ['E2_read_both', true, true],
    ['E2_read_standard_deleted', false, false],
    ['E2_read_standard_expired_temporary_active', true, true],
  ])('%s', async (name, standard, temporary) => {
    const { graph } = scriptedGraph(sample(name));
    const { result } = await graph.credential(wanda);
    expect(result.ok && result.value?.standard !== null).toBe(standard);
    expect(result.ok && result.value?.temporary !== null).toBe(temporary);
    expect(result.ok && result.value?.pin).not.toBeNull();
  });

  it('takes 404 as "none"', async () => {
    const { graph } = scriptedGraph(sample('E2_none'));
    expect(await graph.credential(wanda)).toMatchObject({
      outcome: 'done',
      result: { ok: true, value: null },
    });
  });

  it('asks for the codes one by one when the answer leaves them out', async () => {
    const bare = {
      ok: true,
      answer: { status: 200, headers: {}, body: bytes('{"id":"x","pin":{}}') },
    } as const;
    const { graph, door } = scriptedGraph(bare, sample('E4_read_wrapped'), sample('E2_none'));
    const { result } = await graph.credential(wanda);
    expect(result).toMatchObject({
      ok: true,
      value: {
        standard: { id: '00000000-0000-4000-8000-0000000000a1' },
        temporary: null,
        pin: { mustChange: true },
      },
    });
    expect(door.requests.map((request) => request.url.split('/').at(-1))).toEqual([
      'qrCodePinMethod',
      'standardQRCode',
      'temporaryQRCode',
    ]);
  });

  it.each([
    ['204', 204, null],
    ['a null in an envelope', 200, '{"value":null}'],
    ['null', 200, 'null'],
    ['404', 404, '{}'],
  ])('takes %s as "no such code"', async (_name, status, body) => {
    const bare = {
      ok: true,
      answer: { status: 200, headers: {}, body: bytes('{"standardQRCode":null,"pin":{}}') },
    } as const;
    const { graph } = scriptedGraph(bare, { ok: true, answer: { status, headers: {}, body: bytes(body) } });
    expect((await graph.credential(wanda)).result).toMatchObject({ ok: true, value: { temporary: null } });
  });

  it('does not guess when a code cannot be read either way', async () => {
    const odd = '{"standardQRCode":{"id":"a"},"temporaryQRCode":null,"pin":{}}';
    const outcome = { ok: true, answer: { status: 200, headers: {}, body: bytes(odd) } } as const;
    const code = {
      ok: true,
      answer: { status: 200, headers: {}, body: bytes('{"id":"a","startDateTime":"soon"}') },
    } as const;
    const { graph } = scriptedGraph(outcome, code);
    expect((await graph.credential(wanda)).result).toMatchObject({
      ok: false,
      failure: { code: 'graph-bad-answer' },
    });
  });
});

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
    const body = created(
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
    const body = created(
      (_body, code) => ((code['image'] as Record<string, unknown>)['rawContent'] = rawContent),
    );
    const fresh = readFreshCredential(body, asked);
    expect(fresh.ok && text(fresh.value.payload)).toBe(payload);
  });

  it('does not throw a payload away for want of labels', () => {
    const body = created((_body, code) => {
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

function bytes(body: string | object | null): Uint8Array {
  const content = body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return new TextEncoder().encode(content);
}
