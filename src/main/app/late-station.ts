import type { Channel } from '../../shared/ipc/contract.ts';
import { channels } from '../../shared/ipc/channels.ts';
import { fail } from '../../shared/result.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { Station } from './station-world.ts';

export interface LateStation {
  readonly handlers: Handlers;
  readonly mayAnswer: (channel: Channel) => boolean;
}

/**
 * Answers for a station that is still being built, so that the window can load meanwhile: each call waits for it. The
 * station's lock is asked again then, for it may come up locked. When building fails every call fails with it.
 */
export function lateStation(coming: Promise<Pick<Station, 'handlers' | 'mayAnswer'>>): LateStation {
  let here: Pick<Station, 'mayAnswer'> | null = null;
  // Told to each call below; without this a station that cannot be built would be an unhandled rejection here, too.
  void coming.then(
    (station) => (here = station),
    () => undefined,
  );
  const answer =
    (channel: Channel) =>
    async (request: never): Promise<unknown> => {
      const { handlers, mayAnswer } = await coming;
      return mayAnswer(channel) ? handlers[channel](request) : fail('locked', { channel });
    };
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry per channel, each of its channel's type
    handlers: Object.fromEntries(
      channels.map((channel) => [channel, answer(channel)]),
    ) as unknown as Handlers,
    mayAnswer: (channel) => here?.mayAnswer(channel) ?? true,
  };
}
