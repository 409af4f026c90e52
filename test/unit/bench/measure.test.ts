import { describe, expect, it } from 'vitest';
import { alone, besidePeer, median, quantile, takeTurns } from '../../../bench/measure.ts';

describe('what the bench computes', () => {
  it.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2],
    [[10, 9, 1, 1], 1],
  ])('takes the middle of %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('takes the value that so many of all do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(hundred, 0.95)).toBe(95);
    expect(quantile(hundred, 1)).toBe(100);
    expect(quantile([7, 8], 0.01)).toBe(7);
  });

  it('has no figure where nothing was measured', () => {
    expect(() => median([])).toThrow('Nothing was measured');
  });

  it('lets each way take its turn, and forgets the first rounds', async () => {
    const turns: string[] = [];
    const times = await takeTurns([() => turns.push('a'), () => Promise.resolve(turns.push('b'))], {
      rounds: 2,
      warmUp: 1,
    });
    expect(turns).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(times.map((each) => each.length)).toEqual([2, 2]);
  });

  it('judges a ratio by its goal, and leaves what has none alone', () => {
    const peer = { name: 'other', value: 10 };
    expect(besidePeer('x', 'ms', 5, peer, 0.5)).toMatchObject({ ratio: 0.5, goal: 0.5, met: true });
    expect(besidePeer('x', 'ms', 5.1, peer, 0.5)).toMatchObject({ met: false });
    expect(besidePeer('x', 'bytes', 5, peer, null)).toMatchObject({ ratio: 0.5, goal: null, met: null });
  });

  it('judges what nobody else makes by an absolute goal', () => {
    expect(alone('x', 'ms', 5, 5)).toMatchObject({ ratio: null, peer: null, met: true });
    expect(alone('x', 'ms', 5.1, 5)).toMatchObject({ met: false });
  });
});
