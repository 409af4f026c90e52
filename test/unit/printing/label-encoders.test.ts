import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBrotherMedia } from '../../../src/main/printing/encoders/brother-media.ts';
import { brotherQlEncoder, encodeBrotherQl } from '../../../src/main/printing/encoders/brother-ql.ts';
import { encodeCpcl } from '../../../src/main/printing/encoders/cpcl.ts';
import { encodeDymo } from '../../../src/main/printing/encoders/dymo.ts';
import type { Encode } from '../../../src/main/printing/encoders/encoder.ts';
import { encodeEpl2 } from '../../../src/main/printing/encoders/epl2.ts';
import { packBits } from '../../../src/main/printing/encoders/pack-bits.ts';
import { encodeTspl } from '../../../src/main/printing/encoders/tspl.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import type { Language, PrinterProfile } from '../../../src/shared/printing/profile.ts';
import { judgeBrother } from '../../judges/brother.ts';
import { blankPage, setDot, type TestPage } from '../../fakes/pages.ts';
import { testProfile } from '../../fakes/test-profile.ts';

const label: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
const marked: Media = { ...label, kind: 'mark' };
const card: Media = { ...label, kind: 'card', gapMm: 0 };
const roll: Media = { kind: 'continuous', widthMm: 54, heightMm: null, gapMm: 0 };

/** A page with one dot, so that everything in the job is visible. */
const dot = blankPage(431, 600, 203);
setDot(dot, 100, 300);

function text(
  encode: Encode,
  language: Language,
  media: Media,
  page: TestPage = dot,
  changes: Partial<PrinterProfile> = {},
): string {
  const bytes = encode(page, media, { profile: testProfile(language, changes) });
  return Buffer.from(bytes).toString('latin1');
}

describe('EPL2', () => {
  it('is a fresh label, one image with black as 0, one copy', () => {
    expect(text(encodeEpl2, 'epl2', label)).toBe('\nN\nq431\nQ687,23\nZT\nGW96,300,1,1,\xf7\nP1\n');
  });

  it.each([
    ['a black line', marked, 'Q687,B23\n'],
    ['an endless roll', roll, 'Q600,0\n'],
    ['a gap the printer would refuse as too small', { ...label, gapMm: 0.5 }, 'Q687,16\n'],
    ['a gap the printer would refuse as too large', { ...label, gapMm: 50 }, 'Q687,240\n'],
  ])('tells the printer of %s', (_what, media, form) => {
    expect(text(encodeEpl2, 'epl2', media)).toContain(form);
  });

  it('leaves the form of a card printer alone', () => {
    expect(text(encodeEpl2, 'epl2', card)).not.toContain('Q');
  });
});

describe('TSPL', () => {
  it('is a fresh label, never printed again by itself, one image with black as 0, one copy', () => {
    expect(text(encodeTspl, 'tspl', label)).toBe(
      '\r\nSIZE 54 mm,86 mm\r\nGAP 3 mm,0 mm\r\nDIRECTION 0\r\nREFERENCE 0,0\r\nSET REPRINT OFF\r\nCLS\r\n' +
        'BITMAP 96,300,1,1,0,\xf7\r\nPRINT 1,1\r\n',
    );
  });

  it.each([
    ['a black line', marked, 'SIZE 54 mm,86 mm\r\nBLINE 3 mm,0 mm\r\n'],
    ['an endless roll', roll, 'SIZE 54 mm,75.07 mm\r\nGAP 0 mm,0 mm\r\n'],
    ['fractions of a millimetre', { ...label, widthMm: 50.8, heightMm: 25.4 }, 'SIZE 50.8 mm,25.4 mm\r\n'],
  ])('tells the printer of %s', (_what, media, form) => {
    expect(text(encodeTspl, 'tspl', media)).toContain(form);
  });
});

describe('CPCL', () => {
  it('is one session with one image, black as 1, then on to the next label', () => {
    expect(text(encodeCpcl, 'cpcl', label)).toBe(
      '! 0 203 203 687 1\r\nPAGE-WIDTH 431\r\nGAP-SENSE\r\nCG 1 1 96 300 \x08\r\nFORM\r\nPRINT\r\n',
    );
  });

  it.each([
    ['a black line', marked, 'BAR-SENSE\r\n'],
    ['an endless roll', roll, '! 0 203 203 600 1\r\nPAGE-WIDTH 431\r\nJOURNAL\r\n'],
  ])('tells the printer of %s', (_what, media, form) => {
    expect(text(encodeCpcl, 'cpcl', media)).toContain(form);
  });

  it('looks for no next label on an endless roll', () => {
    expect(text(encodeCpcl, 'cpcl', roll)).not.toContain('FORM');
  });
});

describe('DYMO', () => {
  const job = (media: Media): string => text(encodeDymo, 'dymo', media).slice(100);

  it('synchronises, names the length high byte first, skips white rows and ends the label', () => {
    expect(text(encodeDymo, 'dymo', label).slice(0, 100)).toBe('\x1b'.repeat(100));
    expect(job(label)).toBe(
      '\x1b@\x1bL\x02\xaf\x1be\x1bf\x01\xff\x1bf\x01\x2d\x1bB\x0c\x1bD\x01\x16\x08\x1bE',
    );
  });

  it('looks for no top of form on an endless roll, and keeps its white end', () => {
    expect(job(roll)).toContain('\x1bL\xff\xff');
    expect(job(roll).endsWith('\x16\x08\x1bf\x01\xff\x1bf\x01\x2c\x1bE')).toBe(true);
  });
});

