import { type BatchWish, type WishKind, withinDaysRange } from '../../../../shared/credential/batch.ts';
import { standardDaysRange, temporaryHoursRange } from '../../../../shared/credential/lifetimes.ts';
import type { AppSnapshot } from '../../../../shared/ipc/views.ts';

/** What is set before a list is read, as it stands in the fields. */
export interface BatchForm {
  readonly kind: WishKind;
  readonly withinDays: string;
  readonly days: string;
  readonly hours: string;
  readonly printerId: string | null;
  readonly slips: boolean;
}

type Station = Pick<AppSnapshot, 'defaults' | 'routes' | 'printers'>;

/** The station's usual values. A printer that no route names is never guessed. */
export function firstForm({ defaults, routes, printers }: Station): BatchForm {
  const usual = routes.badge.find((id) => printers.some((printer) => printer.id === id));
  return {
    kind: 'badge',
    withinDays: String(withinDaysRange.usual),
    days: String(defaults.standardDays),
    hours: String(defaults.temporaryHours),
    printerId: usual ?? null,
    slips: routes.pinSlip.length > 0,
  };
}

/** The form as a wish; null as long as something is missing or out of range. */
export function wishOf(form: BatchForm): BatchWish | null {
  const { kind, printerId } = form;
  const isTemporary = kind === 'temporary';
  const withinDays = isTemporary ? 0 : wholeIn(form.withinDays, withinDaysRange);
  const length = isTemporary
    ? wholeIn(form.hours, temporaryHoursRange)
    : wholeIn(form.days, standardDaysRange);
  if (withinDays === null || length === null) return null;
  if (kind !== 'extend' && printerId === null) return null;
  return {
    kind,
    withinDays,
    lifetime: isTemporary ? { kind: 'temporary', hours: length } : { kind: 'standard', days: length },
    printerId: kind === 'extend' ? null : printerId,
    slips: kind === 'badge' && form.slips,
  };
}

/** A whole number as it was typed, if it lies in the range. */
export function wholeIn(
  typed: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | null {
  if (!/^\d{1,4}$/.test(typed)) return null;
  const value = Number(typed);
  return value >= min && value <= max ? value : null;
}
