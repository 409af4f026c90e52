import { isOurs } from './scheme.ts';

/** The parts of Electron's `IpcMainInvokeEvent` that say who sent a request. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  /** null when the frame is gone by the time it is asked for. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** The part of `WebContents` that is used. */
export interface KnownContents {
  readonly id: number;
  once(event: 'destroyed', listener: () => void): unknown;
}

/**
 * Knows the windows that may talk to main. A request counts when it comes from the top frame of a window registered
 * here and that frame shows our own page at that moment.
 *
 * SECURITY: ipc-sender (docs/security.md).
 */
export class TrustedSenders<C extends KnownContents> {
  readonly #known = new Map<number, C>();

  /** Trusts a window's page until it is destroyed. */
  add(contents: C): void {
    const { id } = contents;
    this.#known.set(id, contents);
    contents.once('destroyed', () => this.#known.delete(id));
  }

  /** Arrow function, so that it can be passed on as it is. */
  readonly isTrusted = (event: SenderEvent): boolean => {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && isOurs(frame.url) && this.#known.has(event.sender.id);
  };

  /** Windows to send events to. */
  contents(): Iterable<C> {
    return this.#known.values();
  }
}
