import type { Page } from '../../badges/types.ts';
import { ByteBuilder } from './bytes.ts';
import { realTimePairs, thickenPairs } from './escpos-realtime.ts';
import { cutBox, inkBox, inkSpans, type Box, type Span } from './raster.ts';

/** One raster command's worth of packed rows. */
interface Band {
  readonly rowBytes: number;
  readonly rows: Uint8Array;
}

export interface EscposRasterOptions {
  readonly command: 'gs-v-0' | 'gs-8-l';
  readonly bandBytes: number;
}

/** Rows a raster command may carry. Fewer than 24 print in jerks; more than 255 would need a second count byte. */
const minRows = 24;
const maxRows = 255;
/** A raster command costs 8 to 24 bytes, so shorter white gaps are cheaper inside a band. */
const worthSkipping = 16;

/**
 * A page as a chain of raster commands that follow each other without a gap.
 *
 * White rows go out one byte wide instead of as a paper feed: a feed depends on the motion unit, which models disagree
 * about (ESC J counts 1/360 inch on some), and a row of image is exactly one row on all of them. All bands of one inked
 * part share one left edge, so that a printer that ignores the margin moves a symbol but cannot tear it apart.
 */
export function escposRaster(page: Page, options: EscposRasterOptions): Uint8Array {
  const job = new ByteBuilder();
  let done = 0;
  for (const span of inkSpans(page, worthSkipping)) {
    job.add(blankRows(span.from - done, options));
    job.add(inkedRows(page, span, options));
    done = span.to;
  }
  return job.add(blankRows(page.heightDots - done, options)).bytes();
}

function blankRows(rows: number, options: EscposRasterOptions): Uint8Array {
  const job = new ByteBuilder();
  for (let left = rows; left > 0; left -= maxRows) {
    write(job, { rowBytes: 1, rows: new Uint8Array(Math.min(left, maxRows)) }, options);
  }
  return job.bytes();
}

/** The first of eight places to begin a byte at whose bytes hold no real-time pair; else the best of them, thickened. */
function inkedRows(page: Page, span: Span, options: EscposRasterOptions): Uint8Array {
  const box = inkBox(page, span);
  if (box === null) return blankRows(span.to - span.from, options);
  let best: { bytes: Uint8Array; bands: Band[]; left: number; pairs: number } | null = null;
  for (let shift = 0; shift < 8 && shift <= box.left; shift += 1) {
    const left = box.left - shift;
    const bands = cutBands(page, box, left, options.bandBytes);
    const bytes = writeBands(bands, left, options);
    const pairs = realTimePairs(bytes).length;
    if (pairs === 0) return bytes;
    if (best === null || pairs < best.pairs) best = { bytes, bands, left, pairs };
  }
  if (best === null) throw new RangeError('A box of ink begins left of its page');
  for (const band of best.bands) thickenPairs(band.rows);
  return writeBands(best.bands, best.left, options);
}

function cutBands(page: Page, box: Box, left: number, bandBytes: number): Band[] {
  const bands: Band[] = [];
  const widest = Math.ceil((box.left + box.width - left) / 8);
  const wanted = Math.max(minRows, Math.min(maxRows, Math.floor(bandBytes / widest)));
  const bottom = box.top + box.height;
  for (let top = box.top; top < bottom; top += wanted) {
    const height = Math.min(wanted, bottom - top);
    const ink = inkBox(page, { from: top, to: top + height });
    const width = ink === null ? 1 : ink.left + ink.width - left;
    bands.push({ rowBytes: Math.ceil(width / 8), rows: cutBox(page, { left, top, width, height }) });
  }
  return bands;
}

/** GS L sets the left edge in motion units, which are dots unless somebody changed them (Epson reference, GS L, GS P). */
function writeBands(bands: readonly Band[], left: number, options: EscposRasterOptions): Uint8Array {
  const job = new ByteBuilder().push(0x1d, 0x4c).pushWord(left);
  for (const band of bands) write(job, band, options);
  return job.bytes();
}

function write(job: ByteBuilder, band: Band, options: EscposRasterOptions): void {
  const height = band.rows.length / band.rowBytes;
  if (options.command === 'gs-v-0') {
    job.add(gsV0(band.rowBytes, height)).add(band.rows);
    return;
  }
  const header = gs8L(band.rowBytes, height);
  if (realTimePairs(header).length === 0) {
    // GS ( L, function 50: prints what function 112 stored.
    job.add(header).add(band.rows).push(0x1d, 0x28, 0x4c, 0x02, 0x00, 0x30, 0x32);
    return;
  }
  // A byte count such as 0410h would itself read as DLE EOT; two shorter bands have other counts.
  const cut = band.rowBytes * Math.ceil(height / 2);
  write(job, { ...band, rows: band.rows.subarray(0, cut) }, options);
  write(job, { ...band, rows: band.rows.subarray(cut) }, options);
}

/** GS v 0: m = 0 (normal size), width in bytes, height in rows (Epson ESC/POS reference, GS v 0). */
function gsV0(rowBytes: number, height: number): Uint8Array {
  return new ByteBuilder().push(0x1d, 0x76, 0x30, 0x00).pushWord(rowBytes).pushWord(height).bytes();
}

/**
 * GS 8 L, function 112 (raster, into the print buffer): a = 30h, scale 1 × 1, colour 31h, width in dots (Epson ESC/POS
 * reference, GS ( L / GS 8 L). The 32-bit length counts everything after itself.
 */
function gs8L(rowBytes: number, height: number): Uint8Array {
  const length = 10 + rowBytes * height;
  return new ByteBuilder()
    .push(0x1d, 0x38, 0x4c)
    .pushWord(length & 0xffff)
    .pushWord(length >>> 16)
    .push(0x30, 0x70, 0x30, 0x01, 0x01, 0x31)
    .pushWord(rowBytes * 8)
    .pushWord(height)
    .bytes();
}
