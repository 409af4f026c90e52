import type { Holder } from '../../../shared/credential/holder.ts';
import type { HolderList } from '../../../shared/ipc/views.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import type { Station } from '../api/station.ts';

/** What the list under the search field shows. */
export type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching'; readonly text: string }
  | {
      readonly kind: 'found';
      readonly text: string;
      readonly holders: readonly Holder[];
      readonly more: string | null;
      readonly isLoadingMore: boolean;
      /** The only person there is, after Enter: chosen without another key. */
      readonly only: Holder | null;
    }
  | { readonly kind: 'failed'; readonly text: string; readonly failure: Failure };

/** Typing has paused when nothing was typed for this long. */
export const pauseMs = 250;
/** One letter finds half the directory. */
const shortestSearch = 2;

/**
 * Searches while the operator types: once per pause, and only the answer to the last question is shown. Enter does not
 * wait for the pause and, when exactly one person is found, chooses them: a scanned staff card needs no second key.
 */
export class HolderSearch {
  readonly #station: Station;
  #state: SearchState = { kind: 'idle' };
  #text = '';
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #takesOnlyOne = false;
  #listeners = new Set<() => void>();

  constructor(station: Station) {
    this.#station = station;
  }

  /** A new text in the field. */
  type(typed: string): void {
    const text = typed.trim();
    if (text === this.#text) return;
    this.#text = text;
    this.#takesOnlyOne = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // Whatever is still under way answers an older text.
    this.#asked += 1;
    if (text.length < shortestSearch) return this.#show({ kind: 'idle' });
    this.#show({ kind: 'searching', text });
    this.#timer = setTimeout(() => void this.#ask(), pauseMs);
  }

  /** Enter in the field while no answer is on screen yet. */
  hurry(): void {
    if (this.#text.length < shortestSearch) return;
    this.#takesOnlyOne = true;
    if (this.#timer === undefined && this.#state.kind === 'searching') return;
    clearTimeout(this.#timer);
    void this.#ask();
  }

  async more(): Promise<void> {
    const before = this.#state;
    if (before.kind !== 'found' || before.more === null || before.isLoadingMore) return;
    const asked = this.#asked;
    this.#show({ ...before, isLoadingMore: true });
    const reply = await this.#station.call('holders.more', { more: before.more });
    if (asked !== this.#asked) return;
    if (!reply.ok) return this.#show({ kind: 'failed', text: before.text, failure: reply.failure });
    const { holders, more } = reply.value;
    this.#show({ ...before, holders: [...before.holders, ...holders], more, isLoadingMore: false });
  }

  /** Forgets everything; answers under way are dropped. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked += 1;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SearchState => this.#state;

  async #ask(): Promise<void> {
    this.#timer = undefined;
    this.#asked += 1;
    const asked = this.#asked;
    const text = this.#text;
    this.#show({ kind: 'searching', text });
    const reply = await this.#station.call('holders.search', { text });
    // A later question is under way, or the field was left.
    if (asked !== this.#asked) return;
    this.#showAnswer(text, reply);
  }

  #showAnswer(text: string, reply: Result<HolderList>): void {
    if (!reply.ok) return this.#show({ kind: 'failed', text, failure: reply.failure });
    const { holders, more } = reply.value;
    const isOnly = this.#takesOnlyOne && holders.length === 1 && more === null;
    this.#takesOnlyOne = false;
    const only = isOnly ? (holders[0] ?? null) : null;
    this.#show({ kind: 'found', text, holders, more, isLoadingMore: false, only });
  }

  #show(state: SearchState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
