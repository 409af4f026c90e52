import type { Page } from '../../badges/types.ts';
import { ByteBuilder } from './bytes.ts';
import { aroundSymbol } from './drawn-symbol.ts';
import type { Encode, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBox, inkSpans } from './raster.ts';
import { starEnding, starReports } from './star-ending.ts';
import { starSymbol } from './star-symbol.ts';

/** A raster command costs nine bytes; shorter white gaps are cheaper inside an image. */
const worthSkipping = 12;
const maxRows = 255;
const defaultBandBytes = 8192;

/**
 * One receipt in StarPRNT (Star, "StarPRNT Command Specifications"): ESC GS S, the whole badge as raster bands. White rows
 * go out one byte wide, so that the length of the paper depends on no feed unit.
 */
export const encodeStarPrnt: Encode = (page, _media, { profile, reportChanges, symbol }) => {
  assertPage(page);
  const job = new ByteBuilder();
  // ESC @ resets; ESC GS a 0 keeps images at the left.
  job.push(0x1b, 0x40, 0x1b, 0x1d, 0x61, 0x00);
  if (reportChanges === true) job.add(starReports);
  const bandBytes = profile.quirks?.bandBytes ?? defaultBandBytes;
  if (symbol === undefined) {
    picture(job, page, bandBytes);
  } else {
    const { above, below } = aroundSymbol(page, symbol);
    picture(job, above, bandBytes);
    job.add(starSymbol(symbol));
    picture(job, below, bandBytes);
  }
  return job.add(starEnding(profile.cutter)).bytes();
};

export const starPrntEncoder: Encoder = {
  language: 'starprnt',
  extension: 'starprnt',
  encode: encodeStarPrnt,
};

function picture(job: ByteBuilder, page: Page, bandBytes: number): void {
  let done = 0;
  for (const span of inkSpans(page, worthSkipping)) {
    blank(job, span.from - done);
    const box = inkBox(page, span);
    const width = box === null ? 8 : box.left + box.width;
    const rowBytes = Math.ceil(width / 8);
    const most = Math.max(1, Math.min(maxRows, Math.floor(bandBytes / rowBytes)));
    for (let top = span.from; top < span.to; top += most) {
      const height = Math.min(most, span.to - top);
      raster(job, rowBytes, cutBox(page, { left: 0, top, width, height }));
    }
    done = span.to;
  }
  blank(job, page.heightDots - done);
}

/** ESC GS S: m = 1 (one colour), width in bytes, height in rows, colour 0. */
function raster(job: ByteBuilder, rowBytes: number, rows: Uint8Array): void {
  job
    .push(0x1b, 0x1d, 0x53, 0x01)
    .pushWord(rowBytes)
    .pushWord(rows.length / rowBytes)
    .push(0x00)
    .add(rows);
}

function blank(job: ByteBuilder, rows: number): void {
  for (let left = rows; left > 0; left -= maxRows) raster(job, 1, new Uint8Array(Math.min(left, maxRows)));
}
