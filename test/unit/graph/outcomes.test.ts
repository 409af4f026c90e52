import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../src/shared/result.ts';
import type { GraphHttpClient } from '../../../src/main/graph/client.ts';
import type { CallOptions, CallWait, Traced } from '../../../src/main/graph/types.ts';
import type { HttpOutcome } from '../../../src/main/net/door.ts';
import { answer, trouble } from '../../fakes/scripted-door.ts';
import { sample, scriptedGraph } from '../../fakes/scripted-graph.ts';

const wanda = '00000000-0000-4000-8000-0000000000e1';
const dates = { startsAt: '2026-11-20T09:00:00.000Z', expiresAt: '2027-11-20T09:00:00.000Z' };

type Write = (graph: GraphHttpClient, options?: CallOptions) => Promise<Traced<unknown>>;

/** The writes that bring a secret, with an answer that carries it. */
const creating: readonly (readonly [string, Write, string])[] = [
  ['E1 first badge', (graph, options) => graph.createMethod(wanda, dates, '40718529', options), 'E1_created'],
  [
    'E5 new standard code',
    (graph, options) => graph.createCode(wanda, 'standard', dates, options),
    'E5_created',
  ],
  [
    'E9 temporary code',
    (graph, options) => graph.createCode(wanda, 'temporary', dates, options),
    'E9_created',
  ],
  ['E11 new PIN', (graph, options) => graph.resetPin(wanda, options), 'E11_reset_201'],
];
/** The writes that may be repeated. */
const repeatable: readonly (readonly [string, Write, string])[] = [
  ['E3', (graph, options) => graph.deleteMethod(wanda, options), 'E3_deleted'],
  ['E6', (graph, options) => graph.extend(wanda, dates.expiresAt, options), 'E6_updated_204'],
  ['E7', (graph, options) => graph.deleteCode(wanda, 'standard', options), 'E7_deleted'],
  ['E10', (graph, options) => graph.deleteCode(wanda, 'temporary', options), 'E10_deleted'],
];

/** One lost attempt: what happened, and whether the write may have been done. */
const lost: readonly (readonly [string, HttpOutcome])[] = [
  ['a time-out after sending', trouble('timeout')],
  ['a reset connection', trouble('reset')],
  ['a cancelled wait', trouble('cancelled')],
  ['an answer that is too long', trouble('too-large')],
  ['trouble with encryption in mid-flight', trouble('tls')],
  ['500', answer(500, { error: { code: 'generalException' } })],
  ['502 with a gateway page', answer(502, '<html>bad gateway</html>')],
  ['503 with Retry-After', sample('unavailable')],
  ['504 with a gateway page', sample('gateway_html')],
  ['509', answer(509)],
  ['501', answer(501)],
  ['408', answer(408)],
  ['a redirect', answer(302, null, { location: 'https://elsewhere.example/' })],
];
const refused: readonly (readonly [string, HttpOutcome])[] = [
  ['a name that is not found', trouble('offline', 'no')],
  ['a connection that never opened', trouble('timeout', 'no')],
  ['a refused host', trouble('host-refused', 'no')],
  ['a certificate nobody vouches for', trouble('tls', 'no')],
  ['cancelled before sending', trouble('cancelled', 'no')],
  ['400', sample('generic_400_nested')],
  ['401', sample('token_invalid')],
  ['403', sample('role_missing')],
  ['404', sample('user_not_found')],
  ['405', answer(405)],
  ['409', answer(409)],
  ['412', answer(412)],
  ['415', answer(415)],
  ['422', answer(422)],
  ['423', answer(423)],
  ['424', answer(424)],
];

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

