import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isBlack } from '../../../src/main/badges/page.ts';
import { pageToPng } from '../../../src/main/badges/preview.ts';
import type { BadgeContent } from '../../../src/shared/badge/content.ts';
import {
  sampleCanvas,
  sampleContent,
  sampleMaker,
  valueOf,
  type SampleMedia,
} from '../../fakes/badge-samples.ts';
import { testPayload } from '../../fakes/pages.ts';

/**
 * Golden badges: what each layout looks like, dot by dot. A changed image is reviewed like code: run the test with
 * UPDATE_GOLDEN=1 and look at what changed.
 */
const golden = fileURLToPath(new URL('../../golden/badges', import.meta.url));

const arabic = {
  locale: 'ar',
  siteName: 'الموقع الشمالي',
  returnTo: 'البوابة 2',
  serial: '234-ABC',
} as const;
const hebrew = { locale: 'he', holderName: 'יעל בן־דוד', siteName: 'אתר צפון', returnTo: 'שער 2' } as const;

const badges: readonly (readonly [SampleMedia, number, string, Partial<BadgeContent>])[] = [
  ['label-54x86', 203, 'standard', {}],
  ['label-54x86', 300, 'temporary', { kind: 'temporary' }],
  ['label-54x86', 203, 'practice-copy', { practice: true, copy: 2, holderName: 'Łucja Żółkiewska-Ślązak' }],
  [
    'label-54x86',
    203,
    'arabic-temporary',
    { ...arabic, kind: 'temporary', holderName: 'محمد عبد الرحمن', copy: 2 },
  ],
  ['label-54x86', 203, 'vietnamese', { holderName: 'Nguyễn Thị Ánh Tuyết', siteName: 'Nhà máy' }],
  ['label-86x54', 203, 'hebrew', { ...hebrew, practice: true }],
  ['label-62x100', 300, 'greek', { holderName: 'Ελένη Παπαδοπούλου' }],
  ['square-2in', 203, 'temporary', { kind: 'temporary' }],
  ['label-50x25', 203, 'temporary', { kind: 'temporary', practice: true }],
  ['strip-29x90', 300, 'standard', { holderName: 'Анна Сергеевна Щукина' }],
  ['receipt-80', 203, 'temporary', { kind: 'temporary', locale: 'de' }],
  ['receipt-58', 203, 'standard', { holderName: 'Ana García Márquez', locale: 'es' }],
];

/** The same with a site's logo, in every layout: where words would get small for its sake, it is left out. */
const withLogo: typeof badges = [
  ['label-54x86', 203, 'logo', {}],
  ['label-54x86', 203, 'logo-arabic', { ...arabic, holderName: 'محمد عبد الرحمن', practice: true }],
  ['label-54x86', 300, 'logo-temporary', { kind: 'temporary' }],
  ['label-86x54', 203, 'logo-hebrew', { ...hebrew, kind: 'temporary' }],
  ['label-62x100', 300, 'logo', { holderName: 'Anand Krishnamurthy-Vasudevan' }],
  ['label-62x100', 600, 'logo', {}],
  ['square-2in', 203, 'logo', {}],
  ['label-50x25', 203, 'logo-temporary', { kind: 'temporary' }],
  ['strip-29x90', 300, 'logo', {}],
  ['receipt-80', 203, 'logo', { practice: true }],
  ['receipt-58', 203, 'logo-temporary', { kind: 'temporary', locale: 'de' }],
];

const maker = sampleMaker();
const logoMaker = sampleMaker();
beforeAll(async () => {
  const file = fileURLToPath(new URL('../../fixtures/badges/logo.png', import.meta.url));
  expect(await logoMaker.useLogo(file)).toBeNull();
});

describe('golden badges', () => {
  it.each([
    ...badges.map((row) => [...row, maker] as const),
    ...withLogo.map((row) => [...row, logoMaker] as const),
  ])('%s at %i dpi, %s', async (media, dpi, name, changes, drawnBy) => {
    const payload = testPayload(150);
    const badge = valueOf(await drawnBy.make(sampleContent(changes), payload, sampleCanvas(media, dpi)));
    expect(await drawnBy.prove(badge.page, payload)).toEqual({ ok: true, value: undefined });
    const file = `${golden}/${media}-${dpi}-${name}.png`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, await pageToPng(badge.page));
    const expected = PNG.sync.read(readFileSync(file));
    const { page } = badge;
    expect([page.widthDots, page.heightDots]).toEqual([expected.width, expected.height]);
    let different = 0;
    for (let y = 0; y < page.heightDots; y += 1) {
      for (let x = 0; x < page.widthDots; x += 1) {
        const isDark = (expected.data[(y * expected.width + x) * 4] ?? 255) === 0;
        if (isDark !== isBlack(page, x, y)) different += 1;
      }
    }
    expect(different).toBe(0);
  });
});
