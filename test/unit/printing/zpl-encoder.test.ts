import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { acs, crc16, smallestGraphic, z64 } from '../../../src/main/printing/encoders/zpl-graphic.ts';
import { encodeZpl } from '../../../src/main/printing/encoders/zpl.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { badgePage, blankPage, setDot, testPayload, type TestPage } from '../../fakes/pages.ts';
import { testProfile } from '../../fakes/test-profile.ts';

const label: Media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 };
const profile = testProfile('zpl');
const encode = (page: TestPage, media: Media = label, changes: Partial<typeof profile> = {}): string =>
  Buffer.from(encodeZpl(page, media, { profile: { ...profile, ...changes } })).toString('latin1');

const page = badgePage({
  dpi: 203,
  widthMm: 54,
  heightMm: 86,
  payload: testPayload(180),
  dotsPerModule: 5,
});

describe('a label in ZPL', () => {
  it('is one label, one copy, that the printer must not print again by itself', () => {
    const zpl = encode(page);
    expect(zpl.match(/\^XA/g)).toHaveLength(1);
    expect(zpl).toContain('^JZN');
    expect(zpl).toMatch(/\^PQ1\^XZ\n$/);
  });

  it('saves nothing in the printer', () => {
    expect(encode(page)).not.toMatch(/\^JU|~DG|\^IS|\^DF/);
  });

  it('names the size of the page and the length of the label', () => {
    expect(encode(page)).toContain('^PW431^LL687');
  });

  it('takes the length from the page where the roll has none', () => {
    const roll: Media = { kind: 'continuous', widthMm: 54, heightMm: null, gapMm: 0 };
    expect(encode(blankPage(431, 500, 203), roll)).toMatch(/\^MNN.*\^PW431\^LL500/);
  });

  it.each([
    ['continuous', '^MNN'],
    ['gap', '^MNY'],
    ['mark', '^MNM'],
  ] as const)('tells the printer that its media is %s', (kind, command) => {
    expect(encode(page, { ...label, kind })).toContain(command);
  });

  it('does not touch the media setting of a card printer', () => {
    expect(encode(page, { ...label, kind: 'card' })).not.toContain('^MN');
  });

  it.each([
    ['direct', '^MTD'],
    ['transfer', '^MTT'],
  ] as const)('sets the %s process', (process, command) => {
    expect(encode(page, label, { process })).toContain(command);
  });

  it('leaves a printer that can do both as its owner has set it', () => {
    expect(encode(page, label, { process: 'either' })).not.toContain('^MT');
  });

  it('sends no white above, below or beside the ink', () => {
    const dot = blankPage(431, 687, 203);
    setDot(dot, 100, 300);
    expect(encode(dot)).toContain('^FO100,300^GFA,1,1,1,80^FS');
  });

  it('sends a blank page as a label without fields', () => {
    expect(encode(blankPage(431, 687, 203))).not.toContain('^GF');
  });

  it('keeps every field within the counts that ^GF can carry', () => {
    const black = blankPage(1275, 2031, 600);
    black.bits.fill(0xff);
    const counts = [...encode(black).matchAll(/\^FO(\d+),(\d+)\^GFA,(\d+),(\d+),(\d+),/g)].map((match) =>
      match.slice(1).map(Number),
    );
    expect(counts.length).toBeGreaterThan(1);
    for (const [, , b, c] of counts) {
      expect(b).toBe(c);
      expect(b).toBeLessThanOrEqual(99_999);
    }
    const rows = counts.reduce((sum, [, , b = 0, , d = 1]) => sum + b / d, 0);
    expect(rows).toBe(2031);
  });

  it('gives the same bytes for the same page', () => {
    expect(encode(page)).toBe(encode(page));
  });
});

describe('the forms of ^GF data', () => {
  it('knows the check value of its CRC', () => {
    // CRC-16/XMODEM: polynomial 1021h, start 0; the check value of the nine digits is 31C3h (CRC catalogue).
    expect(crc16('123456789')).toBe(0x31c3);
  });

  it('packs with zlib, base64 and checksum', () => {
    const rows = Uint8Array.from({ length: 64 }, (_, at) => at * 3);
    const [, , base64 = '', crc = ''] = z64(rows).split(':');
    expect(inflateSync(Buffer.from(base64, 'base64')).equals(Buffer.from(rows))).toBe(true);
    expect(Number.parseInt(crc, 16)).toBe(crc16(base64));
  });

  // ZPL II Programming Guide, "Alternative Data Compression Scheme for ~DG and ~DB Commands".
  it.each([
    ['the rest of a row white', [0x80, 0, 0, 0], 4, '8,'],
    ['the rest of a row black', [0x7f, 0xff, 0xff, 0xff], 4, '7!'],
    ['a whole row black', [0xff, 0xff], 2, '!'],
    ['the row above again', [0x12, 0x12, 0x12], 1, '12::'],
    ['a run of six', [0xaa, 0xaa, 0xaa, 0x12], 4, 'LA12'],
    ['a run of 400 and three', [...Array<number>(201).fill(0xaa), 0xa1], 202, 'zIA1'],
    ['a run of 39', [...Array<number>(19).fill(0xbb), 0xb1], 20, 'gYB1'],
  ])('compresses %s', (_what, rows, rowBytes, text) => {
    expect(acs(Uint8Array.from(rows), rowBytes, 1000)).toBe(text);
  });

  it('chooses compressed runs for bars, zlib for a symbol, and hex where nothing helps', () => {
    const bars = new Uint8Array(60).fill(0xff);
    expect(smallestGraphic(bars, 30).form).toBe('acs');
    const symbol = page.bits.subarray(200 * page.bytesPerRow, 400 * page.bytesPerRow);
    expect(smallestGraphic(symbol, page.bytesPerRow).form).toBe('z64');
    expect(smallestGraphic(Uint8Array.of(0x12), 1)).toEqual({ form: 'hex', text: '12' });
  });

  it('never writes more than the smallest of the three', () => {
    const rows = page.bits;
    const { text } = smallestGraphic(rows, page.bytesPerRow);
    const others = [
      z64(rows),
      acs(rows, page.bytesPerRow, Infinity) ?? '',
      Buffer.from(rows).toString('hex'),
    ];
    expect(text.length).toBe(Math.min(...others.map((each) => each.length)));
  });
});
