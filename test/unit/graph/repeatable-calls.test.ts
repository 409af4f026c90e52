import { describe, expect, it } from 'vitest';
import { answer, trouble } from '../../fakes/scripted-door.ts';
import { sample, scriptedGraph } from '../../fakes/scripted-graph.ts';
import { lost, repeatable, wanda } from './write-table.ts';

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
