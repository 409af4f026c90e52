import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFirstPage } from '../../../src/main/window/first-page.ts';

const get = (file: string) => new Request(`https://app/${file}`);
/** Whether a promise has resolved by now. */
async function isOver(promise: Promise<void>): Promise<boolean> {
  const open = Symbol('open');
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

describe('the first page', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is served when its scripts were answered and nothing was asked for a moment', async () => {
    const { serve, served } = watchFirstPage(() => Promise.resolve(new Response('')));
    await serve(get('index.html'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await isOver(served)).toBe(false);
    await serve(get('assets/index.js'));
    await vi.advanceTimersByTimeAsync(10);
    await serve(get('assets/words.js'));
    await vi.advanceTimersByTimeAsync(10);
    expect(await isOver(served)).toBe(false);
    await vi.advanceTimersByTimeAsync(5);
    expect(await isOver(served)).toBe(true);
  });

  it('is not served while an answer is still made', async () => {
    let answer: (response: Response) => void = () => undefined;
    const slow = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const { serve, served } = watchFirstPage(({ url }) =>
      url.endsWith('slow.js') ? slow : Promise.resolve(new Response('')),
    );
    const waiting = serve(get('slow.js'));
    await serve(get('index.js'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await isOver(served)).toBe(false);
    answer(new Response(''));
    await waiting;
    await vi.advanceTimersByTimeAsync(15);
    expect(await isOver(served)).toBe(true);
  });

  it('counts a refused file as answered, and hands the trouble on', async () => {
    const { serve, served } = watchFirstPage(() => Promise.reject(new Error('no such file')));
    await expect(serve(get('index.js'))).rejects.toThrow('no such file');
    await vi.advanceTimersByTimeAsync(15);
    expect(await isOver(served)).toBe(true);
  });

  it('is given up on when it never came so far', async () => {
    const { served, giveUp } = watchFirstPage(() => Promise.resolve(new Response('')));
    giveUp();
    expect(await isOver(served)).toBe(true);
  });
});
