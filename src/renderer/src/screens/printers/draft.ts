import { type CommonMedia, commonMedia, commonMediaOf } from '../../../../shared/printing/common-media.ts';
import { offsetRangeMm } from '../../../../shared/printing/calibration.ts';
import type { Calibration } from '../../../../shared/printing/calibration.ts';
import type { Media, MediaKind } from '../../../../shared/printing/media.ts';
import type { PrinterSetupView } from '../../../../shared/ipc/printer-setup.ts';
import type { PrinterView } from '../../../../shared/printing/printer.ts';
import type { PrintKind } from '../../../../shared/printing/routes.ts';

/** A printer as it is being typed: everything may still be incomplete. */
export interface Draft {
  readonly name: string;
  /** null where the address is not typed: the printer was found, or keeps the one it has. */
  readonly address: string | null;
  readonly profileId: string;
  readonly media: CommonMedia | 'own';
  readonly own: OwnMedia;
  readonly kinds: readonly PrintKind[];
  readonly turned: boolean;
  /** Not asked for when a printer is added: a test page finds out. */
  readonly learned: LearnedDraft | null;
}

export interface OwnMedia {
  readonly kind: MediaKind;
  readonly widthMm: string;
  readonly heightMm: string;
  readonly gapMm: string;
}

export interface LearnedDraft {
  /** Empty = the usual. */
  readonly minDots: string;
  readonly rightMm: string;
  readonly downMm: string;
  /** Empty = as the printer is set. */
  readonly darkness: string;
}

const emptyOwn: OwnMedia = { kind: 'gap', widthMm: '', heightMm: '', gapMm: '3' };

export function newDraft(more: Partial<Draft>): Draft {
  return {
    name: '',
    address: null,
    profileId: '',
    media: 'label-54x86',
    own: emptyOwn,
    kinds: ['badge', 'temporary'],
    turned: false,
    learned: null,
    ...more,
  };
}

/** A printer that is set up, ready to be changed. */
export function draftOf(
  view: Pick<PrinterView, 'name' | 'media'>,
  setup: PrinterSetupView,
  write: (value: number) => string,
): Draft {
  const { media } = view;
  const { minDots = null, rightMm = 0, downMm = 0, darkness = null } = setup.calibration ?? {};
  return newDraft({
    name: view.name,
    address: setup.address,
    profileId: setup.profileId,
    media: commonMediaOf(media) ?? 'own',
    own: {
      kind: media.kind,
      widthMm: write(media.widthMm),
      heightMm: media.heightMm === null ? '' : write(media.heightMm),
      gapMm: write(media.gapMm),
    },
    turned: setup.turned,
    learned: {
      minDots: minDots === null ? '' : String(minDots),
      rightMm: write(rightMm),
      downMm: write(downMm),
      darkness: darkness === null ? '' : String(darkness),
    },
  });
}

/** What is loaded; null while a size is missing or out of range. */
export function mediaOf({ media, own }: Pick<Draft, 'media' | 'own'>): Media | null {
  if (media !== 'own') return commonMedia[media];
  const widthMm = within(own.widthMm, 10, 250);
  const isEndless = own.kind === 'continuous';
  const heightMm = isEndless && own.heightMm.trim() === '' ? null : within(own.heightMm, 10, 500);
  const gapMm = own.kind === 'gap' || own.kind === 'mark' ? within(own.gapMm, 0, 30) : 0;
  if (widthMm === null || gapMm === null || (heightMm === null && !(isEndless && own.heightMm.trim() === '')))
    return null;
  return { kind: own.kind, widthMm, heightMm, gapMm };
}

/** What was learned, as typed; `wrong` while an offset is out of range. */
export function learnedOf({ learned }: Pick<Draft, 'learned'>): Calibration | null | 'wrong' {
  if (learned === null) return null;
  const rightMm = within(learned.rightMm, offsetRangeMm.min, offsetRangeMm.max);
  const downMm = within(learned.downMm, offsetRangeMm.min, offsetRangeMm.max);
  if (rightMm === null || downMm === null) return 'wrong';
  const minDots = learned.minDots === '' ? null : Number(learned.minDots);
  const darkness = learned.darkness === '' ? null : Number(learned.darkness);
  const isNothing = minDots === null && darkness === null && rightMm === 0 && downMm === 0;
  return isNothing ? null : { minDots, rightMm, downMm, darkness };
}

/** Whether everything needed is there. Whether it is right is main's to say. */
export function isComplete(draft: Draft): boolean {
  const hasPlace = draft.address === null || draft.address.trim() !== '';
  return draft.name.trim() !== '' && hasPlace && draft.profileId !== '' && mediaOf(draft) !== null;
}

/** A number as people type it, with a comma or a dot; null for anything else. */
export function numberOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.').replace('−', '-');
  return /^-?\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : null;
}

function within(typed: string, min: number, max: number): number | null {
  const value = numberOf(typed);
  return value !== null && value >= min && value <= max ? value : null;
}
