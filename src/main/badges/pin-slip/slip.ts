import type { BadgeContent } from '../../../shared/badge/content.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { drawColumn, setColumn, type Column, type ColumnManner } from '../layout/column.ts';
import { frameOf } from '../layout/frame.ts';
import type { Row } from '../layout/rows.ts';
import { createPage } from '../page.ts';
import { cleanText, isolated } from '../text/clean.ts';
import { directionOf } from '../text/itemise.ts';
import type { Shaper } from '../text/shape.ts';
import type { Canvas, Page } from '../types.ts';
import type { BadgeWords } from '../words.ts';
import { drawPin, isPin, setPin } from './digits.ts';
import type { SlipWords } from './slip-words.ts';

/** What a slip says beside the PIN; texts as far as the fonts can show them, empty ones are left out. */
export interface SlipText {
  readonly name: string;
  readonly site: string;
  /** Whether the PIN is the holder's first or takes the place of another. */
  readonly occasion: 'first' | 'new';
}

/** Sizes in millimetres. */
const edgeMm = 2;
const gapMm = 2.2;
const pinEmMm = { max: 10, min: 3 } as const;
/** The most of a label's height that the PIN's frame may take. */
const pinShare = 0.36;

/**
 * Draws a PIN slip: a greeting, the PIN, and what to do with it. No QR code, no user principal name (rule R8).
 *
 * Fails with `media-mismatch` where not everything fits at a readable size, `payload-invalid` for a PIN that is none.
 */
export function drawSlip(
  content: BadgeContent,
  text: SlipText,
  pin: Uint8Array,
  canvas: Canvas,
  words: { readonly badge: BadgeWords; readonly slip: SlipWords },
  shaper: Shaper,
): Result<Page> {
  if (!isPin(pin)) return fail('payload-invalid', { bytes: pin.length });
  const frame = frameOf(canvas);
  if (frame === null) return tooSmall(canvas);
  const { dpi, widthDots, marginDots } = frame;
  const perMm = dpi / 25.4;
  const edge = frame.heightDots === null ? Math.round(edgeMm * perMm) : marginDots;
  const width = widthDots - 2 * marginDots;
  const space = frame.heightDots === null ? Infinity : frame.heightDots - 2 * edge;
  const room = {
    widthDots: width,
    heightDots: space * pinShare,
    emMaxMm: pinEmMm.max,
    emMinMm: pinEmMm.min,
    dpi,
  };
  const block = setPin(pin.length, room, shaper);
  if (block === null) return tooSmall(canvas);
  const gap = Math.round(Math.min(gapMm * perMm, space / 20));
  const manner: ColumnManner = { dpi, language: words.badge.dateLocale, align: 'centre' };
  const rest = space - block.heightDots - 2 * gap;
  // One column, so that the words above and below have one size; the PIN stands in its middle.
  const column = setColumn(rowsOf(content, text, words), width, rest, manner, shaper);
  const used = column.heightDots + block.heightDots + 2 * gap;
  // Half a sentence on what to do with a PIN is worse than another printer.
  if (used > space) return tooSmall(canvas);
  const [above, below] = splitBefore(column, 'change');
  const page = createPage(widthDots, frame.heightDots ?? used + 2 * edge, dpi);
  const top = frame.heightDots === null ? edge : Math.floor((frame.heightDots - used) / 2);
  place(page, above, marginDots, width, top, manner);
  const pinTop = top + above.heightDots + gap;
  drawPin(page, pin, block, Math.floor((widthDots - block.widthDots) / 2), pinTop);
  place(page, below, marginDots, width, pinTop + block.heightDots + gap, manner);
  return ok(page);
}

function place(
  page: Page,
  column: Column,
  left: number,
  width: number,
  top: number,
  manner: ColumnManner,
): void {
  drawColumn(page, column, { left, top, width, height: column.heightDots }, top, manner);
}

interface Words {
  readonly badge: BadgeWords;
  readonly slip: SlipWords;
}

const base = { weight: 'regular', style: 'plain', maxLines: 1, mayShorten: false, drop: 0 } as const;

function rowsOf(content: BadgeContent, { name, site, occasion }: SlipText, { badge, slip }: Words): Row[] {
  const { direction } = badge;
  const rows: Row[] = [];
  if (content.practice) {
    const look = { weight: 'bold', style: 'frame', emMm: 4.4, emMinMm: 2.2, gapMm: 1.5 } as const;
    rows.push({ ...base, ...look, id: 'practice', text: badge.practice, direction });
  }
  if (site !== '') {
    const look = { emMm: 3.6, emMinMm: 2.2, gapMm: 1.5, mayShorten: true, drop: 5 } as const;
    rows.push({ ...base, ...look, id: 'site', text: site, direction: directionOf(site) });
  }
  const hello = name === '' ? slip.hello : slip.helloTo(isolated(name));
  const greeting = { emMm: 5.4, emMinMm: 2.4, gapMm: 1.6, maxLines: 2, mayShorten: true } as const;
  rows.push({ ...base, ...greeting, id: 'name', weight: 'bold', text: hello, direction });
  const label = { emMm: 4.2, emMinMm: 2.2, gapMm: 1.6 } as const;
  rows.push({
    ...base,
    ...label,
    id: 'pin',
    text: occasion === 'first' ? slip.firstPin : slip.newPin,
    direction,
  });
  const advice = { ...base, direction, maxLines: 2, emMinMm: 2.2 } as const;
  const copy = content.copy > 1 ? [isolated(badge.copy(content.copy))] : [];
  const serial = [isolated(cleanText(content.serial)), ...copy].join(' · ');
  rows.push(
    { ...advice, id: 'change', weight: 'bold', text: slip.change, emMm: 4.2, gapMm: 0 },
    { ...advice, id: 'destroy', text: slip.destroy, emMm: 3.4, gapMm: 1.2, drop: 3 },
    { ...base, direction, id: 'serial', text: serial, emMm: 2.8, emMinMm: 2, gapMm: 1.2, drop: 4 },
  );
  return rows;
}

/** Two columns of one: the rows before the named one, and the rest. */
function splitBefore({ rows, wasNameShortened }: Column, id: Row['id']): readonly [Column, Column] {
  const at = rows.findIndex(({ row }) => row.id === id);
  const part = (some: Column['rows']): Column => ({
    rows: some,
    heightDots: some.reduce((sum, { gapDots, heightDots }) => sum + gapDots + heightDots, 0),
    wasNameShortened,
  });
  return [part(rows.slice(0, at)), part(rows.slice(at))];
}

function tooSmall(canvas: Canvas): Result<never> {
  const { widthMm, heightMm } = canvas.media;
  return fail('media-mismatch', { why: 'slip-too-small', widthMm, heightMm });
}
