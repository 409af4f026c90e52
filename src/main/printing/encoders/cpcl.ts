import { mmToDots, type Media } from '../../../shared/printing/media.ts';
import type { Page } from '../../badges/types.ts';
import { ascii, ByteBuilder } from './bytes.ts';
import type { Encode, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBoxes } from './raster.ts';

/** A CG command costs some twenty bytes; shorter white gaps are cheaper inside an image. */
const worthSkipping = 8;

/** How the printer finds the end of a label (Zebra, CPCL Programming Guide, "Media Management Commands"). */
const sensing: Readonly<Record<Media['kind'], string>> = {
  continuous: 'JOURNAL\r\n',
  gap: 'GAP-SENSE\r\n',
  mark: 'BAR-SENSE\r\n',
  card: '',
};

/** One label in CPCL, the language of mobile Zebra printers and their like (Zebra, CPCL Programming Guide). */
export const encodeCpcl: Encode = (page, media) => {
  assertPage(page);
  const job = new ByteBuilder();
  // ! offset, dots per inch across and along, height, copies.
  job.text(`! 0 ${page.dpi} ${page.dpi} ${height(page, media)} 1\r\nPAGE-WIDTH ${page.widthDots}\r\n`);
  job.text(sensing[media.kind]);
  for (const box of inkBoxes(page, worthSkipping)) {
    job
      .text(`CG ${box.width / 8} ${box.height} ${box.left} ${box.top} `)
      .add(cutBox(page, box))
      .text('\r\n');
  }
  // FORM goes on to the top of the next label; a roll has none.
  return job.add(ascii(media.kind === 'continuous' ? 'PRINT\r\n' : 'FORM\r\nPRINT\r\n')).bytes();
};

export const cpclEncoder: Encoder = { language: 'cpcl', extension: 'cpcl', encode: encodeCpcl };

function height(page: Page, media: Media): number {
  const isRoll = media.kind === 'continuous' || media.heightMm === null;
  return isRoll ? page.heightDots : mmToDots(media.heightMm ?? 0, page.dpi);
}
