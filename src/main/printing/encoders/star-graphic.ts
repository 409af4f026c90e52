import { ByteBuilder } from './bytes.ts';
import type { Encode, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBox, inkSpans } from './raster.ts';
import { starReports } from './star-ending.ts';

/** A feed costs about seven bytes and an empty row three, so a few white rows are sent as rows. */
const worthSkipping = 3;

/**
 * One receipt in Star Graphic Mode (Star, "Star Graphic Mode Command Specifications"), the only language of the TSP100.
 * Leaving raster mode cuts, because that is what its end-of-page mode does unless told otherwise.
 */
export const encodeStarGraphic: Encode = (page, _media, { profile, reportChanges }) => {
  assertPage(page);
  const job = new ByteBuilder();
  if (reportChanges === true) job.add(starReports);
  // ESC * r R resets raster mode, A enters it, P 0 is a page without an end.
  job.text('\x1b*rR\x1b*rA\x1b*rP0\0');
  // E 1: no cut and no feed at the end, for a printer without a cutter.
  if (profile.cutter === 'none') job.text('\x1b*rE1\0');
  let done = 0;
  for (const span of inkSpans(page, worthSkipping)) {
    feed(job, span.from - done);
    for (let top = span.from; top < span.to; top += 1) {
      const box = inkBox(page, { from: top, to: top + 1 });
      const width = box === null ? 8 : box.left + box.width;
      const row = cutBox(page, { left: 0, top, width, height: 1 });
      // b: one row of n bytes, then on by one dot.
      job.push(0x62).pushWord(row.length).add(row);
    }
    done = span.to;
  }
  feed(job, page.heightDots - done);
  return job.text('\x1b*rB').bytes();
};

export const starGraphicEncoder: Encoder = {
  language: 'star-graphic',
  extension: 'stargraphic',
  encode: encodeStarGraphic,
};

/** ESC * r Y n NUL: on by n dots. */
function feed(job: ByteBuilder, rows: number): void {
  if (rows > 0) job.text(`\x1b*rY${rows}\0`);
}
