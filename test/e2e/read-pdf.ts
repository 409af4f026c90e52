import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { pngSheet, type Sheet } from '../judges/sheet.ts';

/** What a driver that rasters PDF (Ghostscript, as cups-filters uses it) puts on paper. */
export interface PdfPaper {
  readonly pages: number;
  readonly png: Buffer;
  readonly sheet: Sheet;
  /** Grey dots: a picture that was scaled or smoothed has them. */
  readonly greyDots: number;
}

export async function readPdf(pdf: Uint8Array, dpi: number): Promise<PdfPaper> {
  const dir = await mkdtemp(path.join(tmpdir(), 'badge-pdf-'));
  try {
    const file = path.join(dir, 'job.pdf');
    await writeFile(file, pdf);
    const out = `-sOutputFile=${path.join(dir, 'page-%d.png')}`;
    await promisify(execFile)('gs', [
      '-q',
      '-dSAFER',
      '-dNOPAUSE',
      '-dBATCH',
      '-sDEVICE=pnggray',
      `-r${dpi}`,
      out,
      file,
    ]);
    const pages = (await readdir(dir)).filter((name) => name.endsWith('.png'));
    const png = await readFile(path.join(dir, 'page-1.png'));
    const { PNG } = await import('pngjs');
    const { data } = PNG.sync.read(png);
    let greyDots = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] !== 0 && data[at] !== 255) greyDots += 1;
    return { pages: pages.length, png, sheet: pngSheet(png), greyDots };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Lengths of the runs of black and white between the first and the last dot of a row, ends left out. */
export function runsOf(sheet: Sheet, y: number): number[] {
  const row = sheet.dots.subarray(y * sheet.width, (y + 1) * sheet.width);
  const runs: number[] = [];
  let length = 0;
  for (let x = row.indexOf(1); x <= row.lastIndexOf(1); x += 1) {
    length += 1;
    if (row[x] !== row[x + 1]) {
      runs.push(length);
      length = 0;
    }
  }
  return runs;
}
