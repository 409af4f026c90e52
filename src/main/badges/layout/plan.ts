import { mmToDots } from '../../../shared/printing/media.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Rect } from '../page.ts';
import { quietModules } from '../symbol/capacity.ts';
import { adviseSize, targetMm, type SymbolRoom, type SymbolSize } from '../symbol/size-advisor.ts';
import type { Canvas } from '../types.ts';
import { frameOf, type Frame } from './frame.ts';

/**
 * How words and symbol share the page: words above and below (`stack`), beside (`side`), or turned a quarter along a
 * narrow label (`strip`; the symbol itself is never turned).
 */
export type Arrangement = 'stack' | 'side' | 'strip';

/** Where things go. The symbol's place depends on paper and payload length alone, never on the words. */
export interface Plan {
  readonly frame: Frame;
  readonly arrangement: Arrangement;
  readonly size: SymbolSize;
  /** Upper left module. On an endless roll `symbolTop` counts from the end of the words above. */
  readonly symbolLeft: number;
  readonly symbolTop: number;
  /** Areas for words; on an endless roll their height is Infinity. A missing `above` means one column holds all. */
  readonly above: Rect | null;
  readonly below: Rect;
}

/** Space for words in millimetres: what we like, and what we make do with before modules get thin. */
const textMm = { stack: [12.5, 9], side: [24, 18], strip: [30, 18] } as const;
/** Space beside the symbol from which words go above and below instead of below only. */
const splitMm = 20;
/** How much of it lies above. */
const shareAbove = 0.53;

/** Plans a page; fails with `symbol-does-not-fit` or `payload-invalid` (see `adviseSize`). */
export function planPage(payloadBytes: number, canvas: Canvas): Result<Plan> {
  const frame = frameOf(canvas);
  if (frame === null) {
    return fail('symbol-does-not-fit', { neededMm: targetMm, availableMm: 0, dpi: safeNumber(canvas.dpi) });
  }
  const arrangement = arrangementFor(frame);
  const [liked, least] = textMm[arrangement];
  const roomy = adviseSize(payloadBytes, roomFor(frame, arrangement, liked));
  if (roomy.ok && !roomy.value.advice.includes('thin-modules')) {
    return ok(arrange(frame, arrangement, roomy.value));
  }
  const tight = adviseSize(payloadBytes, roomFor(frame, arrangement, least));
  if (!tight.ok) return tight;
  const gains = !roomy.ok || tight.value.dotsPerModule > roomy.value.dotsPerModule;
  return ok(arrange(frame, arrangement, gains ? tight.value : roomy.value));
}

function arrangementFor(frame: Frame): Arrangement {
  const { widthDots, heightDots, dpi } = frame;
  if (heightDots === null) return 'stack';
  if (widthDots <= mmToDots(36, dpi) && heightDots >= widthDots * 1.6) return 'strip';
  return widthDots >= heightDots * 1.2 ? 'side' : 'stack';
}

function roomFor(frame: Frame, arrangement: Arrangement, wordsMm: number): SymbolRoom {
  const { dpi, widthDots, marginDots, beyondDots } = frame;
  const heightDots = frame.heightDots ?? Infinity;
  const text = mmToDots(wordsMm, dpi);
  const width = arrangement === 'side' ? widthDots - text : widthDots;
  const height = arrangement === 'side' ? heightDots : heightDots - text;
  return {
    dpi,
    ...(frame.minDots === undefined ? {} : { minDots: frame.minDots }),
    inkDots: Math.min(widthDots, heightDots) - 2 * marginDots,
    boxDots: Math.min(arrangement === 'side' ? width : width + 2 * beyondDots, height),
  };
}

function arrange(frame: Frame, arrangement: Arrangement, size: SymbolSize): Plan {
  const { widthDots, marginDots } = frame;
  const ink = size.modules * size.dotsPerModule;
  const quiet = quietModules * size.dotsPerModule;
  const box = ink + 2 * quiet;
  const plan = { frame, arrangement, size };
  // The quiet zone may lie in the margin; the modules may not.
  const edge = Math.max(quiet, marginDots);
  const textWidth = widthDots - 2 * marginDots;
  const centredLeft = Math.floor((widthDots - ink) / 2);
  if (frame.heightDots === null) {
    const words: Rect = { left: marginDots, top: 0, width: textWidth, height: Infinity };
    return { ...plan, symbolLeft: centredLeft, symbolTop: quiet, above: words, below: words };
  }
  const height = frame.heightDots;
  if (arrangement === 'side') {
    const left = edge + ink + quiet;
    const below = {
      left,
      top: marginDots,
      width: widthDots - marginDots - left,
      height: height - 2 * marginDots,
    };
    return { ...plan, symbolLeft: edge, symbolTop: Math.floor((height - ink) / 2), above: null, below };
  }
  const spare = height - box;
  const isSplit = arrangement === 'stack' && spare >= mmToDots(splitMm, frame.dpi);
  const symbolTop = isSplit ? Math.round(spare * shareAbove) + quiet : edge;
  const belowTop = symbolTop + ink + quiet;
  return {
    ...plan,
    symbolLeft: centredLeft,
    symbolTop,
    above: isSplit
      ? { left: marginDots, top: marginDots, width: textWidth, height: symbolTop - quiet - marginDots }
      : null,
    below: { left: marginDots, top: belowTop, width: textWidth, height: height - marginDots - belowTop },
  };
}

function safeNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
