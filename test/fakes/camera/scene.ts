import type { Picture } from './picture.ts';
import { projection, type Pose } from './pose.ts';

/** A paper before a camera, and everything that makes it hard to read. */
export interface Scene extends Pose {
  /** The camera (or a mirror) shows left and right exchanged. */
  readonly isMirrored: boolean;
  /** Grey of the paper's black and white under this light, 0 to 255. */
  readonly black: number;
  readonly white: number;
  /** How much darker the picture's left edge is than its right one, 0 to 1. */
  readonly shade: number;
  /** Out of focus: standard deviation in pixels. */
  readonly blur: number;
  /** Moved while the picture was taken: pixels, sideways. */
  readonly smear: number;
  /** A lamp in a shiny paper: its middle on the paper (0 to 1) and its radius as a share of the paper's width. */
  readonly glare: { readonly x: number; readonly y: number; readonly radius: number } | null;
  /** Sensor noise: standard deviation in grey levels. */
  readonly noise: number;
  /** A thumb or the picture's own edge: what is missing, as a part of the paper (0 to 1 each). */
  readonly hidden: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  } | null;
  /** Whether the table behind the paper has a pattern. */
  readonly isBusy: boolean;
}

/** A badge held well: upright, filling three quarters of the height, in good light. */
export const plainScene: Scene = {
  angle: 0,
  size: 0.75,
  leanBack: 0,
  leanRight: 0,
  right: 0,
  down: 0,
  isMirrored: false,
  black: 30,
  white: 225,
  shade: 0,
  blur: 0.6,
  smear: 0,
  glare: null,
  noise: 2,
  hidden: null,
  isBusy: false,
};

const skin = 150;
/** 1280 × 720, what the app asks a camera for. */
export const frameSize = { width: 1280, height: 720 } as const;
/** Points looked at for one pixel, each way. */
const samples = 3;

/** Takes a picture. The same paper, scene and seed give the same picture, dot by dot. */
export function takePicture(paper: Picture, scene: Scene, seed = 1): Picture {
  const { width, height } = frameSize;
  const random = randomOf(seed);
  const luma = new Float32Array(width * height);
  fillTable(luma, scene.isBusy);
  const { toPaper, box } = projection(paper, frameSize, scene);
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left; x < box.right; x += 1) {
      let sum = 0;
      const table = luma[y * width + x] ?? 0;
      for (let dy = 0; dy < samples; dy += 1) {
        for (let dx = 0; dx < samples; dx += 1) {
          const [paperX, paperY] = toPaper(x + (dx + 0.5) / samples, y + (dy + 0.5) / samples);
          sum += lightFrom(paper, scene, paperX, paperY) ?? table;
        }
      }
      luma[y * width + x] = sum / (samples * samples);
    }
  }
  if (scene.smear > 0) smooth(luma, width, height, boxOf(scene.smear), 'sideways');
  if (scene.blur > 0) {
    const bell = bellOf(scene.blur);
    smooth(luma, width, height, bell, 'sideways');
    smooth(luma, width, height, bell, 'upright');
  }
  const finished = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = (luma[y * width + x] ?? 0) * (1 - scene.shade * (1 - x / width));
      const noise = scene.noise * (random() + random() + random() + random() - 2) * 1.73;
      finished[y * width + (scene.isMirrored ? width - 1 - x : x)] = light + noise;
    }
  }
  return { width, height, luma: finished };
}

/** What the paper throws back at a place on it; null outside of it. */
function lightFrom(paper: Picture, scene: Scene, x: number, y: number): number | null {
  if (x < 0 || y < 0 || x >= paper.width || y >= paper.height) return null;
  const { hidden, glare } = scene;
  const [shareX, shareY] = [x / paper.width, y / paper.height];
  if (hidden !== null && shareX >= hidden.left && shareX < hidden.right) {
    if (shareY >= hidden.top && shareY < hidden.bottom) return skin;
  }
  const ink = (paper.luma[Math.floor(y) * paper.width + Math.floor(x)] ?? 255) / 255;
  const light = scene.black + (scene.white - scene.black) * ink;
  if (glare === null) return light;
  const far = Math.hypot(x - glare.x * paper.width, y - glare.y * paper.height);
  const near = Math.max(0, 1 - far / (glare.radius * paper.width));
  return Math.min(255, light + 500 * near ** 2);
}

function fillTable(luma: Float32Array, isBusy: boolean): void {
  const { width, height } = frameSize;
  if (!isBusy) {
    luma.fill(110);
    return;
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const check = ((x >> 4) + (y >> 4)) % 2 === 0 ? 60 : 170;
      luma[y * width + x] = (x * 7 + y * 3) % 97 < 40 ? check : 255 - check;
    }
  }
}

function boxOf(length: number): readonly number[] {
  return Array.from({ length: Math.round(length) | 1 }, (_, __, all = Math.round(length) | 1) => 1 / all);
}

function bellOf(deviation: number): readonly number[] {
  const reach = Math.ceil(deviation * 3);
  const raw = Array.from({ length: 2 * reach + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * deviation ** 2)),
  );
  const sum = raw.reduce((total, each) => total + each, 0);
  return raw.map((each) => each / sum);
}

function smooth(
  luma: Float32Array,
  width: number,
  height: number,
  weights: readonly number[],
  way: 'sideways' | 'upright',
): void {
  const source = luma.slice();
  const reach = weights.length >> 1;
  const step = way === 'sideways' ? 1 : width;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [at, end] = way === 'sideways' ? [x, width - 1] : [y, height - 1];
      const start = y * width + x - at * step;
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap += 1) {
        const from = Math.min(end, Math.max(0, at + tap - reach));
        sum += (source[start + from * step] ?? 0) * (weights[tap] ?? 0);
      }
      luma[y * width + x] = sum;
    }
  }
}

/** Numbers from 0 to 1 that come again with the same seed (mulberry32, Tommy Ettinger, public domain). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
