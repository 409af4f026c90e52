import { dotsToMm, type Media } from '../../../shared/printing/media.ts';
import type { PrinterProfile } from '../../../shared/printing/profile.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Canvas, Page } from '../../badges/types.ts';
import { findBrotherMedia, type BrotherMedia } from './brother-media.ts';
import { ByteBuilder } from './bytes.ts';
import type { Encode, Encoder } from './encoder.ts';
import { packBits } from './pack-bits.ts';
import { assertPage, cutBox } from './raster.ts';

const ESC = 0x1b;
const I = 0x69;
/** A job that broke off leaves the printer waiting for the rest of a row; zeros end it. Brother asks for 400 at the most. */
const invalidating = new Uint8Array(400);
/** Feed before and after a piece of endless roll; the cutter needs it (35 dots = 3 mm). */
const endlessMargin = 35;

/**
 * One label in Brother's QL raster language (Brother, "Software Developer's Manual: Raster Command Reference").
 *
 * Along the paper a QL can print 600 rows an inch, across it always has 300 dots: of a 600 dpi page every two dots side
 * by side become one. Two-colour printing stays off. PI_RECOVER stays off too: after an error nothing may print again by
 * itself.
 */
export const encodeBrotherQl: Encode = (page, media, { profile }) => {
  assertPage(page);
  const pins = brotherPins(profile);
  const found = findBrotherMedia(media, pins);
  if (!found.ok) throw new RangeError('Media no QL printer knows; printable() refuses it earlier');
  const roll = found.value;
  const isFine = profile.dpi === 600;
  const cuts = profile.cutter !== 'none';
  const packs = profile.quirks?.packsRows === true;
  const rows = rowsFor(page, roll, profile);

  const job = new ByteBuilder().add(invalidating).push(ESC, 0x40);
  // ESC i a 1: raster mode, on models that have others.
  if (profile.quirks?.switchesMode === true) job.push(ESC, I, 0x61, 0x01);
  job.add(printInformation(roll, rows.length));
  if (cuts) job.push(ESC, I, 0x4d, 0x40, ESC, I, 0x41, 0x01);
  // ESC i K: bit 3 = cut at the end, bit 6 = 600 rows an inch.
  job.push(ESC, I, 0x4b, (cuts ? 0x08 : 0x00) | (isFine ? 0x40 : 0x00));
  const margin = roll.lengthMm === 0 ? endlessMargin * (isFine ? 2 : 1) : 0;
  job.push(ESC, I, 0x64).pushWord(margin);
  job.push(0x4d, packs ? 0x02 : 0x00);
  for (const row of rows) writeRow(job, row, packs);
  return job.push(0x1a).bytes();
};

export const brotherQlEncoder: Encoder = {
  language: 'brother-ql',
  extension: 'ql',
  encode: encodeBrotherQl,
  printable: printableOnBrother,
};

/** Pins of the head; `headDots` counts them twice where the profile prints 600 rows an inch. */
export function brotherPins(profile: PrinterProfile): number {
  return profile.dpi === 600 ? profile.headDots / 2 : profile.headDots;
}

function printableOnBrother(profile: PrinterProfile, media: Media): Result<Canvas> {
  const found = findBrotherMedia(media, brotherPins(profile));
  if (!found.ok) return found;
  const { widthDots, lengthDots } = found.value;
  const fine = profile.dpi === 600 ? 2 : 1;
  const heightMm = lengthDots === 0 ? media.heightMm : dotsToMm(lengthDots, 300);
  return ok({ dpi: profile.dpi, headDots: widthDots * fine, media: { ...media, heightMm } });
}

/** ESC i z: what the printer must hold (type, width and length are checked), and how many rows come. */
function printInformation(roll: BrotherMedia, rows: number): Uint8Array {
  const isEndless = roll.lengthMm === 0;
  // 02 type, 04 width, 08 length are valid; 40 quality before speed.
  const flags = 0x40 | 0x02 | 0x04 | (isEndless ? 0x00 : 0x08);
  return new ByteBuilder()
    .push(ESC, I, 0x7a, flags, isEndless ? 0x0a : 0x0b, roll.widthMm, roll.lengthMm)
    .pushWord(rows & 0xffff)
    .pushWord(rows >>> 16)
    .push(0x00, 0x00)
    .bytes();
}

/** The rows as the head wants them: as wide as the head, the first bit at the right edge of the paper. */
function rowsFor(page: Page, roll: BrotherMedia, profile: PrinterProfile): Uint8Array[] {
  const isFine = profile.dpi === 600;
  const pins = brotherPins(profile);
  const source = isFine ? halfAsWide(page) : page;
  const leftPins = pins - (profile.quirks?.idlePins ?? 0) - roll.rightPins - roll.widthDots;
  const wanted = roll.lengthDots === 0 ? page.heightDots : roll.lengthDots * (isFine ? 2 : 1);
  const all = cutBox(source, { left: -leftPins, top: 0, width: pins, height: wanted });
  const rowBytes = pins / 8;
  return Array.from({ length: wanted }, (_, row) =>
    mirrored(all.subarray(row * rowBytes, (row + 1) * rowBytes)),
  );
}

function writeRow(job: ByteBuilder, row: Uint8Array, packs: boolean): void {
  if (!packs) {
    job.push(0x67, 0x00, row.length).add(row);
    return;
  }
  if (row.every((byte) => byte === 0)) {
    job.push(0x5a);
    return;
  }
  const packed = packBits(row);
  job.push(0x67, 0x00, packed.length).add(packed);
}

const reversedBits = Uint8Array.from({ length: 256 }, (_, byte) => {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit += 1) if ((byte & (1 << bit)) !== 0) reversed |= 0x80 >> bit;
  return reversed;
});

function mirrored(row: Uint8Array): Uint8Array {
  return Uint8Array.from(row, (_, at) => reversedBits[row[row.length - 1 - at] ?? 0] ?? 0);
}

/** Of every two dots side by side one, black if either is: four bits out of eight. */
const paired = Uint8Array.from({ length: 256 }, (_, byte) => {
  let four = 0;
  for (let pair = 0; pair < 4; pair += 1) if ((byte & (0xc0 >> (pair * 2))) !== 0) four |= 0x8 >> pair;
  return four;
});

function halfAsWide(page: Page): Page {
  const widthDots = Math.ceil(page.widthDots / 2);
  const bytesPerRow = Math.ceil(page.bytesPerRow / 2);
  const bits = new Uint8Array(bytesPerRow * page.heightDots);
  for (let row = 0; row < page.heightDots; row += 1) {
    for (let at = 0; at < page.bytesPerRow; at += 1) {
      const four = paired[page.bits[row * page.bytesPerRow + at] ?? 0] ?? 0;
      const target = row * bytesPerRow + (at >> 1);
      bits[target] = (bits[target] ?? 0) | (at % 2 === 0 ? four << 4 : four);
    }
  }
  return { ...page, widthDots, bytesPerRow, bits };
}
