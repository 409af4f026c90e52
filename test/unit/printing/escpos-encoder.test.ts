import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realTimePairs, thickenPairs } from '../../../src/main/printing/encoders/escpos-realtime.ts';
import { encodeEscpos } from '../../../src/main/printing/encoders/escpos.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import type { PrinterProfile } from '../../../src/shared/printing/profile.ts';
import { nextCommand, type EscposCommand } from '../../fakes/printers/escpos-stream.ts';
import { badgePage, blankPage, isDot, setDot, testPayload, type TestPage } from '../../fakes/pages.ts';
import { judgeEscpos } from '../../judges/escpos.ts';
import { differingDots } from '../../judges/sheet.ts';
import { testProfile } from '../../fakes/test-profile.ts';

const roll: Media = { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 };
const page = badgePage({
  dpi: 203,
  widthMm: 54,
  heightMm: 86,
  payload: testPayload(180),
  dotsPerModule: 5,
});

function encode(each: TestPage, changes: Partial<PrinterProfile> = {}, reportChanges = false): Uint8Array {
  return encodeEscpos(each, roll, { profile: testProfile('escpos', changes), reportChanges });
}

function commandsOf(bytes: Uint8Array): EscposCommand[] {
  const commands: EscposCommand[] = [];
  let rest = Buffer.from(bytes);
  for (let command = nextCommand(rest); command !== null; command = nextCommand(rest)) {
    commands.push(command);
    rest = rest.subarray(command.length);
  }
  expect(rest).toHaveLength(0);
  return commands;
}

describe('a receipt in ESC/POS', () => {
  it('begins with a reset and ends with the cut, and leaves no margin behind', () => {
    const names = commandsOf(encode(page)).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['ESC @', 'ESC a']);
    expect(names.slice(-2)).toEqual(['GS L', 'GS V']);
    expect(commandsOf(encode(page)).at(-2)?.data).toEqual(Buffer.of(0, 0));
  });

  it.each([
    ['none', 'ESC d', [5]],
    ['partial', 'GS V', [0x42, 0]],
    ['full', 'GS V', [0x41, 0]],
  ] as const)('ends for a cutter of kind %s', (cutter, name, data) => {
    expect(commandsOf(encode(page, { cutter })).at(-1)).toMatchObject({ name, data: Buffer.from(data) });
  });

  it('asks for reports of changes only when told to', () => {
    const asks = (bytes: Uint8Array): boolean => commandsOf(bytes).some(({ name }) => name === 'GS a');
    expect(asks(encode(page))).toBe(false);
    expect(asks(encode(page, {}, true))).toBe(true);
  });

  it('keeps bands within 24 to 255 rows and the buffer of the printer', () => {
    for (const { name, data } of commandsOf(encode(page, { quirks: { bandBytes: 2048 } }))) {
      if (name !== 'GS v 0') continue;
      const [rowBytes, rows] = [data.readUInt16LE(1), data.readUInt16LE(3)];
      expect(rows).toBeLessThanOrEqual(255);
      expect(rowBytes === 1 || rows <= 24 || rowBytes * rows <= 2048).toBe(true);
    }
  });

  it.each(['gs-v-0', 'gs-8-l'] as const)('draws every dot of the page with %s', (raster) => {
    const { sheets, remarks, cuts } = judgeEscpos(encode(page, { quirks: { raster } }), 576);
    expect(remarks).toEqual([]);
    expect(cuts).toBe(1);
    expect(sheets.map((sheet) => differingDots(sheet, page))).toEqual([0]);
  });

  it('sends white rows one byte wide and no white beside the ink', () => {
    const dot = blankPage(432, 687, 203);
    setDot(dot, 400, 300);
    expect(encode(dot).length).toBeLessThan(800);
  });

  it('sends at most 0.6 of the plain bitmap for a badge', () => {
    expect(encode(page).length).toBeLessThan(0.6 * page.bits.length);
  });

  it('gives the same bytes for the same page', () => {
    expect(Buffer.from(encode(page)).equals(Buffer.from(encode(page)))).toBe(true);
  });
});

describe('real-time commands in image data', () => {
  it('finds every pair that a printer would execute', () => {
    const bytes = Uint8Array.of(0x10, 0x04, 0x01, 0x10, 0x10, 0x05, 0x10, 0x06, 0x10, 0x14, 0x10);
    expect(realTimePairs(bytes)).toEqual([0, 4, 8]);
  });

  it('shifts the image by a dot when its bytes hold one, and the page stays as it was', () => {
    const hairs = blankPage(64, 40, 203);
    for (let y = 5; y < 35; y += 1) {
      // 10 04: dots 3 and 13 of an aligned pair of bytes; the dot at 8 keeps the left edge on a byte.
      for (const x of [8, 19, 29]) setDot(hairs, x, y);
    }
    const bytes = encode(hairs);
    expect(realTimePairs(bytes)).toEqual([]);
    expect(judgeEscpos(bytes, 576).sheets.map((sheet) => differingDots(sheet, hairs))).toEqual([0]);
  });

  it.each(['gs-v-0', 'gs-8-l'] as const)('never lets one through, whatever the page holds (%s)', (raster) => {
    const nasty = fc.uint8Array({ minLength: 8 * 60, maxLength: 8 * 60 }).map((noise) => {
      const each = blankPage(64, 60, 203);
      // Mostly the bytes that make pairs.
      each.bits.set(noise.map((byte) => [0x10, 0x04, 0x05, 0x14, 0x08, 0x00, byte][byte % 7] ?? 0));
      return each;
    });
    fc.assert(
      fc.property(nasty, (each) => {
        const bytes = encode(each, { quirks: { raster } });
        expect(realTimePairs(bytes)).toEqual([]);
        const [sheet] = judgeEscpos(bytes, 576).sheets;
        if (sheet === undefined) return false;
        // Dots may be added beside a lone one, never taken away.
        for (let y = 0; y < each.heightDots; y += 1) {
          for (let x = 0; x < each.widthDots; x += 1) {
            if (isDot(each, x, y) && sheet.dots[y * sheet.width + x] !== 1) return false;
          }
        }
        return true;
      }),
      { numRuns: 60 },
    );
  });

  it('adds a dot beside a lone one as the last resort', () => {
    const bytes = Uint8Array.of(0x10, 0x04, 0xff, 0x10, 0x14);
    expect(thickenPairs(bytes)).toBe(2);
    expect([...bytes]).toEqual([0x18, 0x04, 0xff, 0x18, 0x14]);
  });
});
