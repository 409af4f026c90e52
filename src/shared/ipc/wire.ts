import type { Channel, EventName } from './contract.ts';

/** Names on the wire: a prefix keeps ours apart from Electron's own and makes a foreign one visible at once. */
const prefix = 'badge-station:';

/** Name under which a request channel travels between preload and main. */
export function requestWire(channel: Channel): string {
  return `${prefix}call:${channel}`;
}

/** Name under which an event travels from main to the preload. */
export function eventWire(event: EventName): string {
  return `${prefix}event:${event}`;
}
