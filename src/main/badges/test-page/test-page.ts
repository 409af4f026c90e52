import { testDots } from '../../../shared/printing/calibration.ts';
import { mmToDots } from '../../../shared/printing/media.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { frameOf } from '../layout/frame.ts';
import { blackenRect, createBitmap, createPage, stamp, type Bitmap } from '../page.ts';
import { quietModules } from '../symbol/capacity.ts';
import { drawModules, makeModules } from '../symbol/symbol.ts';
import { cleanText } from '../text/clean.ts';
import { drawLine } from '../text/draw.ts';
import type { Shaper } from '../text/shape.ts';
import type { Canvas, Page } from '../types.ts';
import { testText } from './test-text.ts';

/** What a test page says besides its symbols. */
export interface TestPageContent {
  readonly nonce: string;
  readonly printerName: string;
  readonly darkness: number | null;
}

/** A test page and what is on it. */
export interface TestPage {
  readonly page: Page;
  /** The symbols that found room, smallest first. Each says its own size, so a scan of its neighbour does no harm. */
  readonly symbols: readonly TestSymbol[];
  /** Where the corner mark must lie on the paper, from its left and upper edge; on an endless roll the top says nothing. */
  readonly expected: { readonly leftMm: number; readonly topMm: number };
}

/** The corner mark is this far from both edges of the page. */
export const cornerMm = 3;
/** Length of its arms; measured on paper it tells the head's real dots per inch. */
export const cornerArmMm = 10;
/** A common small version, level M: 25 modules, room for 26 bytes (ISO/IEC 18004:2015, table 7). */
const size = { version: 2, modules: 25, level: 'M' } as const;
/** Symbols and words begin behind the corner mark. */
const insideMm = 5;
const textMm = 2.6;
const rollMm = 100;

/**
 * Draws a test page: one small symbol for each module size from 2 to 6 dots with its number below, and a corner mark
 * whose distance to the paper's edges shows the offset. Fails with `symbol-does-not-fit` when not even the smallest has
 * room. The page holds nothing secret.
 */
export async function makeTestPage(
  content: TestPageContent,
  canvas: Canvas,
  shaper: Shaper,
): Promise<Result<TestPage>> {
  const frame = frameOf(canvas);
  if (frame === null) return noRoom(canvas);
  const { dpi, widthDots } = frame;
  const limit = frame.heightDots ?? mmToDots(rollMm, dpi);
  const inside = mmToDots(insideMm, dpi);
  const em = Math.max(15, mmToDots(textMm, dpi));
  const words = wordsOf(content, dpi);
  const textHeight = Math.ceil(em * 1.3);
  const places = placesFor({
    left: inside,
    top: inside + textHeight,
    right: widthDots - frame.marginDots,
    bottom: limit - frame.marginDots,
    labelDots: textHeight,
  });
  if (places.length === 0) return noRoom(canvas);
  const end = Math.max(...places.map(({ top, edge }) => top + edge + textHeight)) + frame.marginDots;
  const page = createPage(widthDots, frame.heightDots ?? end, dpi);
  const whole = { left: 0, top: 0, width: page.widthDots, height: page.heightDots };
  drawCorner(page, dpi);
  write(page, shaper, words, { left: inside, baseline: inside + em, em });
  for (const { dots, left, top, edge } of places) {
    const text = new TextEncoder().encode(testText(content.nonce, dots));
    const room = { ...size, dotsPerModule: dots, moduleMm: 0, sizeMm: 0, advice: [] };
    const quiet = quietModules * dots;
    // On a bitmap of its own: modules are drawn by copying whole rows, and here symbols share rows.
    const symbol = createBitmap(size.modules * dots, size.modules * dots);
    drawModules(symbol, await makeModules(text, room), dots, 0, 0);
    stamp(page, symbol, left + quiet, top + quiet, whole);
    write(page, shaper, String(dots), { left: left + quiet, baseline: top + edge + em, em });
  }
  const besideMm = Math.max(0, canvas.media.widthMm - (widthDots * 25.4) / dpi) / 2;
  const leftMm = Math.round((besideMm + cornerMm) * 10) / 10;
  return ok({ page, symbols: places, expected: { leftMm, topMm: cornerMm } });
}

/** Where a symbol of a test page stands, in dots. */
export interface TestSymbol {
  /** Dots of one module. */
  readonly dots: number;
  readonly left: number;
  readonly top: number;
  /** Edge of the symbol with its quiet zone. */
  readonly edge: number;
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Height of the number below a symbol. */
  readonly labelDots: number;
}

/** Rows of symbols, smallest first; ends with the first that finds no room. */
function placesFor(room: Room): readonly TestSymbol[] {
  const places: TestSymbol[] = [];
  let [left, top, rowEdge] = [room.left, room.top, 0];
  for (let dots: number = testDots.min; dots <= testDots.max; dots += 1) {
    const edge = (size.modules + 2 * quietModules) * dots;
    if (left > room.left && left + edge > room.right) {
      top += rowEdge + room.labelDots;
      left = room.left;
      rowEdge = 0;
    }
    if (left + edge > room.right || top + edge + room.labelDots > room.bottom) return places;
    places.push({ dots, left, top, edge });
    left += edge;
    rowEdge = Math.max(rowEdge, edge);
  }
  return places;
}

/** An L whose outer edges are `cornerMm` from the page's edges, with a tick every millimetre. */
function drawCorner(page: Bitmap, dpi: number): void {
  const at = mmToDots(cornerMm, dpi);
  const thick = Math.max(2, Math.round(dpi / 150));
  const length = mmToDots(cornerArmMm, dpi);
  blackenRect(page, { left: at, top: at, width: length, height: thick });
  blackenRect(page, { left: at, top: at, width: thick, height: length });
  for (let mm = 1; mm <= cornerArmMm; mm += 1) {
    const tick = mmToDots(mm % 5 === 0 ? 1.6 : 1, dpi);
    blackenRect(page, { left: at + mmToDots(mm, dpi), top: at, width: thick, height: tick });
    blackenRect(page, { left: at, top: at + mmToDots(mm, dpi), width: tick, height: thick });
  }
}

function wordsOf({ nonce, printerName, darkness }: TestPageContent, dpi: number): string {
  const facts = [`TEST ${nonce}`, `${dpi} dpi`, ...(darkness === null ? [] : [`darkness ${darkness}`])];
  return [...facts, cleanText(printerName).slice(0, 24)].join(' · ');
}

function write(
  page: Bitmap,
  shaper: Shaper,
  text: string,
  { left, baseline, em }: { readonly left: number; readonly baseline: number; readonly em: number },
): void {
  const line = shaper.line(text, { weight: 'bold', base: 'ltr', language: 'en' });
  const clip = { left: 0, top: 0, width: page.widthDots, height: page.heightDots };
  const emDots = Math.max(
    8,
    Math.min(em, Math.floor((page.widthDots - left - 4) / Math.max(0.1, line.width))),
  );
  drawLine(page, line, { left, baseline, emDots, clip, ink: 'black' });
}

function noRoom(canvas: Canvas): Result<never> {
  const neededMm = Math.round(((size.modules + 8) * testDots.min * 254) / canvas.dpi) / 10 + insideMm;
  return fail('symbol-does-not-fit', { neededMm, availableMm: canvas.media.widthMm, dpi: canvas.dpi });
}
