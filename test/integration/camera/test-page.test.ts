import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { makeTestPage } from '../../../src/main/badges/test-page/test-page.ts';
import { readTestText } from '../../../src/main/badges/test-page/test-text.ts';
import { decodeFrame, loadDecoder } from '../../../src/renderer/src/camera/decode-frame.ts';
import { Sightings } from '../../../src/renderer/src/camera/sightings.ts';
import { sampleCanvas, sampleMaker, valueOf, zxingWasm } from '../../fakes/badge-samples.ts';
import { frameOfPicture, type Picture, pictureOfPage } from '../../fakes/camera/picture.ts';
import { plainScene, type Scene, takePicture } from '../../fakes/camera/scene.ts';

let paper: Picture;
beforeAll(async () => {
  const file = await readFile(zxingWasm);
  await loadDecoder(new Uint8Array(file).buffer);
  const shaper = valueOf(await sampleMaker().shaper());
  const content = { nonce: 'K7Q4MX', printerName: 'Front desk', darkness: null };
  paper = pictureOfPage(valueOf(await makeTestPage(content, sampleCanvas('label-54x86', 203), shaper)).page);
});

/** Dots of the symbols that come into sight as the page is held here and there, in the order they are told. */
async function seen(scenes: readonly Partial<Scene>[]): Promise<readonly (number | null)[]> {
  const sightings = new Sightings(false, 0);
  const told: (number | null)[] = [];
  for (const [at, change] of scenes.entries()) {
    const reading = await decodeFrame(frameOfPicture(takePicture(paper, { ...plainScene, ...change })));
    for (const news of sightings.take(reading, at * 100)) {
      if (news.kind === 'code') told.push(readTestText(Buffer.from(news.code).toString('latin1'), 'K7Q4MX'));
    }
  }
  return told;
}

it('tells every symbol of a test page that the camera can resolve, each once', async () => {
  // The whole page fills the height: nearly a pixel a dot, so the finest symbols are below what a camera can see.
  const whole = await seen([{ angle: 4 }, { angle: 5 }]);
  expect(whole).toEqual(expect.arrayContaining([4, 5, 6]));
  expect(new Set(whole).size).toBe(whole.length);
});

it('tells the finest ones when they are held nearer', async () => {
  const near = { size: 2.4, right: 300, down: 420 };
  expect(await seen([{ size: 1 }, near])).toEqual(expect.arrayContaining([2, 3]));
});
