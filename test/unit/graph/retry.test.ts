import { describe, expect, it } from 'vitest';
import { backOffMs, realWaiting, retryAfterMs } from '../../../src/main/graph/retry.ts';

const now = Date.UTC(2026, 10, 20, 9, 0, 0);

describe('the pause a server asks for', () => {
  it.each([
    ['12', 12_000],
    ['0', 0],
    [' 7 ', 7_000],
    ['1.5', 1_500],
    ['Fri, 20 Nov 2026 09:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 08:00:00 GMT', 0],
  ])('%j is %i ms', (header, ms) => {
    expect(retryAfterMs(header, now, 0)).toBe(ms);
  });

  it.each([undefined, '', 'soon', '-5', '1e9', 'NaN', '99999999999', 'Xyz, 99 Foo 2026'])(
    '%j is none',
    (header) => {
      expect(retryAfterMs(header, now, 0)).toBeNull();
    },
  );

  it('gets up to a second more, so that stations do not come back in step', () => {
    expect(retryAfterMs('10', now, 0.999)).toBe(10_999);
  });
});

describe('our own pause', () => {
  it('doubles, with jitter from half to one and a half', () => {
    expect([1, 2, 3, 4].map((attempt) => backOffMs(attempt, 500, 0.5))).toEqual([500, 1000, 2000, 4000]);
    expect(backOffMs(3, 500, 0)).toBe(1000);
    expect(backOffMs(3, 500, 1)).toBe(3000);
  });

  it('ends at once when it is cancelled', async () => {
    const stop = new AbortController();
    const waiting = realWaiting.wait(3_600_000, stop.signal);
    stop.abort();
    await expect(waiting).resolves.toBeUndefined();
    await expect(realWaiting.wait(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
  });
});
