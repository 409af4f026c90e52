import type { Bridge } from '../../../shared/ipc/channels.ts';
import type { Channel, EventName, Events, ReplyOf, RequestOf } from '../../../shared/ipc/contract.ts';
import { fail } from '../../../shared/result.ts';

/** Main, as the window talks to it. Unlike the bare bridge it never rejects: trouble is always a value. */
export interface Station {
  call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>>;
  /** Listens to an event; the returned function stops it. */
  on<E extends EventName>(event: E, listener: (detail: Events[E]) => void): () => void;
}

declare global {
  interface Window {
    readonly badgeStation?: Bridge;
  }
}

/** The bridge the preload left in this window; absent when the page is opened outside the app. */
export function windowBridge(): Bridge | null {
  return window.badgeStation ?? null;
}

export function createStation(bridge: Bridge): Station {
  return {
    async call(channel, request) {
      try {
        return await bridge.call(channel, request);
      } catch {
        // A rejected call is a bug or a window that is closing. The message may hold anything, so it is not passed on.
        return fail('bug', { channel });
      }
    },
    on: (event, listener) => bridge.on(event, listener),
  };
}
