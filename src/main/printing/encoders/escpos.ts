import { ThermalPrinter, PrinterTypes } from 'node-thermal-printer';
import type { Page } from '../../badges/types.ts';
import { ByteBuilder } from './bytes.ts';
import { aroundSymbol, type DrawnSymbol } from './drawn-symbol.ts';
import type { Encode, Encoder } from './encoder.ts';
import { escposRaster } from './escpos-raster.ts';
import { assertPage } from './raster.ts';

/** Small printers take in 4 kB before they must print (facts collected from clones' data sheets: recalled, unverified). */
const defaultBandBytes = 4096;

/**
 * One receipt in ESC/POS: the whole badge as raster bands, then the cut.
 *
 * node-thermal-printer writes the plain commands; it is given no interface and never anything but a Buffer. Its
 * transports report success too early or retry by themselves, its text switches code pages in mid-word, and its images are
 * not banded; so all of these are left alone. Its cut() feeds 34 mm and resets the printer, so we cut
 * by GS V ourselves.
 */
export const encodeEscpos: Encode = (page, _media, options) => {
  assertPage(page);
  const { quirks, cutter } = options.profile;
  const raster = (part: Page): Uint8Array =>
    escposRaster(part, {
      command: quirks?.raster ?? 'gs-v-0',
      bandBytes: quirks?.bandBytes ?? defaultBandBytes,
    });
  const { symbol } = options;
  const body = new ByteBuilder();
  // GS a: report by yourself when the cover, the paper or the state of error changes (bits 1 to 3).
  if (options.reportChanges === true) body.push(0x1d, 0x61, 0x0e);
  if (symbol === undefined) {
    body.add(raster(page));
  } else {
    const { above, below } = aroundSymbol(page, symbol);
    body
      .add(raster(above))
      .push(0x1d, 0x4c)
      .pushWord(symbol.left)
      .add(symbolCommands(symbol))
      .add(raster(below));
  }
  body.push(0x1d, 0x4c, 0x00, 0x00);
  body.add(ending(cutter));

  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  builder.add(Buffer.of(0x1b, 0x40));
  builder.alignLeft();
  builder.add(Buffer.from(body.bytes()));
  return Uint8Array.from(builder.getBuffer());
};

export const escposEncoder: Encoder = { language: 'escpos', extension: 'escpos', encode: encodeEscpos };

/** GS V 65/66: feed to the cutter, then cut (Epson ESC/POS reference, GS V). Without a cutter: five lines to the tear bar. */
function ending(cutter: 'none' | 'partial' | 'full'): Uint8Array {
  switch (cutter) {
    case 'none':
      return Uint8Array.of(0x1b, 0x64, 0x05);
    case 'partial':
      return Uint8Array.of(0x1d, 0x56, 0x42, 0x00);
    case 'full':
      return Uint8Array.of(0x1d, 0x56, 0x41, 0x00);
  }
}

/**
 * GS ( k: model 2, module, level, text, print. The builder counts characters and sends UTF-8, which is the same for plain
 * ASCII; anything else never comes here.
 */
function symbolCommands({ text, dotsPerModule, level }: DrawnSymbol): Uint8Array {
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  builder.printQR(text, { model: 2, cellSize: dotsPerModule, correction: level });
  return Uint8Array.from(builder.getBuffer());
}
