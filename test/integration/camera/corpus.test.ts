import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeScan } from '../../../src/main/spool/verify.ts';
import { decodeFrame, loadDecoder } from '../../../src/renderer/src/camera/decode-frame.ts';
import { zxingWasm } from '../../fakes/badge-samples.ts';
import { angles, someAngles, shotGroups } from '../../fakes/camera/corpus.ts';
import {
  badgePaper,
  dataMatrixPaper,
  inverted,
  mirrored,
  qrPaper,
  sideBySide,
} from '../../fakes/camera/papers.ts';
import { frameOfPicture, type Picture } from '../../fakes/camera/picture.ts';
import { plainScene, type Scene, takePicture } from '../../fakes/camera/scene.ts';

const holderUpn = 'marta.kowalska@contoso.example';
const codeId = '5b0c2f0e-8a57-4b4e-9c57-0d6f3a1e2b44';
const key = 'c2FtcGxlIGtleSB0aGF0IG9wZW5zIG5vdGhpbmcgYXQgYWxsLCBuZXZlciBldmVyIQ==';
const right = `ms-qrpin:v1|${holderUpn}|${codeId}|${key}`;
const other = `ms-qrpin:v1|lin.marta@contoso.example|${codeId}|${key}`;
const older = `ms-qrpin:v1|${holderUpn}|11111111-8a57-4b4e-9c57-0d6f3a1e2b44|${key.replace('c2Ft', 'b2xk')}`;
/** The same code with one letter of its key changed. */
const forged = right.replace('IG9wZW5z', 'IG9wZW5y');

/** What the station would say about a picture; the verdicts of main, and what the camera itself says. */
async function sayTo(paper: Picture, scene: Scene): Promise<string> {
  const reading = await decodeFrame(frameOfPicture(takePicture(paper, scene)));
  if (reading.kind !== 'codes') return reading.kind;
  const [code, ...more] = reading.codes;
  if (code === undefined || more.length > 0) return 'several';
  return judgeScan({ holderUpn }, new TextEncoder().encode(right), code);
}

let badge: Picture;
beforeAll(async () => {
  const file = await readFile(zxingWasm);
  await loadDecoder(new Uint8Array(file).buffer);
  badge = await badgePaper(right);
});

describe('the right badge before a camera', () => {
  it.each(shotGroups.filter(({ isEasy }) => isEasy))('is read every time: $name', async ({ shots }) => {
    const missed: string[] = [];
    for (const { name, scene } of shots) {
      const said = await sayTo(badge, scene);
      if (said !== 'match') missed.push(`${name}: ${said}`);
    }
    expect(missed).toEqual([]);
  });

  it('is read or not read when held badly, and never taken for something else', async () => {
    const report: string[] = [];
    for (const { name, shots } of shotGroups.filter(({ isEasy }) => !isEasy)) {
      let read = 0;
      for (const { scene } of shots) {
        const said = await sayTo(badge, scene);
        expect(['match', 'nothing']).toContain(said);
        if (said === 'match') read += 1;
      }
      report.push(`${name} ${read}/${shots.length}`);
    }
    console.log(`camera corpus, held badly: ${report.join(' · ')}`);
  });

  it.each([
    ['a small label', 'label-50x25', 203],
    ['a receipt', 'receipt-80', 203],
    ['a fine print', 'label-54x86', 600],
  ] as const)('is read from %s', async (_, media, dpi) => {
    const paper = await badgePaper(right, media, dpi);
    for (const angle of someAngles) expect(await sayTo(paper, { ...plainScene, angle })).toBe('match');
  });
});

/** Every picture that must not be taken for the right badge, whatever is said instead. */
const wrong: readonly {
  readonly name: string;
  readonly paper: () => Picture | Promise<Picture>;
  readonly said: readonly string[];
}[] = [
  { name: "another holder's badge", paper: () => badgePaper(other), said: ['another-holder'] },
  { name: 'an older badge of this holder', paper: () => badgePaper(older), said: ['older-badge'] },
  { name: 'the same code with a changed key', paper: () => badgePaper(forged), said: ['unreadable'] },
  { name: 'a web address', paper: () => qrPaper('https://contoso.example/visit/4711'), said: ['not-a-code'] },
  { name: 'a Data Matrix', paper: () => dataMatrixPaper(right), said: ['nothing'] },
  { name: 'the print with black and white exchanged', paper: () => inverted(badge), said: ['nothing'] },
  { name: 'a mirrored print', paper: () => mirrored(badge), said: ['mirrored'] },
  {
    name: "this badge beside another holder's",
    paper: async () => sideBySide(badge, await badgePaper(other)),
    said: ['several'],
  },
];

describe('a wrong paper before a camera', () => {
  it.each(wrong)('is never the right badge: $name', async ({ paper, said }) => {
    const print = await paper();
    for (const angle of someAngles) expect(said).toContain(await sayTo(print, { ...plainScene, angle }));
  });

  it('is never the right badge in a mirror, however it is turned', async () => {
    for (const angle of angles) {
      expect(await sayTo(badge, { ...plainScene, angle, leanRight: 12, isMirrored: true })).toBe('mirrored');
    }
  });

  it('is never the right badge when it is hard to see', async () => {
    const papers = [await badgePaper(other), await badgePaper(older), mirrored(badge), inverted(badge)];
    let pictures = 0;
    for (const { shots } of shotGroups.filter(({ name }) => name !== 'turned')) {
      for (const [at, { scene }] of shots.entries()) {
        const print = papers[(at + pictures) % papers.length];
        if (print === undefined) continue;
        pictures += 1;
        expect(await sayTo(print, scene)).not.toBe('match');
      }
    }
    expect(pictures).toBeGreaterThan(50);
  });
});
