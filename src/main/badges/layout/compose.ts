import { createBitmap, createPage, stamp, turnedClockwise, type Bitmap, type Rect } from '../page.ts';
import { quietModules } from '../symbol/capacity.ts';
import { drawModules, type Modules } from '../symbol/symbol.ts';
import type { Shaper } from '../text/shape.ts';
import type { Page } from '../types.ts';
import { drawColumn, setColumn, type Column, type ColumnManner } from './column.ts';
import type { Plan } from './plan.ts';
import type { Row, Rows } from './rows.ts';

/** A finished page and what became of it. */
export interface Composed {
  readonly page: Page;
  readonly symbolLeft: number;
  readonly symbolTop: number;
  readonly wasNameShortened: boolean;
}

export interface WordsManner {
  readonly language: string;
  readonly isRtl: boolean;
}

/** Space between the two groups of words when they share a column, in millimetres. */
const groupGapMm = 2;

/** Draws words and symbol as planned. */
export function compose(
  plan: Plan,
  rows: Rows,
  modules: Modules,
  words: WordsManner,
  shaper: Shaper,
): Composed {
  const align = plan.arrangement === 'stack' ? 'centre' : words.isRtl ? 'right' : 'left';
  const manner: ColumnManner = { dpi: plan.frame.dpi, language: words.language, align };
  if (plan.frame.heightDots === null) return composeRoll(plan, rows, modules, manner, shaper);
  const page = createPage(plan.frame.widthDots, plan.frame.heightDots, plan.frame.dpi);
  const isMirrored = plan.arrangement === 'side' && words.isRtl;
  const ink = modules.size * plan.size.dotsPerModule;
  const symbolLeft = isMirrored ? page.widthDots - plan.symbolLeft - ink : plan.symbolLeft;
  const below = isMirrored ? mirrored(plan.below, page.widthDots) : plan.below;
  drawModules(page, modules, plan.size.dotsPerModule, symbolLeft, plan.symbolTop);
  const levelWith = plan.arrangement === 'side' ? { top: plan.symbolTop, height: ink } : null;
  let wasNameShortened: boolean;
  if (plan.arrangement === 'strip') {
    wasNameShortened = drawTurned(page, rows, below, manner, shaper);
  } else if (plan.above === null) {
    wasNameShortened = drawGroups(page, rows, below, manner, shaper, levelWith);
  } else {
    const who = setColumn(rows.who, plan.above.width, plan.above.height, manner, shaper);
    const what = setColumn(rows.what, below.width, below.height, manner, shaper);
    drawColumn(page, who, plan.above, middleOf(plan.above, who), manner);
    drawColumn(page, what, below, middleOf(below, what), manner);
    wasNameShortened = who.wasNameShortened;
  }
  return { page, symbolLeft, symbolTop: plan.symbolTop, wasNameShortened };
}

/** An endless roll: words at their full size, and paper as long as it takes. */
function composeRoll(
  plan: Plan,
  rows: Rows,
  modules: Modules,
  manner: ColumnManner,
  shaper: Shaper,
): Composed {
  const { widthDots, dpi } = plan.frame;
  const edge = Math.round((2 * dpi) / 25.4);
  const who = setColumn(rows.who, plan.below.width, Infinity, manner, shaper);
  const what = setColumn(rows.what, plan.below.width, Infinity, manner, shaper);
  const ink = modules.size * plan.size.dotsPerModule;
  const quiet = quietModules * plan.size.dotsPerModule;
  const symbolTop = edge + who.heightDots + quiet;
  const whatTop = symbolTop + ink + quiet;
  const page = createPage(widthDots, whatTop + what.heightDots + edge, dpi);
  drawModules(page, modules, plan.size.dotsPerModule, plan.symbolLeft, symbolTop);
  drawColumn(page, who, { ...plan.below, height: edge + who.heightDots }, edge, manner);
  drawColumn(page, what, plan.below, whatTop, manner);
  return { page, symbolLeft: plan.symbolLeft, symbolTop, wasNameShortened: who.wasNameShortened };
}

/** Both groups in one area: in its middle, or with their ends level with the symbol's where that leaves room. */
function drawGroups(
  target: Bitmap,
  rows: Rows,
  area: Rect,
  manner: ColumnManner,
  shaper: Shaper,
  levelWith: { readonly top: number; readonly height: number } | null,
): boolean {
  const [first, ...others] = rows.what;
  const what: Row[] = first === undefined ? [] : [{ ...first, gapMm: groupGapMm }, ...others];
  const column = setColumn([...rows.who, ...what], area.width, area.height, manner, shaper);
  if (levelWith === null || column.heightDots > levelWith.height) {
    drawColumn(target, column, area, middleOf(area, column), manner);
    return column.wasNameShortened;
  }
  const spare = levelWith.height - column.heightDots;
  const at = column.rows.findIndex(({ row }) => rows.what.some(({ id }) => id === row.id));
  const spread = column.rows.map((row, index) =>
    index === at ? { ...row, gapDots: row.gapDots + spare } : row,
  );
  drawColumn(target, { ...column, rows: spread }, area, levelWith.top, manner);
  return column.wasNameShortened;
}

function drawTurned(target: Bitmap, rows: Rows, area: Rect, manner: ColumnManner, shaper: Shaper): boolean {
  const lying = createBitmap(area.height, area.width);
  const whole = { left: 0, top: 0, width: area.height, height: area.width };
  const wasShortened = drawGroups(lying, rows, whole, manner, shaper, null);
  stamp(target, turnedClockwise(lying), area.left, area.top, area);
  return wasShortened;
}

function middleOf(area: Rect, column: Column): number {
  return area.top + Math.max(0, Math.floor((area.height - column.heightDots) / 2));
}

function mirrored(area: Rect, widthDots: number): Rect {
  return { ...area, left: widthDots - area.left - area.width };
}
