import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontSource } from './typeface.ts';

/** The fonts in `resources/fonts`, in order of preference. */
const files: readonly { readonly name: string; readonly weight: FontSource['weight'] }[] = [
  { name: 'NotoSans-Regular.ttf', weight: 'regular' },
  { name: 'NotoSans-Bold.ttf', weight: 'bold' },
  { name: 'NotoSansArabic-Regular.ttf', weight: 'regular' },
  { name: 'NotoSansArabic-Bold.ttf', weight: 'bold' },
  { name: 'NotoSansHebrew-Regular.ttf', weight: 'regular' },
  { name: 'NotoSansHebrew-Bold.ttf', weight: 'bold' },
];

/** Reads the bundled fonts. A file that cannot be read is left out; the font book says when too few are left. */
export async function readBundledFonts(folder: string): Promise<FontSource[]> {
  const read = await Promise.all(
    files.map(async ({ name, weight }): Promise<FontSource[]> => {
      try {
        return [{ bytes: await readFile(join(folder, name)), weight }];
      } catch {
        return [];
      }
    }),
  );
  return read.flat();
}
