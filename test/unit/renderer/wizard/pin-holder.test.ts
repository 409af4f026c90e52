import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStation } from '../../../../src/renderer/src/api/station.ts';
import { longestShowMs, PinHolder } from '../../../../src/renderer/src/wizard/pin-holder.ts';
import { fail, ok, type Result } from '../../../../src/shared/result.ts';
import type { PinView } from '../../../../src/shared/ipc/views.ts';
import { FakeBridge } from '../../../fakes/bridge.ts';

function start(answer: () => Result<PinView> | Promise<Result<PinView>> = () => ok({ pin: '48271936' })) {
  const bridge = new FakeBridge({ 'issue.revealPin': answer });
  return { bridge, holder: new PinHolder(createStation(bridge), 'intent-1') };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('shows the PIN while it is held and drops it at the release', async () => {
  const { holder } = start();
  expect(await holder.show()).toBe(true);
  expect(holder.state()).toEqual({ kind: 'shown', pin: '48271936' });
  holder.hide();
  expect(holder.state()).toEqual({ kind: 'hidden', failure: null });
});

it('never shows an answer that arrives after the release', async () => {
  let give: (reply: Result<PinView>) => void = () => {};
  const { holder } = start(() => new Promise((resolve) => (give = resolve)));
  const shown = holder.show();
  await vi.advanceTimersByTimeAsync(0);
  holder.hide();
  give(ok({ pin: '48271936' }));
  expect(await shown).toBe(false);
  expect(holder.state().kind).toBe('hidden');
});

it('hides by itself after half a minute, even while it is held', async () => {
  const { holder } = start();
  await holder.show();
  await vi.advanceTimersByTimeAsync(longestShowMs - 1);
  expect(holder.state().kind).toBe('shown');
  await vi.advanceTimersByTimeAsync(1);
  expect(holder.state().kind).toBe('hidden');
});

it('does not let the timer of an earlier press hide a later one', async () => {
  const { holder } = start();
  await holder.show();
  await vi.advanceTimersByTimeAsync(longestShowMs - 10);
  holder.hide();
  await holder.show();
  await vi.advanceTimersByTimeAsync(20);
  expect(holder.state().kind).toBe('shown');
});

it('asks main once for one press, however often the key repeats', async () => {
  const { holder, bridge } = start();
  await Promise.all([holder.show(), holder.show()]);
  await holder.show();
  expect(bridge.calls).toHaveLength(1);
});

it('says why there is no PIN', async () => {
  const { holder } = start(() => fail('pin-gone'));
  expect(await holder.show()).toBe(false);
  expect(holder.state()).toMatchObject({ kind: 'hidden', failure: { code: 'pin-gone' } });
});

it('tells main when it has hidden the PIN, and only then: main keeps the window out of captures until it hears it', async () => {
  const { holder, bridge } = start();
  holder.hide();
  expect(bridge.calls).toEqual([]);
  await holder.show();
  holder.hide();
  holder.hide();
  expect(bridge.calls.map(({ channel }) => channel)).toEqual(['issue.revealPin', 'issue.pinHidden']);
});
