import { plainScene, type Scene } from './scene.ts';

/** One way of holding a paper before the camera. */
export interface Shot {
  readonly name: string;
  readonly scene: Scene;
}

/** A group of pictures, reported together. */
export interface ShotGroup {
  readonly name: string;
  /** Whether a badge held like this must be read; otherwise reading it is welcome and no more. */
  readonly isEasy: boolean;
  readonly shots: readonly Shot[];
}

const shot = (name: string, change: Partial<Scene>): Shot => ({ name, scene: { ...plainScene, ...change } });
const series = <T>(values: readonly T[], make: (value: T) => Partial<Scene>): readonly Shot[] =>
  values.map((value) => shot(JSON.stringify(value), make(value)));

/** Every 15 degrees all round. */
export const angles = Array.from({ length: 24 }, (_, at) => at * 15);
/** A few of them, for papers that only have to be refused. */
export const someAngles = [0, 45, 90, 195, 300];

/** How a badge is held at a desk: made from numbers alone, so that every machine takes the same pictures. */
export const shotGroups: readonly ShotGroup[] = [
  { name: 'turned', isEasy: true, shots: series(angles, (angle) => ({ angle })) },
  {
    name: 'near and far',
    isEasy: true,
    shots: series([0.45, 0.55, 0.65, 0.85, 1, 1.15], (size) => ({ size, angle: 7 })),
  },
  {
    name: 'leaning',
    isEasy: true,
    shots: series(
      [
        [20, 0],
        [-20, 0],
        [0, 25],
        [0, -25],
        [25, 20],
        [-20, 25],
      ],
      ([leanBack = 0, leanRight = 0]) => ({ leanBack, leanRight, angle: 12 }),
    ),
  },
  {
    name: 'off the middle',
    isEasy: true,
    shots: series(
      [
        [-400, 0],
        [400, 60],
        [-300, -80],
        [350, 80],
      ],
      ([right = 0, down = 0]) => ({ right, down, angle: -9 }),
    ),
  },
  {
    name: 'pale or dark',
    isEasy: true,
    shots: series(
      [
        [100, 160],
        [10, 70],
        [170, 240],
        [60, 110],
      ],
      ([black = 0, white = 255]) => ({ black, white, angle: 20 }),
    ),
  },
  {
    name: 'shaded',
    isEasy: true,
    shots: series([0.3, 0.5, 0.7], (shade) => ({ shade, angle: 4, isBusy: true })),
  },
  { name: 'grainy', isEasy: true, shots: series([8, 14, 20], (noise) => ({ noise, angle: 33 })) },
  { name: 'a little soft', isEasy: true, shots: series([1, 1.4, 1.8], (blur) => ({ blur, angle: 11 })) },
  { name: 'a little moved', isEasy: true, shots: series([3, 5], (smear) => ({ smear, angle: 3 })) },
  {
    name: 'glare beside the code',
    isEasy: true,
    shots: series([0.02, 0.98], (y) => ({ glare: { x: 0.5, y, radius: 0.3 } })),
  },
  {
    name: 'thumb beside the code',
    isEasy: true,
    shots: [shot('below', { hidden: { left: 0.3, top: 0.82, right: 0.7, bottom: 1 } })],
  },
  { name: 'out of focus', isEasy: false, shots: series([2.2, 2.6, 3, 4, 6], (blur) => ({ blur, angle: 8 })) },
  { name: 'moved', isEasy: false, shots: series([8, 12, 20], (smear) => ({ smear, angle: 5 })) },
  {
    name: 'glare on the code',
    isEasy: false,
    shots: series([0.15, 0.25, 0.35, 0.5], (radius) => ({ glare: { x: 0.7, y: 0.5, radius }, angle: 15 })),
  },
  {
    name: 'partly hidden',
    isEasy: false,
    shots: series([0.1, 0.2, 0.35, 0.5, 0.7], (right) => ({ hidden: { left: 0, top: 0, right, bottom: 1 } })),
  },
  {
    name: 'half out of the picture',
    isEasy: false,
    shots: series([500, 560, 620], (right) => ({ right, size: 1 })),
  },
  { name: 'far away', isEasy: false, shots: series([0.35, 0.28, 0.2, 0.1], (size) => ({ size, angle: 6 })) },
  { name: 'very pale', isEasy: false, shots: series([12, 8, 4], (by) => ({ black: 120, white: 120 + by })) },
  { name: 'very grainy', isEasy: false, shots: series([35, 50, 80], (noise) => ({ noise, angle: 40 })) },
  {
    name: 'far over',
    isEasy: false,
    shots: series([45, 55, 65], (leanRight) => ({ leanRight, angle: 18 })),
  },
];
