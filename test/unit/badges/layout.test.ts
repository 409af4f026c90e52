import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { expiryText } from '../../../src/main/badges/dates.ts';
import { setColumn } from '../../../src/main/badges/layout/column.ts';
import { planPage, type Plan } from '../../../src/main/badges/layout/plan.ts';
import { rowsFor } from '../../../src/main/badges/layout/rows.ts';
import type { Rect } from '../../../src/main/badges/page.ts';
import { readBundledFonts } from '../../../src/main/badges/text/bundled-fonts.ts';
import { FontBook } from '../../../src/main/badges/text/font-book.ts';
import { Shaper } from '../../../src/main/badges/text/shape.ts';
import { wordsFor } from '../../../src/main/badges/words.ts';
import { fontDir, sampleCanvas, sampleContent, valueOf } from '../../fakes/badge-samples.ts';

let shaper: Shaper;
beforeAll(async () => {
  shaper = new Shaper(valueOf(await FontBook.open(await readBundledFonts(fontDir))));
});

/** Any paper a printer may hold, and any payload a directory may send. */
const anyPlan = fc
  .record({
    dpi: fc.constantFrom(180, 203, 300, 600),
    headMm: fc.double({ min: 40, max: 110, noNaN: true }),
    widthMm: fc.double({ min: 15, max: 120, noNaN: true }),
    heightMm: fc.double({ min: 15, max: 200, noNaN: true }),
    bytes: fc.integer({ min: 40, max: 400 }),
  })
  .map(({ dpi, headMm, widthMm, heightMm, bytes }) => {
    const media = { kind: 'gap', widthMm, heightMm, gapMm: 3 } as const;
    return planPage(bytes, { dpi, headDots: Math.round((headMm * dpi) / 25.4), media });
  });

/** The symbol with its quiet zone, where it lies on the page. */
function symbolBox({ size, symbolLeft, symbolTop }: Plan): Rect {
  const quiet = 4 * size.dotsPerModule;
  const edge = size.modules * size.dotsPerModule + 2 * quiet;
  return { left: symbolLeft - quiet, top: symbolTop - quiet, width: edge, height: edge };
}

function overlap(a: Rect, b: Rect): boolean {
  const beside = a.left + a.width <= b.left || b.left + b.width <= a.left;
  const above = a.top + a.height <= b.top || b.top + b.height <= a.top;
  return !beside && !above;
}

describe('layout', () => {
  it.each([
    ['label-54x86', 'stack'],
    ['label-62x100', 'stack'],
    ['square-2in', 'stack'],
    ['receipt-80', 'stack'],
    ['receipt-58', 'stack'],
    ['label-86x54', 'side'],
    ['label-50x25', 'side'],
    ['strip-29x90', 'strip'],
  ] as const)('sets %s as %s', (media, arrangement) => {
    expect(valueOf(planPage(150, sampleCanvas(media, 203))).arrangement).toBe(arrangement);
  });

  it('keeps words, symbol, quiet zone and margins apart on any paper', () => {
    fc.assert(
      fc.property(anyPlan, (planned) => {
        if (!planned.ok) return;
        const plan = planned.value;
        const { widthDots, heightDots, marginDots, beyondDots } = plan.frame;
        const box = symbolBox(plan);
        expect(box.left).toBeGreaterThanOrEqual(-beyondDots);
        expect(box.left + box.width).toBeLessThanOrEqual(widthDots + beyondDots + 1);
        expect(plan.symbolTop).toBeGreaterThanOrEqual(marginDots);
        expect(plan.symbolLeft).toBeGreaterThanOrEqual(marginDots);
        for (const area of [plan.above, plan.below]) {
          if (area === null) continue;
          expect(overlap(area, box)).toBe(false);
          expect(area.left).toBeGreaterThanOrEqual(marginDots);
          expect(area.left + area.width).toBeLessThanOrEqual(widthDots - marginDots);
          expect(area.top + area.height).toBeLessThanOrEqual((heightDots ?? 0) - marginDots);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('drops the return line, the site and a label when space is short, never name, date or warning', () => {
    const words = wordsFor('en');
    const content = sampleContent({ kind: 'temporary', practice: true, copy: 2 });
    const texts = { name: 'Marta Kowalska', site: 'Site North', place: 'Gate 2' };
    const rows = rowsFor(content, texts, expiryText(Date.UTC(2027, 10, 21), 'en-GB', 'UTC'), words);
    fc.assert(
      fc.property(anyPlan, (planned) => {
        if (!planned.ok) return;
        const { above, below, arrangement, frame } = planned.value;
        const manner = { dpi: frame.dpi, language: 'en', align: 'left' } as const;
        const lying = arrangement === 'strip';
        const columns =
          above === null
            ? [{ rows: [...rows.who, ...rows.what], area: below }]
            : [
                { rows: rows.who, area: above },
                { rows: rows.what, area: below },
              ];
        const kept = columns.flatMap((column) => {
          const [width, height] = lying
            ? [column.area.height, column.area.width]
            : [column.area.width, column.area.height];
          const set = setColumn(column.rows, width, height, manner, shaper);
          expect(set.heightDots).toBeLessThanOrEqual(height);
          return set.rows.map(({ row }) => row.id);
        });
        for (const id of ['temporary', 'name', 'expiry', 'practice']) expect(kept).toContain(id);
      }),
      { numRuns: 120, seed: 7 },
    );
  });
});
