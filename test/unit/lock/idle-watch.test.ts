import { describe, expect, it } from 'vitest';
import { watchIdle } from '../../../src/main/lock/idle-watch.ts';
import { FakeClock } from '../../fakes/clock.ts';

const minuteMs = 60_000;

function office(idleMs = 5 * minuteMs) {
  const clock = new FakeClock();
  const inputs = new Set<() => void>();
  const state = { systemIdleMs: 0, idle: 0 };
  const stop = watchIdle(
    clock,
    {
      systemIdleMs: () => state.systemIdleMs,
      onInput: (listener) => {
        inputs.add(listener);
        return () => inputs.delete(listener);
      },
    },
    idleMs,
    () => {
      state.idle += 1;
    },
  );
  const touch = () => inputs.forEach((listener) => listener());
  return { clock, state, stop, touch, inputs };
}

describe('watchIdle', () => {
  it('tells after the whole stretch, and not a moment before', () => {
    const { clock, state } = office();
    clock.advance(5 * minuteMs - 1);
    expect(state.idle).toBe(0);
    clock.advance(1);
    expect(state.idle).toBe(1);
  });

  it('counts from the last touch of our window', () => {
    const { clock, state, touch } = office();
    clock.advance(3 * minuteMs);
    touch();
    clock.advance(4 * minuteMs);
    expect(state.idle).toBe(0);
    clock.advance(1 * minuteMs);
    expect(state.idle).toBe(1);
  });

  it('counts somebody who works in another program as being there', () => {
    const { clock, state } = office();
    state.systemIdleMs = 2 * minuteMs;
    clock.advance(5 * minuteMs);
    expect(state.idle).toBe(0);
    state.systemIdleMs = 5 * minuteMs;
    clock.advance(3 * minuteMs);
    expect(state.idle).toBe(1);
  });

  it('is not misled by a system that says it has been idle since it was started', () => {
    const { clock, state, touch } = office();
    state.systemIdleMs = 900 * minuteMs;
    clock.advance(4 * minuteMs);
    touch();
    clock.advance(4 * minuteMs);
    expect(state.idle).toBe(0);
  });

  it('locks at the first look after a sleep', () => {
    const { clock, state } = office();
    clock.jump(60 * minuteMs);
    clock.advance(5 * minuteMs);
    expect(state.idle).toBe(1);
  });

  it('waits on when the clock was set back', () => {
    const { clock, state } = office();
    clock.jump(-60 * minuteMs);
    clock.advance(5 * minuteMs);
    expect(state.idle).toBe(0);
    clock.advance(5 * minuteMs);
    expect(state.idle).toBe(1);
  });

  it('looks by one timer, not at intervals, and leaves none behind', () => {
    const { clock, stop, inputs } = office();
    expect(clock.pending).toBe(1);
    clock.advance(60 * minuteMs);
    expect(clock.pending).toBe(1);
    stop();
    expect(clock.pending).toBe(0);
    expect(inputs.size).toBe(0);
  });
});
