import { describe, expect, it } from 'vitest';
import { printerSetupHandlers } from '../../../src/main/ipc/printer-setup-handlers.ts';
import { lockedChannels } from '../../../src/main/lock/locked-channels.ts';
import { printerSetupChannels } from '../../../src/shared/ipc/printer-setup.ts';
import { samples } from './samples.ts';

/** A printer setup that only counts what it is asked. */
function counting() {
  const asked: string[] = [];
  const answer =
    (name: string) =>
    (...args: readonly unknown[]) => {
      asked.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '));
      return { ok: true, value: null };
    };
  const names = [
    'view',
    'models',
    'discover',
    'add',
    'change',
    'remove',
    'route',
    'roll',
    'testPage',
    'scanTest',
    'learn',
  ];
  const setup = Object.fromEntries(names.map((name) => [name, answer(name)]));
  return { asked, setup: setup as never };
}

const operator = { name: 'Jordan Reyes' } as never;

describe('printer setup over the bridge', () => {
  it.each(printerSetupChannels)('answers nothing on %s while nobody is signed in', async (channel) => {
    const { asked, setup } = counting();
    const handlers = printerSetupHandlers({ session: { operator: null }, printerSetup: setup });
    expect(await handlers[channel](samples[channel] as never)).toMatchObject({
      ok: false,
      failure: { code: 'not-signed-in' },
    });
    expect(asked).toEqual([]);
  });

  it.each(printerSetupChannels)('passes %s on for an operator', async (channel) => {
    const { asked, setup } = counting();
    const handlers = printerSetupHandlers({ session: { operator }, printerSetup: setup });
    expect(await handlers[channel](samples[channel] as never)).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(new RegExp(`^${channel.replace('printerSetup.', '')}( |$)`));
  });

  it.each(printerSetupChannels)('keeps %s back while the station is locked', (channel) => {
    expect(lockedChannels.has(channel)).toBe(false);
  });
});
