import type { BadgeContent } from '../../../shared/badge/content.ts';
import type { ExpiryText } from '../dates.ts';
import type { Logo } from '../logo/bilevel.ts';
import { cleanText, isolated } from '../text/clean.ts';
import { directionOf, type Direction } from '../text/itemise.ts';
import type { Weight } from '../text/typeface.ts';
import type { BadgeWords } from '../words.ts';

/** `plain` text, white on a black band, or in a frame. */
export type RowStyle = 'plain' | 'band' | 'frame';

/** One entry of the words on a badge. Sizes in millimetres of em, for a column 50 mm wide. */
export interface Row {
  readonly id:
    | 'logo'
    | 'temporary'
    | 'site'
    | 'name'
    | 'until'
    | 'expiry'
    | 'serial'
    | 'return'
    | 'practice'
    | 'pin'
    | 'change'
    | 'destroy';
  readonly text: string;
  /** A picture in the place of words; its height is `emMm`, as far as the width allows. */
  readonly picture?: Logo;
  readonly direction: Direction;
  readonly weight: Weight;
  readonly emMm: number;
  readonly emMinMm: number;
  readonly maxLines: 1 | 2;
  readonly style: RowStyle;
  /** Whether it may end with an ellipsis. A date, a serial or a warning may not: it is set smaller instead. */
  readonly mayShorten: boolean;
  /** Space above the row. */
  readonly gapMm: number;
  /** Rows that may go when space is short, highest first; 1 only when nothing else helps, 0 never. */
  readonly drop: number;
  /** The text to use once the row before it, its label, had to go. */
  readonly textWithLabel?: string;
}

/** The words of a badge in two groups: who it is, and how long and which paper it is. */
export interface Rows {
  readonly who: readonly Row[];
  readonly what: readonly Row[];
}

/** Names and places as far as the fonts can show them; empty ones are left out. */
export interface ShowableText {
  readonly name: string;
  readonly site: string;
  readonly place: string;
  readonly logo?: Logo | null;
}

/** Height of a logo on a column 50 mm wide. */
const logoMm = 8;

/** The words of a badge, in reading order. */
export function rowsFor(
  content: BadgeContent,
  { name, site, place, logo = null }: ShowableText,
  expiry: ExpiryText,
  words: BadgeWords,
): Rows {
  const serial = cleanText(content.serial);
  const isTemporary = content.kind === 'temporary';
  const hasCopy = Number.isInteger(content.copy) && content.copy > 1;
  const { direction } = words;
  // A serial such as 234-ABC would turn round in Arabic without being set apart.
  const serialLine = [isolated(serial), ...(hasCopy ? [isolated(words.copy(content.copy))] : [])].join(' · ');
  const base = {
    weight: 'regular',
    direction,
    maxLines: 1,
    mayShorten: false,
    style: 'plain',
    drop: 0,
  } as const;
  const moment = unbroken(`${isolated(expiry.time)} · ${isolated(expiry.shortDay)}`);
  const what: Row[] = isTemporary
    ? [
        { ...base, id: 'until', text: words.validUntilTime, emMm: 3.6, emMinMm: 2.2, gapMm: 0, drop: 3 },
        {
          ...base,
          id: 'expiry',
          text: moment,
          textWithLabel: `${unbroken(words.validUntilTime)} ${moment}`,
          maxLines: 2,
          weight: 'bold',
          emMm: 8,
          emMinMm: 2.6,
          gapMm: 0.9,
        },
      ]
    : [
        {
          ...base,
          id: 'expiry',
          text: `${unbroken(words.validUntil)} ${isolated(unbroken(expiry.day))}`,
          weight: 'bold',
          emMm: 3.8,
          emMinMm: 2.2,
          maxLines: 2,
          gapMm: 0,
        },
      ];
  what.push({ ...base, id: 'serial', text: serialLine, emMm: 3.3, emMinMm: 2.2, gapMm: 1.5, drop: 1 });
  if (place !== '') {
    const text = words.returnTo(isolated(place));
    what.push({ ...base, id: 'return', text, mayShorten: true, emMm: 3.3, emMinMm: 2.2, gapMm: 1, drop: 5 });
  }
  const who: Row[] = [];
  if (content.practice) {
    const look = { weight: 'bold', style: 'frame', emMm: 4.4, emMinMm: 2.2, gapMm: 1.5 } as const;
    const row: Row = { ...base, ...look, id: 'practice', text: words.practice };
    // At the head, but a temporary code has its own band there.
    (isTemporary ? what : who).push(row);
  }
  if (isTemporary) {
    const look = { weight: 'bold', style: 'band', emMm: 8, emMinMm: 2.4, gapMm: 0 } as const;
    who.push({ ...base, ...look, id: 'temporary', text: words.temporary });
  }
  if (logo !== null) {
    const look = { emMm: logoMm, emMinMm: 0, gapMm: 1.6, drop: 6 } as const;
    who.push({ ...base, ...look, id: 'logo', text: '', picture: logo });
  }
  if (site !== '') {
    const look = { emMm: 3.8, emMinMm: 2.2, gapMm: 1.6, mayShorten: true, drop: 4 } as const;
    who.push({ ...base, ...look, id: 'site', text: site, direction: directionOf(site) });
  }
  const look = {
    weight: 'bold',
    emMm: 8.5,
    emMinMm: 2.4,
    gapMm: 1.4,
    maxLines: 2,
    mayShorten: true,
  } as const;
  who.push({ ...base, ...look, id: 'name', text: name, direction: directionOf(name) });
  return { who, what };
}

/** Text whose words stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
