import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PageBadgeMaker } from '../../../src/main/badges/maker.ts';
import { isBlack } from '../../../src/main/badges/page.ts';
import type { Badge, Canvas } from '../../../src/main/badges/types.ts';
import type { BadgeContent } from '../../../src/shared/badge/content.ts';
import {
  fontDir,
  sampleCanvas,
  sampleContent,
  sampleMaker,
  sampleMedia,
  valueOf,
  zxingWasm,
} from '../../fakes/badge-samples.ts';
import { testPayload } from '../../fakes/pages.ts';

const maker = sampleMaker();
const payload = testPayload(150);
const canvas = sampleCanvas('label-54x86', 203);

async function make(changes: Partial<BadgeContent> = {}, on: Canvas = canvas): Promise<Badge> {
  return valueOf(await maker.make(sampleContent(changes), payload, on));
}

/** The dots of the symbol with its quiet zone, as far as they lie on the page. */
function symbolArea({ page, symbol }: Badge): string {
  const quiet = 4 * symbol.dotsPerModule;
  const edge = symbol.modules * symbol.dotsPerModule + quiet;
  let dots = '';
  for (let y = symbol.topDots - quiet; y < symbol.topDots + edge; y += 1) {
    for (let x = symbol.leftDots - quiet; x < symbol.leftDots + edge; x += 1) {
      dots += isBlack(page, x, y) ? '1' : '0';
    }
  }
  return dots;
}

function blackDots({ page }: Badge): number {
  return page.bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
}

