import type { BadgeContent } from '../../shared/badge/content.ts';
import type { Media } from '../../shared/printing/media.ts';
import type { Result } from '../../shared/result.ts';

/**
 * One image in printer dots. Rows run top to bottom, `bytesPerRow` bytes each; the most significant bit is the
 * leftmost dot; 1 = black. Bits beyond `widthDots` are 0.
 */
export interface Page {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bytesPerRow: number;
  readonly dpi: number;
  readonly bits: Uint8Array;
}

/** Where a symbol sits on its page and how it was made. */
export interface SymbolFacts {
  readonly version: number;
  readonly modules: number;
  readonly errorCorrection: 'L' | 'M' | 'Q' | 'H';
  readonly dotsPerModule: number;
  /** Module edge in millimetres. */
  readonly moduleMm: number;
  /** Symbol edge with its quiet zone, in millimetres. */
  readonly sizeMm: number;
  /** Upper left module on the page; the quiet zone lies outside it. On an endless roll known only after `make`. */
  readonly leftDots: number;
  readonly topDots: number;
}

export interface Badge {
  readonly page: Page;
  readonly symbol: SymbolFacts;
  /** Things the operator should know but that do not stop printing, e.g. `below-2in`, `thin-modules`. */
  readonly advice: readonly BadgeAdvice[];
}

export type BadgeAdvice =
  /** Smaller than the 2 in × 2 in that Microsoft asks for. */
  | 'below-2in'
  /** Modules under 4 dots or 0.5 mm: needs a good camera and a clean print. */
  | 'thin-modules'
  /** The name did not fit even in small letters and ends with an ellipsis. */
  | 'name-shortened'
  /** No font here can show some letters of the name; they were left out. */
  | 'name-incomplete'
  /** No font here can show any letter of the name, or there is none; the serial stands in its place. */
  | 'name-not-shown';

/** What the printer and its media leave for the badge. */
export interface Canvas {
  readonly dpi: number;
  readonly headDots: number;
  readonly media: Media;
  /** Smallest module, in dots, that this printer was seen to print readably; absent = the usual floor. */
  readonly minDots?: number;
}

/** Makes badges: content and payload to a finished 1-bit page, and proof that the page can be read again. */
export interface BadgeMaker {
  /** Fails with `symbol-does-not-fit` (facts: neededMm, availableMm, dpi), `payload-invalid`, `font-missing`. */
  make(
    content: BadgeContent,
    payload: Uint8Array,
    canvas: Canvas,
    /** Leaves the site's logo out, after a page with it could not be read back. */
    options?: { readonly withoutLogo: boolean },
  ): Promise<Result<Badge>>;
  /** Whether a payload of this length will fit, asked before anything is revoked (rule R1). */
  fits(payloadBytes: number, canvas: Canvas): Result<SymbolFacts>;
  /** Decodes the finished page; fails with `badge-unreadable` unless it says exactly `payload`, upright and not mirrored. */
  prove(page: Page, payload: Uint8Array): Promise<Result<void>>;
}

/** A finished PIN slip: no symbol, so nothing to read back, but proof that no QR code is on it. */
export interface Slip {
  readonly page: Page;
}

/** Makes PIN slips. A badge never goes through here and a PIN never through `BadgeMaker` (rule R8). */
export interface SlipMaker {
  /**
   * A slip with the PIN given as ASCII digits; the caller wipes them, and the page once it is printed. Fails with
   * `media-mismatch` (too small for a slip), `payload-invalid`, `font-missing`.
   */
  makeSlip(
    content: BadgeContent,
    occasion: 'first' | 'new',
    pin: Uint8Array,
    canvas: Canvas,
  ): Promise<Result<Slip>>;
  /** Fails with `badge-unreadable` if a decoder finds any QR code on the page. */
  proveNoCode(page: Page): Promise<Result<void>>;
}
