import type { Media } from '../../../shared/printing/media.ts';
import type { Page } from '../../badges/types.ts';
import { ascii, ByteBuilder } from './bytes.ts';
import type { Encode, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBoxes, inverted } from './raster.ts';

/** A BITMAP command costs some thirty bytes; shorter white gaps are cheaper inside an image. */
const worthSkipping = 8;

/**
 * One label in TSPL or TSPL2 (TSC, "TSPL/TSPL2 Programming Language"). In BITMAP a bit of 0 is a black dot. SET REPRINT OFF
 * keeps the printer from printing the label again by itself after an error.
 */
export const encodeTspl: Encode = (page, media, { symbol }) => {
  assertPage(page);
  const job = new ByteBuilder();
  job.text(`\r\n${form(page, media)}DIRECTION 0\r\nREFERENCE 0,0\r\nSET REPRINT OFF\r\nCLS\r\n`);
  for (const box of inkBoxes(page, worthSkipping)) {
    const rows = cutBox(page, box);
    job.text(`BITMAP ${box.left},${box.top},${box.width / 8},${box.height},0,`);
    job.add(inverted(rows)).text('\r\n');
  }
  if (symbol !== undefined) {
    const { left, top, level, dotsPerModule, text } = symbol;
    // QRCODE x,y,level,cell,mode (A = the printer chooses),rotation,model 2
    job.text(`QRCODE ${left},${top},${level},${dotsPerModule},A,0,M2,"${text}"\r\n`);
  }
  return job.add(ascii('PRINT 1,1\r\n')).bytes();
};

export const tsplEncoder: Encoder = { language: 'tspl', extension: 'tspl', encode: encodeTspl };

/** SIZE, and GAP or BLINE: how the printer finds the next label. */
function form(page: Page, media: Media): string {
  const mm = (value: number): string => `${Math.round(value * 100) / 100} mm`;
  const pageMm = (page.heightDots / page.dpi) * 25.4;
  const size = (height: number): string => `SIZE ${mm(media.widthMm)},${mm(height)}\r\n`;
  if (media.kind === 'continuous' || media.heightMm === null) return `${size(pageMm)}GAP 0 mm,0 mm\r\n`;
  if (media.kind === 'mark') return `${size(media.heightMm)}BLINE ${mm(media.gapMm)},0 mm\r\n`;
  return media.kind === 'gap'
    ? `${size(media.heightMm)}GAP ${mm(media.gapMm)},0 mm\r\n`
    : size(media.heightMm);
}
