import { blackenFrame, blackenRect, stamp, type Bitmap, type Rect } from '../page.ts';
import { drawLine } from '../text/draw.ts';
import { fitText, type FittedText } from '../text/fit.ts';
import type { ShapedLine, Shaper } from '../text/shape.ts';
import type { Row } from './rows.ts';

/** How a column is set. */
export interface ColumnManner {
  readonly dpi: number;
  readonly language: string;
  readonly align: 'centre' | 'left' | 'right';
}

/** A row at its size; heights in dots. */
interface SetRow {
  readonly row: Row;
  readonly fitted: FittedText;
  readonly gapDots: number;
  readonly heightDots: number;
  /** Width of a picture; 0 for words. */
  readonly pictureDots: number;
  /** Space between a band's edge and its letters. */
  readonly padDots: number;
}

/** Rows that fit their space, ready to draw. */
export interface Column {
  readonly rows: readonly SetRow[];
  readonly heightDots: number;
  readonly wasNameShortened: boolean;
}

/** Sizes are tried from the full one down. */
const scales = [1, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.44, 0.38, 0.32, 0.26, 0.2];
const dropBelow = 0.44;
/** A logo goes before the words get noticeably smaller for its sake. */
const dropLogoBelow = 0.74;
/** Last resort: everything must be there, so even the least sizes give way. */
const squeezes = [0.8, 0.65, 0.5, 0.4];
/** Fewer dots than this make letters hard to read. */
const leastEmDots = 15;
/** Latin capitals with accents, and letters such as g: lines keep this room even when their letters are lower. */
const usualTop = 0.74;
const usualBottom = 0.2;
const lineGap = 0.14;
const noWords: FittedText = { lines: [], emDots: 0, wasShortened: false };
/** The most of a column's width a logo takes. */
const widestLogo = 0.8;
/** Space between the edge of a band or frame and its letters, in em. */
const padding = { plain: 0, band: 0.24, frame: 0.32 } as const;

/**
 * Sets rows into a space: as large as fits. Before letters get smaller than `dropBelow` of their full size, rows that may
 * go are dropped one by one; when all of them are gone, the rest is set as small as it must be.
 */
export function setColumn(
  rows: readonly Row[],
  width: number,
  height: number,
  manner: ColumnManner,
  shaper: Shaper,
): Column {
  const space = { width, height };
  let kept = [...rows];
  for (;;) {
    const next = Math.max(0, ...kept.map((row) => row.drop));
    const floor = kept.some((row) => row.picture !== undefined) ? dropLogoBelow : dropBelow;
    for (const scale of scales) {
      if (scale < floor && next > 1) break;
      const column = setAt(kept, space, { scale, squeeze: 1 }, manner, shaper);
      if (column.heightDots <= height) return column;
    }
    if (next === 0) return squeezed(kept, space, manner, shaper);
    kept = without(kept, next);
  }
}

/** Nothing may go any more. What does not fit even now is cut off at the column's edge. */
function squeezed(rows: readonly Row[], space: Space, manner: ColumnManner, shaper: Shaper): Column {
  const scale = scales.at(-1) ?? 1;
  let column = setAt(rows, space, { scale, squeeze: 1 }, manner, shaper);
  for (const squeeze of squeezes) {
    if (column.heightDots <= space.height) break;
    column = setAt(rows, space, { scale, squeeze }, manner, shaper);
  }
  return column;
}

interface Space {
  readonly width: number;
  readonly height: number;
}

function without(rows: readonly Row[], drop: number): Row[] {
  return rows.flatMap((row, at) => {
    if (row.drop === drop) return [];
    const hasLostLabel = rows[at - 1]?.drop === drop && row.textWithLabel !== undefined;
    return [hasLostLabel ? { ...row, text: row.textWithLabel ?? row.text } : row];
  });
}

