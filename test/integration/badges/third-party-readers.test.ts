import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { withPrintGain } from '../../../src/main/badges/gain.ts';
import { pageToPng } from '../../../src/main/badges/preview.ts';
import { sampleCanvas, sampleContent, sampleMaker, sampleMedia, valueOf } from '../../fakes/badge-samples.ts';
import { testPayload } from '../../fakes/pages.ts';
import { readWithZbar, readWithZxing } from '../../judges/decode.ts';

const golden = fileURLToPath(new URL('../../golden/badges/', import.meta.url));
const maker = sampleMaker();

/** Says what a reader made of a picture, without printing a payload into the report. */
function verdict(found: readonly Uint8Array[], payload: Uint8Array): string {
  if (found.length !== 1) return `${found.length} symbols`;
  return Buffer.compare(Buffer.from(found[0] ?? []), Buffer.from(payload)) === 0 ? 'same' : 'other content';
}

describe('badges before readers that are not ours', () => {
  it.each(readdirSync(golden))('golden %s reads the same with zbar and ZXing, upright', async (name) => {
    const png = readFileSync(golden + name);
    const payload = testPayload(150);
    expect(verdict(await readWithZbar(png), payload)).toBe('same');
    const readings = await readWithZxing(png);
    expect(
      verdict(
        readings.map((reading) => reading.bytes),
        payload,
      ),
    ).toBe('same');
    expect([readings[0]?.isMirrored, readings[0]?.orientation]).toEqual([false, 0]);
  });

  it.each(sampleMedia)(
    '%s reads with zbar at every size of payload, also after a dot of gain or loss',
    async (media) => {
      for (const [dpi, bytes] of [
        [203, 100],
        [203, 180],
        [203, 260],
        [300, 180],
        [300, 400],
      ] as const) {
        const payload = testPayload(bytes);
        const content = sampleContent({
          kind: bytes === 180 ? 'temporary' : 'standard',
          practice: bytes === 100,
        });
        const { page } = valueOf(await maker.make(content, payload, sampleCanvas(media, dpi)));
        for (const gainDots of [0, 1, -1]) {
          const png = await pageToPng(withPrintGain(page, gainDots));
          expect(
            `${dpi} dpi ${bytes} bytes ${gainDots}: ${verdict(await readWithZbar(png), payload)}`,
          ).toMatch(/same$/);
        }
      }
    },
  );

  it('is read even by the weakest reader we know (jsQR) at full size', async () => {
    const payload = testPayload(150);
    const { page } = valueOf(await maker.make(sampleContent(), payload, sampleCanvas('label-54x86', 203)));
    const png = PNG.sync.read(Buffer.from(await pageToPng(page)));
    const read = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
    expect(verdict(read === null ? [] : [Uint8Array.from(read.binaryData)], payload)).toBe('same');
  });
});
