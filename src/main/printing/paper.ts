import { mmToDots } from '../../shared/printing/media.ts';
import type { Page } from '../badges/types.ts';
import type { UsablePrinter } from './configured-printer.ts';
import { darknessPrefix } from './darkness.ts';
import { splitSymbol } from './encoders/drawn-symbol.ts';
import { shiftPage } from './shift-page.ts';
import { turnPage } from './turn-page.ts';
import type { PrintRequest } from './types.ts';

/** A page as it goes to one printer, and the way to its bytes. */
export interface Paper {
  readonly page: Page;
  readonly encode: (reportChanges: boolean) => Uint8Array;
}

/** Applies what is known about the printer: how labels leave it, offset and darkness, and who draws the symbol. */
export function paperFor(printer: UsablePrinter, request: PrintRequest): Paper {
  const { config, profile, driver } = printer;
  const { rightMm = 0, downMm = 0, darkness = null } = config.calibration ?? {};
  const perMm = request.badge.page.dpi / 25.4;
  // What was seen to lie too far to the right is moved to the left.
  const isTurned = config.turned === true;
  const upright = isTurned ? turnPage(request.badge.page) : request.badge.page;
  const moved = shiftPage(upright, -rightMm * perMm, -downMm * perMm);
  const { page } = moved;
  const { badge, payload } = request;
  const split =
    // The printer would draw it the other way up.
    config.drawsSymbol === true && !isTurned && 'symbol' in badge && payload !== undefined
      ? splitSymbol(page, badge.symbol, payload, profile, moved)
      : null;
  const wanted = request.darkness === undefined ? darkness : request.darkness;
  const prefix = darknessPrefix(profile.language, wanted);
  return {
    page,
    encode: (reportChanges) => {
      if (driver === null) throw new Error('The system’s driver makes these bytes');
      const bytes =
        split?.kind === 'drawn'
          ? driver.encoder.encode(split.page, config.media, { profile, reportChanges, symbol: split.symbol })
          : driver.encoder.encode(page, config.media, { profile, reportChanges });
      return prefix.length === 0 ? bytes : Buffer.concat([prefix, bytes]);
    },
  };
}

/** Whether a page was made for this head and this media. One that was not comes from settings that changed meanwhile. */
export function fits(page: Page, { canvas }: UsablePrinter): boolean {
  const { media, dpi, headDots } = canvas;
  const isEndless = media.heightMm === null || media.kind === 'continuous';
  // A dot of slack: lengths of rolls are named in millimetres and counted in dots.
  const tallest = isEndless ? Infinity : mmToDots(media.heightMm ?? 0, dpi) + 1;
  return page.dpi === dpi && page.widthDots <= headDots && page.heightDots <= tallest;
}
