import { mmToDots, type Media } from '../../../shared/printing/media.ts';
import type { Page } from '../../badges/types.ts';
import { ascii, ByteBuilder } from './bytes.ts';
import type { Encode, EncodeOptions, Encoder } from './encoder.ts';
import { assertPage, cutBox, inkBox, inkSpans, type Box, type Span } from './raster.ts';
import type { DrawnSymbol } from './drawn-symbol.ts';
import { smallestGraphic } from './zpl-graphic.ts';

/** `^GF` takes counts of 1 to 99 999 (ZPL II Programming Guide, ^GF, parameters b and c). */
const maxFieldBytes = 99_999;

/** A symbol is tall, a line of text is not. Each gets a field of its own, so that neither pays for the other's width. */
const tallMm = 12;

/** Media tracking: how the printer finds the end of a label (ZPL II Programming Guide, ^MN). */
const tracking: Readonly<Record<Media['kind'], string>> = {
  continuous: '^MNN',
  gap: '^MNY',
  mark: '^MNM',
  card: '',
};

/** Direct or transfer (^MT). A printer that can do both keeps the setting its owner chose. */
const printMethod: Readonly<Record<EncodeOptions['profile']['process'], string>> = {
  direct: '^MTD',
  transfer: '^MTT',
  either: '',
  card: '',
};

/**
 * One label in ZPL II.
 *
 * Nothing here is saved in the printer (no ^JU). `^JZN` keeps it from printing the label again by itself after an
 * error, because a second copy of a badge is a second key. Rows and columns without ink are not sent.
 */
export const encodeZpl: Encode = (page, media, options) => {
  assertPage(page);
  const job = new ByteBuilder();
  job.add(ascii(labelHead(page, media, options)));
  for (const block of blocks(page))
    for (const field of split(block)) job.add(ascii(graphicField(page, field)));
  if (options.symbol !== undefined) job.add(ascii(symbolField(options.symbol)));
  return job.add(ascii('^PQ1^XZ\n')).bytes();
};

export const zplEncoder: Encoder = { language: 'zpl', extension: 'zpl', encode: encodeZpl };

function labelHead(page: Page, media: Media, options: EncodeOptions): string {
  const length =
    media.kind === 'continuous' || media.heightMm === null
      ? page.heightDots
      : mmToDots(media.heightMm, page.dpi);
  return (
    '^XA^JZN^CI28^PON^PMN^LH0,0' +
    tracking[media.kind] +
    printMethod[options.profile.process] +
    `^PW${page.widthDots}^LL${length}`
  );
}

/** The inked parts of a page: each tall one by itself, the short ones between them joined. */
function blocks(page: Page): Box[] {
  const tallDots = mmToDots(tallMm, page.dpi);
  const joined: Span[] = [];
  let open: Span | null = null;
  for (const span of inkSpans(page, mmToDots(0.5, page.dpi))) {
    if (span.to - span.from >= tallDots) {
      if (open !== null) joined.push(open);
      joined.push(span);
      open = null;
    } else {
      open = open === null ? span : { from: open.from, to: span.to };
    }
  }
  if (open !== null) joined.push(open);
  return joined.map((span) => inkBox(page, span)).filter((box) => box !== null);
}

/** Cuts a block into fields that keep within the counts ^GF can carry. */
function split(box: Box): Box[] {
  const rowsPerField = Math.floor(maxFieldBytes / Math.ceil(box.width / 8));
  const fields: Box[] = [];
  for (let done = 0; done < box.height; done += rowsPerField) {
    fields.push({ ...box, top: box.top + done, height: Math.min(rowsPerField, box.height - done) });
  }
  return fields;
}

/** `^GFA,b,c,d,data`: b and c the byte count of the bitmap, d bytes in a row (ZPL II Programming Guide, ^GF). */
function graphicField(page: Page, box: Box): string {
  const rows = cutBox(page, box);
  const rowBytes = Math.ceil(box.width / 8);
  const { text } = smallestGraphic(rows, rowBytes);
  return `^FO${box.left},${box.top}^GFA,${rows.length},${rows.length},${rowBytes},${text}^FS`;
}

/**
 * `^BQN,2,m`: model 2, m dots a module. The field says level, manual mode and one byte segment with its count, so that the
 * symbol has the size we reckoned with; `^FH_` carries what would begin a command (ZPL II Programming Guide, ^BQ, ^FH).
 */
function symbolField({ left, top, dotsPerModule, level, text }: DrawnSymbol): string {
  const data = text.replaceAll(/[_^~]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const count = String(text.length).padStart(4, '0');
  return `^FO${left},${top}^BQN,2,${dotsPerModule}^FH_^FD${level}M,B${count}${data}^FS`;
}
