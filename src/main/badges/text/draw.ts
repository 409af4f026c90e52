import { stamp, type Bitmap, type Rect } from '../page.ts';
import { rasterise } from './rasterise.ts';
import type { ShapedLine } from './shape.ts';

/** Where and how a line is drawn. Nothing is drawn outside `clip`. */
export interface LinePlace {
  /** Left end of the line and its baseline, in dots from the upper left of the target. */
  readonly left: number;
  readonly baseline: number;
  readonly emDots: number;
  readonly clip: Rect;
  readonly ink: 'black' | 'white';
}

/** Draws a shaped line. */
export function drawLine(target: Bitmap, line: ShapedLine, place: LinePlace): void {
  const { emDots, clip, ink } = place;
  for (const run of line.runs) {
    if (run.isJoined) {
      // Each letter rounded to whole dots by itself would leave gaps where letters touch.
      const pieces = run.glyphs.map((glyph) => ({
        outline: run.typeface.outline(glyph.glyphId),
        x: glyph.x * emDots,
        y: -glyph.y * emDots,
      }));
      const drawn = rasterise(pieces, emDots);
      stamp(target, drawn.bitmap, place.left + drawn.left, place.baseline + drawn.top, clip, ink);
      continue;
    }
    for (const glyph of run.glyphs) {
      const drawn = run.typeface.bitmap(glyph.glyphId, emDots);
      const x = place.left + Math.round(glyph.x * emDots) + drawn.left;
      const y = place.baseline - Math.round(glyph.y * emDots) + drawn.top;
      stamp(target, drawn.bitmap, x, y, clip, ink);
    }
  }
}
