import { channels, eventNames, type Bridge } from '../shared/ipc/channels.ts';
import type { Channel, EventName, Events, ReplyOf, RequestOf } from '../shared/ipc/contract.ts';
import { eventWire, requestWire } from '../shared/ipc/wire.ts';
import { fail } from '../shared/result.ts';

/** The part of Electron's `ipcRenderer` that is used. */
export interface WireEnd {
  invoke(wire: string, request: unknown): Promise<unknown>;
  on(wire: string, listener: (event: unknown, detail: unknown) => void): unknown;
  removeListener(wire: string, listener: (event: unknown, detail: unknown) => void): unknown;
}

/**
 * The two functions the window gets. Both know the channels and events of the contract and refuse every other name, so
 * that a script in the window can reach nothing in main that the contract does not name.
 */
export function createBridge(wireEnd: WireEnd): Bridge {
  const knownChannels: ReadonlySet<unknown> = new Set(channels);
  const knownEvents: ReadonlySet<unknown> = new Set(eventNames);
  return Object.freeze({
    async call<C extends Channel>(channel: C, request: RequestOf<C>): Promise<ReplyOf<C>> {
      if (!knownChannels.has(channel)) return fail('bad-request');
      try {
        // Main answers each channel with its own reply type (main/ipc/serve-contract.ts); the wire itself has no types.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
        return (await wireEnd.invoke(requestWire(channel), request)) as ReplyOf<C>;
      } catch {
        // Main is gone, does not serve the channel, or the request cannot travel. Electron's message would name insides.
        return fail('bug', { channel });
      }
    },
    on<E extends EventName>(event: E, listener: (detail: Events[E]) => void): () => void {
      if (!knownEvents.has(event) || typeof listener !== 'function')
        throw new TypeError('Unknown event or no listener');
      // SECURITY: preload (docs/security.md). Electron's event object holds the sender, with ports and `send`: it stays here.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main sends each event with its own detail
      const pass = (_event: unknown, detail: unknown) => listener(detail as Events[E]);
      wireEnd.on(eventWire(event), pass);
      return () => void wireEnd.removeListener(eventWire(event), pass);
    },
  });
}
