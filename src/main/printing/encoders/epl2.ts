import { mmToDots, type Media } from '../../../shared/printing/media.ts';
import type { Page } from '../../badges/types.ts';
import { ascii, ByteBuilder } from './bytes.ts';
import type { Encode, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBoxes, inverted } from './raster.ts';

/** A GW command costs some twenty bytes; shorter white gaps are cheaper inside an image. */
const worthSkipping = 8;

/**
 * One label in EPL2 (Zebra, EPL Programming Guide). In GW a bit of 0 is a black dot; the data follow a comma (Zebra's
 * note "Details related to the GW EPL Command").
 */
export const encodeEpl2: Encode = (page, media) => {
  assertPage(page);
  const job = new ByteBuilder();
  // N clears the image buffer and must stand on a line of its own; q sets the width, ZT prints from the top.
  job.text(`\nN\nq${page.widthDots}\n${form(page, media)}ZT\n`);
  for (const box of inkBoxes(page, worthSkipping)) {
    const rows = cutBox(page, box);
    job
      .text(`GW${box.left},${box.top},${box.width / 8},${box.height},`)
      .add(inverted(rows))
      .text('\n');
  }
  return job.add(ascii('P1\n')).bytes();
};

export const epl2Encoder: Encoder = { language: 'epl2', extension: 'epl', encode: encodeEpl2 };

/** Q: label length and gap in dots; `B` before the second means a black line, 0 means an endless roll. */
function form(page: Page, media: Media): string {
  if (media.kind === 'continuous' || media.heightMm === null) return `Q${page.heightDots},0\n`;
  const length = mmToDots(media.heightMm, page.dpi);
  // The printer takes gaps of 16 to 240 dots (EPL Programming Guide, Q).
  const gap = Math.min(240, Math.max(16, mmToDots(media.gapMm, page.dpi)));
  if (media.kind === 'mark') return `Q${length},B${gap}\n`;
  return media.kind === 'gap' ? `Q${length},${gap}\n` : '';
}
