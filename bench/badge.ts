import { sampleCanvas, sampleContent, sampleMaker, valueOf } from '../test/fakes/badge-samples.ts';
import { testPayload } from '../test/fakes/pages.ts';
import type { Badge } from '../src/main/badges/types.ts';

/** The badge of every figure: 54 × 86 mm, a payload as long as those seen in public, QR code and four lines of text. */
export const payload = testPayload(180);
export const dpis = [203, 300, 600] as const;

const maker = sampleMaker();

export async function makeBadge(dpi: number): Promise<Badge> {
  return valueOf(await maker.make(sampleContent(), payload, sampleCanvas('label-54x86', dpi)));
}
