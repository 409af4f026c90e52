import { readFileSync, writeFileSync } from 'node:fs';
import { encoderFor } from '../src/main/printing/encoders/index.ts';
import { valueOf } from '../test/fakes/badge-samples.ts';
import { testProfile } from '../test/fakes/test-profile.ts';
import { makeBadge, payload } from './badge.ts';
import { canvasPage } from './peers/canvas-page.ts';
import { encoderPeers } from './peers/encoders.ts';

const dpi = 600;

/**
 * How far memory in use rises above what it was, at its highest, in MB, while a page is made and turned into ZPL. Fonts
 * are loaded before. Linux keeps the highest figure and forgets it on request (proc(5), clear_refs); no other system does.
 */
export async function peakOf(who: string | undefined): Promise<number> {
  const work = who === 'ours' ? ours : theirs;
  await (who === 'ours' ? makeBadge(203) : canvasPage(203, payload));
  // Without a collection first, garbage of the start would make room that the work then seems not to need.
  (globalThis as { gc?: () => void }).gc?.();
  writeFileSync('/proc/self/clear_refs', '5');
  const before = highWaterMb();
  await work();
  // The kernel counts in batches, so what fits into memory in use already can come out a little below nothing.
  return Math.max(0, highWaterMb() - before);
}

function highWaterMb(): number {
  const kb = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kb === undefined) throw new Error('This system does not say how much memory was in use');
  return Number(kb) / 1024;
}

async function ours(): Promise<void> {
  const { page } = await makeBadge(dpi);
  const profile = testProfile('zpl', { dpi, headDots: 2457 });
  const media = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 } as const;
  valueOf(encoderFor('zpl')).encode(page, media, { profile });
}

async function theirs(): Promise<void> {
  const bits = await canvasPage(dpi, payload);
  const width = Math.ceil(Math.round((54 * dpi) / 25.4) / 8) * 8;
  const dots = new Uint8Array(bits.length * 8);
  for (let at = 0; at < dots.length; at += 1) dots[at] = ((bits[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
  await encoderPeers.zpl?.[0]?.encode({ width, height: dots.length / width, dots });
}
