import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Picture, pictureOfPng } from '../fakes/camera/picture.ts';
import { plainScene, type Scene, takePicture } from '../fakes/camera/scene.ts';
import { y4mOf } from '../fakes/camera/y4m.ts';

/** A camera before which a test holds papers. What it shows next counts from the next time the app starts it. */
export class FakeCamera {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  /** A camera that shows an empty table. */
  static async at(folder: string): Promise<FakeCamera> {
    const camera = new FakeCamera(path.join(folder, 'camera.y4m'));
    await camera.showNothing();
    return camera;
  }

  /** Switches for the app: this film instead of a camera of the machine. No switch grants it anything. */
  get args(): readonly string[] {
    return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${this.#file}`];
  }

  /** Holds a paper like this, not quite straight and in a living hand: three pictures that differ. */
  async show(paper: Picture, change: Partial<Scene> = {}): Promise<void> {
    const pictures = [-8, -6, -9].map((angle, at) =>
      takePicture(paper, { ...plainScene, angle, leanBack: 10, noise: 4, ...change }, at + 1),
    );
    await writeFile(this.#file, y4mOf(pictures));
  }

  async showNothing(): Promise<void> {
    await this.show({ width: 40, height: 60, luma: new Uint8ClampedArray(40 * 60).fill(120) });
  }
}

/** The papers that came out of the on-screen printer so far, oldest first. */
export async function papersOf(page: Page): Promise<readonly Picture[]> {
  const pages: number[][] = await page.evaluate(
    `badgeStation.call('printers.screenPages', {}).then(({ value }) => value.map(({ png }) => [...png]))`,
  );
  return pages.map((png) => pictureOfPng(Uint8Array.from(png)));
}
