import { mmToDots, type Media } from '../../../shared/printing/media.ts';
import type { Page } from '../../badges/types.ts';
import { ByteBuilder } from './bytes.ts';
import type { Encode, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBoxes } from './raster.ts';

const ESC = 0x1b;
/** White gaps shorter than this stay inside a run of rows. */
const worthSkipping = 4;
/** A job that broke off leaves the printer waiting for at most 84 bytes of a row; these end it, and are harmless otherwise. */
const synchronising = new Uint8Array(100).fill(ESC);
/** A length that never ends: the printer looks for no top of form (ESC L with the highest bit set). */
const endless = 0xffff;

/**
 * One label in the raster language of the DYMO LabelWriter 300 to 450 ("LabelWriter 450 Series Printers Technical
 * Reference Manual"). LabelWriter 550 and 5XL speak another one and take DYMO paper only.
 */
export const encodeDymo: Encode = (page, media) => {
  assertPage(page);
  const job = new ByteBuilder();
  const length = labelLength(page, media);
  job.add(synchronising).push(ESC, 0x40);
  // ESC L: high byte first, unlike everything else in this language.
  job.push(ESC, 0x4c, length >> 8, length & 0xff);
  // ESC e: normal darkness.
  job.push(ESC, 0x65);
  let done = 0;
  for (const box of inkBoxes(page, worthSkipping)) {
    skip(job, box.top - done);
    const rowBytes = box.width / 8;
    // ESC B: bytes to begin after; ESC D: bytes in a row.
    job.push(ESC, 0x42, box.left / 8, ESC, 0x44, rowBytes);
    const rows = cutBox(page, box);
    for (let at = 0; at < rows.length; at += rowBytes) job.push(0x16).add(rows.subarray(at, at + rowBytes));
    done = box.top + box.height;
  }
  if (media.kind === 'continuous') skip(job, page.heightDots - done);
  // ESC E: on to the tear bar.
  return job.push(ESC, 0x45).bytes();
};

export const dymoEncoder: Encoder = { language: 'dymo', extension: 'dymo', encode: encodeDymo };

/** ESC f 1 n: n white rows. */
function skip(job: ByteBuilder, rows: number): void {
  for (let left = rows; left > 0; left -= 255) job.push(ESC, 0x66, 0x01, Math.min(255, left));
}

function labelLength(page: Page, media: Media): number {
  return media.kind === 'continuous' || media.heightMm === null
    ? endless
    : mmToDots(media.heightMm, page.dpi);
}
