import { describe, expect, it } from 'vitest';
import type { FrameReading } from '../../../../src/renderer/src/camera/decode-frame.ts';
import { watch } from '../../../../src/renderer/src/camera/watch.ts';

const nothing: FrameReading = { kind: 'nothing' };

/** A camera of 30 pictures a second and a decoder that takes its time; both live on a clock of their own. */
class SlowDecoder {
  nowMs = 0;
  picturesLeft: number;
  looking = 0;
  mostAtOnce = 0;
  readonly lookedAtMs: number[] = [];
  readonly paused: number[] = [];
  readonly #lookMs: number;

  constructor(lookMs: number, pictures: number) {
    this.#lookMs = lookMs;
    this.picturesLeft = pictures;
  }

  readonly now = () => this.nowMs;
  readonly pause = (ms: number): Promise<void> => {
    this.paused.push(ms);
    this.nowMs += ms;
    return Promise.resolve();
  };
  readonly dropped: number[] = [];
  drop(picture: number): void {
    this.dropped.push(picture);
  }
  next(): Promise<number | null> {
    if (this.picturesLeft === 0) return Promise.resolve(null);
    this.picturesLeft -= 1;
    this.nowMs = Math.ceil((this.nowMs + 1) / 33) * 33;
    return Promise.resolve(this.nowMs);
  }
  async look(takenMs: number): Promise<FrameReading | null> {
    this.looking += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.looking);
    this.lookedAtMs.push(takenMs);
    await Promise.resolve();
    this.nowMs += this.#lookMs;
    this.looking -= 1;
    return nothing;
  }
}

const never = new AbortController().signal;

describe('watch', () => {
  it('looks at one picture at a time, the newest, however slow the decoder is', async () => {
    const camera = new SlowDecoder(900, 5);
    const seen: number[] = [];
    const end = await watch(camera, (_, atMs) => seen.push(atMs), never, camera.pause);
    expect(end).toBe('no-pictures');
    expect(camera.mostAtOnce).toBe(1);
    // Each picture is from after the answer to the one before: none was kept waiting.
    expect(camera.lookedAtMs.slice(1).every((takenMs, at) => takenMs > (seen[at] ?? 0))).toBe(true);
    expect(camera.paused).toEqual([]);
  });

  it('looks no more than ten times a second with a quick one', async () => {
    const camera = new SlowDecoder(5, 20);
    await watch(camera, () => undefined, never, camera.pause);
    expect(camera.nowMs).toBeGreaterThanOrEqual(20 * 100);
    expect(camera.nowMs).toBeLessThan(20 * 140);
  });

  it('ends when it is told to, in the middle of a look as well, and says nothing more', async () => {
    const camera = new SlowDecoder(5, 20);
    const stop = new AbortController();
    let readings = 0;
    const slow = {
      drop: () => undefined,
      next: () => camera.next(),
      now: camera.now,
      look: (picture: number) => {
        if (readings === 2) stop.abort();
        return camera.look(picture);
      },
    };
    expect(await watch(slow, () => void (readings += 1), stop.signal, camera.pause)).toBe('stopped');
    expect(readings).toBe(2);
  });

  it('lets go of a picture that comes after the end', async () => {
    const camera = new SlowDecoder(5, 20);
    const stop = new AbortController();
    stop.abort();
    expect(await watch(camera, () => undefined, stop.signal, camera.pause)).toBe('stopped');
    expect([camera.dropped.length, camera.lookedAtMs.length]).toEqual([1, 0]);
  });

  it('says that the decoder broke down', async () => {
    const broken = {
      next: () => Promise.resolve(1),
      look: () => Promise.resolve(null),
      drop: () => undefined,
      now: () => 0,
    };
    expect(
      await watch(
        broken,
        () => undefined,
        never,
        () => Promise.resolve(),
      ),
    ).toBe('decoder-failed');
  });
});
