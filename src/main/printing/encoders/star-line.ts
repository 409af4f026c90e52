import type { Page } from '../../badges/types.ts';
import { ByteBuilder } from './bytes.ts';
import { aroundSymbol } from './drawn-symbol.ts';
import type { Encode, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBox } from './raster.ts';
import { starEnding, starReports } from './star-ending.ts';
import { starSymbol } from './star-symbol.ts';

/** ESC k takes 24 rows at a time, and ESC 0 makes a line feed exactly as tall. */
const bandRows = 24;

/** One receipt in Star Line Mode (Star, "Line Mode Command Specifications"): ESC k bands, each fed by its own line end. */
export const encodeStarLine: Encode = (page, _media, { profile, reportChanges, symbol }) => {
  assertPage(page);
  const job = new ByteBuilder();
  // ESC @ resets; ESC GS a 0 keeps images at the left; ESC 0 sets the line to 24 dots (3 mm at 8 dots per mm).
  job.push(0x1b, 0x40, 0x1b, 0x1d, 0x61, 0x00, 0x1b, 0x30);
  if (reportChanges === true) job.add(starReports);
  if (symbol === undefined) {
    bands(job, page);
  } else {
    const { above, below } = aroundSymbol(page, symbol);
    bands(job, above);
    job.add(starSymbol(symbol));
    bands(job, below);
  }
  return job.add(starEnding(profile.cutter)).bytes();
};

export const starLineEncoder: Encoder = {
  language: 'star-line',
  extension: 'starline',
  encode: encodeStarLine,
};

function bands(job: ByteBuilder, page: Page): void {
  for (let top = 0; top < page.heightDots; top += bandRows) {
    const to = Math.min(page.heightDots, top + bandRows);
    const box = inkBox(page, { from: top, to });
    const width = box === null ? 8 : box.left + box.width;
    job.push(0x1b, 0x6b).pushWord(Math.ceil(width / 8));
    job.add(cutBox(page, { left: 0, top, width, height: bandRows })).push(0x0a);
  }
}
