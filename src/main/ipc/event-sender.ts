import type { EventName, Events } from '../../shared/ipc/contract.ts';
import { eventWire } from '../../shared/ipc/wire.ts';
import { describeError } from '../log/describe-error.ts';
import type { Log } from '../log/types.ts';

/** The part of Electron's `WebContents` that is used. */
export interface EventTarget {
  isDestroyed(): boolean;
  isCrashed(): boolean;
  send(wire: string, detail: unknown): void;
}

/** Tells the windows that something changed; they ask for the rest themselves. */
export interface EventSender {
  /** Never throws: whether a window hears of it changes no outcome. */
  send<E extends EventName>(event: E, detail: Events[E]): void;
}

/** Sends to every window that lives at that moment. `windows` is asked anew each time. */
export function createEventSender(windows: () => Iterable<EventTarget>, log: Log): EventSender {
  return {
    send(event, detail) {
      for (const window of windows()) {
        try {
          if (!window.isDestroyed() && !window.isCrashed()) window.send(eventWire(event), detail);
        } catch (thrown) {
          log.warn('ipc.event-lost', { event, ...describeError(thrown) });
        }
      }
    },
  };
}
