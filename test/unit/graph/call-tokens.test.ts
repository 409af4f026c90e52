import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../src/shared/result.ts';
import { answer } from '../../fakes/scripted-door.ts';
import { sample, scriptedGraph } from '../../fakes/scripted-graph.ts';
import { dates, wanda } from './write-table.ts';

describe('tokens', () => {
  it('are asked for anew once when the server refuses one, and again by the next call', async () => {
    const { graph, tokens } = scriptedGraph(
      sample('token_invalid'),
      sample('token_invalid'),
      sample('E2_read_both'),
    );
    expect((await graph.credential(wanda)).result).toMatchObject({
      failure: { code: 'graph-token-refused' },
    });
    expect((await graph.credential(wanda)).result.ok).toBe(true);
    expect(tokens.requests.map((request) => request.fresh ?? false)).toEqual([false, true, true]);
  });

  it('are asked of the person when silence does not answer a challenge', async () => {
    const { graph, tokens } = scriptedGraph(sample('claims_challenge'), sample('E2_read_both'));
    tokens.next = (request) =>
      request.claims !== undefined && !request.interactive
        ? fail('sign-in-interaction-required')
        : ok('good');
    expect((await graph.credential(wanda)).result.ok).toBe(true);
    expect(tokens.requests.map((request) => request.interactive)).toEqual([false, false, true]);
  });

  it('are not asked of the person when the call may not', async () => {
    const { graph, tokens } = scriptedGraph(sample('claims_challenge'));
    tokens.next = (request) =>
      request.claims === undefined ? ok('old') : fail('sign-in-interaction-required');
    const read = await graph.credential(wanda, { interactive: false });
    expect(read.result).toMatchObject({ failure: { code: 'sign-in-interaction-required' } });
    expect(tokens.requests).toHaveLength(2);
  });

  it.each(['sign-in-refused', 'sign-in-offline', 'sign-in-cancelled'] as const)(
    'hand on %s when a challenge cannot be answered',
    async (code) => {
      const { graph, tokens } = scriptedGraph(sample('claims_challenge'));
      tokens.next = (request) => (request.claims === undefined ? ok('old') : fail(code));
      expect(await graph.createCode(wanda, 'standard', dates)).toMatchObject({
        outcome: 'not-done',
        result: { failure: { code } },
      });
    },
  );
});

describe('the clock of the server', () => {
  it('is known after the first answer', async () => {
    const { graph } = scriptedGraph(
      answer(200, { id: 'x' }, { date: 'Fri, 20 Nov 2026 09:02:00 GMT' }),
      sample('E4_read_bare'),
      sample('E8_read_wrapped'),
    );
    expect(graph.clockSkewMs).toBeNull();
    await graph.credential(wanda);
    expect(graph.clockSkewMs).toBe(120_000);
  });

  it('stays what it was when an answer has no date, or a silly one', async () => {
    const { graph } = scriptedGraph(
      answer(403, null, { date: 'Fri, 20 Nov 2026 09:02:00 GMT' }),
      answer(403, null, { date: 'noon' }),
      answer(403),
    );
    for (let call = 0; call < 3; call += 1) await graph.credential(wanda);
    expect(graph.clockSkewMs).toBe(120_000);
  });
});
