import { describe, expect, it } from 'vitest';
import { DeviceQueues } from '../../../src/main/printing/device-queue.ts';

/** Work that ends when told to. */
function work(): { promise: Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const promise = new Promise<void>((resolve) => (end = resolve));
  return { promise, end };
}

describe('the owner of a device', () => {
  it('does one thing after another at one device', async () => {
    const queues = new DeviceQueues();
    const log: string[] = [];
    const first = work();
    const one = queues.run('a', async () => {
      log.push('first begins');
      await first.promise;
      log.push('first ends');
    });
    const two = queues.run('a', async () => {
      log.push('second');
    });
    await queues.run('b', async () => {
      log.push('another device');
    });
    first.end();
    await Promise.all([one, two]);
    expect(log).toEqual(['first begins', 'another device', 'first ends', 'second']);
  });

  it('goes on after work that failed, and hands the failure to its own caller alone', async () => {
    const queues = new DeviceQueues();
    const bad = queues.run('a', () => Promise.reject(new Error('jam')));
    const good = queues.run('a', async () => 7);
    await expect(bad).rejects.toThrow('jam');
    expect(await good).toBe(7);
  });

  it('is busy while anything runs or waits, and forgets the device afterwards', async () => {
    const queues = new DeviceQueues();
    expect(queues.isBusy('a')).toBe(false);
    const first = work();
    const one = queues.run('a', () => first.promise);
    expect(queues.isBusy('a')).toBe(true);
    expect(queues.isBusy('b')).toBe(false);
    first.end();
    await one;
    await queues.idle();
    expect(queues.isBusy('a')).toBe(false);
  });
});
