import { describe, expect, it } from 'vitest';
import { encodeStarGraphic } from '../../../src/main/printing/encoders/star-graphic.ts';
import { encodeStarLine } from '../../../src/main/printing/encoders/star-line.ts';
import { encodeStarPrnt } from '../../../src/main/printing/encoders/starprnt.ts';
import type { Encode } from '../../../src/main/printing/encoders/encoder.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { badgePage, blankPage, testPayload } from '../../fakes/pages.ts';
import { testProfile } from '../../fakes/test-profile.ts';
import { judgeStar } from '../../judges/star.ts';
import { differingDots } from '../../judges/sheet.ts';

const roll: Media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 };
const page = badgePage({ dpi: 203, widthMm: 54, heightMm: 86, payload: testPayload(180), dotsPerModule: 5 });

const dialects: readonly (readonly [string, Encode])[] = [
  ['StarPRNT', encodeStarPrnt],
  ['Star Line', encodeStarLine],
  ['Star Graphic', encodeStarGraphic],
];

describe.each(dialects)('%s', (name, encode) => {
  const hex = (cutter: 'none' | 'partial' | 'full', reportChanges = false): string =>
    Buffer.from(
      encode(blankPage(100, 30, 203), roll, { profile: testProfile('starprnt', { cutter }), reportChanges }),
    ).toString('hex');

  it('draws every dot of the page and cuts once', () => {
    const profile = testProfile('starprnt', { headDots: 576 });
    const { sheets, cuts, remarks } = judgeStar(encode(page, roll, { profile }), 576);
    expect(remarks).toEqual([]);
    expect(cuts).toBe(1);
    expect(sheets.map((sheet) => differingDots(sheet, page))).toEqual([0]);
  });

  it('asks for reports of changes only when told to', () => {
    expect(hex('partial')).not.toContain('1b1e61');
    expect(hex('partial', true)).toContain('1b1e6101');
  });

  it.each([
    ['none', name === 'Star Graphic' ? '1b2a72453100' : '1b6105'],
    ['partial', name === 'Star Graphic' ? '1b2a7242' : '1b6403'],
    ['full', name === 'Star Graphic' ? '1b2a7242' : '1b6402'],
  ] as const)('ends for a cutter of kind %s', (cutter, ending) => {
    expect(hex(cutter)).toContain(ending);
  });

  it('sends less than the bitmap', () => {
    expect(encode(page, roll, { profile: testProfile('starprnt') }).length).toBeLessThan(page.bits.length);
  });
});

it('StarPRNT keeps its bands within the buffer of the printer', () => {
  const profile = testProfile('starprnt', { quirks: { bandBytes: 1024 } });
  const bytes = Buffer.from(encodeStarPrnt(page, roll, { profile }));
  for (let at = bytes.indexOf('1b1d5301', 0, 'hex'); at >= 0; at = bytes.indexOf('1b1d5301', at + 4, 'hex')) {
    expect(bytes.readUInt16LE(at + 4) * bytes.readUInt16LE(at + 6)).toBeLessThanOrEqual(1024);
  }
});
