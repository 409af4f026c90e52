import { describe, expect, it } from 'vitest';
import {
  type CameraState,
  type CameraWorld,
  runCamera,
} from '../../../../src/renderer/src/camera/run-camera.ts';

const stream = {} as MediaStream;
const picture = { close: () => undefined } as unknown as VideoFrame;

/** A world that works, with a journal; a test breaks one part of it. */
function world(change: Partial<CameraWorld> = {}, pictures = 2) {
  const journal: string[] = [];
  const note = <T>(word: string, value: T): Promise<T> => {
    journal.push(word);
    return Promise.resolve(value);
  };
  let left = pictures;
  const working: CameraWorld = {
    openGate: () => note('gate opened', 'open' as const),
    closeGate: () => void journal.push('gate closed'),
    openStream: () => note('camera on', { kind: 'open', stream } as const),
    listCameras: () => Promise.resolve([{ id: 'one', name: 'USB camera' }]),
    letGo: () => void journal.push('camera off'),
    openDecoder: () =>
      note('decoder on', {
        look: () => Promise.resolve({ kind: 'nothing' } as const),
        close: () => void journal.push('decoder off'),
      }),
    nextFrame: () => {
      left -= 1;
      return Promise.resolve(left < 0 ? null : picture);
    },
    now: () => 0,
    pause: () => Promise.resolve(),
  };
  return { world: { ...working, ...change }, journal };
}

/** How a run went: its states, and the journal. */
async function run(
  made: ReturnType<typeof world>,
  stop = new AbortController(),
  stopAt?: CameraState['kind'],
) {
  const states: string[] = [];
  const onState = (state: CameraState) => {
    states.push(state.kind === 'trouble' ? `trouble ${state.trouble}` : state.kind);
    if (state.kind === stopAt) stop.abort();
  };
  await runCamera(made.world, onState, () => undefined, stop.signal);
  return { states, journal: made.journal };
}

describe('runCamera', () => {
  it('asks main first, and lets everything go at the end', async () => {
    const { states, journal } = await run(world());
    expect(states).toEqual(['starting', 'live', 'trouble gone']);
    expect(journal).toEqual([
      'gate opened',
      'camera on',
      'decoder on',
      'camera off',
      'decoder off',
      'gate closed',
    ]);
  });

  it.each<[string, Partial<CameraWorld>, string]>([
    ['main does not allow it', { openGate: () => Promise.resolve(null) }, 'refused'],
    ['the system does not', { openGate: () => Promise.resolve('blocked') }, 'blocked'],
    [
      'another program has the camera',
      { openStream: () => Promise.resolve({ kind: 'trouble', trouble: 'busy' }) },
      'busy',
    ],
    ['the decoder does not start', { openDecoder: () => Promise.resolve(null) }, 'no-decoder'],
    ['the camera gives no picture', { nextFrame: () => Promise.resolve(null) }, 'busy'],
    [
      'the decoder breaks down',
      { openDecoder: () => Promise.resolve({ look: () => Promise.resolve(null), close: () => undefined }) },
      'no-decoder',
    ],
  ])('says it when %s, and leaves nothing on', async (_, change, trouble) => {
    const { states, journal } = await run(world(change));
    expect(states.at(-1)).toBe(`trouble ${trouble}`);
    expect(journal.at(-1)).toBe('gate closed');
    expect(journal.filter((word) => word === 'camera on').length).toBeLessThanOrEqual(
      journal.filter((word) => word === 'camera off').length,
    );
  });

  it('never touches the camera when main says no', async () => {
    const { journal } = await run(world({ openGate: () => Promise.resolve(null) }));
    expect(journal).toEqual(['gate closed']);
  });

  it('says nothing more once it is stopped, and tells main once', async () => {
    const { states, journal } = await run(world({}, 1000), new AbortController(), 'live');
    expect(states).toEqual(['starting', 'live']);
    expect(journal.filter((word) => word === 'gate closed')).toHaveLength(1);
    expect(journal).toContain('camera off');
    expect(journal).toContain('decoder off');
  });

  it('switches a camera off that comes on only after the stop', async () => {
    const stop = new AbortController();
    const made = world({
      openStream: () => {
        stop.abort();
        return Promise.resolve({ kind: 'open', stream });
      },
    });
    const { states, journal } = await run(made, stop);
    expect(states).toEqual(['starting']);
    // Main hears of the stop at once; a later run's question must not be overtaken by this goodbye.
    expect(journal).toEqual(['gate opened', 'gate closed', 'decoder on', 'camera off', 'decoder off']);
  });
});
