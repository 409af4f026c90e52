/** A camera that has not given a picture for so long does not give any. */
const patienceMs = 10_000;

/** The newest picture of a video element; null when no more will come. Whoever gets it closes it. */
export async function nextFrame(
  video: HTMLVideoElement,
  stream: MediaStream,
  signal: AbortSignal,
): Promise<VideoFrame | null> {
  const came = await new Promise<boolean>((resolve) => {
    const done = (value: boolean) => {
      stop.abort();
      clearTimeout(timer);
      video.cancelVideoFrameCallback(handle);
      resolve(value);
    };
    const stop = new AbortController();
    const timer = setTimeout(() => done(false), patienceMs);
    const handle = video.requestVideoFrameCallback(() => done(true));
    const on = { signal: stop.signal };
    for (const track of stream.getVideoTracks()) track.addEventListener('ended', () => done(false), on);
    signal.addEventListener('abort', () => done(false), on);
    if (signal.aborted || !stream.active) done(false);
  });
  if (!came) return null;
  try {
    return new VideoFrame(video);
  } catch {
    // The element has lost its source meanwhile.
    return null;
  }
}
