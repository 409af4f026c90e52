import { encoders } from '../../src/main/printing/encoders/index.ts';
import { profiles } from '../../src/main/printing/profiles/index.ts';
import type { Language } from '../../src/shared/printing/profile.ts';
import type { Page } from '../../src/main/badges/types.ts';
import { testProfile } from '../../test/fakes/test-profile.ts';
import type { Sheet } from '../../test/judges/sheet.ts';
import { dpis, makeBadge } from '../badge.ts';
import { alone, besidePeer, median, takeTurns } from '../measure.ts';
import { encoderPeers } from '../peers/encoders.ts';
import type { Figure, FigureGroup } from '../types.ts';

const label = { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 } as const;
/** QL printers take rolls of their own sizes only. */
const roll = { kind: 'continuous', widthMm: 54, heightMm: null, gapMm: 0 } as const;
/** The most our bytes may be of the smallest peer's, where the budget says so. */
const byteGoals: Readonly<Record<string, number>> = { zpl: 1, escpos: 0.6 };

/** The page to one language's bytes: time against the fastest peer, bytes against the smallest. */
export const encode: FigureGroup = {
  name: 'encode',
  async measure({ quick }) {
    const figures: Figure[] = [];
    for (const dpi of dpis) {
      const { page } = await makeBadge(dpi);
      const sheet = sheetOf(page);
      for (const { language, encode: run } of encoders.filter(({ language }) => isReal(language, dpi))) {
        const profile = testProfile(language, { dpi, headDots: Math.round((104 * dpi) / 25.4) });
        const media = language === 'brother-ql' ? roll : label;
        const ours = () => run(page, media, { profile });
        const peers = encoderPeers[language] ?? [];
        const [mine = [], ...theirs] = await takeTurns(
          [ours, ...peers.map((peer) => () => peer.encode(sheet))],
          {
            rounds: quick ? 1 : 15,
            warmUp: quick ? 0 : 2,
          },
        );
        const name = `encode.${language}.${dpi}`;
        const sizes = await Promise.all(peers.map(async (peer) => (await peer.encode(sheet)).length));
        const fastest = smallestOf(
          peers.map((peer, at) => ({ name: peer.name, value: median(theirs[at] ?? []) })),
        );
        const smallest = smallestOf(
          peers.map((peer, at) => ({ name: peer.name, value: sizes[at] ?? Infinity })),
        );
        figures.push(
          fastest === null
            ? alone(`${name}.time`, 'ms', median(mine), null)
            : besidePeer(`${name}.time`, 'ms', median(mine), fastest, 0.3),
          smallest === null
            ? alone(`${name}.bytes`, 'bytes', ours().length, null)
            : besidePeer(`${name}.bytes`, 'bytes', ours().length, smallest, byteGoals[language] ?? null),
        );
      }
    }
    return figures;
  },
};

/** Whether a printer with this language and head is known; nobody would draw 600 dpi for one that has 203. */
function isReal(language: Language, dpi: number): boolean {
  return profiles.some((profile) => profile.language === language && profile.dpi === dpi);
}

function smallestOf(values: readonly { readonly name: string; readonly value: number }[]) {
  return values.toSorted((a, b) => a.value - b.value)[0] ?? null;
}

/** The page as the peers take it, one byte per dot; receipt libraries want widths of whole bytes. */
function sheetOf({ widthDots, heightDots, bytesPerRow, bits }: Page): Sheet {
  const width = bytesPerRow * 8;
  const dots = new Uint8Array(width * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (((bits[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) dots[y * width + x] = 1;
    }
  }
  return { width, height: heightDots, dots };
}
