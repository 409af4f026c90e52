import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FontBook } from '../../../src/main/badges/text/font-book.ts';
import { SystemFonts, systemFontPaths } from '../../../src/main/badges/text/system-fonts.ts';
import { fontDir, valueOf } from '../../fakes/badge-samples.ts';

/** A book that knows Latin letters alone; Hebrew and Arabic stand for the scripts a system has to bring. */
async function latinBook(): Promise<FontBook> {
  const bytes = readFileSync(`${fontDir}/NotoSans-Bold.ttf`);
  return valueOf(await FontBook.open([{ bytes, weight: 'bold' }]));
}

function missing(book: FontBook, text: string): readonly number[] {
  return book.split(text, 'bold').missing;
}

const hebrew = `${fontDir}/NotoSansHebrew-Bold.ttf`;
const arabic = `${fontDir}/NotoSansArabic-Bold.ttf`;

describe('system fonts', () => {
  it('adds the first font that shows what is missing', async () => {
    const book = await latinBook();
    const fonts = new SystemFonts(['/nowhere/a.ttf', arabic, hebrew]);
    await fonts.cover(book, missing(book, 'יעל'));
    expect(missing(book, 'יעל')).toEqual([]);
    expect(missing(book, 'محمد').length).toBeGreaterThan(0);
  });

  it('keeps a font that was of no use for the next name', async () => {
    const book = await latinBook();
    const fonts = new SystemFonts([arabic, hebrew]);
    await fonts.cover(book, missing(book, 'יעל'));
    await fonts.cover(book, missing(book, 'محمد'));
    expect(missing(book, 'יעל محمد')).toEqual([]);
  });

  it('serves two badges that ask at once', async () => {
    const book = await latinBook();
    const fonts = new SystemFonts([arabic, hebrew]);
    await Promise.all([
      fonts.cover(book, missing(book, 'יעל')),
      fonts.cover(book, missing(book, 'יעל')),
      fonts.cover(book, missing(book, 'محمد')),
    ]);
    expect(missing(book, 'יעל محمد')).toEqual([]);
  });

  it('lives with files that are missing, empty folders or no fonts', async () => {
    const book = await latinBook();
    const fonts = new SystemFonts(['', '/nowhere', fontDir, `${fontDir}/OFL.txt`, '\0']);
    await fonts.cover(book, missing(book, '佐藤'));
    expect(missing(book, '佐藤').length).toBe(2);
  });

  it('names absolute files for each system', () => {
    for (const platform of ['win32', 'darwin', 'linux', 'freebsd'] as const) {
      const paths = systemFontPaths(platform);
      expect(paths.length).toBeGreaterThan(5);
      expect(paths.every((path) => /^(\/|C:\\)[^\n]+\.(ttf|ttc)$/.test(path))).toBe(true);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });
});
