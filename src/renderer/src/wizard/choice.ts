import type { CredentialState, Operation } from '../../../shared/credential/kinds.ts';
import { operationFacts } from '../../../shared/credential/kinds.ts';
import { latestExtension, type Lifetime, standardDaysRange } from '../../../shared/credential/lifetimes.ts';
import type { AppSnapshot, CredentialView } from '../../../shared/ipc/views.ts';
import type { PrinterView } from '../../../shared/printing/printer.ts';
import type { Choice } from './steps.ts';

const dayMs = 24 * 60 * 60 * 1000;

type StationDefaults = Pick<AppSnapshot, 'defaults' | 'routes' | 'printers'>;

/** What to propose for a holder: what was asked for if it is possible, else what is suggested, else the first possible. */
export function firstChoice(
  view: CredentialView,
  wanted: Operation | null,
  station: StationDefaults,
  nowMs: number,
): Choice | null {
  const possible = view.offers.filter((offer) => offer.refused === null);
  const offer =
    possible.find(({ operation }) => operation === wanted) ??
    possible.find(({ suggested }) => suggested) ??
    possible[0];
  return offer === undefined ? null : choiceFor(offer.operation, view.state, station, nowMs);
}

/** An operation with the station's defaults for lifetime and printer. A printer that no route names is never guessed. */
export function choiceFor(
  operation: Operation,
  state: CredentialState | null,
  station: StationDefaults,
  nowMs: number,
): Choice {
  const { prints } = operationFacts[operation];
  const printerId = prints === null ? null : (printersFor(operation, station).routed[0]?.id ?? null);
  return { operation, lifetime: defaultFor(operation, state, station, nowMs), printerId };
}

function defaultFor(
  operation: Operation,
  state: CredentialState | null,
  { defaults }: StationDefaults,
  nowMs: number,
): Lifetime | null {
  switch (operation) {
    case 'first-badge':
    case 'replace':
    case 'extend':
      return {
        kind: 'standard',
        days: Math.min(defaults.standardDays, daysRange(operation, state, nowMs).max),
      };
    case 'temporary':
      return { kind: 'temporary', hours: defaults.temporaryHours };
    case 'end-temporary':
    case 'new-pin':
    case 'remove':
      return null;
  }
}

/** Days that may be asked for. An extension counts from now, but ends 395 days after the code's own start at the latest. */
export function daysRange(
  operation: Operation,
  state: CredentialState | null,
  nowMs: number,
): { readonly min: number; readonly max: number } {
  const { min, max } = standardDaysRange;
  const startsAt = state?.standard?.startsAt;
  if (operation !== 'extend' || startsAt === undefined) return { min, max };
  const left = Math.floor((latestExtension(Date.parse(startsAt)) - nowMs) / dayMs);
  return { min, max: Math.max(min, Math.min(max, left)) };
}

/** The printers for an operation: the routed ones in the order of the route, then the others. */
export function printersFor(
  operation: Operation,
  { routes, printers }: Pick<StationDefaults, 'routes' | 'printers'>,
): { readonly routed: readonly PrinterView[]; readonly others: readonly PrinterView[] } {
  const route = operationFacts[operation].prints === 'temporary' ? routes.temporary : routes.badge;
  const routed = route.flatMap((id) => printers.filter((printer) => printer.id === id));
  return { routed, others: printers.filter((printer) => !routed.includes(printer)) };
}
