import { mmToDots } from '../../../shared/printing/media.ts';
import type { Canvas } from '../types.ts';

/** The printable area in dots, and how much of it to leave alone. */
export interface Frame {
  readonly dpi: number;
  readonly widthDots: number;
  /** null = endless roll: as long as the badge needs. */
  readonly heightDots: number | null;
  /** Labels and blades are a millimetre or two off: nothing black nearer to the edge. */
  readonly marginDots: number;
  /** White paper on each side that the head cannot reach, less a tolerance; it serves as quiet zone. */
  readonly beyondDots: number;
  /** Fewest dots a module may have here, where a test page told; see `Canvas`. */
  readonly minDots?: number;
}

/** Longer and wider than any badge; figures above are cut, so that a slip in the settings cannot fill the memory. */
const longestMm = 300;
const widestDots = 5000;
/** How far the paper may lie beside its middle. */
const sidewaysMm = 1;

/** Turns a canvas into a frame, or null when its figures describe no paper at all. */
export function frameOf(canvas: Canvas): Frame | null {
  const { dpi, headDots, media } = canvas;
  const heightMm = media.heightMm;
  const isFree = heightMm === null;
  if (!isSize(dpi) || dpi < 100 || dpi > 2400 || !isSize(headDots) || !isSize(media.widthMm)) return null;
  if (isFree ? media.kind !== 'continuous' : !isSize(heightMm)) return null;
  const head = Math.min(Math.floor(headDots), widestDots);
  const widthDots = Math.min(head, mmToDots(Math.min(media.widthMm, 10_000), dpi));
  const heightDots = isFree ? null : mmToDots(Math.min(heightMm, longestMm), dpi);
  if (widthDots < 1 || heightDots === 0) return null;
  const beyondMm = (Math.min(media.widthMm, 10_000) - (widthDots * 25.4) / dpi) / 2 - sidewaysMm;
  return {
    dpi,
    widthDots,
    heightDots,
    marginDots: mmToDots(marginMm(canvas, isFree), dpi),
    beyondDots: beyondMm > 0 ? mmToDots(beyondMm, dpi) : 0,
    ...(canvas.minDots === undefined ? {} : { minDots: canvas.minDots }),
  };
}

function marginMm(canvas: Canvas, isFree: boolean): number {
  // A head narrower than its roll keeps its own distance from the edge.
  if (isFree) return 1;
  return Math.min(canvas.media.widthMm, canvas.media.heightMm ?? Infinity) < 40 ? 1.5 : 2.5;
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
