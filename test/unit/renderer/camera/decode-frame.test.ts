import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeFrame, loadDecoder, type Frame } from '../../../../src/renderer/src/camera/decode-frame.ts';
import { zxingWasm } from '../../../fakes/badge-samples.ts';
import { inverted, mirrored, qrPaper, sideBySide } from '../../../fakes/camera/papers.ts';
import { frameOfPicture, type Picture } from '../../../fakes/camera/picture.ts';
import { plainScene, takePicture } from '../../../fakes/camera/scene.ts';

beforeAll(async () => {
  const file = await readFile(zxingWasm);
  await loadDecoder(new Uint8Array(file).buffer);
});

const see = (paper: Picture) => decodeFrame(frameOfPicture(takePicture(paper, plainScene)));
/** Contents as text; the reading of anything else by its kind. */
async function textsOf(paper: Picture): Promise<string | readonly string[]> {
  const reading = await see(paper);
  return reading.kind === 'codes'
    ? reading.codes.map((code) => Buffer.from(code).toString('utf8')).sort()
    : reading.kind;
}

describe('decodeFrame', () => {
  it('gives the bytes of a code', async () => {
    expect(await textsOf(qrPaper('ключ 鍵 🔑'))).toEqual(['ключ 鍵 🔑']);
  });

  it('gives every byte value as it is', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    const { default: QRCode } = await import('qrcode');
    const { modules } = QRCode.create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: 'L' });
    const edge = modules.size + 8;
    const data = new Uint8ClampedArray(edge * edge * 64 * 4).fill(255);
    for (let y = 0; y < modules.size * 8; y += 1) {
      for (let x = 0; x < modules.size * 8; x += 1) {
        if (!modules.get(y >> 3, x >> 3)) continue;
        data.fill(0, ((y + 32) * edge * 8 + x + 32) * 4, ((y + 32) * edge * 8 + x + 32) * 4 + 3);
      }
    }
    expect(await decodeFrame({ width: edge * 8, height: edge * 8, data })).toEqual({
      kind: 'codes',
      codes: [bytes],
    });
  });

  it('gives every code in the picture, and each once', async () => {
    const [one, other] = [qrPaper('one'), qrPaper('other')];
    expect(await textsOf(sideBySide(one, other))).toEqual(['one', 'other']);
    expect(await textsOf(sideBySide(one, one))).toEqual(['one']);
  });

  it('says that a code is mirrored and keeps its content to itself', async () => {
    expect(await see(mirrored(qrPaper('one')))).toEqual({ kind: 'mirrored' });
  });

  it('gives the code beside a mirrored one', async () => {
    expect(await textsOf(sideBySide(qrPaper('one'), mirrored(qrPaper('other'))))).toEqual(['one']);
  });

  it('does not read white on black', async () => {
    expect(await textsOf(inverted(qrPaper('one')))).toBe('nothing');
  });

  it.each<[string, Frame]>([
    ['no pixels', { width: 0, height: 0, data: new Uint8ClampedArray() }],
    ['one pixel', { width: 1, height: 1, data: new Uint8ClampedArray(4) }],
    ['a row', { width: 1280, height: 1, data: new Uint8ClampedArray(1280 * 4) }],
    ['too few bytes', { width: 1280, height: 720, data: new Uint8ClampedArray(1280 * 720) }],
    ['a size below nothing', { width: -8, height: -8, data: new Uint8ClampedArray(256) }],
    ['a size that is no number', { width: Number.NaN, height: 8, data: new Uint8ClampedArray(256) }],
    ['a broken size', { width: 2.5, height: 2, data: new Uint8ClampedArray(20) }],
    ['an enormous size', { width: 65_536, height: 65_536, data: new Uint8ClampedArray(4) }],
    ['all black', { width: 640, height: 480, data: new Uint8ClampedArray(640 * 480 * 4) }],
  ])('sees nothing in %s', async (_, frame) => {
    expect(await decodeFrame(frame)).toEqual({ kind: 'nothing' });
  });

  it('refuses a decoder that is none', async () => {
    await expect(loadDecoder(new ArrayBuffer(64))).rejects.toThrow();
    // And goes on with the good one once it has it.
    const file = await readFile(zxingWasm);
    await loadDecoder(new Uint8Array(file).buffer);
    expect(await textsOf(qrPaper('one'))).toEqual(['one']);
  });
});
