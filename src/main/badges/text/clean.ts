/** Longer text than this never fits a badge; cutting early keeps the cost of a hostile name small. */
const longestGraphemes = 160;

/** Characters that ask a joining script to join or not: they belong to Persian, Urdu and Hindi names. */
const joiners = /[\u200c\u200d]/u;

/**
 * Text from outside, made safe to lay out: composed (NFC), one kind of space, no control characters, no lone
 * surrogates, no bidirectional overrides (a name must not turn the words around it), at most four marks on a letter.
 * Anything but text gives an empty string.
 */
export function cleanText(raw: unknown): string {
  if (typeof raw !== 'string') return '';
  const text = raw
    .slice(0, longestGraphemes * 10)
    .replace(/[\p{Cs}\p{Co}\ufffd]/gu, '')
    .normalize('NFC')
    .replace(/[\p{Z}\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, (character) => (joiners.test(character) ? character : ''))
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
  return graphemes(text).slice(0, longestGraphemes).join('').trim();
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a reader takes for one letter each: the unit in which text may be cut. */
export function graphemes(text: string): string[] {
  // Plain ASCII needs no segmenter, and most lines on a badge are plain ASCII.
  // eslint-disable-next-line no-control-regex
  if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), (piece) => piece.segment);
}

/** Sets text apart from the direction of its neighbours (Unicode bidirectional algorithm, isolates). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Characters that draw nothing by themselves, so no font has to know them. */
export function drawsNothing(codePoint: number): boolean {
  return (
    codePoint === 0x200c ||
    codePoint === 0x200d ||
    (codePoint >= 0x2066 && codePoint <= 0x2069) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
  );
}
