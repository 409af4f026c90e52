import type { Media } from '../../../shared/printing/media.ts';
import type { Language, PrinterProfile } from '../../../shared/printing/profile.ts';
import type { Page } from '../../badges/types.ts';

/** What an encoder may need to know beside the page and the media. */
export interface EncodeOptions {
  readonly profile: PrinterProfile;
  /** Ask the printer to report changes by itself while the job runs, where the language can (ESC/POS ASB, Star ASB). */
  readonly reportChanges?: boolean;
}

/**
 * Turns one page into the bytes of one command language. Pure: same input, same bytes, no clock, no disk.
 *
 * The page must be made for this head (`fits` in fit.ts has checked its dpi and width); a malformed page throws,
 * because that is a bug.
 */
export type Encode = (page: Page, media: Media, options: EncodeOptions) => Uint8Array;

export interface Encoder {
  readonly language: Language;
  /** File name extension of a stored job, without the dot. */
  readonly extension: string;
  readonly encode: Encode;
}
