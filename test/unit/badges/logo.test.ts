import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logoOf } from '../../../src/main/badges/logo/bilevel.ts';
import { checkPng, readPng } from '../../../src/main/badges/logo/png.ts';
import { isBlack } from '../../../src/main/badges/page.ts';
import { pageToPng } from '../../../src/main/badges/preview.ts';
import { sampleCanvas, sampleContent, sampleMaker, sampleMedia, valueOf } from '../../fakes/badge-samples.ts';
import { testPayload } from '../../fakes/pages.ts';

const fixture = fileURLToPath(new URL('../../fixtures/badges/logo.png', import.meta.url));
const sound = readFileSync(fixture);
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'logo-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const at = path.join(dir, name);
  writeFileSync(at, bytes);
  return at;
}

function png(width: number, height: number, tone: (x: number, y: number) => number): Buffer {
  const image = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1) {
    const grey = tone(at % width, Math.floor(at / width));
    image.data.set([grey, grey, grey, 255], at * 4);
  }
  return PNG.sync.write(image);
}

/** A PNG whose header and data are made by hand; sums at the ends of chunks are left wrong on purpose. */
function handmade(width: number, height: number, data: Uint8Array, interlace = 0): Buffer {
  const chunk = (name: string, content: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The same with the sums at the ends of its chunks put right (PNG, third edition, 5.5). */
function withSums(picture: Buffer): Buffer {
  const right = Buffer.from(picture);
  for (let at = 8; at < right.length;) {
    const end = at + 8 + right.readUInt32BE(at);
    right.writeUInt32BE(crc32(right.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return right;
}

async function codePng(): Promise<Buffer> {
  const made = valueOf(
    await sampleMaker().make(
      sampleContent(),
      Buffer.from('https://evil.example'),
      sampleCanvas('square-2in', 203),
    ),
  );
  return Buffer.from(await pageToPng(made.page));
}

describe('a logo that cannot be used is named, and badges print without it', () => {
  const rows: readonly (readonly [string, () => string | Promise<string>, string])[] = [
    ['nothing there', () => path.join(dir, 'absent.png'), 'not-found'],
    ['a file as folder', () => path.join(file('plain.png', sound), 'logo.png'), 'not-found'],
    ['a folder', () => (mkdirSync(path.join(dir, 'folder.png')), path.join(dir, 'folder.png')), 'not-a-file'],
    [
      'a pipe that nobody writes to',
      () => {
        const pipe = path.join(dir, 'pipe.png');
        execFileSync('mkfifo', [pipe]);
        return pipe;
      },
      'not-a-file',
    ],
    ['a device', () => '/dev/zero', 'not-a-file'],
    ['an empty file', () => file('empty.png', ''), 'empty'],
    [
      'a file of two gigabytes',
      () => {
        const large = file('large.png', sound);
        truncateSync(large, 2_000_000_000);
        return large;
      },
      'too-large',
    ],
    ['text', () => file('text.png', 'logo'), 'not-a-png'],
    ['a JPEG', () => file('jpeg.png', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])), 'not-a-png'],
    ['an SVG', () => file('vector.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-png'],
    ['half a PNG', () => file('half.png', sound.subarray(0, sound.length / 2)), 'damaged'],
    ['a signature and no more', () => file('stub.png', sound.subarray(0, 8)), 'damaged'],
    [
      'no header',
      () => file('headless.png', Buffer.concat([sound.subarray(0, 8), sound.subarray(33)])),
      'damaged',
    ],
    [
      'wrong sums',
      () => {
        const wrong = Buffer.from(sound);
        wrong[wrong.length - 20] = (wrong[wrong.length - 20] ?? 0) ^ 0xff;
        return file('sums.png', wrong);
      },
      'damaged',
    ],
    ['no size', () => file('nought.png', handmade(0, 0, deflateSync(Buffer.alloc(8)))), 'damaged'],
    ['far too many pixels', () => file('wide.png', handmade(100_000, 100_000, Buffer.alloc(4))), 'too-large'],
    [
      'a few bytes that unpack to a gigabyte',
      () => file('bomb.png', handmade(10, 10, deflateSync(Buffer.alloc(200_000_000)))),
      'damaged',
    ],
    [
      'the same, interlaced',
      () => file('bomb7.png', handmade(10, 10, deflateSync(Buffer.alloc(200_000_000)), 1)),
      'damaged',
    ],
    [
      'white paper',
      () =>
        file(
          'blank.png',
          png(50, 50, () => 255),
        ),
      'blank',
    ],
    ['a QR code', async () => file('code.png', await codePng()), 'holds-a-code'],
  ];
  it.each(rows)('%s', async (_, make, reason) => {
    const maker = sampleMaker();
    expect(await maker.useLogo(await make())).toBe(reason);
    const payload = testPayload(150);
    const canvas = sampleCanvas('label-62x100', 203);
    const badge = valueOf(await maker.make(sampleContent(), payload, canvas));
    const plain = valueOf(await sampleMaker().make(sampleContent(), payload, canvas));
    expect(Buffer.from(badge.page.bits).equals(Buffer.from(plain.page.bits))).toBe(true);
  });

  it('whatever was done to its bytes: never a throw, never a wait', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(sound.length),
        async (changes, end) => {
          const bytes = Buffer.from(sound.subarray(0, Math.max(end, 8)));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const read = await readPng(bytes);
          if (typeof read !== 'string') expect(read.pixels.length).toBe(read.width * read.height);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a logo never touches the symbol', () => {
  it.each(sampleMedia)('%s: same place, same modules, same quiet zone, and it reads', async (media) => {
    const plainMaker = sampleMaker();
    for (const picture of [
      fixture,
      file(
        'black.png',
        png(200, 60, () => 0),
      ),
      file(
        'tall.png',
        png(40, 400, () => 0),
      ),
    ]) {
      const maker = sampleMaker();
      expect(await maker.useLogo(picture)).toBeNull();
      for (const kind of ['standard', 'temporary'] as const) {
        for (const locale of ['en', 'ar']) {
          const content = sampleContent({ kind, locale, returnTo: 'Gate 2', practice: kind === 'standard' });
          const payload = testPayload(media === 'label-50x25' ? 100 : 180);
          const canvas = sampleCanvas(media, 203);
          const [badge, plain] = [
            valueOf(await maker.make(content, payload, canvas)),
            valueOf(await plainMaker.make(content, payload, canvas)),
          ];
          const { symbol, page } = badge;
          const quiet = 4 * symbol.dotsPerModule;
          const edge = symbol.modules * symbol.dotsPerModule + 2 * quiet;
          let different = 0;
          for (let y = 0; y < edge; y += 1) {
            for (let x = 0; x < edge; x += 1) {
              const [dx, dy] = [x - quiet, y - quiet];
              const here = isBlack(page, symbol.leftDots + dx, symbol.topDots + dy);
              const there = isBlack(plain.page, plain.symbol.leftDots + dx, plain.symbol.topDots + dy);
              if (here !== there) different += 1;
            }
          }
          expect(different).toBe(0);
          expect(await maker.prove(page, payload)).toEqual({ ok: true, value: undefined });
        }
      }
    }
  });

  it('is left out when asked, as after a page that did not read', async () => {
    const maker = sampleMaker();
    await maker.useLogo(fixture);
    const [payload, canvas] = [testPayload(150), sampleCanvas('label-62x100', 203)];
    const bits = async (withoutLogo: boolean) =>
      Buffer.from(valueOf(await maker.make(sampleContent(), payload, canvas, { withoutLogo })).page.bits);
    const plain = valueOf(await sampleMaker().make(sampleContent(), payload, canvas));
    expect((await bits(true)).equals(Buffer.from(plain.page.bits))).toBe(true);
    expect((await bits(false)).equals(Buffer.from(plain.page.bits))).toBe(false);
  });

  it('goes before the name gets small', async () => {
    const maker = sampleMaker();
    await maker.useLogo(fixture);
    const content = sampleContent({ kind: 'temporary', practice: true });
    const [payload, canvas] = [testPayload(150), sampleCanvas('square-2in', 203)];
    const badge = valueOf(await maker.make(content, payload, canvas));
    const plain = valueOf(await sampleMaker().make(content, payload, canvas));
    expect(Buffer.from(badge.page.bits).equals(Buffer.from(plain.page.bits))).toBe(true);
  });
});

describe('a picture in black and white', () => {
  const darkness = (bits: Uint8Array, dots: number): number =>
    bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0) / dots;

  it.each([32, 96, 128, 160, 224])('is as dark on paper as the photograph is: tone %i', (tone) => {
    // Half of it of one tone, half of a ramp: no drawing, so it is dithered.
    const picture = {
      width: 64,
      height: 64,
      pixels: Uint8Array.from({ length: 4096 }, (_, at) => (at < 2048 ? 70 + (at % 120) : tone)),
    };
    const { bits } = logoOf(picture).at(64, 64);
    const lower = bits.subarray(bits.length / 2 + 64);
    expect(darkness(lower, lower.length * 8)).toBeCloseTo(1 - tone / 255, 1);
  });

  it('has hard edges when it is a drawing', () => {
    const picture = {
      width: 8,
      height: 8,
      pixels: Uint8Array.from({ length: 64 }, (_, at) => (at % 8 < 4 ? 10 : 250)),
    };
    const bitmap = logoOf(picture).at(16, 2);
    expect([...bitmap.bits]).toEqual([0xff, 0x00, 0xff, 0x00]);
  });

  it.each([
    ['grey', 0, 8],
    ['colour', 2, 8],
    ['grey with transparency', 4, 8],
    ['colour with transparency', 6, 8],
    ['sixteen bits a sample', 2, 16],
  ] as const)('is read from %s', async (_, colorType, bitDepth) => {
    const image = PNG.sync.read(sound);
    const options = { colorType, bitDepth, inputHasAlpha: true } as const;
    const bytes = PNG.sync.write(
      bitDepth === 8
        ? image
        : Object.assign(image, { data: Buffer.from(new Uint16Array(image.data).buffer) }),
      options,
    );
    const read = await readPng(bytes);
    expect(typeof read === 'string' ? read : [read.width, read.height]).toEqual([480, 240]);
  });
});

it('stops unpacking at what the picture says of itself, before anything else looks at it', () => {
  const small = handmade(10, 10, deflateSync(Buffer.alloc(110)));
  expect(checkPng(withSums(small))).toBeNull();
  const bomb = handmade(10, 10, deflateSync(Buffer.alloc(20_000_000)));
  expect(checkPng(withSums(bomb))).toBe('damaged');
});
