import { channels } from '../../shared/ipc/channels.ts';
import type { AppSnapshot } from '../../shared/ipc/views.ts';
import { type Failure, ok, type Result } from '../../shared/result.ts';
import type { Handlers } from './handlers.ts';

/** Handlers of a station whose ledger could not be opened: the window can show why, and everything else says so too. */
export function closedHandlers(
  snapshot: () => AppSnapshot,
  onUsable: () => void,
  failure: () => Failure,
): Handlers {
  const refuse = (): Result<never> => ({ ok: false, failure: failure() });
  const refusals = Object.fromEntries(channels.map((channel) => [channel, refuse]));
  return {
    // Every channel of the contract is in `channels` (a missing one does not compile), so the record is complete.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    ...(refusals as unknown as Handlers),
    'app.snapshot': () => ok(snapshot()),
    'app.usable': () => {
      onUsable();
      return ok(null);
    },
  };
}
