/** How the printer finds the end of a label: endless roll, gap between labels, black mark, or single cards. */
export type MediaKind = 'continuous' | 'gap' | 'mark' | 'card';

/** What is loaded in a printer. Sizes in millimetres as printed on the box, width across the head. */
export interface Media {
  readonly kind: MediaKind;
  readonly widthMm: number;
  /** Length of one label; on continuous media the length to use, or null for "as long as needed". */
  readonly heightMm: number | null;
  /** Gap between labels; 0 where there is none. */
  readonly gapMm: number;
}

/** Dots per millimetre of a head, e.g. 203 dpi → 7.992. */
export function dotsPerMm(dpi: number): number {
  return dpi / 25.4;
}

/** Whole dots that fit in a length; never rounds up, because a dot too many falls off the label. */
export function mmToDots(mm: number, dpi: number): number {
  return Math.floor(mm * dotsPerMm(dpi) + 1e-9);
}

export function dotsToMm(dots: number, dpi: number): number {
  return dots / dotsPerMm(dpi);
}
