import type { Language, PrinterProfile } from '../../../shared/printing/profile.ts';
import type { Page, SymbolFacts } from '../../badges/types.ts';
import { inkBox } from './raster.ts';

/** A QR code the printer draws itself, out of its text: less to send, and nothing of it can be proven beforehand. */
export interface DrawnSymbol {
  /** Upper left module on the page, in dots. */
  readonly left: number;
  readonly top: number;
  /** Edge in dots without the quiet zone; a printer that packs the text tighter draws a smaller one. */
  readonly size: number;
  readonly dotsPerModule: number;
  readonly level: SymbolFacts['errorCorrection'];
  /** Printable ASCII only. */
  readonly text: string;
}

/** A page without its symbol, and the symbol; or why the symbol goes out as a picture like everything else. */
export type Split =
  | { readonly kind: 'drawn'; readonly page: Page; readonly symbol: DrawnSymbol }
  | { readonly kind: 'picture'; readonly why: WhyPicture };

export type WhyPicture =
  /** The language has no command whose bytes surely come back, or the model is not documented to know it. */
  | 'no-command'
  /** Bytes a code page, an escape or a Kanji mode could change. */
  | 'bytes'
  | 'module-size'
  /** The printer places the symbol on a line of its own, and there is ink beside it, or it stands elsewhere. */
  | 'place';

interface Command {
  /** Largest module the command takes, in dots. */
  readonly maxDots: number;
  /** Characters that mean something else inside the command. */
  readonly reserved: RegExp;
  /**
   * `anywhere`: by coordinates. `own-line`: between two pictures, at the left margin we set. `centred`: between two
   * pictures, in the middle of the head.
   */
  readonly place: 'anywhere' | 'own-line' | 'centred';
  /** Dots of white needed below the quiet zone, because devices disagree about the place. */
  readonly slackDots: number;
}

/**
 * Languages whose QR command gives back exactly the bytes of plain ASCII text. Not here: EPL2 (`b…Q` on Japanese models
 * only), CPCL (no other maker's bytes to prove a reader on), Star Graphic, Brother and DYMO (pictures only).
 */
const commands: Partial<Readonly<Record<Language, Command>>> = {
  // Epson ESC/POS reference, GS ( k, functions 165 to 181. Modules of 1 to 16 dots; clones and the byte builder stop at 8.
  escpos: { maxDots: 8, reserved: /(?!)/, place: 'own-line', slackDots: 0 },
  // StarPRNT and Line Mode Command Specifications, ESC GS y: cells of 1 to 8 dots, placed by ESC GS a alone.
  starprnt: { maxDots: 8, reserved: /(?!)/, place: 'centred', slackDots: 0 },
  'star-line': { maxDots: 8, reserved: /(?!)/, place: 'centred', slackDots: 0 },
  // ZPL II Programming Guide, ^BQ: magnification 1 to 10. Devices are said to draw it 10 dots lower (recalled).
  zpl: { maxDots: 10, reserved: /(?!)/, place: 'anywhere', slackDots: 10 },
  // TSPL/TSPL2 Programming Language, QRCODE: cells of 1 to 10. Quotes end the text, a backslash begins an escape.
  tspl: { maxDots: 10, reserved: /["\\]/, place: 'anywhere', slackDots: 0 },
};

const printable = /^[\x20-\x7e]+$/;
const quietModules = 4;
/** How far a symbol may stand off the middle of the head and still be printed there. */
const centredWithin = 8;

/** Null for a model that cannot be told to draw symbols, or not surely. */
function commandFor({ language, quirks }: PrinterProfile): Command | null {
  if (language === 'driver' || quirks?.drawsSymbols !== true) return null;
  return commands[language] ?? null;
}

/**
 * Takes the symbol out of a page for a printer that is to draw it. Whatever speaks against it leaves the page whole: a
 * picture is always exact. `moved` says by how many dots the page was shifted after it was made.
 */
export function splitSymbol(
  page: Page,
  facts: SymbolFacts,
  payload: Uint8Array,
  profile: PrinterProfile,
  moved: { readonly right: number; readonly down: number },
): Split {
  const command = commandFor(profile);
  if (command === null) return { kind: 'picture', why: 'no-command' };
  const text = Buffer.from(payload).toString('latin1');
  if (!printable.test(text) || command.reserved.test(text)) return { kind: 'picture', why: 'bytes' };
  const { dotsPerModule, modules, errorCorrection: level } = facts;
  if (!Number.isInteger(dotsPerModule) || dotsPerModule < 1 || dotsPerModule > command.maxDots)
    return { kind: 'picture', why: 'module-size' };
  const size = modules * dotsPerModule;
  const [left, top] = [facts.leftDots + moved.right, facts.topDots + moved.down];
  const isInside = left >= 0 && top >= 0 && left + size <= page.widthDots && top + size <= page.heightDots;
  if (!isInside) return { kind: 'picture', why: 'place' };
  const rest = without(page, { left, top, size });
  const quiet = quietModules * dotsPerModule;
  const isFree =
    command.place === 'anywhere'
      ? !hasInk(rest, left - quiet, top - quiet, size + 2 * quiet, size + 2 * quiet + command.slackDots)
      : inkBox(rest, { from: top, to: top + size }) === null;
  const isCentred = Math.abs(2 * left + size - profile.headDots) <= 2 * centredWithin;
  if (!isFree || (command.place === 'centred' && !isCentred)) return { kind: 'picture', why: 'place' };
  return { kind: 'drawn', page: rest, symbol: { left, top, size, dotsPerModule, level, text } };
}

/** A copy of the page in which the symbol is white. */
function without(page: Page, box: { left: number; top: number; size: number }): Page {
  const bits = Uint8Array.from(page.bits);
  for (let y = box.top; y < box.top + box.size; y += 1) {
    for (let x = box.left; x < box.left + box.size; x += 1) {
      const at = y * page.bytesPerRow + (x >> 3);
      bits[at] = (bits[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  return { ...page, bits };
}

function hasInk(page: Page, left: number, top: number, width: number, height: number): boolean {
  for (let y = Math.max(0, top); y < Math.min(page.heightDots, top + height); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(page.widthDots, left + width); x += 1) {
      if (((page.bits[y * page.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) return true;
    }
  }
  return false;
}

/** The rows of a page above and below its symbol, for printers that draw it on a line of its own. */
export function aroundSymbol(
  page: Page,
  { top, size }: DrawnSymbol,
): { readonly above: Page; readonly below: Page } {
  const rows = (from: number, to: number): Page => ({
    ...page,
    heightDots: to - from,
    bits: page.bits.subarray(from * page.bytesPerRow, to * page.bytesPerRow),
  });
  return { above: rows(0, top), below: rows(top + size, page.heightDots) };
}
