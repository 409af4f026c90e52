import { describe, expect, it } from 'vitest';
import { sample, scriptedGraph } from '../../fakes/scripted-graph.ts';

const wanda = '00000000-0000-4000-8000-0000000000e1';

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

function bytes(body: string | object | null): Uint8Array {
  const content = body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return new TextEncoder().encode(content);
}
