/**
 * Whether a scan is this payload typed on the wrong keyboard: the same text with each character exchanged for another
 * one, always the same, as happens when a scanner and the computer disagree about the keyboard's language, or Caps Lock
 * is on. A hint for the operator and never a match: letters that both keyboards share would be taken on trust.
 *
 * Needs no table of keyboards. The exchange must be one to one over the whole text; two different codes never are, for
 * one letter in the random key would have to stand for several. Every character is looked at, whatever came before, so
 * that the time says nothing about where they part.
 */
export function isOtherKeyboard(scanned: string, payload: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(payload);
  const wanted = Array.from(text);
  const asTyped = isExchange(wanted, Array.from(scanned));
  const withAccents = isExchange(wanted, keysOf(scanned));
  return asTyped || withAccents;
}

/** Below this an exchange could be chance: a code is much longer. */
const leastCharacters = 40;

function isExchange(wanted: readonly string[], got: readonly string[]): boolean {
  if (wanted.length !== got.length || wanted.length < leastCharacters) return false;
  const there = new Map<string, string>();
  const back = new Map<string, string>();
  let broken = 0;
  let changed = 0;
  for (const [at, want] of wanted.entries()) {
    const typed = got[at] ?? '';
    if (typed !== want) changed += 1;
    if ((there.get(want) ?? typed) !== typed || (back.get(typed) ?? want) !== want) broken += 1;
    there.set(want, typed);
    back.set(typed, want);
  }
  return broken === 0 && changed > 0;
}

/**
 * Accents that stand alone in a text, as the accent keys they came from. Without the two dots: keyboards that type the
 * other accents this way have letters with dots on keys of their own.
 */
const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ['\u00B4', '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
]);
const accentKeys = new Set(accents.values());

/**
 * The keys behind a text: an accent key does not type by itself but joins the next letter, so that the two arrive as one
 * character (`+a` from a US scanner on a German keyboard arrives as `à`).
 */
function keysOf(scanned: string): readonly string[] {
  return Array.from(scanned).flatMap((character) => {
    const [letter = '', accent, ...more] = Array.from(character.normalize('NFD'));
    if (accent === undefined) return [accents.get(letter) ?? letter];
    return accentKeys.has(accent) && more.length === 0 ? [accent, letter] : [character];
  });
}
