import { describe, expect, it } from 'vitest';
import {
  readCode,
  readFreshCredential,
  readMethod,
  readMethodTypes,
  readPin,
  readPolicy,
} from '../../../src/main/graph/answers.ts';
import { sample, createdSample, sampleBody, samples, scriptedGraph } from '../../fakes/scripted-graph.ts';

const wanda = '00000000-0000-4000-8000-0000000000e1';
const asked = { startsAt: '2026-11-20T09:00:00.000Z', expiresAt: '2027-11-20T09:00:00.000Z' };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

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
      createdSample((body) => (body['pin'] = pin)),
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
      const body = createdSample((_body, code) => {
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

function bytes(body: string | object | null): Uint8Array {
  const content = body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return new TextEncoder().encode(content);
}
