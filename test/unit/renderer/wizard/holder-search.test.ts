import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStation } from '../../../../src/renderer/src/api/station.ts';
import { HolderSearch, pauseMs } from '../../../../src/renderer/src/wizard/holder-search.ts';
import { fail, ok, type Result } from '../../../../src/shared/result.ts';
import type { HolderList } from '../../../../src/shared/ipc/views.ts';
import { FakeBridge } from '../../../fakes/bridge.ts';
import { sampleHolder, sampleHolders } from '../../../fakes/sample-views.ts';

type Reply = Result<HolderList>;

/** A search whose answers the test gives, in any order. */
function start() {
  const open = new Map<string, (reply: Reply) => void>();
  const bridge = new FakeBridge({
    'holders.search': ({ text }) => new Promise<Reply>((resolve) => open.set(text, resolve)),
    'holders.more': () => ok({ holders: [sampleHolder({ id: 'h-next' })], more: null }),
  });
  const search = new HolderSearch(createStation(bridge));
  const asked = () => bridge.calls.map(({ request }) => (request as { text: string }).text);
  const answer = async (text: string, reply: Reply) => {
    open.get(text)?.(reply);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { search, bridge, asked, answer };
}

const anas = ok({ holders: sampleHolders.slice(0, 2), more: null });
const onlyAna = ok({ holders: sampleHolders.slice(0, 1), more: null });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('while typing', () => {
  it('asks once per pause, with the last text', async () => {
    const { search, asked } = start();
    for (const text of ['a', 'an', 'ana']) search.type(text);
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(asked()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked()).toEqual(['ana']);
  });

  it('shows only the answer to the last question', async () => {
    const { search, answer } = start();
    search.type('an');
    await vi.advanceTimersByTimeAsync(pauseMs);
    search.type('ana');
    await vi.advanceTimersByTimeAsync(pauseMs);
    await answer('ana', onlyAna);
    await answer('an', anas);
    expect(search.state()).toMatchObject({ kind: 'found', text: 'ana', holders: [{ name: 'Ana Lima' }] });
  });

  it('drops an answer that arrives after the field was emptied', async () => {
    const { search, answer } = start();
    search.type('ana');
    await vi.advanceTimersByTimeAsync(pauseMs);
    search.type('');
    await answer('ana', onlyAna);
    expect(search.state()).toEqual({ kind: 'idle' });
  });

  it.each(['', ' ', 'a', ' a '])('does not ask for %j', async (text) => {
    const { search, asked } = start();
    search.type(text);
    search.hurry();
    await vi.advanceTimersByTimeAsync(pauseMs * 2);
    expect(asked()).toEqual([]);
  });

  it('says why it did not work and tries again', async () => {
    const { search, answer, asked } = start();
    search.type('ana');
    await vi.advanceTimersByTimeAsync(pauseMs);
    await answer('ana', fail('graph-offline'));
    expect(search.state()).toMatchObject({ kind: 'failed', failure: { code: 'graph-offline' } });
    search.hurry();
    await answer('ana', anas);
    expect(asked()).toEqual(['ana', 'ana']);
    expect(search.state()).toMatchObject({ kind: 'found' });
  });
});

describe('Enter before the answer', () => {
  it('does not wait for the pause and chooses the only person', async () => {
    const { search, answer } = start();
    search.type('104417');
    search.hurry();
    await answer('104417', onlyAna);
    expect(search.state()).toMatchObject({ kind: 'found', only: { id: 'h-ana' } });
  });

  it('asks no second time while the question is under way', async () => {
    const { search, asked, answer } = start();
    search.type('104417');
    await vi.advanceTimersByTimeAsync(pauseMs);
    search.hurry();
    search.hurry();
    await answer('104417', onlyAna);
    expect(asked()).toEqual(['104417']);
    expect(search.state()).toMatchObject({ only: { id: 'h-ana' } });
  });

  it('chooses nobody among several', async () => {
    const { search, answer } = start();
    search.type('an');
    search.hurry();
    await answer('an', anas);
    expect(search.state()).toMatchObject({ kind: 'found', only: null });
  });

  it('chooses nobody without Enter', async () => {
    const { search, answer } = start();
    search.type('104417');
    await vi.advanceTimersByTimeAsync(pauseMs);
    await answer('104417', onlyAna);
    expect(search.state()).toMatchObject({ kind: 'found', only: null });
  });
});

it('adds the next page to the list', async () => {
  const { search, answer } = start();
  search.type('an');
  search.hurry();
  await answer('an', ok({ holders: sampleHolders.slice(0, 2), more: 'page-2' }));
  await search.more();
  const state = search.state();
  if (state.kind !== 'found') throw new Error('not found');
  expect(state.holders.map(({ id }) => id)).toEqual(['h-ana', 'h-anand', 'h-next']);
  expect(state.more).toBeNull();
});
