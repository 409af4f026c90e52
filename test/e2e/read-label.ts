import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { readWithZbar, readWithZxing } from '../judges/decode.ts';
import { judge, type JudgedHead } from '../judges/index.ts';
import { sheetPng } from '../judges/sheet.ts';

const heads: Readonly<Record<string, JudgedHead>> = {
  zpl: { dpi: 203, headDots: 832 },
  escpos: { dpi: 203, headDots: 576 },
};

/**
 * Prints bytes as a judge that is not ours would, and reads the code with two decoders that are not ours. Both must see
 * the same single code, upright and not mirrored. The picture is kept where `pictureFile` says.
 */
export async function readLabel(
  language: 'zpl' | 'escpos',
  bytes: Uint8Array,
  pictureFile?: string,
): Promise<string> {
  const head = heads[language];
  if (head === undefined) throw new Error(`No head for ${language}`);
  const verdict = await judge(language, bytes, head);
  expect(verdict.remarks).toEqual([]);
  expect(verdict.sheets).toHaveLength(1);
  const sheet = verdict.sheets[0];
  if (sheet === undefined) throw new Error('No sheet came out');
  const png = sheetPng(sheet);
  if (pictureFile !== undefined) await writeFile(pictureFile, png);
  return readPicture(png);
}

/** One code in a picture, by two decoders that are not ours: upright, not mirrored. */
export async function readPicture(png: Uint8Array): Promise<string> {
  const seen = await readWithZxing(png);
  expect(seen.map(({ isMirrored, orientation }) => ({ isMirrored, orientation }))).toEqual([
    { isMirrored: false, orientation: 0 },
  ]);
  const byZxing = Buffer.from(seen[0]?.bytes ?? []);
  const byZbar = (await readWithZbar(png)).map((bytes) => Buffer.from(bytes));
  expect(byZbar).toEqual([byZxing]);
  return byZxing.toString('utf8');
}
