import { encoderFor } from '../../../src/main/printing/encoders/index.ts';
import { printableArea, type Encoder } from '../../../src/main/printing/encoders/encoder.ts';
import { findProfile, profiles } from '../../../src/main/printing/profiles/index.ts';
import type { Canvas } from '../../../src/main/badges/types.ts';
import type { Media } from '../../../src/shared/printing/media.ts';
import { languages, type Language, type PrinterProfile } from '../../../src/shared/printing/profile.ts';
import { fitsOn } from './real-badges.ts';

const gap = (widthMm: number, heightMm: number): Media => ({ kind: 'gap', widthMm, heightMm, gapMm: 3 });
const roll = (widthMm: number): Media => ({ kind: 'continuous', widthMm, heightMm: null, gapMm: 0 });

/** Sizes named in docs/printers.md; every language takes each of them unless `absent` says why not. */
export const layouts = {
  '54 × 86': gap(54, 86),
  '86 × 54': gap(86, 54),
  '62 × 100': gap(62, 100),
  '2 in square': gap(50.8, 50.8),
  '50 × 25': gap(50, 25),
  '29 × 90': gap(29, 90),
  'roll 58': roll(58),
  'roll 80': roll(80),
} as const satisfies Readonly<Record<string, Media>>;
export type Layout = keyof typeof layouts;

export const payloads = [100, 180, 260, 400] as const;

interface Row {
  readonly profile: string;
  readonly layouts: readonly Layout[];
  /** Media beside the layouts: other ways to find the end of a label, other widths. */
  readonly more?: readonly Media[];
  /** Dots between the left edge of the head and the page, where the page does not begin at the first pin. */
  readonly left?: number;
}

const all = Object.keys(layouts) as readonly Layout[];
const rolls = ['roll 58', 'roll 80'] as const;
const marked: Media = { kind: 'mark', widthMm: 54, heightMm: 86, gapMm: 3 };
const card: Media = { kind: 'card', widthMm: 54, heightMm: 86, gapMm: 0 };

/** Each language at every resolution its printers have. */
const rows: readonly Row[] = [
  { profile: 'zebra-zd421-203', layouts: all, more: [marked, card] },
  { profile: 'zebra-zd421-300', layouts: all },
  { profile: 'zebra-zt411-600', layouts: all },
  { profile: 'epson-tm-t20iii', layouts: ['roll 80'] },
  { profile: 'epson-tm-t88vi', layouts: ['roll 80'] },
  { profile: 'generic-escpos-58', layouts: ['roll 58'] },
  { profile: 'star-mc-print3', layouts: ['roll 80'] },
  { profile: 'star-mc-print2', layouts: ['roll 58'] },
  { profile: 'star-tsp654ii', layouts: rolls },
  { profile: 'star-tsp143iii', layouts: rolls },
  { profile: 'zebra-lp2844', layouts: all, more: [marked] },
  { profile: 'tsc-te200', layouts: all },
  { profile: 'tsc-te300', layouts: all, more: [marked] },
  { profile: 'zebra-qln320', layouts: all },
  { profile: 'dymo-lw-4xl', layouts: all },
  { profile: 'dymo-lw-450', layouts: ['54 × 86'] },
  { profile: 'dymo-lw-se450', layouts: all },
  { profile: 'brother-ql-570', layouts: ['62 × 100'], more: [roll(62)], left: 12 },
  { profile: 'brother-ql-570', layouts: ['29 × 90'], left: 408 },
  { profile: 'brother-ql-820nwb', layouts: ['62 × 100'], more: [roll(62)], left: 12 },
  { profile: 'brother-ql-1100', layouts: [], more: [roll(102)], left: 76 },
  { profile: 'brother-ql-820nwb-600', layouts: ['62 × 100', '29 × 90'], more: [roll(62)] },
];

interface Absence {
  readonly languages: readonly Language[];
  readonly layouts: readonly Layout[];
  readonly dpi?: number;
  readonly why: string;
}

/** What is missing, and why that is right. */
export const absent: readonly Absence[] = [
  {
    languages: ['escpos', 'starprnt', 'star-line', 'star-graphic'],
    layouts: all.filter((layout) => !layout.startsWith('roll')),
    why: 'receipt printers: paper from a roll, no labels',
  },
  {
    languages: ['escpos'],
    layouts: ['roll 58'],
    dpi: 180,
    why: '58 mm receipt printers have 203 dpi',
  },
  {
    languages: ['brother-ql'],
    layouts: ['54 × 86', '86 × 54', '2 in square', '50 × 25', 'roll 58', 'roll 80'],
    why: 'Brother prints on its own rolls alone, and there are none of this size',
  },
];

export interface Case {
  readonly name: string;
  readonly language: Language;
  readonly layout: Layout | null;
  readonly profile: PrinterProfile;
  readonly encoder: Encoder;
  readonly media: Media;
  readonly canvas: Canvas;
  readonly bytes: number;
  readonly left: number;
  /** Whether the size advisor takes it; what it refuses is not printed, and listed. */
  readonly fits: boolean;
}

export const cases: readonly Case[] = rows.flatMap((row) => {
  const profile = must(findProfile(row.profile));
  const { language } = profile;
  if (language === 'driver') throw new Error('A driver has no language');
  const encoder = must(encoderFor(language));
  const media = [
    ...row.layouts.map((layout) => ({ layout, media: layouts[layout], sizes: payloads })),
    ...(row.more ?? []).map((each) => ({ layout: null, media: each, sizes: [100, 400] })),
  ];
  return media.flatMap((each) => {
    const canvas = must(printableArea(encoder, profile, each.media));
    const { kind, widthMm, heightMm } = each.media;
    return each.sizes.map((bytes) => ({
      name: `${row.profile}, ${each.layout ?? `${kind} ${widthMm} × ${heightMm ?? 'roll'}`}, ${bytes} bytes`,
      language,
      layout: each.layout,
      profile,
      encoder,
      media: each.media,
      canvas,
      bytes,
      left: row.left ?? 0,
      fits: fitsOn(bytes, canvas),
    }));
  });
});

export interface Cell {
  readonly language: Language;
  readonly dpi: number;
  readonly layout: Layout;
  readonly bytes: number;
  readonly state: 'judged' | 'refused' | 'missing';
  /** Why it is not there; null when it is, or when nobody has said why. */
  readonly why: string | null;
}

/** Every cell there should be: all resolutions of which there is a profile, all layouts, all payloads. */
export function coverage(): readonly Cell[] {
  return languages.flatMap((language) => {
    const heads = new Set(profiles.filter((each) => each.language === language).map(({ dpi }) => dpi));
    return [...heads]
      .toSorted((a, b) => a - b)
      .flatMap((dpi) =>
        all.flatMap((layout) =>
          payloads.map((bytes): Cell => {
            const found = cases.find(
              (each) =>
                each.language === language &&
                each.profile.dpi === dpi &&
                each.layout === layout &&
                each.bytes === bytes,
            );
            const excuse = absent.find(
              (each) =>
                each.languages.includes(language) &&
                each.layouts.includes(layout) &&
                (each.dpi === undefined || each.dpi === dpi),
            );
            const state = found === undefined ? 'missing' : found.fits ? 'judged' : 'refused';
            return { language, dpi, layout, bytes, state, why: excuse?.why ?? null };
          }),
        ),
      );
  });
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: object },
): T {
  if (!result.ok) throw new Error(`not ok: ${JSON.stringify(result.failure)}`);
  return result.value;
}
