import type { Media } from '../../../shared/printing/media.ts';
import type { Language, PrinterProfile } from '../../../shared/printing/profile.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Canvas, Page } from '../../badges/types.ts';
import type { DrawnSymbol } from './drawn-symbol.ts';

/** What an encoder may need to know beside the page and the media. */
export interface EncodeOptions {
  readonly profile: PrinterProfile;
  /** Ask the printer to report changes by itself while the job runs, where the language can (ESC/POS ASB, Star ASB). */
  readonly reportChanges?: boolean;
  /** A symbol the printer is to draw itself; the page then lacks it (drawn-symbol.ts). Ignored where there is no command. */
  readonly symbol?: DrawnSymbol;
}

/**
 * Turns one page into the bytes of one command language. Pure: same input, same bytes, no clock, no disk.
 *
 * The page must be made for this head; a malformed page throws,
 * because that is a bug.
 */
export type Encode = (page: Page, media: Media, options: EncodeOptions) => Uint8Array;

export interface Encoder {
  readonly language: Language;
  /** File name extension of a stored job, without the dot. */
  readonly extension: string;
  readonly encode: Encode;
  /**
   * What this head can print on of this media, where that is not simply head and media; fails with `media-mismatch` for
   * media the language has no name for.
   */
  readonly printable?: (profile: PrinterProfile, media: Media) => Result<Canvas>;
}

/** What a printer and its media leave for a badge. */
export function printableArea(
  encoder: Encoder | null,
  profile: PrinterProfile,
  media: Media,
): Result<Canvas> {
  if (encoder?.printable !== undefined) return encoder.printable(profile, media);
  return ok({ dpi: profile.dpi, headDots: profile.headDots, media });
}
