import type { EventName, Events } from '../../shared/ipc/contract.ts';

interface Sender {
  send<E extends EventName>(event: E, detail: Events[E]): void;
}

/** What a locked window still hears; everything else becomes "look at the lock again", which carries nothing. */
const heard: ReadonlySet<EventName> = new Set<EventName>(['snapshot', 'practiceBrowser']);

/** Events that say nothing to a locked window but that its counts may have changed. */
export function lockedEvents(events: Sender, isLocked: () => boolean): Sender {
  return {
    send(event, detail) {
      if (isLocked() && !heard.has(event)) events.send('snapshot', {});
      else events.send(event, detail);
    },
  };
}
