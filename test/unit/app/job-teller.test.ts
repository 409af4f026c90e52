import { describe, expect, it } from 'vitest';
import { jobTeller } from '../../../src/main/app/batch.ts';
import { FakeClock } from '../../fakes/clock.ts';

function start() {
  const clock = new FakeClock();
  const told: string[] = [];
  const list = { isRunning: false };
  const events = { send: (_event: 'job', { jobId }: { readonly jobId: string }) => void told.push(jobId) };
  return { clock, told, list, tell: jobTeller({ clock, events }, list) };
}

describe('what the window hears of jobs', () => {
  it('is everything, at once, while single badges are made', () => {
    const { told, tell } = start();
    for (const jobId of ['j-1', 'j-1', 'j-2']) tell(jobId);
    expect(told).toEqual(['j-1', 'j-1', 'j-2']);
  });

  it('is the first and then the last of each second while a list runs', () => {
    const { clock, told, list, tell } = start();
    list.isRunning = true;
    for (let job = 0; job < 40; job += 1) {
      tell(`j-${job}`);
      clock.advance(100);
    }
    expect(told.length).toBeLessThanOrEqual(6);
    clock.advance(1000);
    expect(told.at(-1)).toBe('j-39');
  });

  it('is everything again when the list has ended, and nothing twice', () => {
    const { clock, told, list, tell } = start();
    list.isRunning = true;
    tell('j-1');
    tell('j-2');
    list.isRunning = false;
    tell('j-3');
    clock.advance(5000);
    expect(told.at(-1)).toBe('j-3');
    expect(told.filter((jobId) => jobId === 'j-3')).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });
});
