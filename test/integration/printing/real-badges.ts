import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PageBadgeMaker } from '../../../src/main/badges/maker.ts';
import type { Badge, Canvas } from '../../../src/main/badges/types.ts';
import type { BadgeContent } from '../../../src/shared/badge/content.ts';

const content: BadgeContent = {
  kind: 'standard',
  holderName: 'Zoë Ångström-Krüger',
  siteName: 'Site North',
  returnTo: 'Gate 2',
  expiresAt: '2027-11-21T08:00:00.000Z',
  serial: 'K7Q-4MX',
  copy: 1,
  practice: true,
  locale: 'en',
  timeZone: 'UTC',
};

const maker = new PageBadgeMaker({
  fontDir: fileURLToPath(new URL('../../../resources/fonts', import.meta.url)),
  zxingWasm: createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  systemFonts: [],
});

/** Whether a payload of this length fits at all; the size advisor refuses what nobody could scan. */
export function fitsOn(payloadBytes: number, canvas: Canvas): boolean {
  return maker.fits(payloadBytes, canvas).ok;
}

/** A badge as the app makes it, text and all. */
export async function realBadge(
  payload: Uint8Array,
  canvas: Canvas,
  changes: Partial<BadgeContent> = {},
): Promise<Badge> {
  const made = await maker.make({ ...content, ...changes }, payload, canvas);
  if (!made.ok) throw new Error(`No badge: ${made.failure.code} ${JSON.stringify(made.failure.facts)}`);
  return made.value;
}
