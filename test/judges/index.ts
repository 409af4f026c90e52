import { judgeBrother } from './brother.ts';
import { judgeCpcl } from './cpcl.ts';
import { judgeDymo } from './dymo.ts';
import { judgeEpl2 } from './epl2.ts';
import { judgeEscpos } from './escpos.ts';
import type { Verdict } from './sheet.ts';
import { judgeStar } from './star.ts';
import { judgeTspl } from './tspl.ts';
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
    starprnt: (bytes, head) => judgeStar(bytes, head.headDots),
    'star-line': (bytes, head) => judgeStar(bytes, head.headDots),
    'star-graphic': (bytes, head) => judgeStar(bytes, head.headDots),
    epl2: (bytes, head) => judgeEpl2(bytes, head.headDots),
    tspl: (bytes, head) => judgeTspl(bytes, head.headDots),
    'brother-ql': (bytes, head) => judgeBrother(bytes, head.headDots),
    cpcl: (bytes, head) => judgeCpcl(bytes, head.headDots),
    dymo: (bytes, head) => judgeDymo(bytes, head.headDots),
  };

export const judgedLanguages = Object.keys(judges);

/** What a printer of this language would put on paper. */
export async function judge(language: string, bytes: Uint8Array, head: JudgedHead): Promise<Verdict> {
  const judging = judges[language];
  if (judging === undefined)
    throw new Error(`No judge for ${language}; there are ${judgedLanguages.join(', ')}`);
  return judging(bytes, head);
}
