import type { Failure } from '../../../shared/result.ts';
import type { Station } from '../api/station.ts';

/** A PIN on the screen goes away by itself after this long, held or not. */
export const longestShowMs = 30_000;

export type PinState =
  | { readonly kind: 'hidden'; readonly failure: Failure | null }
  | { readonly kind: 'fetching' }
  | { readonly kind: 'shown'; readonly pin: string };

/**
 * Holds a PIN for as long as it is shown, and not a moment longer.
 *
 * SECURITY: pin-on-screen (docs/security.md). Main is asked at each press; an answer that arrives after the release is dropped unseen, and hiding drops
 * the only copy this window has.
 */
export class PinHolder {
  readonly #station: Station;
  readonly #intentId: string;
  #state: PinState = { kind: 'hidden', failure: null };
  #press = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor(station: Station, intentId: string) {
    this.#station = station;
    this.#intentId = intentId;
  }

  /** Asks for the PIN and shows it unless `hide` came first. True when it was shown. */
  async show(): Promise<boolean> {
    if (this.#state.kind !== 'hidden') return false;
    this.#press += 1;
    const press = this.#press;
    this.#set({ kind: 'fetching' });
    const reply = await this.#station.call('issue.revealPin', { intentId: this.#intentId });
    if (press !== this.#press) return false;
    if (!reply.ok) {
      this.#set({ kind: 'hidden', failure: reply.failure });
      return false;
    }
    this.#set({ kind: 'shown', pin: reply.value.pin });
    this.#timer = setTimeout(() => this.hide(), longestShowMs);
    return true;
  }

  hide(): void {
    this.#press += 1;
    clearTimeout(this.#timer);
    if (this.#state.kind === 'hidden') return;
    this.#set({ kind: 'hidden', failure: null });
    // Main keeps the window out of captures until it hears this.
    void this.#station.call('issue.pinHidden', {});
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): PinState => this.#state;

  #set(state: PinState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