describe.each(repeatable)('%s may be repeated', (_name, write, good) => {
  it.each([
    ['a reset connection', trouble('reset')],
    ['a time-out', trouble('timeout')],
    ['no network', trouble('offline', 'no')],
    ['500', answer(500)],
    ['503', sample('unavailable')],
    ['a gateway page', sample('gateway_html')],
    ['a page of a proxy in place of an answer', answer(200, '<html>Please log in</html>')],
    ['429', sample('throttled')],
    ['an expired token', sample('token_invalid')],
    ['a claims challenge', sample('claims_challenge')],
  ])('after %s', async (_what, outcome) => {
    const { graph } = scriptedGraph(outcome, sample(good));
    expect(await write(graph)).toMatchObject({
      outcome: 'done',
      result: { ok: true },
      trace: { attempts: 2 },
    });
  });

  it('and is unknown when one attempt was lost and the last one refused', async () => {
    const { graph } = scriptedGraph(trouble('timeout'), sample('role_missing'));
    expect(await write(graph)).toMatchObject({
      outcome: 'unknown',
      result: { failure: { code: 'graph-outcome-unknown', facts: { cause: 'graph-refused-role' } } },
    });
  });

  it('and is not done when it never left this machine', async () => {
    const { graph } = scriptedGraph(trouble('offline', 'no'), trouble('offline', 'no'));
    expect(await write(graph)).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'graph-offline' } },
    });
  });

  it('but not for ever', async () => {
    const { graph, door } = scriptedGraph(...Array.from({ length: 9 }, () => answer(503)));
    expect(await write(graph)).toMatchObject({ outcome: 'unknown', trace: { attempts: 5 } });
    expect(door.left).toBe(4);
  });
});

describe('a deletion', () => {
  it('that finds nothing left after a lost attempt is done', async () => {
    const { graph } = scriptedGraph(trouble('reset'), sample('user_not_found'));
    expect(await graph.deleteCode(wanda, 'standard')).toMatchObject({
      outcome: 'done',
      result: { ok: true },
    });
  });
});

describe("a proxy's own 404", () => {
  const page = answer(404, '<html>not here</html>');

  it('is no proof that a holder has no method', async () => {
    const { graph } = scriptedGraph(page, page, page, page, page);
    expect((await graph.credential(wanda)).result).toMatchObject({
      ok: false,
      failure: { code: 'graph-unavailable' },
    });
  });

  it('is no proof that a code is gone', async () => {
    const { graph } = scriptedGraph(page, page, page, page, page);
    expect(await graph.deleteCode(wanda, 'standard')).toMatchObject({
      outcome: 'unknown',
      result: { ok: false },
    });
  });
});

describe('reads', () => {
  it.each(lost.filter(([what]) => !/cancelled|too long|encryption|redirect/.test(what)))(
    'are tried again after %s',
    async (_what, outcome) => {
      const { graph } = scriptedGraph(outcome, sample('E2_read_both'));
      expect((await graph.credential(wanda)).result.ok).toBe(true);
    },
  );

  it('are tried again when the answer was cut in half, and named when it stays so', async () => {
    const half = answer(200, '{"standardQRCode": nul');
    const once = scriptedGraph(half, sample('E2_read_both'));
    expect((await once.graph.credential(wanda)).result.ok).toBe(true);
    const always = scriptedGraph(half, half, half, half, half);
    expect(await always.graph.credential(wanda)).toMatchObject({
      outcome: 'not-done',
      result: { failure: { code: 'graph-bad-answer' } },
    });
  });

  it('tell a person who is offline so after a second try', async () => {
    const { graph, door } = scriptedGraph(trouble('offline', 'no'), trouble('offline', 'no'));
    expect((await graph.credential(wanda)).result).toMatchObject({ failure: { code: 'graph-offline' } });
    expect(door.left).toBe(0);
  });

  it('never claim that something may have happened', async () => {
    const { graph } = scriptedGraph(trouble('timeout'), trouble('timeout'));
    expect((await graph.credential(wanda)).outcome).toBe('not-done');
  });

  it('stop when they are cancelled', async () => {
    const { graph } = scriptedGraph(trouble('cancelled'));
    expect((await graph.credential(wanda)).result).toMatchObject({ failure: { code: 'cancelled' } });
  });
});

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
