import { describe, expect, it } from 'vitest';
import { fail } from '../../../src/shared/result.ts';
import type { CallWait } from '../../../src/main/graph/types.ts';
import { answer, trouble } from '../../fakes/scripted-door.ts';
import { sample, scriptedGraph } from '../../fakes/scripted-graph.ts';
import { creating, dates, lost, refused, wanda } from './write-table.ts';

describe.each(creating)('%s is sent once', (_name, write, good) => {
  it.each(lost)('and after %s nobody knows whether it was done', async (_what, outcome) => {
    const { graph, door } = scriptedGraph(outcome);
    const result = await write(graph);
    expect(result).toMatchObject({
      outcome: 'unknown',
      result: { ok: false, failure: { code: 'graph-outcome-unknown' } },
    });
    expect(door.requests).toHaveLength(1);
  });

  it.each(refused)('and after %s it is certain that it was not done', async (_what, outcome) => {
    const { graph, door } = scriptedGraph(outcome);
    const result = await write(graph);
    expect(result.outcome).toBe('not-done');
    expect(result.result.ok).toBe(false);
    expect(door.requests).toHaveLength(1);
  });

  it('and again only after a 429, as late as the server wishes', async () => {
    const { graph, door, clock } = scriptedGraph(
      sample('throttled'),
      sample('throttled_without_header'),
      sample(good),
    );
    expect(await write(graph)).toMatchObject({
      outcome: 'done',
      result: { ok: true },
      trace: { attempts: 3 },
    });
    expect(clock.waits).toEqual([12_000, 500]);
    expect(door.left).toBe(0);
  });

  it('and again once after a claims challenge, with a token that answers it', async () => {
    const { graph, door, tokens } = scriptedGraph(sample('claims_challenge'), sample(good));
    expect(await write(graph)).toMatchObject({ outcome: 'done', result: { ok: true } });
    expect(tokens.requests[1]).toMatchObject({
      claims: '{"access_token":{"nbf":{"essential":true,"value":"1795100000"}}}',
      interactive: false,
    });
    expect(door.requests[1]?.headers['Authorization']).toBe('Bearer token-2');
  });

  it('but not after a second challenge', async () => {
    const { graph } = scriptedGraph(sample('claims_challenge'), sample('claims_challenge'));
    expect(await write(graph)).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'graph-claims-challenge' } },
    });
  });

  it('and a lost answer after a 429 is lost all the same', async () => {
    const { graph } = scriptedGraph(sample('throttled'), trouble('reset'));
    expect(await write(graph)).toMatchObject({ outcome: 'unknown', trace: { attempts: 2 } });
  });

  it('and is not sent at all without a token', async () => {
    const { graph, tokens, door } = scriptedGraph();
    tokens.next = () => fail('sign-in-offline', { network: 'offline' });
    expect(await write(graph)).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'sign-in-offline', facts: { network: 'offline' } } },
      trace: { attempts: 0, status: null },
    });
    expect(door.requests).toEqual([]);
  });

  it('and gives up when the server asks for more patience than a person has', async () => {
    const { graph } = scriptedGraph(answer(429, null, { 'retry-after': '600' }));
    expect(await write(graph)).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'graph-throttled', facts: { retryAfterMs: 600_000 } } },
    });
  });

  it('and can be given up while it waits for its turn', async () => {
    const stop = new AbortController();
    const { graph, door } = scriptedGraph(sample('throttled'));
    const waits: CallWait[] = [];
    const result = await write(graph, {
      signal: stop.signal,
      onWait: (wait) => {
        waits.push(wait);
        stop.abort();
      },
    });
    expect(result).toMatchObject({ outcome: 'not-done', result: { failure: { code: 'cancelled' } } });
    expect(waits).toEqual([{ waitMs: 12_000, reason: 'throttled', attempt: 2 }]);
    expect(door.requests).toHaveLength(1);
  });
});

describe.each(creating.slice(0, 3))('%s', (_name, write) => {
  it.each([
    ['no body', answer(201)],
    ['a body cut in half', answer(201, '{"standardQRCode": {"id": "a')],
    ['no picture', answer(201, { id: 'x', standardQRCode: { id: 'a', image: null }, image: null })],
    ['the answer of a gateway', answer(200, '<html>hello</html>')],
    ['the answer of another call', sample('E2_read_both')],
    ['204', answer(204)],
  ])('with %s may have made something: nobody knows', async (_what, outcome) => {
    const { graph, door } = scriptedGraph(outcome);
    expect(await write(graph)).toMatchObject({
      outcome: 'unknown',
      result: { ok: false, failure: { code: 'graph-bad-answer' } },
    });
    expect(door.requests).toHaveLength(1);
  });
});

describe('a new PIN', () => {
  it.each(['{"code": "931', '<html>hello</html>'])(
    'that may have been set behind %j is unknown',
    async (body) => {
      const { graph, door } = scriptedGraph(answer(200, body));
      expect(await graph.resetPin(wanda)).toMatchObject({
        outcome: 'unknown',
        result: { ok: false, failure: { code: 'graph-bad-answer' } },
      });
      expect(door.requests).toHaveLength(1);
    },
  );
});

describe('secrets', () => {
  it('are in no failure', async () => {
    const pin = '40718529';
    for (const [, outcome] of [...lost, ...refused]) {
      const { graph } = scriptedGraph(outcome);
      const result = await graph.createMethod(wanda, dates, pin);
      expect(JSON.stringify(result)).not.toContain(pin);
      expect(JSON.stringify(result)).not.toContain('token-1');
    }
  });
});
