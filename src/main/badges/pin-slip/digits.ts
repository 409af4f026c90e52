import { pinLengthRange } from '../../../shared/credential/pin.ts';
import { blackenFrame, createBitmap, type Bitmap, type Rect } from '../page.ts';
import { drawLine } from '../text/draw.ts';
import type { ShapedLine, Shaper } from '../text/shape.ts';

/** A PIN at its size, ready to draw: digits in fours on one or more lines, in a frame. Lengths in dots. */
export interface PinBlock {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly emDots: number;
  readonly groupsPerLine: number;
  readonly padDots: number;
  readonly pitchDots: number;
  readonly lineDots: number;
  readonly digits: readonly ShapedLine[];
}

export interface PinRoom {
  readonly widthDots: number;
  readonly heightDots: number;
  /** The size we like, and the least that is still easy to read, in millimetres of em. */
  readonly emMaxMm: number;
  readonly emMinMm: number;
  readonly dpi: number;
}

/** People read and type digits in fours. */
const groupLength = 4;
const groupGapEm = 0.5;
const lineGapEm = 0.35;
/** Height of a digit in Noto Sans, in em. */
const digitEm = 0.72;
const padEm = 0.4;
/** One line is taken from this share of the size that more lines would give. */
const calm = 0.75;

/** Whether these bytes are a PIN: ASCII digits, as many as the directory accepts. */
export function isPin(pin: Uint8Array): boolean {
  const { min, max } = pinLengthRange;
  return pin.length >= min && pin.length <= max && pin.every((byte) => byte >= 0x30 && byte <= 0x39);
}

/** The largest size at which a PIN of this length fits; null when it would be too small to read. */
export function setPin(length: number, room: PinRoom, shaper: Shaper): PinBlock | null {
  const perMm = room.dpi / 25.4;
  const digits = tenDigits(shaper);
  const pitchEm = Math.max(...digits.map(({ width }) => width));
  const groups = Math.ceil(length / groupLength);
  const options = Array.from({ length: groups }, (_, at) => {
    const lines = at + 1;
    const groupsPerLine = Math.ceil(groups / lines);
    const inLine = Math.min(length, groupsPerLine * groupLength);
    const widthEm = inLine * pitchEm + (groupsPerLine - 1) * groupGapEm + 2 * padEm;
    const heightEm = lines * digitEm + (lines - 1) * lineGapEm + 2 * padEm;
    const em = Math.min(room.emMaxMm * perMm, room.widthDots / widthEm, room.heightDots / heightEm);
    return { groupsPerLine, widthEm, heightEm, em: Math.floor(em) };
  });
  const most = Math.max(...options.map(({ em }) => em));
  const chosen = options.find(({ em }) => em >= most * calm);
  if (chosen === undefined || chosen.em < Math.round(room.emMinMm * perMm)) return null;
  const { em } = chosen;
  // Glyphs are kept as pictures from here on. All ten are, in one order, whatever the PIN: the store tells nothing of it.
  const nowhere = { left: 0, top: 0, width: 0, height: 0 };
  const scratch = createBitmap(1, 1);
  for (const digit of digits) {
    drawLine(scratch, digit, { left: 0, baseline: 0, emDots: em, clip: nowhere, ink: 'black' });
  }
  return {
    widthDots: Math.ceil(chosen.widthEm * em),
    heightDots: Math.ceil(chosen.heightEm * em),
    emDots: em,
    groupsPerLine: chosen.groupsPerLine,
    padDots: Math.round(padEm * em),
    pitchDots: Math.ceil(pitchEm * em),
    lineDots: Math.round((digitEm + lineGapEm) * em),
    digits,
  };
}

/**
 * Draws a PIN, digit by digit.
 *
 * SECURITY: pin-uncached (docs/security.md). Never as one line of text: the shaper remembers the lines it has shaped.
 */
export function drawPin(target: Bitmap, pin: Uint8Array, block: PinBlock, left: number, top: number): void {
  const { emDots, groupsPerLine, padDots, pitchDots, lineDots, digits } = block;
  const clip: Rect = { left: 0, top: 0, width: target.widthDots, height: target.heightDots };
  const perLine = groupsPerLine * groupLength;
  const gap = Math.round(groupGapEm * emDots);
  for (const [at, byte] of pin.entries()) {
    const digit = digits[byte - 0x30];
    if (digit === undefined) continue;
    const inLine = at % perLine;
    const cell = inLine * pitchDots + Math.floor(inLine / groupLength) * gap;
    const spare = Math.floor((pitchDots - digit.width * emDots) / 2);
    drawLine(target, digit, {
      left: left + padDots + cell + spare,
      baseline: top + padDots + Math.round(digitEm * emDots) + Math.floor(at / perLine) * lineDots,
      emDots,
      clip,
      ink: 'black',
    });
  }
  const box = { left, top, width: block.widthDots, height: block.heightDots };
  blackenFrame(target, box, Math.max(2, Math.round(emDots / 24)));
}

/** The ten digits, each shaped by itself, all of them every time. */
function tenDigits(shaper: Shaper): readonly ShapedLine[] {
  return Array.from({ length: 10 }, (_, digit) =>
    shaper.line(String(digit), { weight: 'bold', base: 'ltr', language: 'en' }),
  );
}
