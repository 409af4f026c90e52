import { readFile } from 'node:fs/promises';
import { decodeFrame, loadDecoder } from '../../src/renderer/src/camera/decode-frame.ts';
import { zxingWasm } from '../../test/fakes/badge-samples.ts';
import { frameOfPicture, pictureOfPage } from '../../test/fakes/camera/picture.ts';
import { plainScene, takePicture } from '../../test/fakes/camera/scene.ts';
import { makeBadge } from '../badge.ts';
import { alone, quantile, takeTurns } from '../measure.ts';
import type { FigureGroup } from '../types.ts';

/** One 1280 × 720 camera picture of a badge, and one with nothing in it: the slower of the two, 95th percentile. */
export const verify: FigureGroup = {
  name: 'verify',
  async measure({ quick }) {
    await loadDecoder(new Uint8Array(await readFile(zxingWasm)).buffer);
    const paper = pictureOfPage((await makeBadge(203)).page);
    const frame = frameOfPicture(takePicture(paper, plainScene));
    const blank = { ...paper, luma: paper.luma.map(() => 255) };
    const empty = frameOfPicture(takePicture(blank, { ...plainScene, isBusy: true }));
    const seen = await decodeFrame(frame);
    if (seen.kind !== 'codes') throw new Error('The badge in the picture was not read');
    const [badge = [], nothing = []] = await takeTurns([() => decodeFrame(frame), () => decodeFrame(empty)], {
      rounds: quick ? 3 : 200,
    });
    const p95 = Math.max(quantile(badge, 0.95), quantile(nothing, 0.95));
    return [alone('verify.frame', 'ms', p95, 50)];
  },
};
