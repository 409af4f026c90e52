import type { Channel, ReplyOf, RequestOf } from '../../shared/ipc/contract.ts';
import { channels } from '../../shared/ipc/channels.ts';
import { fail, type Failure, ok, type Result } from '../../shared/result.ts';
import { closedHandlers } from '../ipc/closed-handlers.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { reportDamage } from '../spool/damage.ts';
import { ledgerFile, type OpenLedger, openLedger, startAnew } from './ledger.ts';
import { snapshotOf } from './snapshot.ts';
import type { Station, StationWorld } from './station-world.ts';

/**
 * A station whose ledger cannot be opened: it shows why, issues nothing, and waits for a person, who tries again or has a
 * damaged ledger put aside. Then the real station takes its place, in the same window.
 */
export function waitingStation(
  world: StationWorld,
  firstFailure: Failure,
  build: (ledger: OpenLedger) => Station,
): Station {
  world.log.error('spool.not-opened', { code: firstFailure.code });
  let failure = firstFailure;
  let current: Station | null = null;
  let isStopped = false;
  let isOpening = false;

  async function reopen(setAside: boolean): Promise<Result<null>> {
    if (isOpening || isStopped) return fail('busy');
    isOpening = true;
    try {
      const opened = setAside ? await startAnew(world) : openLedger(world);
      if (!opened.ok) {
        failure = opened.failure;
        world.events.send('snapshot', {});
        return opened;
      }
      current = build(opened.value);
      world.log.info('spool.opened-later', { setAside: opened.value.aside !== null });
      await current.start();
      return ok(null);
    } finally {
      isOpening = false;
    }
  }

  const waiting: Handlers = {
    ...closedHandlers(
      () => snapshotOf(world, null, { failure, aside: null, slow: null }),
      world.onUsable,
      () => failure,
    ),
    'storage.damage': async () => ok(await reportDamage(ledgerFile(world))),
    'storage.reopen': ({ setAside }) => reopen(setAside),
  };
  return {
    handlers: delegating(() => current?.handlers ?? waiting),
    mayAnswer: (channel) => current?.mayAnswer(channel) ?? true,
    start: () => Promise.resolve(),
    resume: () => current?.resume(),
    async stop() {
      isStopped = true;
      await current?.stop();
    },
  };
}

/** Every channel asks whoever answers at that moment. */
function delegating(target: () => Handlers): Handlers {
  const answer =
    <C extends Channel>(channel: C) =>
    (request: RequestOf<C>): Promise<ReplyOf<C>> | ReplyOf<C> =>
      target()[channel](request);
  // Every channel of the contract is in `channels` (a missing one does not compile), so the record is complete.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(channels.map((channel) => [channel, answer(channel)])) as unknown as Handlers;
}
