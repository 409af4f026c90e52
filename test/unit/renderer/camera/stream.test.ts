import { describe, expect, it } from 'vitest';
import { listCameras, type Media, openStream } from '../../../../src/renderer/src/camera/stream.ts';

const stream = {} as MediaStream;
const failing = (name: string): Error => Object.assign(new Error('words of the browser'), { name });

/** Media that answer each wish in turn, and what was wished for. */
function media(...answers: readonly (MediaStream | Error)[]) {
  const wishes: MediaStreamConstraints[] = [];
  const fake = {
    getUserMedia: (wish: MediaStreamConstraints) => {
      const answer = answers[wishes.length];
      wishes.push(wish);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? stream);
    },
  };
  return { wishes, media: fake as unknown as Media };
}

describe('openStream', () => {
  it('asks for pictures of 1280 × 720 and never for sound', async () => {
    const { media: fake, wishes } = media(stream);
    expect(await openStream(fake, null)).toEqual({ kind: 'open', stream });
    expect(wishes).toEqual([
      {
        audio: false,
        video: {
          width: { ideal: 1280 },
          height: { ideal: 720 },
          frameRate: { ideal: 30, max: 30 },
          facingMode: { ideal: 'environment' },
        },
      },
    ]);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['TypeError', 'busy'],
    ['SomethingNewError', 'busy'],
  ])('%s means %s', async (name, trouble) => {
    expect(await openStream(media(failing(name)).media, null)).toEqual({ kind: 'trouble', trouble });
  });

  it('takes another camera when the chosen one is gone', async () => {
    const { media: fake, wishes } = media(failing('OverconstrainedError'), stream);
    expect(await openStream(fake, 'cam-2')).toEqual({ kind: 'open', stream });
    expect(wishes.map(({ video }) => typeof video === 'object' && 'deviceId' in video)).toEqual([
      true,
      false,
    ]);
  });

  it('does not take another camera when the chosen one is busy', async () => {
    const { media: fake, wishes } = media(failing('NotReadableError'), stream);
    expect(await openStream(fake, 'cam-2')).toEqual({ kind: 'trouble', trouble: 'busy' });
    expect(wishes).toHaveLength(1);
  });

  it('finds none where the browser has no cameras at all', async () => {
    expect(await openStream(undefined, null)).toEqual({ kind: 'trouble', trouble: 'none' });
  });
});

describe('listCameras', () => {
  const device = (kind: string, deviceId: string, label: string) => ({ kind, deviceId, label });

  it('names cameras alone, with their names where there are any', async () => {
    const devices = [
      device('audioinput', 'mic', 'Microphone'),
      device('videoinput', 'one', ' USB camera '),
      device('videoinput', 'two', ''),
      device('videoinput', '', ''),
    ];
    const fake = { enumerateDevices: () => Promise.resolve(devices) } as unknown as Media;
    expect(await listCameras(fake)).toEqual([
      { id: 'one', name: 'USB camera' },
      { id: 'two', name: '' },
    ]);
  });

  it('is empty when the browser will not say', async () => {
    const fake = { enumerateDevices: () => Promise.reject(new Error('no')) } as unknown as Media;
    expect(await listCameras(fake)).toEqual([]);
  });
});