describe('Brother QL', () => {
  const ql = testProfile('brother-ql', { dpi: 300, headDots: 720, cutter: 'full' });
  const dk: Media = { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 };
  const page = blankPage(696, 1109, 300);
  setDot(page, 0, 0);
  setDot(page, 695, 1108);

  it('names the roll exactly, so that the printer can refuse another', () => {
    const { pages, margin, cuts } = judgeBrother(encodeBrotherQl(page, dk, { profile: ql }), 720);
    expect(pages).toEqual([{ flags: 0x4e, mediaType: 0x0b, widthMm: 62, lengthMm: 100, rows: 1109 }]);
    expect({ margin, cuts }).toEqual({ margin: 0, cuts: 1 });
  });

  it('names an endless roll with its width alone and leaves room for the cutter', () => {
    const endless: Media = { kind: 'continuous', widthMm: 62, heightMm: null, gapMm: 0 };
    const { pages, margin } = judgeBrother(encodeBrotherQl(page, endless, { profile: ql }), 720);
    expect(pages).toEqual([{ flags: 0x46, mediaType: 0x0a, widthMm: 62, lengthMm: 0, rows: 1109 }]);
    expect(margin).toBe(35);
  });

  it('sends as many rows as a label has, however short the page', () => {
    const { sheets } = judgeBrother(encodeBrotherQl(blankPage(696, 300, 300), dk, { profile: ql }), 720);
    expect(sheets.map(({ height }) => height)).toEqual([1109]);
  });

  it('never asks for recovery: after an error nothing prints again by itself', () => {
    const { pages } = judgeBrother(encodeBrotherQl(page, dk, { profile: ql }), 720);
    expect((pages[0]?.flags ?? 0x80) & 0x80).toBe(0);
  });

  it.each([
    ['plain rows', {}, 720 / 8 + 3],
    ['packed rows', { packsRows: true }, 1],
  ])('sends white as %s', (_what, quirks, bytesPerRow) => {
    const blank = encodeBrotherQl(blankPage(696, 1109, 300), dk, { profile: { ...ql, quirks } });
    expect(blank.length).toBeGreaterThanOrEqual(1109 * bytesPerRow);
    expect(blank.length).toBeLessThan(1109 * bytesPerRow + 460);
  });

  it.each([
    ['no cutter', { cutter: 'none' } as const, '1b694b00'],
    ['a cutter', {}, '1b694d401b6941011b694b08'],
    ['600 rows an inch', { dpi: 600, headDots: 1440 } as const, '1b694b48'],
  ])('%s', (_what, changes, hex) => {
    const profile = { ...ql, ...changes };
    const bytes = encodeBrotherQl(blankPage(696, 100, profile.dpi), dk, { profile });
    expect(Buffer.from(bytes).toString('hex')).toContain(hex);
  });

  it('leaves the printable part of a roll for the badge, not the whole of it', () => {
    expect(brotherQlEncoder.printable?.(ql, dk)).toMatchObject({
      ok: true,
      value: { dpi: 300, headDots: 696, media: { widthMm: 62, heightMm: expect.closeTo(93.9, 1) } },
    });
  });

  it.each([
    ['a width no roll has', { ...dk, widthMm: 70 }],
    ['a length no label has', { ...dk, heightMm: 80 }],
    ['a roll too wide for the head', { kind: 'continuous', widthMm: 102, heightMm: null, gapMm: 0 }],
    ['labels without a length', { ...dk, heightMm: null }],
    ['nothing that is a number', { ...dk, widthMm: Number.NaN }],
  ] as const)('refuses %s and names the rolls there are', (_what, media) => {
    const answer = findBrotherMedia(media, 720);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'media-mismatch' } });
    if (!answer.ok) expect(answer.failure.facts['known']).toContain('62×100');
  });
});

describe('PackBits', () => {
  /** The rule backwards, from the TIFF 6.0 text. */
  function unpack(packed: Uint8Array): number[] {
    const out: number[] = [];
    for (let at = 0; at < packed.length;) {
      const count = ((packed[at] ?? 0) << 24) >> 24;
      const take = count >= 0 ? count + 1 : 1;
      const bytes = packed.subarray(at + 1, at + 1 + take);
      if (count >= 0) out.push(...bytes);
      else out.push(...Array<number>(1 - count).fill(bytes[0] ?? 0));
      at += 1 + take;
    }
    return out;
  }

  it('unpacks to what went in, and never grows beyond a count byte in 128', () => {
    const rows = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 200 })), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.uint8Array({ maxLength: 40 }), (runs, noise) => {
        const bytes = Uint8Array.from([
          ...runs.flatMap(([byte, times]) => Array<number>(times).fill(byte)),
          ...noise,
        ]);
        const packed = packBits(bytes);
        expect(unpack(packed)).toEqual([...bytes]);
        expect(packed.length).toBeLessThanOrEqual(bytes.length + Math.ceil(bytes.length / 128));
      }),
    );
  });
});
