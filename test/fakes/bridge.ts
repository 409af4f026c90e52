import type { Bridge } from '../../src/shared/ipc/channels.ts';
import type { Channel, EventName, Events, ReplyOf, RequestOf } from '../../src/shared/ipc/contract.ts';

/** What a fake main answers on one channel; may answer late. */
export type Answer<C extends Channel> = (request: RequestOf<C>) => ReplyOf<C> | Promise<ReplyOf<C>>;
export type Answers = { readonly [C in Channel]?: Answer<C> };

interface Call {
  readonly channel: Channel;
  readonly request: unknown;
}

/**
 * A scripted main for the window: answers each channel as told, refuses the rest, and remembers what was asked.
 * Needs no Electron, so it runs in tests and in a page opened for a look.
 */
export class FakeBridge implements Bridge {
  /** Everything asked so far, oldest first. Tests only: a real bridge keeps nothing. */
  readonly calls: Call[] = [];
  #answers: Answers;
  #listeners = new Map<EventName, Set<(detail: never) => void>>();

  constructor(answers: Answers = {}) {
    this.#answers = answers;
  }

  /** Replaces answers from now on. */
  answer(answers: Answers): void {
    this.#answers = { ...this.#answers, ...answers };
  }

  async call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
    this.calls.push({ channel, request: structuredClone(request) });
    const answer: Answer<C> | undefined = this.#answers[channel];
    if (answer === undefined) return { ok: false, failure: { code: 'bad-request', facts: { channel } } };
    return structuredClone(await answer(request));
  }

  on<E extends EventName>(event: E, listener: (detail: Events[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  emit<E extends EventName>(event: E, detail: Events[E]): void {
    for (const listener of this.#listeners.get(event) ?? [])
      (listener as (detail: Events[E]) => void)(detail);
  }

  /** How many listen: zero after a window has been closed, or it leaks. */
  listenerCount(event: EventName): number {
    return this.#listeners.get(event)?.size ?? 0;
  }
}
