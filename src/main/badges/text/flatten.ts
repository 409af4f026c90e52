import { step, type Outline } from './outline.ts';

/** An outline to draw: its origin in dots, x to the right, y downwards. */
export interface Piece {
  readonly outline: Outline;
  readonly x: number;
  readonly y: number;
}

/** How far a straight piece may stray from the curve, in dots. Far below what a printer shows. */
const flatness = 0.05;
/** Outlines turned into straight lines, in dots, and the box around them. */
export interface Lines {
  /** x0, y0, x1, y1 of each straight piece. */
  readonly values: number[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Turns outlines into straight lines at their place and size. */
export function flatten(pieces: readonly Piece[], em: number): Lines {
  const lines: Lines = { values: [], left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { outline, x: originX, y: originY } of pieces) {
    const { steps, points } = outline;
    let [startX, startY, penX, penY, at] = [0, 0, 0, 0, 0];
    const x = (): number => originX + (points[at++] ?? 0) * em;
    const y = (): number => originY - (points[at++] ?? 0) * em;
    for (const kind of steps) {
      if (kind === step.move) {
        addLine(lines, penX, penY, startX, startY);
        startX = penX = x();
        startY = penY = y();
        continue;
      }
      const [x1, y1] = [x(), y()];
      if (kind === step.line) {
        addLine(lines, penX, penY, x1, y1);
        [penX, penY] = [x1, y1];
        continue;
      }
      const [x2, y2] = [x(), y()];
      if (kind === step.quadratic) {
        addCurve(lines, [penX, penY, x1, y1, x2, y2]);
        [penX, penY] = [x2, y2];
        continue;
      }
      const [x3, y3] = [x(), y()];
      addCurve(lines, [penX, penY, x1, y1, x2, y2, x3, y3]);
      [penX, penY] = [x3, y3];
    }
    addLine(lines, penX, penY, startX, startY);
  }
  return lines;
}

function addLine(lines: Lines, x0: number, y0: number, x1: number, y1: number): void {
  if (x0 === x1 && y0 === y1) return;
  lines.values.push(x0, y0, x1, y1);
  lines.left = Math.min(lines.left, x0, x1);
  lines.right = Math.max(lines.right, x0, x1);
  lines.top = Math.min(lines.top, y0, y1);
  lines.bottom = Math.max(lines.bottom, y0, y1);
}

/** A Bézier curve with three (quadratic) or four (cubic) points, cut into as many lines as its bend needs. */
function addCurve(lines: Lines, curve: readonly number[]): void {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = curve;
  const cubic = curve.length === 8;
  const [x3, y3] = [curve[6] ?? x2, curve[7] ?? y2];
  let bend = length(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2);
  if (cubic) bend = 3 * Math.max(bend, length(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3));
  // A curve cut into n equal steps strays from its chords by at most bend / (4 n²).
  const count = Math.max(1, Math.min(64, Math.ceil(Math.sqrt(bend / (4 * flatness)))));
  let [fromX, fromY] = [x0, y0];
  for (let at = 1; at <= count; at += 1) {
    const t = at / count;
    const u = 1 - t;
    const last = at === count;
    const quadraticX = u * u * x0 + 2 * u * t * x1 + t * t * x2;
    const quadraticY = u * u * y0 + 2 * u * t * y1 + t * t * y2;
    const cubicX = u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3;
    const cubicY = u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3;
    const toX = last ? x3 : cubic ? cubicX : quadraticX;
    const toY = last ? y3 : cubic ? cubicY : quadraticY;
    addLine(lines, fromX, fromY, toX, toY);
    [fromX, fromY] = [toX, toY];
  }
}

/** Square root only: `Math.hypot` may differ in its last bit between engines. */
function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
