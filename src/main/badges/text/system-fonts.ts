import { readFile, stat } from 'node:fs/promises';
import type { FontBook } from './font-book.ts';

/** A Chinese collection has 20 to 80 MB; anything larger is not a font we should read. */
const largestBytes = 100_000_000;

const windows = (
  'YuGothB.ttc meiryob.ttc msgothic.ttc msyhbd.ttc msyh.ttc simsun.ttc malgunbd.ttf malgun.ttf ' +
  'segoeuib.ttf Nirmala.ttc Nirmala.ttf LeelaUIb.ttf ebrimabd.ttf mmrtextb.ttf sylfaen.ttf'
)
  .split(' ')
  .map((name) => `C:\\Windows\\Fonts\\${name}`);

const macOs = [
  '/System/Library/Fonts/ヒラギノ角ゴシック W6.ttc',
  '/System/Library/Fonts/Hiragino Sans GB.ttc',
  '/System/Library/Fonts/PingFang.ttc',
  '/System/Library/Fonts/AppleSDGothicNeo.ttc',
  '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
  '/Library/Fonts/Arial Unicode.ttf',
  '/System/Library/Fonts/Kohinoor.ttc',
  '/System/Library/Fonts/Supplemental/Thonburi.ttc',
];

const linux = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Bold.ttc',
  '/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf',
  '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
  ...(
    'Thai Tamil Telugu Bengali Gujarati Gurmukhi Kannada Malayalam Sinhala Armenian Georgian Ethiopic Khmer Lao ' +
    'Myanmar'
  )
    .split(' ')
    .map((script) => `/usr/share/fonts/truetype/noto/NotoSans${script}-Bold.ttf`),
  '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf',
];

/**
 * Fonts of the operating system for scripts that are not shipped, most of all Chinese, Japanese and Korean. Pass the
 * result to the badge maker; files that are not there are skipped. Several entries because editions differ.
 */
export function systemFontPaths(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32') return windows;
  return platform === 'darwin' ? macOs : linux;
}

/** Reads system fonts when a text needs them. Never fails: what cannot be read is skipped. */
export class SystemFonts {
  #untried: readonly string[];
  /** Code points that no font here shows: asking again would read every font again. */
  readonly #hopeless = new Set<number>();
  #turn: Promise<void> = Promise.resolve();

  constructor(paths: readonly string[]) {
    this.#untried = paths;
  }

  /** Adds fonts to the book until these code points are covered or no font is left to try; one caller at a time. */
  cover(book: FontBook, missing: readonly number[]): Promise<void> {
    this.#turn = this.#turn.then(() => this.#cover(book, missing));
    return this.#turn;
  }

  async #cover(book: FontBook, missing: readonly number[]): Promise<void> {
    let open = [...new Set(missing)].filter((codePoint) => !this.#hopeless.has(codePoint));
    const untried: string[] = [];
    for (const path of this.#untried) {
      const bytes = open.length === 0 ? null : await readFont(path);
      const covered = new Set<number>();
      if (bytes !== null) {
        book.add({ bytes, weight: 'regular' }, (typeface) => {
          for (const codePoint of open) if (typeface.covers(codePoint)) covered.add(codePoint);
          return covered.size > 0;
        });
      }
      // A font of no use for this name may still serve the next one.
      if (covered.size === 0) untried.push(path);
      open = open.filter((codePoint) => !covered.has(codePoint));
    }
    this.#untried = untried;
    for (const codePoint of open) this.#hopeless.add(codePoint);
  }
}

async function readFont(path: string): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(path);
    return size > 0 && size <= largestBytes ? await readFile(path) : null;
  } catch {
    return null;
  }
}
