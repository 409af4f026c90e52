import type { BatchWish } from '../../src/shared/credential/batch.ts';
import type { BatchLineView, BatchView } from '../../src/shared/ipc/batch.ts';
import { ok } from '../../src/shared/result.ts';
import type { FakeBridge } from './bridge.ts';
import { sampleJob } from './sample-views.ts';

const none = { waiting: 0, begun: 0, issued: 0, done: 0, 'left-out': 0, failed: 0, unsure: 0 };

const usual: BatchWish = {
  kind: 'badge',
  withinDays: 30,
  lifetime: { kind: 'standard', days: 365 },
  printerId: 'front',
  slips: false,
};

const names = [
  'Ana Lima',
  'Anouk de Vries',
  'Olu Adeyemi',
  'Mina Sato',
  'Zoë Müller-Lüdenscheidt',
  'ليلى حداد',
];

/** A list of people behind the bridge: a test moves it on from outside. */
export class SampleBatch {
  view: BatchView | null = null;
  lines: readonly BatchLineView[] = [];
  readonly #bridge: FakeBridge;
  readonly #now: () => number;

  constructor(bridge: FakeBridge, now: () => number) {
    this.#bridge = bridge;
    this.#now = now;
    bridge.answer({
      'batch.get': () => ok(this.view),
      'batch.read': ({ wish }) => {
        this.ready(wish);
        return ok(this.view);
      },
      'batch.lines': ({ states, from, count }) => {
        const wanted = this.lines.filter(({ state }) => states.length === 0 || states.includes(state));
        return ok({ lines: wanted.slice(from, from + count), total: wanted.length });
      },
      'batch.start': () => ok(this.under('paper')),
      'batch.pause': () => ok(this.paused()),
      'batch.resume': () => ok(this.under('scan')),
      'batch.cancel': () => ok(this.view?.phase === 'paused' ? this.ended() : this.#set(null)),
      'batch.export': () => ok(true),
      'batch.putAway': () => {
        this.#set(null);
        return ok(null);
      },
    });
  }

  reading(): BatchView | null {
    return this.#set({
      phase: 'reading',
      reading: { done: 120, of: 500 },
      patienceUntilMs: this.#now() + 60_000,
    });
  }

  /** Six people, two of them left out. */
  ready(wish: BatchWish = usual): BatchView | null {
    this.lines = names.map((holderName, place) => ({
      place,
      line: place + 2,
      entry: `10441${place}`,
      holderName,
      operation: place < 4 ? (place === 3 ? 'replace' : 'first-badge') : null,
      state: place < 4 ? 'waiting' : 'left-out',
      reason: place < 4 ? null : place === 4 ? 'code-fresh' : 'holder-disabled',
      badge: null,
    }));
    const bad: BatchLineView = {
      place: 6,
      line: 8,
      entry: 'no such number',
      holderName: null,
      operation: null,
      state: 'left-out',
      reason: 'line-unreadable',
      badge: null,
    };
    this.lines = [...this.lines, bad];
    return this.#set({ phase: 'ready', wish });
  }

  /** Under way, with two badges ahead. */
  under(waitsFor: 'paper' | 'scan' | 'person'): BatchView | null {
    this.#move(['done', 'issued', 'issued', 'waiting']);
    const job = (number: number, holderName: string, state: 'queued' | 'confirmed' | 'unsure') =>
      sampleJob(this.#now(), { id: `job-${number}`, holderName, state });
    const first = { paper: 'queued', scan: 'confirmed', person: 'unsure' } as const;
    return this.#set({
      phase: 'running',
      now: waitsFor === 'paper' ? 'Mina Sato' : null,
      waitsFor,
      ahead: [job(2, names[1] ?? '', first[waitsFor]), job(3, names[2] ?? '', 'queued')],
    });
  }

  paused(): BatchView | null {
    return this.#set({
      phase: 'paused',
      pause: { why: 'trouble', failure: { code: 'printer-offline', facts: { printerId: 'front' } } },
    });
  }

  ended(): BatchView | null {
    this.#move(['done', 'done', 'failed', 'unsure']);
    return this.#set({ phase: 'finished', pinsWaiting: 2 });
  }

  #move(states: readonly BatchLineView['state'][]): void {
    this.lines = this.lines.map((line) => {
      const state = states[line.place] ?? line.state;
      const reason =
        state === 'failed' ? 'graph-refused-role' : state === 'unsure' ? 'picture-lost' : line.reason;
      const badge = state === 'done' ? 'confirmed' : state === 'issued' ? 'queued' : null;
      return { ...line, state, reason, badge };
    });
  }

  #set(change: Partial<BatchView> | null): BatchView | null {
    const counts = { ...none };
    for (const { state } of this.lines) counts[state] += 1;
    this.view =
      change === null
        ? null
        : {
            phase: 'ready',
            listName: 'early shift.csv',
            wish: usual,
            counts,
            reading: null,
            pause: null,
            now: null,
            ahead: [],
            waitsFor: null,
            patienceUntilMs: null,
            pinsWaiting: 0,
            ...change,
          };
    this.#bridge.emit('batch', {});
    return this.view;
  }
}
