import { judgeEscpos } from './escpos.ts';
import type { Verdict } from './sheet.ts';
import { judgeZpl } from './zpl.ts';

/** The head the bytes were made for. */
export interface JudgedHead {
  readonly dpi: number;
  readonly headDots: number;
}

/** One judge per language. A judge shares no code with the product and was proven on bytes that others made. */
const judges: Readonly<Record<string, (bytes: Uint8Array, head: JudgedHead) => Verdict | Promise<Verdict>>> =
  {
    zpl: (bytes, head) => judgeZpl(bytes, head.dpi),
    escpos: (bytes, head) => judgeEscpos(bytes, head.headDots),
  };

export const judgedLanguages = Object.keys(judges);

/** What a printer of this language would put on paper. */
export async function judge(language: string, bytes: Uint8Array, head: JudgedHead): Promise<Verdict> {
  const judging = judges[language];
  if (judging === undefined)
    throw new Error(`No judge for ${language}; there are ${judgedLanguages.join(', ')}`);
  return judging(bytes, head);
}
