import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PageBadgeMaker } from '../../src/main/badges/maker.ts';
import type { Canvas } from '../../src/main/badges/types.ts';
import type { BadgeContent } from '../../src/shared/badge/content.ts';
import type { Media } from '../../src/shared/printing/media.ts';
import type { Result } from '../../src/shared/result.ts';

/** The bundled fonts. */
export const fontDir = fileURLToPath(new URL('../../resources/fonts', import.meta.url));
export const zxingWasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** A badge maker with the bundled fonts and none of this machine, so that every machine draws the same. */
export function sampleMaker(systemFonts: readonly string[] = []): PageBadgeMaker {
  return new PageBadgeMaker({ fontDir, zxingWasm, systemFonts });
}

const standard: BadgeContent = {
  kind: 'standard',
  holderName: 'Marta Kowalska',
  siteName: 'Site North',
  returnTo: 'Gate 2',
  expiresAt: '2027-11-21T16:00:00.000Z',
  serial: 'K7Q-4MX',
  copy: 1,
  practice: false,
  locale: 'en',
  timeZone: 'Europe/Berlin',
};

export function sampleContent(changes: Partial<BadgeContent> = {}): BadgeContent {
  return { ...standard, ...changes };
}

/** Media of the layouts in docs, with the head of a printer that takes them, in millimetres. */
const media = {
  'label-54x86': { headMm: 104, kind: 'gap', widthMm: 54, heightMm: 86 },
  'label-86x54': { headMm: 104, kind: 'gap', widthMm: 86, heightMm: 54 },
  'label-62x100': { headMm: 58.9, kind: 'gap', widthMm: 62, heightMm: 100 },
  'square-2in': { headMm: 104, kind: 'gap', widthMm: 50.8, heightMm: 50.8 },
  'label-50x25': { headMm: 104, kind: 'gap', widthMm: 50, heightMm: 25 },
  'strip-29x90': { headMm: 58.9, kind: 'gap', widthMm: 29, heightMm: 90 },
  'receipt-80': { headMm: 72, kind: 'continuous', widthMm: 80, heightMm: null },
  'receipt-58': { headMm: 48, kind: 'continuous', widthMm: 58, heightMm: null },
} as const;

export type SampleMedia = keyof typeof media;
export const sampleMedia = Object.keys(media) as readonly SampleMedia[];

export function sampleCanvas(name: SampleMedia, dpi: number): Canvas {
  const { headMm, kind, widthMm, heightMm } = media[name];
  const loaded: Media = { kind, widthMm, heightMm, gapMm: kind === 'gap' ? 3 : 0 };
  // 832, 576 and 384 dots at 203 dpi, as the makers count 8 dots a millimetre.
  const perMm = dpi === 203 ? 8 : dpi / 25.4;
  return { dpi, headDots: Math.round(headMm * perMm), media: loaded };
}

/** The value of a result that a test takes for granted. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`Expected a value, got ${result.failure.code} ${JSON.stringify(result.failure.facts)}`);
}
