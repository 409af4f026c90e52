import type { Media } from './media.ts';

/** Media an operator is likely to have; anything else is typed in. Names are in the window's text room. */
export const commonMedia = {
  'label-54x86': { kind: 'gap', widthMm: 54, heightMm: 86, gapMm: 3 },
  'label-62x100': { kind: 'gap', widthMm: 62, heightMm: 100, gapMm: 3 },
  'square-2in': { kind: 'gap', widthMm: 51, heightMm: 51, gapMm: 3 },
  'label-50x25': { kind: 'gap', widthMm: 50, heightMm: 25, gapMm: 3 },
  'label-29x90': { kind: 'gap', widthMm: 29, heightMm: 90, gapMm: 3 },
  'roll-80': { kind: 'continuous', widthMm: 80, heightMm: null, gapMm: 0 },
  'roll-58': { kind: 'continuous', widthMm: 58, heightMm: null, gapMm: 0 },
  'roll-62': { kind: 'continuous', widthMm: 62, heightMm: null, gapMm: 0 },
} as const satisfies Readonly<Record<string, Media>>;

export type CommonMedia = keyof typeof commonMedia;

/** The common media this is, or null for sizes of its own. */
export function commonMediaOf(media: Media): CommonMedia | null {
  const names = Object.keys(commonMedia).filter((name): name is CommonMedia => name in commonMedia);
  return (
    names.find((name) => {
      const known: Media = commonMedia[name];
      return (
        known.kind === media.kind &&
        known.widthMm === media.widthMm &&
        known.heightMm === media.heightMm &&
        known.gapMm === media.gapMm
      );
    }) ?? null
  );
}
