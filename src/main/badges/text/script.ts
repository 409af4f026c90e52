/** Scripts the shaper is told about, as ISO 15924 codes. Others are shaped as `Zyyy`, letter by letter. */
const scripts = (
  'Latn Grek Cyrl Arab Hebr Deva Hani Hira Kana Hang Thai Beng Taml Telu Gujr Guru Knda Mlym Sinh Orya ' +
  'Armn Geor Ethi Khmr Laoo Mymr Tibt Syrc Thaa Nkoo Mong Bopo Cher Cans Tfng Yiii'
).split(' ');

const tests = scripts.map((code) => ({ code, test: new RegExp(`^\\p{Script=${code}}$`, 'u') }));

/** Scripts whose letters touch: a run of them is drawn in one piece, so that no join shows a gap. */
const joinedScripts = new Set(['Arab', 'Syrc', 'Nkoo', 'Mong', 'Deva', 'Beng', 'Guru', 'Tibt']);

const known = new Map<string, string | null>();

/** The script of a grapheme's first letter, or null for what all scripts share (digits, spaces, marks). */
export function scriptOf(grapheme: string): string | null {
  const cached = known.get(grapheme);
  if (cached !== undefined) return cached;
  let found: string | null = null;
  for (const character of grapheme) {
    found ??= tests.find(({ test }) => test.test(character))?.code ?? null;
  }
  if (known.size > 5000) known.clear();
  known.set(grapheme, found);
  return found;
}

export function isJoined(script: string): boolean {
  return joinedScripts.has(script);
}