function setAt(
  rows: readonly Row[],
  { width, height }: Space,
  { scale, squeeze }: { readonly scale: number; readonly squeeze: number },
  manner: ColumnManner,
  shaper: Shaper,
): Column {
  const perMm = manner.dpi / 25.4;
  // Sizes are given for a column of 50 mm; wider and narrower ones follow within reason, rolls less: paper costs.
  const widthScale = Math.min(height === Infinity ? 1.15 : 1.5, Math.max(0.6, width / perMm / 50));
  const set = rows.map((row, at): SetRow => {
    if (row.picture !== undefined) {
      const { aspect } = row.picture;
      const tall = row.emMm * scale * widthScale * perMm * squeeze;
      const pictureDots = Math.max(1, Math.floor(Math.min(width * widestLogo, tall * aspect)));
      const heightDots = Math.max(1, Math.round(pictureDots / aspect));
      const gapDots = at === 0 ? 0 : Math.round(row.gapMm * scale * widthScale * perMm);
      return { row, fitted: noWords, gapDots, heightDots, pictureDots, padDots: 0 };
    }
    const emMin = Math.round(Math.max(leastEmDots, row.emMinMm * perMm) * squeeze);
    const emMax = Math.max(emMin, Math.round(row.emMm * scale * widthScale * perMm));
    const inner = row.style === 'plain' ? width : Math.max(1, width - 2 * Math.round(2 * perMm));
    const limits = { width: inner, emMax, emMin, maxLines: row.maxLines, mayShorten: row.mayShorten };
    const line = { weight: row.weight, base: row.direction, language: manner.language };
    const fitted = fitText(row.text, line, limits, shaper);
    const padDots = Math.round(fitted.emDots * padding[row.style]);
    const gapDots = at === 0 ? 0 : Math.round(row.gapMm * scale * widthScale * perMm);
    const lines = fitted.lines.map((each) => lineBox(each, row));
    const inkHeight = lines.reduce((sum, box) => sum + box.top - box.bottom, 0);
    const gaps = Math.max(0, lines.length - 1) * lineGap;
    const heightDots = Math.ceil((inkHeight + gaps) * fitted.emDots) + 2 * padDots;
    return { row, fitted, gapDots, heightDots, pictureDots: 0, padDots };
  });
  return {
    rows: set,
    heightDots: set.reduce((sum, row) => sum + row.gapDots + row.heightDots, 0),
    wasNameShortened: set.some((row) => row.row.id === 'name' && row.fitted.wasShortened),
  };
}

/** Height of a line above and below its baseline, in em. Words in a band are centred on their own ink. */
function lineBox(line: ShapedLine, row: Row): { readonly top: number; readonly bottom: number } {
  if (row.style !== 'plain') return { top: line.top, bottom: line.bottom };
  return { top: Math.max(usualTop, line.top), bottom: Math.min(-usualBottom, line.bottom) };
}

/** Draws a column into an area, its first row at `top`. Nothing is drawn outside the area. */
export function drawColumn(
  target: Bitmap,
  column: Column,
  area: Rect,
  top: number,
  manner: ColumnManner,
): void {
  let y = top;
  for (const { row, fitted, gapDots, heightDots, pictureDots, padDots } of column.rows) {
    y += gapDots;
    const box = { left: area.left, top: y, width: area.width, height: heightDots };
    if (y + heightDots > area.top + area.height) return;
    if (row.style === 'band') blackenRect(target, box);
    if (row.style === 'frame') blackenFrame(target, box, Math.max(2, Math.round(manner.dpi / 90)));
    if (row.picture !== undefined) {
      const spare = area.width - pictureDots;
      const indent = indentFor(manner.align, spare);
      stamp(target, row.picture.at(pictureDots, heightDots), area.left + indent, y, area);
    }
    let lineTop = y + padDots;
    for (const line of fitted.lines) {
      const { top: above, bottom: below } = lineBox(line, row);
      const width = Math.ceil(line.width * fitted.emDots);
      const spare = area.width - width;
      const align = row.style === 'plain' ? manner.align : 'centre';
      const indent = indentFor(align, spare);
      drawLine(target, line, {
        left: area.left + indent,
        baseline: lineTop + Math.round(above * fitted.emDots),
        emDots: fitted.emDots,
        clip: area,
        ink: row.style === 'band' ? 'white' : 'black',
      });
      lineTop += Math.round((above - below + lineGap) * fitted.emDots);
    }
    y += heightDots;
  }
}

function indentFor(align: ColumnManner['align'], spare: number): number {
  return align === 'centre' ? Math.floor(spare / 2) : align === 'right' ? spare : 0;
}
