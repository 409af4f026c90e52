import { describe, expect, it } from 'vitest';
import { lateStation } from '../../../src/main/app/late-station.ts';
import type { Station } from '../../../src/main/app/station-world.ts';
import type { Handlers } from '../../../src/main/ipc/handlers.ts';
import { channels } from '../../../src/shared/ipc/channels.ts';
import type { Channel } from '../../../src/shared/ipc/contract.ts';
import { fail, ok } from '../../../src/shared/result.ts';

type Coming = Pick<Station, 'handlers' | 'mayAnswer'>;

/** A station that notes what it is asked, and answers with the channel's name. */
function stationThat(mayAnswer: (channel: Channel) => boolean): { station: Coming; asked: string[] } {
  const asked: string[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [
      channel,
      () => {
        asked.push(channel);
        return ok(channel);
      },
    ]),
  );
  return { station: { handlers: handlers as unknown as Handlers, mayAnswer }, asked };
}

describe('a station that is still being built', () => {
  it('lets calls wait for it, every channel of the contract', async () => {
    const building = deferred();
    const late = lateStation(building.promise);
    const replies = channels.map((channel) => call(late.handlers, channel));
    const { station, asked } = stationThat(() => true);
    expect(asked).toEqual([]);
    building.resolve(station);
    expect(await Promise.all(replies)).toEqual(channels.map((channel) => ok(channel)));
  });

  it('asks the lock once it is there: a call made before does nothing in a locked station', async () => {
    const building = deferred();
    const late = lateStation(building.promise);
    expect(late.mayAnswer('issue.plan')).toBe(true);
    const early = call(late.handlers, 'issue.plan');
    const { station, asked } = stationThat((channel) => channel === 'app.snapshot');
    building.resolve(station);
    expect(await early).toEqual(fail('locked', { channel: 'issue.plan' }));
    expect(await call(late.handlers, 'app.snapshot')).toEqual(ok('app.snapshot'));
    expect(asked).toEqual(['app.snapshot']);
    expect(late.mayAnswer('issue.plan')).toBe(false);
    expect(late.mayAnswer('app.snapshot')).toBe(true);
  });

  it('fails every call with what kept it from being built', async () => {
    const late = lateStation(Promise.reject(new Error('no settings')));
    await expect(call(late.handlers, 'app.snapshot')).rejects.toThrow('no settings');
    await expect(call(late.handlers, 'issue.plan')).rejects.toThrow('no settings');
  });
});

async function call(handlers: Handlers, channel: Channel): Promise<unknown> {
  return handlers[channel]({} as never);
}

function deferred(): { promise: Promise<Coming>; resolve: (station: Coming) => void } {
  let resolve: (station: Coming) => void = () => undefined;
  const promise = new Promise<Coming>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
