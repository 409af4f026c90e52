/** Letters of Latin alphabets that no normalisation takes apart, as people type them who do not have the key. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Text as people compare it: without case, accents or width, so that "akesson" finds Åkesson and "zolt" Żółtowski. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðħıßæœþ]/g, (letter) => plainLetters[letter] ?? letter);
}

/** A serial as somebody types it off a badge, in the form the ledger keeps; null when it is none. */
export function asSerial(text: string): string | null {
  const parts = /^([0-9a-z]{3})[-\s]?([0-9a-z]{3})$/i.exec(text.trim());
  return parts === null ? null : `${parts[1]}-${parts[2]}`.toUpperCase();
}
