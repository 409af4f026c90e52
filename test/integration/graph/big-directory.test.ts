import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GraphHttpClient } from '../../../src/main/graph/client.ts';
import { latestOnly } from '../../../src/main/ipc/latest.ts';
import type { HttpDoor, HttpOutcome, HttpRequest } from '../../../src/main/net/door.ts';
import { Crowd } from '../../../src/main/practice/crowd.ts';
import { practiceAddresses } from '../../../src/main/practice/directory.ts';
import { createStation } from '../../../src/renderer/src/api/station.ts';
import { HolderSearch, pauseMs } from '../../../src/renderer/src/wizard/holder-search.ts';
import { ok } from '../../../src/shared/result.ts';
import { FakeBridge } from '../../fakes/bridge.ts';
import { practiceGraph } from '../../fakes/practice-graph.ts';
import { must } from '../../fakes/spool-samples.ts';

const size = 100_000;
const crowd = new Crowd(size);

/** The way to the directory: holds answers back until they are let go, and counts. */
class Gate implements HttpDoor {
  isOpen = true;
  sent = 0;
  aborted = 0;
  underWay = 0;
  mostUnderWay = 0;
  readonly #door: HttpDoor;
  readonly #held: { readonly url: string; readonly go: () => void }[] = [];

  constructor(door: HttpDoor) {
    this.#door = door;
  }

  async send(request: HttpRequest): Promise<HttpOutcome> {
    this.sent += 1;
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    if (!this.isOpen) await this.#wait(request);
    this.underWay -= 1;
    if (request.signal?.aborted === true) {
      this.aborted += 1;
      return { ok: false, trouble: { kind: 'cancelled', sent: 'maybe' } };
    }
    return this.#door.send(request);
  }

  /** Lets go what was asked with this text in it, or everything. */
  letGo(text = ''): void {
    for (const { url, go } of this.#held) if (url.includes(text)) go();
  }

  #wait(request: HttpRequest): Promise<void> {
    return new Promise((resolve) => {
      this.#held.push({ url: decodeURIComponent(request.url), go: resolve });
      request.signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}

/** The search field of the window, its handler in main, the Graph client, and a directory of a hundred thousand. */
function desk() {
  const { tenant, token, clock, commits } = practiceGraph(undefined, size);
  const gate = new Gate(tenant);
  const graph = new GraphHttpClient({
    door: gate,
    tokens: { accessToken: () => Promise.resolve(ok(token)) },
    base: practiceAddresses.graphBase,
    scopes: [],
    randomUUID: () => crypto.randomUUID(),
    waiting: { now: clock.now, wait: clock.wait, random: () => 0.5 },
  });
  const find = latestOnly(async (text: string, signal) => {
    const found = await graph.findHolders(text, { signal });
    return found.ok ? ok({ holders: found.value.holders, more: found.value.next }) : found;
  });
  const bridge = new FakeBridge({
    'holders.search': ({ text }) => find(text),
    'holders.more': async ({ more }) => {
      const page = await graph.moreHolders(more);
      return page.ok ? ok({ holders: page.value.holders, more: page.value.next }) : page;
    },
  });
  const search = new HolderSearch(createStation(bridge));
  const shown: string[] = [];
  search.subscribe(() => {
    const state = search.state();
    if (state.kind === 'found') shown.push(state.text);
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await vi.advanceTimersByTimeAsync(0);
  };
  const type = async (text: string): Promise<void> => {
    search.type(text);
    await vi.advanceTimersByTimeAsync(pauseMs);
    await settle();
  };
  return { search, gate, graph, tenant, commits, shown, type, settle, bridge };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a directory of a hundred thousand', () => {
  it('shows the first page as typing pauses, and goes on page by page without repeating anybody', async () => {
    const { search, type, settle, gate } = desk();
    await type('sat');
    const first = search.state();
    if (first.kind !== 'found') throw new Error(first.kind);
    expect(first.holders).toHaveLength(25);
    expect(gate.sent).toBe(1);
    for (let pages = 2; pages <= 6; pages += 1) {
      void search.more();
      await settle();
    }
    const later = search.state();
    if (later.kind !== 'found') throw new Error(later.kind);
    expect(new Set(later.holders.map(({ id }) => id)).size).toBe(150);
  });

  it.each([0, 4711, 99_999])(
    'finds number %d by employee number, by sign-in name and by id',
    async (place) => {
      const { graph } = desk();
      const person = crowd.at(place);
      const byNumber = must(await graph.findHolders(person.employeeId ?? ''));
      expect(byNumber.holders.map(({ id }) => id)).toEqual([person.id]);
      expect(must(await graph.findHolders(person.upn)).holders[0]?.id).toBe(person.id);
      expect(must(await graph.holder(person.id)).name).toBe(person.name);
    },
  );

  it('never shows the answer to a text that was typed on from, in whatever order answers come', async () => {
    const { search, type, gate, shown, settle } = desk();
    gate.isOpen = false;
    await type('no');
    await type('nova');
    await type('novak');
    gate.letGo('novak');
    await settle();
    gate.letGo();
    await settle();
    expect(shown).toEqual(['novak']);
    expect(search.state()).toMatchObject({ kind: 'found', text: 'novak' });
  });

  it('asks only about the last text: what was asked before is ended', async () => {
    const { type, gate, settle } = desk();
    gate.isOpen = false;
    const texts = ['an', 'ana', 'anan', 'an', 'sa', 'sat', 'sato', 'ki', 'kim', 'kiri'];
    for (const text of texts) await type(text);
    expect(gate.aborted).toBe(texts.length - 1);
    expect(gate.underWay).toBe(1);
    expect(gate.mostUnderWay).toBe(1);
    gate.letGo();
    await settle();
    expect(gate.underWay).toBe(0);
  });

  it('leaves nothing behind, however many searches there were', async () => {
    const { search, type, gate, tenant, commits, bridge } = desk();
    const people = Object.keys(tenant.snapshot().methods).length;
    const names = ['ada', 'kar', 'lena', 'nov', 'sato', 'C000', 'zi', 'nobody at all'];
    for (let round = 0; round < 400; round += 1) {
      bridge.calls.length = 0;
      await type(`${names[round % names.length]}${round % 3 === 0 ? '' : ' '}${round % 7}`);
    }
    await type('kar');
    const state = search.state();
    expect(state.kind === 'found' ? state.holders.length : 0).toBe(25);
    expect(gate.underWay).toBe(0);
    expect(gate.mostUnderWay).toBeLessThanOrEqual(2);
    expect(Object.keys(tenant.snapshot().methods)).toHaveLength(people);
    expect(commits).toEqual([]);
    search.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('can be given codes: only those are kept', async () => {
    const { graph, tenant } = desk();
    const person = crowd.at(31_415);
    const dates = { startsAt: '2026-11-20T09:00:00Z', expiresAt: '2027-11-20T09:00:00Z' };
    const made = must((await graph.createMethod(person.id, dates, '40718529')).result);
    expect(tenant.snapshot().methods[person.id]?.standard?.id).toBe(made.code.id);
    expect(must((await graph.credential(person.id)).result)?.standard?.id).toBe(made.code.id);
    const again = practiceGraph(undefined, size).tenant;
    again.restore(JSON.parse(JSON.stringify(tenant.snapshot())));
    expect(again.snapshot().methods[person.id]?.standard?.id).toBe(made.code.id);
  });
});
