import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { createBitmap, isBlack } from '../../../src/main/badges/page.ts';
import { levels, modulesOf, versionFor } from '../../../src/main/badges/symbol/capacity.ts';
import { adviseSize } from '../../../src/main/badges/symbol/size-advisor.ts';
import { drawModules, makeModules } from '../../../src/main/badges/symbol/symbol.ts';
import { valueOf } from '../../fakes/badge-samples.ts';
import { testPayload } from '../../fakes/pages.ts';

const wide = { dpi: 203, inkDots: 5000, boxDots: 5000 };

describe('symbol', () => {
  it('knows the capacity of each version as the QR library does', () => {
    for (const level of levels) {
      for (const bytes of [1, 14, 17, 18, 119, 120, 151, 152, 213, 271, 272, 663, 1273]) {
        const symbol = create([{ data: new Uint8ClampedArray(bytes), mode: 'byte' }], {
          errorCorrectionLevel: level,
        });
        expect(versionFor(bytes, level)).toBe(symbol.version);
        expect(modulesOf(symbol.version)).toBe(symbol.modules.size);
      }
    }
    expect(versionFor(2953, 'L')).toBe(40);
    expect(versionFor(2954, 'L')).toBeNull();
    expect(versionFor(1274, 'H')).toBeNull();
  });

  it('draws every module as a square of whole dots and nothing else', async () => {
    const size = valueOf(adviseSize(150, wide));
    const modules = await makeModules(testPayload(150), size);
    const bitmap = createBitmap(700, 700);
    drawModules(bitmap, modules, 3, 11, 5);
    for (let y = 0; y < 700; y += 1) {
      for (let x = 0; x < 700; x += 1) {
        const [row, column] = [Math.floor((y - 5) / 3), Math.floor((x - 11) / 3)];
        const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
        const isDark = isInside && modules.dark[row * modules.size + column] !== 0;
        if (isBlack(bitmap, x, y) !== isDark) throw new Error(`wrong dot at ${x}, ${y}`);
      }
    }
  });

  it('leaves the payload it was given untouched', async () => {
    const payload = testPayload(80);
    const before = payload.slice();
    await makeModules(payload, valueOf(adviseSize(80, wide)));
    expect(payload).toEqual(before);
  });
});