describe('badge maker', () => {
  beforeAll(async () => {
    expect(await maker.warmUp()).toEqual({ ok: true, value: undefined });
  });

  it.each(sampleMedia)(
    'makes a page on %s that reads back, also after print gain and loss of a dot',
    async (media) => {
      for (const dpi of [203, 300, 600]) {
        for (const kind of ['standard', 'temporary'] as const) {
          const on = sampleCanvas(media, dpi);
          const badge = await make({ kind, practice: dpi === 300, copy: 2 }, on);
          expect(badge.page.bytesPerRow).toBe(Math.ceil(badge.page.widthDots / 8));
          expect(badge.page.bits.length).toBe(badge.page.bytesPerRow * badge.page.heightDots);
          expect(badge.page.widthDots).toBeLessThanOrEqual(on.headDots);
          for (const gainDots of dpi === 600 ? [0] : [0, 1, -1]) {
            expect(await maker.proveWithGain(badge.page, payload, gainDots)).toEqual({
              ok: true,
              value: undefined,
            });
          }
        }
      }
    },
  );

  it('says before anything is revoked what it will make afterwards', async () => {
    for (const media of sampleMedia) {
      for (const bytes of [60, 100, 180, 260, 400, 700]) {
        const on = sampleCanvas(media, 203);
        const fits = maker.fits(bytes, on);
        const made = await maker.make(sampleContent(), testPayload(bytes), on);
        expect(made.ok).toBe(fits.ok);
        if (!made.ok || !fits.ok) continue;
        const { topDots, ...promised } = fits.value;
        expect(made.value.symbol).toMatchObject(promised);
        // On an endless roll the words above decide how far down the symbol comes.
        if (on.media.heightMm !== null) expect(made.value.symbol.topDots).toBe(topDots);
      }
    }
  });

  it('keeps the symbol and its quiet zone the same whatever the holder is called', async () => {
    const plain = symbolArea(await make({ kind: 'temporary', practice: true }));
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('ﷺ', '\u0301', 'ู', 'ي', 'W', '\u202e', '\u200d', ' ', 'ỗ', 'ड़') }),
    );
    await fc.assert(
      fc.asyncProperty(name, name, async (holderName, siteName) => {
        const badge = await make({ holderName, siteName, kind: 'temporary', practice: true });
        expect(symbolArea(badge)).toBe(plain);
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ['nothing', ''],
    ['only spaces', ' \u00a0\u2003 '],
    ['only control characters', '\u0000\u001b\u007f'],
    ['only bidi overrides', '\u202e\u2066\u2069'],
    ['only joiners', '\u200d\u200c\u200d'],
    ['letters no font has', '𓀀𓀁'],
    ['a lone surrogate', '\ud83d'],
  ])('prints the serial large when the name is %s', async (_what, holderName) => {
    const badge = await make({ holderName });
    expect(badge.advice).toEqual(['name-not-shown']);
    expect(badge.page.bits).toEqual((await make({ holderName: 'K7Q-4MX' })).page.bits);
  });

  it('prints what it can of a name and says that it is not all', async () => {
    const badge = await make({ holderName: '🦊 Fox' });
    expect(badge.advice).toEqual(['name-incomplete']);
    expect(badge.page.bits).toEqual((await make({ holderName: 'Fox' })).page.bits);
  });

  it('shortens a name of 500 letters and says so', async () => {
    for (const holderName of ['Aleksandra '.repeat(45), 'W'.repeat(500), 'ﷺ'.repeat(500)]) {
      expect((await make({ holderName })).advice).toEqual(['name-shortened']);
    }
  });

  it('leaves a place away rather than half of it: "Return to 2" would mislead', async () => {
    const badge = await make({ returnTo: '2番ゲート' });
    expect(badge.page.bits).toEqual((await make({ returnTo: '' })).page.bits);
  });

  it('falls back to English words when no font shows the language', async () => {
    expect((await make({ locale: 'ja' })).page.bits).toEqual((await make({ locale: 'en' })).page.bits);
  });

  it('mirrors the layout for a language that runs from right to left', async () => {
    const wide = sampleCanvas('label-86x54', 203);
    const [english, arabic] = [await make({ locale: 'en' }, wide), await make({ locale: 'ar' }, wide)];
    const edge = english.symbol.modules * english.symbol.dotsPerModule;
    expect(arabic.symbol.leftDots).toBe(arabic.page.widthDots - english.symbol.leftDots - edge);
    expect(await maker.prove(arabic.page, payload)).toEqual({ ok: true, value: undefined });
  });

  it('shows that a badge is temporary, for practice, or a copy', async () => {
    const plain = blackDots(await make());
    expect(blackDots(await make({ kind: 'temporary' }))).toBeGreaterThan(plain * 1.1);
    for (const changes of [{ practice: true }, { copy: 2 }, { copy: 3 }]) {
      expect((await make(changes)).page.bits).not.toEqual((await make()).page.bits);
    }
    for (const copy of [1, 0, -1, NaN, 1.5]) {
      expect((await make({ copy })).page.bits).toEqual((await make()).page.bits);
    }
  });

  it.each(['', 'soon', '2027-13-45T99:00:00Z', '0'])(
    'makes no badge with the end date %s',
    async (expiresAt) => {
      const made = await maker.make(sampleContent({ expiresAt }), payload, canvas);
      expect(made.ok ? '' : made.failure.code).toBe('bad-request');
    },
  );

  it.each([0, 2954, 100_000])('refuses a payload of %i bytes', async (bytes) => {
    const made = await maker.make(sampleContent(), new Uint8Array(bytes), canvas);
    expect(made.ok ? '' : made.failure.code).toBe('payload-invalid');
  });

  it('carries every byte value, not only text', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_each, at) => at);
    const made = valueOf(await maker.make(sampleContent(), bytes, canvas));
    expect(await maker.prove(made.page, bytes)).toEqual({ ok: true, value: undefined });
  });

  const absurd = [0, -1, NaN, Infinity, -Infinity, 1e-9];
  const paper = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 } as const;
  it.each([
    ...absurd.map((widthMm) => ({
      what: `width ${widthMm} mm`,
      on: { ...canvas, media: { ...paper, widthMm } },
    })),
    ...absurd.map((heightMm) => ({
      what: `height ${heightMm} mm`,
      on: { ...canvas, media: { ...paper, heightMm } },
    })),
    ...[...absurd, 20, 1e9].map((dpi) => ({ what: `${dpi} dpi`, on: { ...canvas, dpi } })),
    ...absurd.map((headDots) => ({ what: `a head of ${headDots} dots`, on: { ...canvas, headDots } })),
    { what: 'labels of unknown length', on: { ...canvas, media: { ...paper, heightMm: null } } },
  ])('refuses a canvas with $what', async ({ on }) => {
    for (const refused of [await maker.make(sampleContent(), payload, on), maker.fits(150, on)]) {
      expect(refused.ok ? '' : refused.failure.code).toBe('symbol-does-not-fit');
      if (!refused.ok) expect(Object.values(refused.failure.facts).every(Number.isFinite)).toBe(true);
    }
  });

  it('makes a page of sane size on paper of absurd size', async () => {
    const huge = { dpi: 600, headDots: 1e12, media: { ...paper, widthMm: 1e12, heightMm: 1e12 } };
    const badge = await make({}, huge);
    expect(badge.page.bits.length).toBeLessThan(6_000_000);
    expect(await maker.prove(badge.page, payload)).toEqual({ ok: true, value: undefined });
  });

  it('fails with font-missing where the fonts are not, and recovers when they are', async () => {
    const poor = new PageBadgeMaker({ fontDir: `${fontDir}-gone`, zxingWasm, systemFonts: [] });
    const made = await poor.make(sampleContent(), payload, canvas);
    expect(made.ok ? '' : made.failure.code).toBe('font-missing');
    expect((await poor.warmUp()).ok).toBe(false);
  });

  it('leaves the payload it was given as it was', async () => {
    const given = payload.slice();
    await maker.make(sampleContent(), given, canvas);
    expect(given).toEqual(payload);
  });
});
