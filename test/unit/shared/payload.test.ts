import { describe, expect, it } from 'vitest';
import { checkPayloadHolder, maxPayloadBytes, readPayload } from '../../../src/shared/credential/payload.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sample = 'ms-qrpin:v1|wanda.worker@fake-site.example|00000000-0000-4000-8000-0000000000a1|FAKEKEY0001';

describe('readPayload', () => {
  it('takes marker, name and code id out of the known layout', () => {
    expect(readPayload(bytes(sample))).toEqual({
      marker: 'ms-qrpin:v1',
      upn: 'wanda.worker@fake-site.example',
      codeId: '00000000-0000-4000-8000-0000000000a1',
    });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x00])],
    ['a web address', bytes('https://example.com/?a|b|c|d')],
    ['too few parts', bytes('ms-qrpin:v1|wanda@x|id')],
    ['empty parts', bytes('ms-qrpin:v1||id|key')],
    ['a name without @', bytes('ms-qrpin:v1|wanda|id|key')],
    ['another marker', bytes('ms-qrpin|wanda@x|id|key')],
  ])('says null for %s', (_, payload) => {
    expect(readPayload(payload)).toBeNull();
  });
});

describe('checkPayloadHolder', () => {
  it('passes the holder on screen, whatever the case of the letters', () => {
    expect(checkPayloadHolder(bytes(sample), 'Wanda.Worker@FAKE-site.example')).toEqual({
      ok: true,
      value: { checked: true },
    });
  });

  it('stops a payload of another holder', () => {
    const result = checkPayloadHolder(bytes(sample), 'wang.worker@fake-site.example');
    expect(result).toMatchObject({ ok: false, failure: { code: 'holder-mismatch' } });
  });

  it('says plainly that an unknown layout was not checked', () => {
    expect(checkPayloadHolder(bytes('future-layout'), 'wanda@x')).toEqual({
      ok: true,
      value: { checked: false },
    });
  });

  it.each([0, maxPayloadBytes + 1])('refuses a payload of %d bytes', (length) => {
    expect(checkPayloadHolder(new Uint8Array(length).fill(65), 'w@x')).toMatchObject({
      ok: false,
      failure: { code: 'payload-invalid' },
    });
  });
});
