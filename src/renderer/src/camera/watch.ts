import type { FrameReading } from './decode-frame.ts';

/** What a scan waits on: pictures and time, so that a test can give both. */
export interface Pictures<P> {
  /** Resolves with the next new picture; null when there is none any more. */
  next(): Promise<P | null>;
  /** Uses the picture up. */
  look(picture: P): Promise<FrameReading | null>;
  /** Lets go of a picture that is not looked at. */
  drop(picture: P): void;
  now(): number;
}

/** Ten looks a second are plenty for a hand with a badge and leave a small computer its breath. */
const gapMs = 100;

/**
 * Looks at pictures until stopped: one at a time, always the newest, never a queue of them. A slow decoder makes it look
 * less often and nothing else. Resolves with `stopped`, `no-pictures` or `decoder-failed`.
 */
export async function watch<P>(
  pictures: Pictures<P>,
  onReading: (reading: FrameReading, atMs: number) => void,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void>,
): Promise<'stopped' | 'no-pictures' | 'decoder-failed'> {
  for (;;) {
    const startedMs = pictures.now();
    const picture = await pictures.next();
    if (signal.aborted) {
      if (picture !== null) pictures.drop(picture);
      return 'stopped';
    }
    if (picture === null) return 'no-pictures';
    const reading = await pictures.look(picture);
    if (signal.aborted) return 'stopped';
    if (reading === null) return 'decoder-failed';
    onReading(reading, pictures.now());
    const leftMs = gapMs - (pictures.now() - startedMs);
    if (leftMs > 0) await pause(leftMs);
  }
}
