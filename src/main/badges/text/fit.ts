import { graphemes } from './clean.ts';
import type { ShapedLine, Shaper, TextManner } from './shape.ts';

/** The space for a text and the sizes it may have. All lengths in dots; em sizes are whole dots. */
export interface FitLimits {
  readonly width: number;
  readonly emMax: number;
  readonly emMin: number;
  readonly maxLines: 1 | 2;
  /** When even `emMin` is too wide: cut with an ellipsis, or go smaller still. */
  readonly mayShorten: boolean;
}

/** A text at the size at which it fits. */
export interface FittedText {
  readonly lines: readonly ShapedLine[];
  readonly emDots: number;
  readonly wasShortened: boolean;
}

/** One line may be this much smaller than two before the text is broken: a line is calmer than a larger pair. */
const oneLineBonus = 0.7;
/** A break at a hyphen must make the lines this much shorter than one at a space. */
const hyphenPenalty = 1.3;
const ellipsis = '…';
/** Letters of fewer dots are specks: what is still too wide is cut off where its space ends. */
const leastEmDots = 8;

/**
 * Finds the largest size at which a text fits: on one line, else on two that break where the halves are most alike.
 * Only when it does not fit at the smallest size is it cut, at a whole letter, with an ellipsis.
 */
export function fitText(text: string, manner: TextManner, limits: FitLimits, shaper: Shaper): FittedText {
  const single = shaper.line(text, manner);
  const emSingle = emFor(single, limits);
  const broken = limits.maxLines === 2 ? breakInTwo(text, manner, shaper) : null;
  const emBroken = broken === null ? 0 : Math.min(...broken.map((line) => emFor(line, limits)));
  if (emSingle >= limits.emMin && emSingle >= emBroken * oneLineBonus) {
    return { lines: [single], emDots: emSingle, wasShortened: false };
  }
  if (broken !== null && emBroken >= limits.emMin) {
    return { lines: broken, emDots: emBroken, wasShortened: false };
  }
  if (!limits.mayShorten) {
    const lines = broken !== null && emBroken > emSingle ? broken : [single];
    return { lines, emDots: Math.max(leastEmDots, emSingle, emBroken), wasShortened: false };
  }
  return { ...shorten(text, manner, limits, shaper), emDots: limits.emMin };
}

/** The largest whole em at which a line is no wider than the space; 0 when even one dot is too large. */
function emFor(line: ShapedLine, limits: FitLimits): number {
  if (line.width <= 0) return limits.emMax;
  return Math.min(limits.emMax, Math.floor(limits.width / line.width));
}

/** Break places measured around the middle; letters differ in width, so the middle letter is not always the best. */
const measuredPlaces = 6;

/** Both halves of a text, broken after the space or hyphen that makes them most alike; null without such a place. */
function breakInTwo(text: string, manner: TextManner, shaper: Shaper): readonly ShapedLine[] | null {
  const fromMiddle = (place: number): number => Math.abs(place - text.length / 2);
  const places = breakPlaces(text).sort((a, b) => fromMiddle(a) - fromMiddle(b));
  const candidates = places.slice(0, measuredPlaces).map((place) => {
    const halves = [text.slice(0, place).trim(), text.slice(place).trim()];
    const lines = halves.map((half) => shaper.line(half, manner));
    const width = Math.max(...lines.map((line) => line.width));
    return { lines, cost: text[place - 1] === '-' ? width * hyphenPenalty : width };
  });
  candidates.sort((a, b) => a.cost - b.cost);
  return candidates[0]?.lines ?? null;
}

/** Where a line may end: after spaces and hyphens, and between the letters of scripts that write without spaces. */
function breakPlaces(text: string): number[] {
  const places: number[] = [];
  const pattern =
    / |-(?=\p{L})|(?<=[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}])(?=[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}])/gu;
  for (const match of text.matchAll(pattern)) {
    const place = match.index + match[0].length;
    if (place > 0 && place < text.length) places.push(place);
  }
  return places;
}

interface Shortened {
  readonly lines: readonly ShapedLine[];
  readonly wasShortened: boolean;
}

/** Fills the lines at the smallest size, breaks a word where it must, and ends what is still too long with an ellipsis. */
function shorten(text: string, manner: TextManner, limits: FitLimits, shaper: Shaper): Shortened {
  const room = limits.width / limits.emMin;
  if (limits.maxLines === 1) return cut([], text, manner, room, shaper);
  const words = text.split(/(?<=[ -])/);
  let first = '';
  while (words.length > 0 && shaper.line((first + (words[0] ?? '')).trim(), manner).width <= room) {
    first += words.shift() ?? '';
  }
  let rest = words.join('').trim();
  if (first === '') {
    const pieces = graphemes(text);
    const count = longestFit(pieces, '', manner, room, shaper);
    first = pieces.slice(0, count).join('');
    rest = pieces.slice(count).join('').trim();
  }
  return cut([shaper.line(first.trim(), manner)], rest, manner, room, shaper);
}

/** The last line, cut when it is too long. */
function cut(
  before: readonly ShapedLine[],
  text: string,
  manner: TextManner,
  room: number,
  shaper: Shaper,
): Shortened {
  const whole = shaper.line(text, manner);
  if (whole.width <= room) return { lines: [...before, whole], wasShortened: false };
  const pieces = graphemes(text);
  const count = longestFit(pieces, ellipsis, manner, room, shaper);
  const line = shaper.line(pieces.slice(0, count).join('').trim() + ellipsis, manner);
  return { lines: [...before, line], wasShortened: true };
}

/** How many graphemes fit with `tail` behind them; at least one, so that something is always shown. */
function longestFit(
  pieces: readonly string[],
  tail: string,
  manner: TextManner,
  room: number,
  shaper: Shaper,
): number {
  let [fits, tooMany] = [1, pieces.length + 1];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const width = shaper.line(pieces.slice(0, middle).join('').trim() + tail, manner).width;
    if (width <= room) fits = middle;
    else tooMany = middle;
  }
  return fits;
}
