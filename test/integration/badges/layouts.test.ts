import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PageBadgeMaker } from '../../../src/main/badges/maker.ts';
import { isBlack } from '../../../src/main/badges/page.ts';
import { pageToPng } from '../../../src/main/badges/preview.ts';
import { fitText } from '../../../src/main/badges/text/fit.ts';
import type { Shaper } from '../../../src/main/badges/text/shape.ts';
import { systemFontPaths } from '../../../src/main/badges/text/system-fonts.ts';
import type { Badge } from '../../../src/main/badges/types.ts';
import {
  fontDir,
  sampleCanvas,
  sampleContent,
  sampleMedia,
  valueOf,
  zxingWasm,
  type SampleMedia,
} from '../../fakes/badge-samples.ts';
import { testPayload } from '../../fakes/pages.ts';
import { readWithZbar } from '../../judges/decode.ts';

/** Japanese by a font of this machine (Debian package fonts-ipafont-gothic, or whatever the app finds first). */
const systemFonts = systemFontPaths('linux').filter((path) => existsSync(path));
const maker = new PageBadgeMaker({ fontDir, zxingWasm, systemFonts });
const payload = testPayload(100);

interface Person {
  readonly what: string;
  readonly holderName: string;
  readonly locale: string;
  /** Whether the name may come shortened where there is little room. */
  readonly isLong?: boolean;
}

const people: readonly Person[] = [
  { what: 'a short name', holderName: 'Li Na', locale: 'en' },
  { what: 'a name for two lines', holderName: 'Maximiliane von Hohenstaufen', locale: 'de' },
  {
    what: 'a very long name',
    holderName: 'Anand Krishnamurthy-Vasudevan Ramanathan Subrahmanyan Chandrasekhar',
    locale: 'en',
    isLong: true,
  },
  { what: 'an Arabic name', holderName: 'محمد عبد الرحمن بن عوف الأنصاري', locale: 'ar' },
  { what: 'a Hebrew name in an English station', holderName: 'יעל בן־דוד', locale: 'en' },
  { what: 'a Japanese name', holderName: '佐藤 健太郎', locale: 'ja' },
  { what: 'a Chinese name in a German station', holderName: '欧阳修文 Ouyang', locale: 'de' },
  { what: 'a long name in kana', holderName: 'アレクサンドラ・マリア・フェルナンデス', locale: 'ja' },
];

/** Dots of black in the outermost `marginDots` of a page. */
function inkInMargin({ page }: Badge, marginDots: number): number {
  let ink = 0;
  for (let y = 0; y < page.heightDots; y += 1) {
    const isEdgeRow = y < marginDots || y >= page.heightDots - marginDots;
    for (let x = 0; x < page.widthDots; x += 1) {
      if (!isEdgeRow && x >= marginDots && x < page.widthDots - marginDots) continue;
      if (isBlack(page, x, y)) ink += 1;
    }
  }
  return ink;
}

describe('every layout with every name', () => {
  const rows = sampleMedia.flatMap((media) => people.map((person) => ({ media, ...person })));
  it.each(rows)('$media: $what stays on the paper, whole, and the badge reads', async (row) => {
    const { media, holderName, locale, isLong = false } = row;
    for (const kind of ['standard', 'temporary'] as const) {
      const content = sampleContent({ kind, holderName, locale });
      const badge = valueOf(await maker.make(content, payload, sampleCanvas(media, 203)));
      // A millimetre is the least any layout leaves white.
      expect(inkInMargin(badge, 7)).toBe(0);
      const advice = badge.advice.filter((each) => each.startsWith('name-'));
      // A name is shortened only where it is long and the label small.
      const isSmall = media === 'label-50x25' || media === 'strip-29x90' || isLong;
      expect(advice.filter((each) => !(isSmall && each === 'name-shortened'))).toEqual([]);
      const seen = await readWithZbar(await pageToPng(badge.page));
      expect(seen.map((bytes) => Buffer.from(bytes).equals(Buffer.from(payload)))).toEqual([true]);
    }
  });

  it('differs between two names of one length in a script of the system’s fonts: they are letters, not boxes', async () => {
    const bits = async (holderName: string) =>
      Buffer.from(
        valueOf(
          await maker.make(
            sampleContent({ holderName, locale: 'ja' }),
            payload,
            sampleCanvas('label-54x86', 203),
          ),
        ).page.bits,
      );
    expect((await bits('佐藤健')).equals(await bits('鈴木翼'))).toBe(false);
  });
});

describe('names in full-width letters', () => {
  let shaper: Shaper;
  beforeAll(async () => {
    valueOf(
      await maker.make(
        sampleContent({ holderName: '佐藤健太郎' }),
        payload,
        sampleCanvas('label-54x86', 203),
      ),
    );
    shaper = valueOf(await maker.shaper());
  });

  it.each(['佐藤健太郎', '欧阳修文静'])('are measured: %s is five squares wide, each with ink', (name) => {
    const line = shaper.line(name, { weight: 'bold', base: 'ltr', language: 'ja' });
    expect(line.width).toBeCloseTo(5, 1);
    const glyphs = line.runs.flatMap((run) => run.glyphs.map((glyph) => run.typeface.outline(glyph.glyphId)));
    expect(glyphs).toHaveLength(5);
    for (const outline of glyphs) expect(outline.top - outline.bottom).toBeGreaterThan(0.5);
  });

  it('break between any two letters, and fit the width they were measured for', () => {
    const limits = { width: 200, emMax: 60, emMin: 18, maxLines: 2, mayShorten: true } as const;
    const name = 'アレクサンドラマリアフェルナンデス';
    const fitted = fitText(name, { weight: 'bold', base: 'ltr', language: 'ja' }, limits, shaper);
    expect(fitted.lines).toHaveLength(2);
    expect(fitted.wasShortened).toBe(false);
    for (const line of fitted.lines) expect(line.width * fitted.emDots).toBeLessThanOrEqual(200);
  });
});

describe('the smallest label, for a temporary code', () => {
  /** 50 × 25 mm: which payloads fit, with how many dots a module; null = refused before anything is revoked. */
  const rows: readonly (readonly [number, number, number | null])[] = [
    [203, 100, 4],
    [203, 180, 3],
    [203, 260, 3],
    [203, 400, null],
    [300, 100, 6],
    [300, 180, 5],
    [300, 260, 4],
    [300, 400, 3],
    [600, 400, 7],
  ];
  it.each(rows)('at %i dpi with %i bytes: %s dots a module', async (dpi, bytes, dots) => {
    const canvas = sampleCanvas('label-50x25', dpi);
    const code = testPayload(bytes);
    const made = await maker.make(sampleContent({ kind: 'temporary' }), code, canvas);
    if (dots === null) {
      expect(made).toMatchObject({ ok: false, failure: { code: 'symbol-does-not-fit' } });
      expect(maker.fits(bytes, canvas).ok).toBe(false);
      return;
    }
    const { page, symbol, advice } = valueOf(made);
    expect(symbol.dotsPerModule).toBe(dots);
    expect(advice).toContain('below-2in');
    for (const gain of [0, 1, -1])
      expect(await maker.proveWithGain(page, code, gain)).toMatchObject({ ok: true });
  });
});

/** The sizes named in docs/printers.md; a layout that is taken out must be taken out there too. */
it('knows the sizes that are promised', () => {
  const promised: readonly SampleMedia[] = [
    'label-54x86',
    'label-62x100',
    'square-2in',
    'label-50x25',
    'receipt-58',
    'receipt-80',
  ];
  expect(promised.filter((media) => !sampleMedia.includes(media))).toEqual([]);
});
